// The record of a person in a campaign: who, what state the file is in, what is missing, and a timeline of
// everything that came in, each line with its source.

import { useEffect, useState } from 'preact/hooks';
import { Button } from '../ui/controls';
import { formatDay } from '../ui/format';
import { Notice } from '../ui/notices';
import { useAccount } from '../office/account';
import { StateTag } from '../office/channel_state';
import * as client from '../office/client';
import { exemptWords } from '../office/codes';
import type { CampaignDetail, RecordPage } from '../office/contract';
import { Frame } from '../office/frame';
import type { PageProps } from '../office/pages';
import { isOffice, maySee } from '../office/router';
import { useRead, useSay, useTitle } from '../office/say';
import { Loaded, useLoad } from '../office/state';
import { Timeline } from './entries';
import { goToEntry } from './finding_list';
import { StateFact } from './state_fact';
import { topicOfFigure } from './statement';
import { Verdict } from './verdict';
import { TopAction } from '../office/top_action';

export function RecordOfPerson({ params }: PageProps) {
  const say = useSay();
  const account = useAccount();
  const campaignId = params['campaign']!;
  const personId = params['person']!;
  const own = account.person_id === personId;
  const load = useLoad(async () => {
    const [record, campaign] = await Promise.all([client.record(campaignId, personId), client.campaign(campaignId)]);
    return { record, campaign };
  }, `${campaignId}/${personId}`);
  // What the regulation says comes beside the record: without it the record still stands.
  const mayState = account.roles.some((role) => role === 'office' || role === 'committee');
  const judged = useLoad(async () => {
    const [verdict, topics, units] = await Promise.all([client.findings(campaignId, personId), client.topics(campaignId), mayState ? client.units() : []]);
    return { verdict, topics, units };
  }, `${campaignId}/${personId}`);
  const [wanted, setWanted] = useState<{ topic: string; turn: number } | null>(null);
  const record = load.data?.record;
  const entry = params['entry'];
  const shown = record !== undefined && (judged.data !== null || judged.error !== null);
  useEffect(() => {
    if (!entry || !shown) return;
    // After the frame in which a new page takes the focus to its beginning (office/app.tsx).
    const frame = requestAnimationFrame(() => goToEntry(entry));
    return () => cancelAnimationFrame(frame);
  }, [entry, shown]);
  const onState = (figure: string) => {
    const topic = judged.data && topicOfFigure(figure, judged.data.topics.topics);
    return topic ? () => setWanted((now) => ({ topic, turn: (now?.turn ?? 0) + 1 })) : null;
  };
  const main = record?.person.posts.find((post) => post.main) ?? record?.person.posts[0];
  return (
    <Frame
      wide
      trail={
        own && !account.roles.some((role) => role === 'office' || role === 'committee' || role === 'inspector')
          ? [{ href: '#/my', label: say('Hồ sơ của tôi', 'My record') }]
          : [
              { href: '#/campaigns', label: say('Đợt đánh giá', 'Campaigns') },
              { href: `#/campaigns/${encodeURIComponent(campaignId)}`, label: record?.campaign.name ?? '…' },
            ]
      }
      title={record?.person.name ?? say('Hồ sơ', 'Record')}
      subtitle={
        record && (
          <>
            {main && `${main.title}, ${main.unit_name}`}
            <br />
            {record.campaign.name}
          </>
        )
      }
    >
      <Loaded load={load}>
        {({ record: page, campaign }) => (
          <div class="record">
            <div class="record-state">
              <FileState page={page} />
              <Channels page={page} />
            </div>
            <div class="record-timeline">
              <Loaded load={judged}>
                {({ verdict, topics, units }) => (
                  <>
                    <Verdict verdict={verdict} record={{ campaign: campaignId, person: personId }} onState={mayState ? onState : undefined} />
                    {verdict.unit && maySee('unit', account) && (
                      <p class="no-print">
                        <a href={`#/campaigns/${encodeURIComponent(campaignId)}/units/${encodeURIComponent(verdict.unit.id)}`}>
                          {say(`Cả đơn vị: ${verdict.unit.name}`, `The whole unit: ${verdict.unit.name}`)}
                        </a>
                      </p>
                    )}
                    {mayState && (
                      <StateFact
                        topics={topics}
                        units={units}
                        entries={page.entries}
                        campaign={campaignId}
                        person={personId}
                        wanted={wanted}
                        onFiled={() => {
                          load.reload();
                          judged.reload();
                        }}
                      />
                    )}
                  </>
                )}
              </Loaded>
              <h2>{say('Diễn biến', 'Timeline')}</h2>
              <Timeline page={page} campaign={campaign} topics={judged.data?.topics.topics ?? []} />
            </div>
            <RecordActions page={page} campaign={campaign} own={own} office={isOffice(account)} />
          </div>
        )}
      </Loaded>
    </Frame>
  );
}

