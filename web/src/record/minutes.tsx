// The minutes of the count (biên bản kiểm phiếu), to print and sign. In Vietnamese: it is filed as it is.

import { Button } from '../ui/controls';
import { formatDay, formatPercent, wordLine } from '../ui/format';
import { Grouped } from '../ui/grouped';
import { useInfo } from '../ui/mount';
import { Actions } from '../ui/page';
import * as client from '../office/client';
import { baseWords } from '../office/codes';
import type { Vote, VoteResult } from '../office/contract';
import { dayInWords } from '../office/day';
import { Frame } from '../office/frame';
import type { PageProps } from '../office/pages';
import { useSay } from '../office/say';
import { Loaded, useLoad } from '../office/state';

export function MinutesPage({ params }: PageProps) {
  const say = useSay();
  const uuid = params['vote']!;
  const load = useLoad(() => Promise.all([client.vote(uuid), client.result(uuid), client.profiles()]), uuid);
  const name = load.data?.[0].name;
  return (
    <Frame
      wide
      trail={[{ href: `#/votes/${encodeURIComponent(uuid)}`, label: name ?? say('Lấy phiếu tín nhiệm', 'Confidence vote') }]}
      title={say('Biên bản kiểm phiếu', 'Minutes of the count')}
      subtitle={say('In ra, ghi nốt địa điểm, giờ và lý do vắng, rồi ký.', 'Print it, fill in place, hours and reasons of absence, and sign.')}
    >
      <Loaded load={load}>
        {([vote, result, profiles]) => (
          <>
            <Minutes vote={vote} result={result} regulation={profiles.find((each) => each.id === result.profile)?.title_vi ?? result.profile} />
            <Actions>
              <Button kind="main" onClick={() => window.print()}>
                {say('In biên bản', 'Print the minutes')}
              </Button>
            </Actions>
          </>
        )}
      </Loaded>
    </Frame>
  );
}

interface MinutesProps {
  vote: Vote;
  result: VoteResult;
  regulation: string;
}

const dots = '…………………………';

