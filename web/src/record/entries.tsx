// The timeline: one line an entry, newest on top; what it says in full opens below the line.

import { formatDay } from '../ui/format';
import { useLanguage } from '../ui/i18n';
import { StateTag } from '../office/channel_state';
import type { CampaignDetail, Entry, RecordPage, VoteResultContent } from '../office/contract';
import { useSay, useTitle } from '../office/say';
import { Empty } from '../office/state';
import { FiledAnswers } from '../residence/sheet';
import type { Claim } from './compare';
import { BaseNote, Figures } from './figures';
import { entryId } from './finding_list';
import { Recheck } from './recheck';
import type { Topic } from './statement';
import { newestFirst, sentenceOf, voteResult, written } from './timeline';

interface TimelineProps {
  page: RecordPage;
  campaign: CampaignDetail;
  /** The words of statements; empty while they are not there. */
  topics?: readonly Topic[];
}

export function Timeline({ page, campaign, topics = [] }: TimelineProps) {
  const say = useSay();
  const entries = newestFirst(page.entries);
  if (entries.length === 0) {
    return (
      <Empty>
        <p>{say('Chưa có mục nào. Mỗi yêu cầu, nhận xét và kết quả sẽ thành một mục ở đây.', 'Nothing yet. Every request, remark and result becomes an entry here.')}</p>
      </Empty>
    );
  }
  return (
    <ol class="timeline" reversed>
      {entries.map((entry) => (
        <li key={entry.seq} id={entryId(entry.seq)} tabIndex={-1} class={entry.superseded_by !== null ? 'superseded' : undefined}>
          <Line entry={entry} page={page} campaign={campaign} topics={topics} />
        </li>
      ))}
    </ol>
  );
}

function Line({ entry, page, campaign, topics }: { entry: Entry; page: RecordPage; campaign: CampaignDetail; topics: readonly Topic[] }) {
  const say = useSay();
  const language = useLanguage();
  const title = useTitle();
  const channel = page.channels.find((each) => each.id === entry.channel);
  const result = voteResult(entry);
  return (
    <>
      <p class="entry-head">
        <time dateTime={entry.day}>{formatDay(entry.day)}</time> · {channel ? title(channel) : entry.channel}
        {entry.superseded_by === null && channel && (entry.kind === 'remark' || entry.kind === 'self-review') && (
          <>
            {' '}
            <StateTag state={channel.state} />
          </>
        )}
        {entry.superseded_by !== null && (
          <span class="tag plain">↷ {say(`đã có bản mới (mục ${entry.superseded_by})`, `superseded by entry ${entry.superseded_by}`)}</span>
        )}
      </p>
      <p>{sentenceOf(entry, page.entries, language, topics)}</p>
      {result && <VoteLine result={result} name={page.person.name} />}
      <Content entry={entry} campaign={campaign} />
      <p class="note">
        {say('Nguồn', 'Source')}: {entry.source.text}
        {entry.actor && ` · ${say('ghi bởi', 'entered by')} ${entry.actor}`} · {say('mục', 'entry')} {entry.seq}
        <span class="code short-hash" title={entry.hash}>
          {' '}
          {entry.hash.slice(0, 12)}…
        </span>
      </p>
    </>
  );
}

function Content({ entry, campaign }: { entry: Entry; campaign: CampaignDetail }) {
  const say = useSay();
  const content = written(entry);
  if (!content) return null;
  const form = campaign.channels.find((channel) => channel.id === entry.channel)?.form ?? [];
  return (
    <details class="entry-content">
      <summary>{say('Đọc toàn văn', 'Read in full')}</summary>
      <FiledAnswers form={form} values={content.fields} />
      {content.signed_by && (
        <p>
          {say('Người ký', 'Signed by')}: {content.signed_by.name}, {content.signed_by.post}
        </p>
      )}
    </details>
  );
}

function VoteLine({ result, name }: { result: VoteResultContent; name: string }) {
  const say = useSay();
  const claim: Claim = { ...result, name };
  return (
    <div class="vote-line">
      <p>
        <a href={`/v/${encodeURIComponent(result.uuid)}`}>{result.vote}</a>, {say(`câu ${result.question + 1}`, `question ${result.question + 1}`)}. <BaseNote base={result.base} />
      </p>
      <Figures counts={result.counts} percent={result.percent} notCounted={result.not_counted} base={result.base} band={result.band} />
      <details class="note">
        <summary>{say('Dấu để đối chiếu', 'Marks to compare')}</summary>
        <dl class="facts stacked">
          <dt>{say('Dấu của kho phiếu', 'Mark of the archive')}</dt>
          <dd class="code">{result.archive_hash}</dd>
          <dt>{say('Dấu vân tay của lần lấy phiếu', 'Fingerprint of the vote')}</dt>
          <dd class="code">{result.fingerprint}</dd>
          <dt>{say('Theo', 'Under')}</dt>
          <dd>{result.profile}</dd>
        </dl>
      </details>
      <Recheck claims={[claim]} />
    </div>
  );
}