function FileState({ page }: { page: RecordPage }) {
  const say = useSay();
  const title = useTitle();
  const { file } = page;
  const name = (id: string) => {
    const channel = page.channels.find((each) => each.id === id);
    return channel ? title(channel) : id;
  };
  return file.complete ? (
    <Notice kind="good" title={say('Hồ sơ đã đủ.', 'The file is complete.')} />
  ) : (
    <Notice title={say('Hồ sơ còn thiếu', 'Still missing')}>
      <ul>
        {file.missing.map((each) => (
          <li key={each.channel}>
            {name(each.channel)}
            {each.due && say(`, hạn ${formatDay(each.due)}`, `, due ${formatDay(each.due)}`)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Channels({ page }: { page: RecordPage }) {
  const say = useSay();
  const read = useRead();
  const title = useTitle();
  return (
    <section>
      <h2>{say('Các kênh', 'Channels')}</h2>
      <ul class="rows">
        {page.channels.map((channel) => (
          <li key={channel.id}>
            <p class="spread">
              <span>{title(channel)}</span>
              <StateTag state={channel.state} />
            </p>
            {channel.exempt && (
              <p class="note">
                {read(exemptWords[channel.exempt.reason])}
                {channel.exempt.note ? `: ${channel.exempt.note}` : ''}
              </p>
            )}
            {channel.due && channel.state === 'asked' && <p class="note">{say(`hạn ${formatDay(channel.due)}`, `due ${formatDay(channel.due)}`)}</p>}
          </li>
        ))}
      </ul>
      <details class="note">
        <summary>{say('Dấu của hồ sơ', 'Mark of the file')}</summary>
        <p>
          {say(
            `${page.file.entries} mục, mỗi mục nối vào mục trước. Dấu của mục cuối:`,
            `${page.file.entries} entries, each linked to the one before. Hash of the last:`,
          )}{' '}
          <span class="code">{page.file.head}</span>
        </p>
      </details>
    </section>
  );
}

interface ActionsProps {
  page: RecordPage;
  campaign: CampaignDetail;
  own: boolean;
  office: boolean;
}

/** Only for who may act; an inspector sees a page to read and to print. */
function RecordActions({ page, campaign, own, office }: ActionsProps) {
  const say = useSay();
  const state = (id: string) => page.channels.find((channel) => channel.id === id)?.state;
  const mayReview = own && campaign.channels.some((channel) => channel.id === 'self-review');
  const mayAsk = office && state('residence-remark') === 'not-asked';
  return (
    <TopAction>
      {mayReview && (
        <a class="button main" href={`#/campaigns/${encodeURIComponent(campaign.id)}/self-review`}>
          {state('self-review') === 'received' || state('self-review') === 'late' ? say('Gửi bản tự kiểm điểm mới', 'Send a new self-review') : say('Viết bản tự kiểm điểm', 'Write the self-review')}
        </a>
      )}
      {mayAsk && (
        <a class="button" href={`#/campaigns/${encodeURIComponent(campaign.id)}/remarks`}>
          {say('Xin nhận xét nơi cư trú', 'Ask for the residence remark')}
        </a>
      )}
      <Button onClick={() => window.print()}>{say('In hồ sơ', 'Print the record')}</Button>
    </TopAction>
  );
}
