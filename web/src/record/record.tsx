// The record of a person in a campaign: who, what state the file is in, what is missing, and a timeline of
// everything that came in, each line with its source.

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
import { isOffice } from '../office/router';
import { useRead, useSay, useTitle } from '../office/say';
import { Loaded, useLoad } from '../office/state';
import { Timeline } from './entries';
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
  const record = load.data?.record;
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
              <h2>{say('Diễn biến', 'Timeline')}</h2>
              <Timeline page={page} campaign={campaign} />
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
