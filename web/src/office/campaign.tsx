// One campaign: what is to be done next, the votes, and everybody with the state of each channel.

import { useState } from 'preact/hooks';
import { Field, Select } from '../ui/controls';
import { formatDay } from '../ui/format';
import { useAccount } from './account';
import { StateTag } from './channel_state';
import { Cell } from './cell';
import * as client from './client';
import { voteStateWords } from './codes';
import type { CampaignDetail, CampaignPerson, Unit, VoteLine } from './contract';
import { Frame } from './frame';
import { matches } from './name_filter';
import type { PageProps } from './pages';
import { isOffice } from './router';
import { useRead, useSay, useTitle } from './say';
import { Empty, Loaded, useLoad } from './state';
import { TopAction } from './top_action';
import { treeBelow } from './units';

export function CampaignPage({ params }: PageProps) {
  const say = useSay();
  const office = isOffice(useAccount());
  const id = params['campaign']!;
  const load = useLoad(() => Promise.all([client.campaign(id), client.campaignPeople(id), client.votes(id), client.units()]), id);
  const campaign = load.data?.[0];
  return (
    <Frame
      wide
      trail={[{ href: '#/campaigns', label: say('Đợt đánh giá', 'Campaigns') }]}
      title={campaign?.name ?? say('Đợt đánh giá', 'Campaign')}
      subtitle={campaign && `${campaign.root_unit_name} · ${say(`${campaign.people} người`, `${campaign.people} people`)}`}
    >
      <Loaded load={load}>
        {([detail, people, votes, units]) => (
          <>
            <RemarksSummary campaign={detail} people={people} />
            <Votes votes={votes} campaign={detail} mayPrepare={office} />
            <Units campaign={detail} units={treeBelow(units, detail.root_unit_id)} />
            <PeopleTable campaign={detail} people={people} />
            {office && (
              <TopAction sticky>
                <a class="button main" href={`#/campaigns/${encodeURIComponent(id)}/remarks`}>
                  {say('Xin nhận xét nơi cư trú', 'Ask for residence remarks')}
                </a>
              </TopAction>
            )}
          </>
        )}
      </Loaded>
    </Frame>
  );
}

function RemarksSummary({ campaign, people }: { campaign: CampaignDetail; people: CampaignPerson[] }) {
  const say = useSay();
  const count = (...states: string[]) => people.filter((person) => states.includes(person.channels['residence-remark'])).length;
  const href = `#/campaigns/${encodeURIComponent(campaign.id)}/remarks`;
  return (
    <section>
      <h2>{say('Nhận xét của cấp ủy nơi cư trú', 'Residence committee remarks')}</h2>
      <p>
        {say(
          `Đã nhận ${count('received', 'late')} · đang chờ ${count('asked')} · được miễn ${count('exempt')} · chưa xin ${count('not-asked')}. Hạn ${formatDay(campaign.remark_due)}.`,
          `Received ${count('received', 'late')} · waiting ${count('asked')} · exempt ${count('exempt')} · not asked ${count('not-asked')}. Due ${formatDay(campaign.remark_due)}.`,
        )}{' '}
        <a href={href}>{say('Xem từng người', 'See each person')}</a>
      </p>
    </section>
  );
}

function Votes({ votes, campaign, mayPrepare }: { votes: VoteLine[]; campaign: CampaignDetail; mayPrepare: boolean }) {
  const say = useSay();
  const read = useRead();
  const title = useTitle();
  const channel = campaign.channels.find((each) => each.id === 'confidence-vote');
  return (
    <section>
      <h2>{channel ? title(channel) : say('Lấy phiếu tín nhiệm', 'Confidence votes')}</h2>
      {votes.length === 0 ? (
        <p>{say('Chưa có lần lấy phiếu nào trong đợt này.', 'No vote in this campaign yet.')}</p>
      ) : (
        <ul class="rows">
          {votes.map((vote) => (
            <li key={vote.uuid}>
              <a href={`#/votes/${encodeURIComponent(vote.uuid)}`}>{vote.name}</a>
              <p class="note">
                {formatDay(vote.day)} · {read(voteStateWords[vote.state])}
              </p>
            </li>
          ))}
        </ul>
      )}
      {mayPrepare && (
        <p>
          <a class="button" href={`#/campaigns/${encodeURIComponent(campaign.id)}/new-vote`}>
            {say('Chuẩn bị lấy phiếu tín nhiệm', 'Prepare a confidence vote')}
          </a>
        </p>
      )}
    </section>
  );
}

function Units({ campaign, units }: { campaign: CampaignDetail; units: Unit[] }) {
  const say = useSay();
  return (
    <section>
      <h2>{say('Đơn vị', 'Units')}</h2>
      <p>{say('Ai đang xếp mức nào, còn được bao nhiêu người mức cao nhất, đơn vị còn thiếu gì theo quy định.', 'Who has which level, how many may still have the best, what a unit lacks under the regulation.')}</p>
      <ul class="rows">
        {units.map((unit) => (
          <li key={unit.id}>
            <a href={`#/campaigns/${encodeURIComponent(campaign.id)}/units/${encodeURIComponent(unit.id)}`}>{unit.name}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function PeopleTable({ campaign, people }: { campaign: CampaignDetail; people: CampaignPerson[] }) {
  const say = useSay();
  const title = useTitle();
  const [name, setName] = useState('');
  const [unit, setUnit] = useState('');
  const unitNames = [...new Set(people.map((person) => person.unit_name))];
  const shown = people.filter((person) => matches(person.name, name) && (unit === '' || person.unit_name === unit));
  return (
    <section>
      <h2>{say('Người trong đợt', 'People')}</h2>
      <div class="filters" role="search">
        <Field label={say('Tìm theo tên', 'Search by name')} type="search" value={name} onInput={setName} />
        <Select
          label={say('Đơn vị', 'Unit')}
          value={unit}
          onChange={setUnit}
          options={[{ value: '', label: say('Tất cả', 'All') }, ...unitNames.map((each) => ({ value: each, label: each }))]}
        />
      </div>
      {shown.length === 0 ? (
        <Empty>
          <p>{people.length === 0 ? say('Đợt này chưa có ai.', 'Nobody is in this campaign.') : say('Không có ai khớp với điều kiện tìm.', 'Nobody matches.')}</p>
        </Empty>
      ) : (
        <div class="table">
          <table class="cards">
            <caption class="hidden">{say('Người và trạng thái từng kênh', 'People and the state of each channel')}</caption>
            <thead>
              <tr>
                <th>{say('Họ và tên', 'Name')}</th>
                <th>{say('Chức vụ, đơn vị', 'Post, unit')}</th>
                {campaign.channels.map((channel) => (
                  <th key={channel.id}>{title(channel)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((person) => (
                <tr key={person.person_id}>
                  <td class="lead">
                    <a href={`#/records/${encodeURIComponent(campaign.id)}/${encodeURIComponent(person.person_id)}`}>{person.name}</a>
                  </td>
                  <Cell label={say('Chức vụ', 'Post')}>
                    {person.post}
                    <span class="note"> · {person.unit_name}</span>
                  </Cell>
                  {campaign.channels.map((channel) => (
                    <Cell key={channel.id} label={title(channel)} state>
                      <StateTag state={person.channels[channel.id] ?? 'none'} />
                    </Cell>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
