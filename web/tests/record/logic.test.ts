// Sorting, the timeline in sentences, and comparing a record with an archive.
import { describe, expect, test } from 'vitest';
import type { Entry, PersonResult } from '../../src/office/contract';
import type { AuditReport } from '../../src/protocol/audit';
import { compare, nameIn, type Claim } from '../../src/record/compare';
import { sorted } from '../../src/record/sorting';
import { currentFields, newestFirst, sentenceOf, versionOf } from '../../src/record/timeline';

describe('sorting', () => {
  const row = (question: number, high: number, low: number): PersonResult => ({
    question, person_id: `${question}`, name: '', post: '', counts: { high, trust: 0, low }, not_counted: 0, percent: { high: '', trust: '', low: '' }, band: null,
  });
  const rows = [row(2, 5, 5), row(0, 5, 1), row(1, 9, 0)];
  const order = (by: Parameters<typeof sorted>[1]) => sorted(rows, by).map((each) => each.question);
  test('as on the ballot', () => expect(order('ballot')).toEqual([0, 1, 2]));
  test('by a level, equal ones as on the ballot', () => {
    expect(order('high')).toEqual([1, 0, 2]);
    expect(order('low')).toEqual([2, 0, 1]);
  });
  test('the given list stays as it was', () => expect(rows[0]!.question).toBe(2));
});

const entry = (seq: number, part: Partial<Entry>): Entry => ({
  seq, day: '2026-12-01', channel: 'residence-remark', kind: 'remark', actor: '', content: { fields: { general: `bản ${seq}` } },
  source: { kind: 'residence-committee', text: '' }, hash: '', superseded_by: null, ...part,
});

describe('timeline', () => {
  const entries = [
    entry(1, { kind: 'asked', content: { due: '2026-12-05' } }),
    entry(2, { superseded_by: 3 }),
    entry(3, {}),
    entry(4, { kind: 'exempt', content: { reason: 'other', note: 'ốm dài ngày' } }),
    entry(5, {
      kind: 'vote-result', channel: 'confidence-vote',
      content: { counts: { high: 19, trust: 2, low: 25 }, percent: { high: '40.43', trust: '4.26', low: '53.19' } },
    }),
  ];
  test('newest on top', () => expect(newestFirst(entries).map((each) => each.seq)).toEqual([5, 4, 3, 2, 1]));
  test('versions count within their kind; others have none', () => expect(entries.map((each) => versionOf(each, entries))).toEqual([null, 1, 2, null, null]));
  test('the version in force', () => {
    expect(currentFields(entries, 'residence-remark')).toEqual({ general: 'bản 3' });
    expect(currentFields(entries, 'self-review')).toBeNull();
  });
  test('one sentence each, percentages with a comma in Vietnamese', () => {
    expect(entries.map((each) => sentenceOf(each, entries, 'vi'))).toEqual([
      'Đã xin nhận xét, hạn 5/12/2026.',
      'Đã có nhận xét.',
      'Đã có nhận xét (bản thứ 2).',
      'Được miễn nhận xét: Lý do khác (ốm dài ngày).',
      'Tín nhiệm cao 19 (40,43 %), tín nhiệm 2 (4,26 %), tín nhiệm thấp 25 (53,19 %).',
    ]);
    expect(sentenceOf(entries[4]!, entries, 'en')).toContain('25 (53.19%)');
  });
});

describe('comparing', () => {
  const claim: Claim = { uuid: 'U', question: 1, counts: { high: 19, trust: 2, low: 25 }, not_counted: 1, archive_hash: 'aa', fingerprint: 'f', name: 'Lê Ví Dụ' };
  const report = {
    uuid: 'U', fingerprint: 'f', archiveHash: 'aa', counted: 47,
    questions: [{ question: 'TRẦN THỊ MẪU — Giám đốc' }, { question: 'LÊ VÍ DỤ — Trưởng phòng — phụ trách' }],
    result: [['47', '0', '0'], ['19', '2', '25']],
  } as unknown as AuditReport;
  // The post itself may hold a dash: then the name in front of the last one does not agree, and that is said.
  const plain = { ...report, questions: [report.questions[0], { question: 'LÊ VÍ DỤ — Chủ tịch' }] } as AuditReport;
  const differing = (part: Partial<Claim>, from = plain) => compare({ ...claim, ...part }, from).filter((line) => !line.agrees).map((line) => line.point);

  test('everything agrees', () => expect(differing({})).toEqual([]));
  test.each<[string, Partial<Claim>, string[]]>([
    ['another vote', { uuid: 'V' }, ['vote']],
    ['another election behind the same id', { fingerprint: 'g' }, ['fingerprint']],
    ['another archive', { archive_hash: 'bb' }, ['archive']],
    ['one count moved', { counts: { high: 20, trust: 2, low: 24 } }, ['counts']],
    ['a line not counted', { not_counted: 0 }, ['not-counted']],
    ['somebody else', { name: 'Phạm Giả Định' }, ['person']],
    ["another person's line", { question: 0 }, ['person', 'counts', 'not-counted']],
    ['no such line', { question: 7 }, ['person', 'counts', 'not-counted']],
  ])('%s', (_, part, points) => expect(differing(part)).toEqual(points));

  test('an archive without a result agrees with no count', () => {
    expect(differing({}, { ...plain, result: null } as AuditReport)).toEqual(['counts', 'not-counted']);
  });
  test('names on the ballot', () => {
    expect(nameIn('LÊ VÍ DỤ — Chủ tịch')).toBe('LÊ VÍ DỤ');
    expect(nameIn('LÊ VÍ DỤ')).toBe('LÊ VÍ DỤ');
  });
});
