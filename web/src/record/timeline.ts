// A rating file's entries as a timeline: newest on top, each with what it says in one sentence.

import type { Say } from '../office/say';
import type { ChannelId, Entry, ExemptReason, Fields, SignedBy, VoteResultContent } from '../office/contract';
import { statementSentence, type Statement, type Topic } from './statement';
import { exemptWords } from '../office/codes';
import { formatDay, formatPercent } from '../ui/format';
import type { Language } from '../ui/i18n';

/** What the office, the residence committee or the member wrote. */
export interface Written {
  fields: Fields;
  signed_by?: SignedBy;
}

export function newestFirst(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => b.seq - a.seq);
}

export function written(entry: Entry): Written | null {
  return entry.kind === 'remark' || entry.kind === 'self-review' ? (entry.content as unknown as Written) : null;
}

export function voteResult(entry: Entry): VoteResultContent | null {
  return entry.kind === 'vote-result' ? (entry.content as unknown as VoteResultContent) : null;
}

/** The version in force of what was written in a channel; null when there is none. */
export function currentFields(entries: readonly Entry[], channel: ChannelId): Fields | null {
  const now = newestFirst(entries).find((entry) => entry.channel === channel && entry.superseded_by === null && written(entry) !== null);
  return now ? written(now)!.fields : null;
}

/** Which version of its channel an entry is, counted from 1; null for entries that have no versions. */
export function versionOf(entry: Entry, entries: readonly Entry[]): number | null {
  if (!written(entry)) return null;
  return entries.filter((each) => each.kind === entry.kind && each.channel === entry.channel && each.seq <= entry.seq).length;
}

/** One sentence for a line of the timeline. */
export function sentenceOf(entry: Entry, entries: readonly Entry[], language: Language, topics: readonly Topic[] = []): string {
  const say: Say = (vi, en) => (language === 'vi' ? vi : en);
  const version = versionOf(entry, entries) ?? 1;
  const again = version > 1 ? say(` (bản thứ ${version})`, ` (version ${version})`) : '';
  switch (entry.kind) {
    case 'asked': {
      const due = String(entry.content['due'] ?? '');
      return say('Đã xin nhận xét', 'A remark was asked for') + (due ? say(`, hạn ${formatDay(due)}.`, `, due ${formatDay(due)}.`) : '.');
    }
    case 'exempt': {
      const why = exemptWords[entry.content['reason'] as ExemptReason];
      const note = String(entry.content['note'] ?? '');
      return `${say('Được miễn nhận xét', 'Exempt from the remark')}: ${why ? why[language] : say('lý do khác', 'other reason')}${note ? ` (${note})` : ''}.`;
    }
    case 'remark':
      return say('Đã có nhận xét', 'The remark came in') + again + '.';
    case 'self-review':
      return say('Đã nhận bản tự kiểm điểm', 'The self-review came in') + again + '.';
    case 'statement':
      return statementSentence(entry.content as unknown as Statement, topics, language);
    case 'vote-result': {
      const { counts, percent } = voteResult(entry)!;
      return say(
        `Tín nhiệm cao ${counts.high} (${formatPercent(percent.high, 'vi')}), tín nhiệm ${counts.trust} (${formatPercent(percent.trust, 'vi')}), tín nhiệm thấp ${counts.low} (${formatPercent(percent.low, 'vi')}).`,
        `High trust ${counts.high} (${formatPercent(percent.high, 'en')}), trust ${counts.trust} (${formatPercent(percent.trust, 'en')}), low trust ${counts.low} (${formatPercent(percent.low, 'en')}).`,
      );
    }
  }
}
