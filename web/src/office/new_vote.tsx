// Preparing a confidence vote: who is voted on, who counts, who chairs, how many slips.

import { useState } from 'preact/hooks';
import { fewestBallots } from '../protocol/fewest';
import { Button, Check, Field, Select } from '../ui/controls';
import { useInfo } from '../ui/mount';
import { Actions } from '../ui/page';
import * as client from './client';
import type { CampaignPerson, Named, SignedBy } from './contract';
import { DayField } from './day_field';
import { Frame } from './frame';
import { matches } from './name_filter';
import { asNewVote, lacks, type Lack, type VoteDraft } from './new_vote_draft';
import type { PageProps } from './pages';
import { useSay, type Say } from './say';
import { Failure, Loaded, useDoing, useLoad } from './state';

export function NewVotePage({ params }: PageProps) {
  const say = useSay();
  const id = params['campaign']!;
  const load = useLoad(() => Promise.all([client.campaign(id), client.campaignPeople(id), client.possibleChairs()]), id);
  return (
    <Frame
      trail={[
        { href: '#/campaigns', label: say('Đợt đánh giá', 'Campaigns') },
        { href: `#/campaigns/${encodeURIComponent(id)}`, label: load.data?.[0].name ?? '…' },
      ]}
      title={say('Chuẩn bị lấy phiếu tín nhiệm', 'Prepare a confidence vote')}
      subtitle={say('Danh sách và ban kiểm phiếu không đổi được sau khi lập.', 'The list and the counting committee cannot be changed afterwards.')}
    >
      <Loaded load={load}>{([, people, chairs]) => <Form campaignId={id} people={people} chairs={chairs} />}</Loaded>
    </Frame>
  );
}

function Form({ campaignId, people, chairs }: { campaignId: string; people: CampaignPerson[]; chairs: Named[] }) {
  const say = useSay();
  const today = useInfo()?.today ?? '';
  const [draft, setDraft] = useState<VoteDraft>({
    name: '',
    day: today,
    persons: [],
    chair: '',
    trustees: [1, 2, 3].map(() => ({ name: '', post: '' })),
    threshold: '2',
    slips: '',
  });
  const set = (part: Partial<VoteDraft>) => setDraft((now) => ({ ...now, ...part }));
  const doing = useDoing();
  const missing = lacks(draft, people.filter((person) => draft.persons.includes(person.person_id)).map((person) => person.name));
  const create = () =>
    void doing.run(async () => {
      const made = await client.createVote(campaignId, asNewVote(draft));
      location.hash = `#/votes/${encodeURIComponent(made.uuid)}`;
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (missing.length === 0) create();
      }}
    >
      <Field label={say('Tên lần lấy phiếu', 'Name of the vote')} value={draft.name} onInput={(name) => set({ name })} required />
      <div class="narrow">
        <DayField label={say('Ngày họp', 'Day of the meeting')} value={draft.day} onChange={(day) => set({ day })} />
      </div>
      <Persons people={people} chosen={draft.persons} onChange={(persons) => set({ persons })} />
      <Select
        label={say('Chủ trì (mở và đóng bỏ phiếu)', 'Chair (opens and closes the vote)')}
        value={draft.chair}
        onChange={(chair) => set({ chair })}
        options={[{ value: '', label: say('– chọn –', '– choose –') }, ...chairs.map((each) => ({ value: each.id, label: each.name }))]}
      />
      <Trustees trustees={draft.trustees} onChange={(trustees) => set({ trustees })} />
      <div class="narrow">
        <Field
          label={say('Cần bao nhiêu người để mở kết quả', 'How many are needed to open the result')}
          type="number"
          value={draft.threshold}
          onInput={(threshold) => set({ threshold })}
          hint={say('Ít hơn số người trong ban, để một người vắng thì vẫn kiểm được.', 'Fewer than the committee, so that the count works with one absent.')}
          required
        />
        <Field
          label={say('Số phiếu in', 'Number of slips')}
          type="number"
          value={draft.slips}
          onInput={(slips) => set({ slips })}
          hint={say('Bằng số người triệu tập, thêm vài phiếu dự phòng.', 'As many as are summoned, and a few to spare.')}
          required
        />
      </div>
      <Failure doing={doing} kept={say('Chưa lập; nội dung vẫn còn trên trang.', 'Nothing was made; what you typed is still here.')} />
      {missing.length > 0 && (
        <p class="note" role="status">
          {say('Còn thiếu: ', 'Still missing: ')}
          {missing.map((each) => lackText(each, say)).join('; ')}.
        </p>
      )}
      <Actions>
        <Button kind="main" submit disabled={missing.length > 0} busy={doing.busy}>
          {say('Lập lần lấy phiếu', 'Make the vote')}
        </Button>
      </Actions>
    </form>
  );
}

