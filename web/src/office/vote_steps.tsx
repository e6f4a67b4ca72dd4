// What stands inside each step of a vote: the one thing to do there, for those who may do it.

import type { ComponentChildren } from 'preact';
import { BoxMark } from '../ui/box_mark';
import { AttendanceForm } from './attendance';
import * as client from './client';
import type { Step, Vote } from './contract';
import { Invitation, Trustees } from './invitations';
import { ResetCeremony } from './reset_ceremony';
import { useSay } from './say';
import { Confirmed } from './confirmed';
import type { Rights } from './vote';

interface BodyProps {
  vote: Vote;
  step: Step;
  rights: Rights;
  onChange: (vote: Vote) => void;
  reload: () => void;
}

export function stepBody(props: BodyProps): ComponentChildren {
  const { step, vote } = props;
  if (step.id === 'list') return <ListBody vote={vote} />;
  if (step.id === 'open' && vote.state === 'open') return null;
  if (step.state !== 'current') return step.id === 'record' && step.state === 'done' ? <ResultLinks vote={vote} /> : null;
  switch (step.id) {
    case 'keys':
    case 'drill':
      return <KeysBody {...props} />;
    case 'slips':
      return <SlipsBody {...props} />;
    case 'open':
      return <OpenBody {...props} />;
    case 'count':
      return <CountBody {...props} />;
    case 'record':
      return <RecordBody {...props} />;
    default:
      return null;
  }
}

