// Does what the record says about a vote agree with what was recomputed from the archive?

import type { AuditReport } from '../protocol/audit';
import type { Counts } from '../office/contract';

/** What a record or a result page claims about one person. */
export interface Claim {
  uuid: string;
  question: number;
  counts: Counts;
  not_counted: number;
  archive_hash: string;
  fingerprint: string;
  /** How the person is named on the ballot: the question begins with it. */
  name: string;
}

export type Point = 'vote' | 'fingerprint' | 'archive' | 'person' | 'counts' | 'not-counted';

export interface Compared {
  point: Point;
  agrees: boolean;
  claimed: string;
  found: string;
}

const shown = (counts: readonly (number | string)[]) => counts.join(' · ');

/** One line a point. All of them agree, or the record and the archive tell different stories. */
export function compare(claim: Claim, report: AuditReport): Compared[] {
  const line = (point: Point, claimed: string, found: string): Compared => ({ point, agrees: claimed === found, claimed, found });
  const lines = [line('vote', claim.uuid, report.uuid), line('fingerprint', claim.fingerprint, report.fingerprint), line('archive', claim.archive_hash, report.archiveHash)];
  const question = report.questions[claim.question];
  const name = question ? nameIn(question.question) : '';
  lines.push({ point: 'person', agrees: sameName(claim.name, name), claimed: claim.name, found: name || '–' });
  const result = report.result?.[claim.question];
  const { high, trust, low } = claim.counts;
  lines.push(line('counts', shown([high, trust, low]), result ? shown(result) : '–'));
  const marked = result ? result.reduce((sum, count) => sum + Number(count), 0) : 0;
  lines.push(line('not-counted', String(claim.not_counted), result ? String(report.counted - marked) : '–'));
  return lines;
}

/** Capitals on the ballot, usual letters in the record; composed or not. */
function sameName(a: string, b: string): boolean {
  const plain = (name: string) => name.normalize('NFC').toLocaleUpperCase('vi').replace(/\s+/g, ' ').trim();
  return plain(a) === plain(b);
}

/** "HỌ TÊN — CHỨC VỤ" → "HỌ TÊN": the last dash parts name and post. */
export function nameIn(question: string): string {
  const at = question.lastIndexOf(' — ');
  return at < 0 ? question : question.slice(0, at);
}