export function lackText(lack: Lack, say: Say): string {
  switch (lack) {
    case 'name': return say('tên', 'the name');
    case 'day': return say('ngày họp', 'the day');
    case 'persons': return say('người được lấy phiếu', 'the persons voted on');
    case 'chair': return say('chủ trì', 'the chair');
    case 'trustees': return say('ban kiểm phiếu (ít nhất ba người)', 'the counting committee (three at least)');
    case 'trustee-twice': return say('ban kiểm phiếu có người ghi hai lần', 'somebody is twice in the counting committee');
    case 'trustee-on-list': return say('người được lấy phiếu không thể ở trong ban kiểm phiếu', 'nobody voted on can be in the counting committee');
    case 'threshold': return say('số người cần để mở kết quả (từ 2, ít hơn số người trong ban)', 'how many open the result (2 or more, fewer than all)');
    case 'slips': return say(`số phiếu in (từ ${fewestBallots})`, `the number of slips (${fewestBallots} or more)`);
  }
}

function Persons({ people, chosen, onChange }: { people: CampaignPerson[]; chosen: string[]; onChange: (ids: string[]) => void }) {
  const say = useSay();
  const [name, setName] = useState('');
  const shown = people.filter((person) => matches(person.name, name) || chosen.includes(person.person_id));
  return (
    <fieldset class="group">
      <legend>{say(`Người được lấy phiếu (đã chọn ${chosen.length})`, `Persons voted on (${chosen.length} chosen)`)}</legend>
      <p class="note">{say('Thứ tự chọn là thứ tự trên phiếu. Không chọn người đã có thông báo nghỉ hoặc được bầu, bổ nhiệm trong năm.', 'They stand on the ballot in the order chosen. Leave out those with announced retirement, or elected or appointed this year.')}</p>
      {people.length > 8 && <Field label={say('Tìm theo tên', 'Search by name')} type="search" value={name} onInput={setName} />}
      <div class="scroll-list">
        {shown.map((person) => {
          const place = chosen.indexOf(person.person_id);
          return (
            <Check
              key={person.person_id}
              checked={place >= 0}
              onChange={(on) => onChange(on ? [...chosen, person.person_id] : chosen.filter((id) => id !== person.person_id))}
              label={
                <>
                  {place >= 0 && `${place + 1}. `}
                  {person.name} <span class="note">{person.post}, {person.unit_name}</span>
                </>
              }
            />
          );
        })}
      </div>
    </fieldset>
  );
}

function Trustees({ trustees, onChange }: { trustees: SignedBy[]; onChange: (trustees: SignedBy[]) => void }) {
  const say = useSay();
  const change = (i: number, part: Partial<SignedBy>) => onChange(trustees.map((each, at) => (at === i ? { ...each, ...part } : each)));
  return (
    <fieldset class="group">
      <legend>{say('Ban kiểm phiếu', 'Counting committee')}</legend>
      <p class="note">{say('Mỗi người giữ một phần khóa trên máy của mình. Không ai trong danh sách lấy phiếu.', 'Each keeps a part of the key on the own machine. Nobody who is voted on.')}</p>
      {trustees.map((trustee, i) => (
        <div class="pair" key={i}>
          <Field label={say(`Họ và tên người thứ ${i + 1}`, `Name of number ${i + 1}`)} value={trustee.name} onInput={(name) => change(i, { name })} />
          <Field label={say('Chức vụ', 'Post')} value={trustee.post} onInput={(post) => change(i, { post })} />
        </div>
      ))}
      <Button kind="quiet" onClick={() => onChange([...trustees, { name: '', post: '' }])}>
        {say('Thêm một người', 'One more')}
      </Button>
    </fieldset>
  );
}