function ListBody({ vote }: { vote: Vote }) {
  const say = useSay();
  return (
    <details>
      <summary>{say('Xem danh sách', 'See the list')}</summary>
      <ol>
        {vote.persons.map((person) => (
          <li key={person.question}>
            {person.name} <span class="note">{person.post}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}

function KeysBody({ vote, step, rights, onChange }: BodyProps) {
  const say = useSay();
  return (
    <>
      <p>
        {step.id === 'keys'
          ? say('Mỗi người trong ban kiểm phiếu mở liên kết của mình, tạo phần khóa và lưu tệp khóa.', 'Each member opens the own link, makes a part of the key and saves the key file.')
          : say('Mỗi người mở lại liên kết, thử mở một giá trị bằng tệp khóa đã lưu. Chưa thử xong thì chưa mở bỏ phiếu được.', 'Each opens the link again and tries the saved key file. The vote cannot open before all did.')}
      </p>
      <Trustees vote={vote} mayInvite={rights.office} />
      {rights.office && <ResetCeremony vote={vote} onChange={onChange} />}
    </>
  );
}

function SlipsBody({ vote, rights }: BodyProps) {
  const say = useSay();
  return (
    <>
      <p>
        {say(
          'Tổ phát phiếu mở liên kết, in phiếu có mã riêng và đăng ký danh sách mã đã xáo trộn. Mã riêng không gửi về máy chủ.',
          'The slip printer opens the link, prints the slips and registers the shuffled public codes. The secret codes never reach the server.',
        )}
      </p>
      {rights.office && (
        <Invitation label={say('Tạo liên kết cho tổ phát phiếu', 'Make the link for the slip printer')} ask={() => client.invite(vote.uuid, { target: 'slips' })} />
      )}
    </>
  );
}

function OpenBody({ vote, rights, onChange }: BodyProps) {
  const say = useSay();
  return (
    <>
      <AttendanceForm vote={vote} mayChange={rights.office || rights.chair} onChange={onChange} />
      {rights.chair ? (
        <Confirmed
          label={say('Mở bỏ phiếu', 'Open the vote')}
          title={say('Mở bỏ phiếu?', 'Open the vote?')}
          text={say('Từ lúc này ai có phiếu đều gửi được lựa chọn. Số người có mặt và số phiếu phát ra chỉ tăng thêm được.', 'From now on everybody with a slip can vote. The numbers present and issued can only grow.')}
          run={async () => onChange(await client.openVote(vote.uuid))}
          disabled={vote.attendance === null}
        />
      ) : (
        <p class="note">{say(`Chủ trì (${vote.chair.name}) mở bỏ phiếu từ tài khoản của mình.`, `The chair (${vote.chair.name}) opens the vote from the own account.`)}</p>
      )}
    </>
  );
}

function CountBody(props: BodyProps) {
  const { vote } = props;
  return vote.state === 'open' ? <CloseBody {...props} /> : vote.state === 'closed' ? <FinishBody {...props} /> : <ResultLinks vote={vote} />;
}

function CloseBody({ vote, rights, onChange }: BodyProps) {
  const say = useSay();
  return (
    <>
      <p class="big-number" role="status">
        {vote.ballots ?? 0} <span>{say(`phiếu đã thu, trên ${vote.attendance?.issued ?? 0} phiếu phát ra`, `ballots collected, of ${vote.attendance?.issued ?? 0} slips issued`)}</span>
      </p>
      <p class="note">{say('Chỉ thấy số phiếu. Không ai xem được lựa chọn của từng người.', 'Only the number is seen. Nobody can see single choices.')}</p>
      <AttendanceForm vote={vote} mayChange={rights.office || rights.chair} onChange={onChange} />
      {rights.chair ? (
        <Confirmed
          label={say('Đóng bỏ phiếu', 'Close the vote')}
          title={say('Đóng bỏ phiếu?', 'Close the vote?')}
          text={say('Đóng rồi không mở lại được. Phiếu đã gửi vẫn được tính.', 'It cannot be reopened. Ballots already sent are counted.')}
          run={async () => onChange(await client.closeVote(vote.uuid))}
        />
      ) : (
        <p class="note">{say(`Chủ trì (${vote.chair.name}) đóng bỏ phiếu khi đã thu đủ.`, `The chair (${vote.chair.name}) closes when all have voted.`)}</p>
      )}
    </>
  );
}

function FinishBody({ vote, rights, onChange }: BodyProps) {
  const say = useSay();
  const shares = vote.trustees.filter((trustee) => trustee.done === 'share').length;
  const enough = shares >= vote.threshold;
  return (
    <>
      <p>
        {say(
          `Ban kiểm phiếu mở liên kết của mình, kiểm tra kho phiếu và góp phần mở kết quả: đã có ${shares}, cần ${vote.threshold}.`,
          `The counting committee open their links, check the archive and hand in their shares: ${shares} so far, ${vote.threshold} needed.`,
        )}
      </p>
      {vote.box && (
        <>
          <p>
            {say(
              'Đọc to số phiếu và dấu dưới đây. Mỗi thành viên so với máy của mình trước khi nộp phần kiểm phiếu.',
              'Read the number and the mark below aloud. Each member compares them with the own screen before handing in.',
            )}
          </p>
          <BoxMark box={vote.box} />
        </>
      )}
      <Trustees vote={vote} mayInvite={rights.office} />
      {rights.chair ? (
        <Confirmed
          label={say('Kết thúc kiểm phiếu', 'Finish the count')}
          title={say('Kết thúc kiểm phiếu?', 'Finish the count?')}
          text={say('Máy chủ ghép các phần khóa, tính tổng và ghi kết quả vào kho phiếu. Không sửa được nữa.', 'The server combines the shares and writes the result into the archive. It cannot be changed afterwards.')}
          run={async () => onChange(await client.finishVote(vote.uuid))}
          disabled={!enough}
        />
      ) : (
        <p class="note">{say(`Chủ trì (${vote.chair.name}) kết thúc kiểm phiếu khi đủ phần khóa.`, `The chair (${vote.chair.name}) finishes the count when enough shares are there.`)}</p>
      )}
    </>
  );
}

function RecordBody({ vote, rights, onChange }: BodyProps) {
  const say = useSay();
  return (
    <>
      <ResultLinks vote={vote} />
      {(rights.office || rights.chair) && (
        <Confirmed
          label={say('Chuyển kết quả vào hồ sơ', 'Write the results into the records')}
          title={say('Chuyển kết quả vào hồ sơ?', 'Write the results into the records?')}
          text={say(
            `Hồ sơ của ${vote.persons.length} người được thêm một mục, kèm nguồn để kiểm tra lại. Không xóa được.`,
            `The records of ${vote.persons.length} people get one entry each, with the source. It cannot be removed.`,
          )}
          run={async () => onChange(await client.recordVote(vote.uuid))}
        />
      )}
    </>
  );
}

function ResultLinks({ vote }: { vote: Vote }) {
  const say = useSay();
  const base = `#/votes/${encodeURIComponent(vote.uuid)}`;
  return (
    <p class="links">
      <a class="button" href={`${base}/result`}>
        {say('Xem kết quả', 'See the result')}
      </a>
      <a class="button" href={`${base}/minutes`}>
        {say('Biên bản kiểm phiếu', 'Minutes of the count')}
      </a>
    </p>
  );
}