function Minutes({ vote, result, regulation }: MinutesProps) {
  const info = useInfo();
  const { balance } = result;
  const present = new Set(result.trustees.filter((trustee) => trustee.share).map((trustee) => trustee.index));
  return (
    <article class="sheet official" lang="vi" tabIndex={0} aria-label="Biên bản kiểm phiếu">
      <p class="sheet-organisation">{info?.organisation}</p>
      <h2 class="sheet-title">Biên bản kiểm phiếu</h2>
      <p class="sheet-about">{result.name}</p>
      <p>
        Hôm nay, {dayInWords(result.day)}, tại {dots}, hội nghị lấy phiếu tín nhiệm theo {regulation}. Thời gian bỏ phiếu: từ ……… giờ ……… đến ……… giờ ………
      </p>
      <p>Chủ trì: {result.chair}.</p>
      <h3>1. Ban kiểm phiếu</h3>
      <ol>
        {vote.trustees.map((trustee) => (
          <li key={trustee.index}>
            {trustee.name}
            {trustee.post && `, ${trustee.post}`}
            {!present.has(trustee.index) && ' (không tham gia mở kết quả)'}
          </li>
        ))}
      </ol>
      <p>
        Kết quả được mở với phần khóa của {present.size} trong {vote.trustees.length} thành viên (cần {vote.threshold}).
      </p>
      <h3>2. Số người và số phiếu</h3>
      <table class="sheet-table">
        <tbody>
          <Row name="Số người được triệu tập" value={balance.summoned} />
          <Row name="Số người có mặt" value={balance.present} />
          <Row name={`Số người vắng mặt (lý do: ${dots})`} value={balance.summoned - balance.present} />
          <Row name="Số phiếu phát ra" value={balance.issued} />
          <Row name="Số phiếu thu về" value={balance.collected} />
          <Row name="Số phiếu hợp lệ" value={balance.valid} />
          <Row name="Số phiếu không hợp lệ" value={balance.invalid} />
        </tbody>
      </table>
      <h3>3. Kết quả từng người</h3>
      <p>
        Tỷ lệ tính trên {baseWords[result.base.kind].vi} ({result.base.number}).
      </p>
      <table class="sheet-table results-table">
        <thead>
          <tr>
            <th rowSpan={2}>TT</th>
            <th rowSpan={2} class="who-cell">Họ và tên, chức vụ</th>
            <th colSpan={2}>Tín nhiệm cao</th>
            <th colSpan={2}>Tín nhiệm</th>
            <th colSpan={2}>Tín nhiệm thấp</th>
            <th rowSpan={2}>Không tính</th>
          </tr>
          <tr>
            {[0, 1, 2].flatMap((i) => [<th key={`n${i}`}>Số phiếu</th>, <th key={`p${i}`}>%</th>])}
          </tr>
        </thead>
        <tbody>
          {[...result.persons]
            .sort((a, b) => a.question - b.question)
            .map((person) => (
              <tr key={person.question}>
                <td class="number">{person.question + 1}</td>
                <td>
                  {person.name}
                  <br />
                  {person.post}
                </td>
                {(['high', 'trust', 'low'] as const).flatMap((level) => [
                  <td key={`${level}n`} class="number">{person.counts[level]}</td>,
                  <td key={`${level}p`} class="number">{formatPercent(person.percent[level], 'vi').replace(' %', '')}</td>,
                ])}
                <td class="number">{person.not_counted}</td>
              </tr>
            ))}
        </tbody>
      </table>
      <Bands result={result} />
      <h3>4. Đối chiếu</h3>
      <p>
        Phiếu được mã hóa trên máy người bỏ phiếu; kho phiếu công khai, ai cũng kiểm tra lại được tại {location.origin}/v/{result.uuid}.
      </p>
      <dl class="facts stacked">
        <dt>Số phiếu được tính và dấu của kho phiếu khi đóng (ban kiểm phiếu đã so trên máy của từng người)</dt>
        <dd>
          {result.box.counted} · {wordLine(result.box.head)}
          <br />
          <Grouped text={result.box.head} />
        </dd>
        <dt>Dấu của kho phiếu (tệp đầy đủ, có kết quả)</dt>
        <dd>
          {wordLine(result.archive_hash)}
          <br />
          <Grouped text={result.archive_hash} />
        </dd>
        <dt>Dấu vân tay của lần lấy phiếu</dt>
        <dd>
          <Grouped text={result.fingerprint} />
        </dd>
        {info && (
          <>
            <dt>Mã trang bỏ phiếu</dt>
            <dd>
              {wordLine(info.page_hash)}
              <br />
              <Grouped text={info.page_hash} />
            </dd>
          </>
        )}
      </dl>
      <p class="sheet-end">Biên bản lập xong hồi ……… giờ ……… ngày {formatDay(result.day)}, đã đọc cho mọi người cùng nghe.</p>
      <div class="signatures">
        <Signature title="Thư ký" name="" />
        <Signature title="Ban kiểm phiếu" name="" names={vote.trustees.map((trustee) => trustee.name)} />
        <Signature title="Chủ trì" name={result.chair} />
      </div>
    </article>
  );
}

function Row({ name, value }: { name: string; value: number }) {
  return (
    <tr>
      <td>{name}</td>
      <td class="number">{value}</td>
    </tr>
  );
}

function Bands({ result }: { result: VoteResult }) {
  const found = result.persons.filter((person) => person.band !== null);
  if (found.length === 0) return null;
  return (
    <>
      <p>Những trường hợp đến ngưỡng của quy định:</p>
      <ul>
        {found.map((person) => (
          <li key={person.question}>
            {person.name}: {person.band!.vi} ({person.band!.article})
          </li>
        ))}
      </ul>
    </>
  );
}

function Signature({ title, name, names = [] }: { title: string; name: string; names?: string[] }) {
  return (
    <div>
      <p>
        <strong>{title}</strong>
        <br />
        (ký, ghi rõ họ tên)
      </p>
      {names.length > 0 ? (
        <ul class="signed-names">
          {names.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      ) : (
        <p class="signed-name">{name}</p>
      )}
    </div>
  );
}
