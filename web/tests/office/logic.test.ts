// The small rules of the office pages.
import { describe, expect, test } from 'vitest';
import type { CampaignPerson, RemarkRequest, Step, Vote } from '../../src/office/contract';
import { dayInWords, daysUntil } from '../../src/office/day';
import { folded, matches } from '../../src/office/name_filter';
import { asNewVote, lacks, type VoteDraft } from '../../src/office/new_vote_draft';
import { inOrder, isComplete, notAsked, requestsOf, type Choice } from '../../src/office/remark_lines';
import { unitPath } from '../../src/office/units';
import { hasQuorum, nextTask, whoActs } from '../../src/office/vote_words';

describe('names', () => {
  test('are found without diacritics, in any case, composed or not', () => {
    expect(folded('Đặng Thị Bịa')).toBe('dang thi bia');
    expect(matches('Đặng Thị Bịa', 'bia DANG')).toBe(true);
    expect(matches('Nguyễn Văn Thử'.normalize('NFD'), 'nguyễn')).toBe(true);
    expect(matches('Nguyễn Văn Thử', 'nguyen mau')).toBe(false);
    expect(matches('Ai đó', '  ')).toBe(true);
  });
});

describe('days', () => {
  test('in words', () => expect(dayInWords('2026-12-05')).toBe('ngày 5 tháng 12 năm 2026'));
  test('until', () => {
    expect(daysUntil('2026-12-05', '2026-11-21')).toBe(14);
    expect(daysUntil('2026-11-20', '2026-11-21')).toBe(-1);
  });
});

test('units by their path, a circle does not hang', () => {
  const unit = (id: string, parent_id: string | null) => ({ id, parent_id, code: id, name: id.toUpperCase() });
  expect(unitPath([unit('a', null), unit('b', 'a'), unit('c', 'b')], 'c')).toBe('A / B / C');
  expect(unitPath([unit('a', 'b'), unit('b', 'a')], 'a')).toContain('A');
  expect(unitPath([], 'x')).toBe('');
});

describe('remarks', () => {
  const request = (name: string, part: Partial<RemarkRequest>): RemarkRequest => ({
    id: name, person_id: name, name, post: '', committee: null, state: 'asked', due: '2026-12-05', asked_day: '2026-11-01',
    received_day: null, exempt: null, versions: 0, overdue: false, ...part,
  });
  test('overdue first, then waiting by day, then the rest', () => {
    const lines = [
      request('Đã nhận', { state: 'received' }), request('Miễn', { state: 'exempt' }), request('Chờ sau', { due: '2026-12-09' }),
      request('Chờ', {}), request('Muộn', { state: 'late' }), request('Quá hạn', { overdue: true, due: '2026-11-10' }),
    ];
    expect(inOrder(lines).map((each) => each.name)).toEqual(['Quá hạn', 'Chờ', 'Chờ sau', 'Muộn', 'Đã nhận', 'Miễn']);
  });
  test('who was not asked yet', () => {
    const person = (person_id: string): CampaignPerson => ({ person_id, name: '', post: '', unit_name: '', channels: {} as CampaignPerson['channels'] });
    expect(notAsked([person('a'), person('b')], [request('a', {})]).map((each) => each.person_id)).toEqual(['b']);
  });
  test('the reason "other" needs its note', () => {
    const choices = (choice: Choice) => new Map([['a', choice]]);
    expect(isComplete(new Map())).toBe(false);
    expect(isComplete(choices({ kind: 'ask' }))).toBe(true);
    expect(isComplete(choices({ kind: 'exempt', exempt: { reason: 'other', note: ' ' } }))).toBe(false);
    expect(isComplete(choices({ kind: 'exempt', exempt: { reason: 'other', note: 'ốm dài ngày' } }))).toBe(true);
  });
  test('what is sent', () => {
    const choices = new Map<string, Choice>([['a', { kind: 'ask' }], ['b', { kind: 'exempt', exempt: { reason: 'student', note: '  ' } }]]);
    expect(requestsOf(choices)).toEqual([{ person_id: 'a' }, { person_id: 'b', exempt: { reason: 'student' } }]);
  });
});

describe('a new vote', () => {
  const good: VoteDraft = {
    name: 'Lấy phiếu', day: '2026-12-15', persons: ['p1'], chair: 'c1', threshold: '2', slips: '60',
    trustees: [{ name: 'Mai Thử Một', post: '' }, { name: 'Tạ Thử Hai', post: '' }, { name: 'Lý Thử Ba', post: '' }],
  };
  const lack = (part: Partial<VoteDraft>) => lacks({ ...good, ...part }, ['Nguyễn Văn Thử']);
  test('complete', () => {
    expect(lack({})).toEqual([]);
    expect(lack({ slips: '5' })).toEqual([]);
    expect(asNewVote({ ...good, trustees: [...good.trustees, { name: ' ', post: 'x' }] }).trustees).toHaveLength(3);
  });
  test.each<[string, Partial<VoteDraft>, string]>([
    ['no name', { name: ' ' }, 'name'],
    ['no day', { day: '' }, 'day'],
    ['nobody to vote on', { persons: [] }, 'persons'],
    ['no chair', { chair: '' }, 'chair'],
    ['two trustees: one lost file would lose the vote', { trustees: good.trustees.slice(0, 2) }, 'trustees'],
    ['the same trustee twice', { trustees: [good.trustees[0]!, good.trustees[1]!, { name: 'mai  thu mot', post: '' }] }, 'trustee-twice'],
    ['a trustee who is voted on', { trustees: [...good.trustees, { name: 'Nguyễn Văn Thử', post: '' }] }, 'trustee-on-list'],
    ['one alone could open', { threshold: '1' }, 'threshold'],
    ['all are needed', { threshold: '3' }, 'threshold'],
    ['no slips', { slips: '0' }, 'slips'],
    ['fewer slips than may be counted', { slips: '4' }, 'slips'],
    ['half a slip', { slips: '1.5' }, 'slips'],
  ])('%s', (_, part, code) => expect(lack(part)).toContain(code));
});

describe('what is next', () => {
  const vi = (text: string) => text;
  const vote = (state: Vote['state'], steps: Partial<Step>[], shares = 0): Vote => ({
    uuid: 'u', campaign_id: 'c', name: 'n', day: 'd', state, profile: 'p', chair: { id: 'x', name: 'Ngô Chủ Trì Thử' }, threshold: 2, persons: [],
    trustees: [1, 2, 3].map((index) => ({ index, name: `T${index}`, post: '', done: index <= shares ? 'share' : 'drill' })),
    slips: { count: 5, registered: false }, attendance: null, fingerprint: null, ballots: null, box: null,
    steps: steps.map((step) => ({ id: 'keys', state: 'ahead', waiting_for: [], who: 'trustees', ...step })),
  });
  test('names those whom it waits for', () => {
    const waiting = vote('setup', [{ id: 'list', state: 'done' }, { state: 'current', waiting_for: ['T3'] }]);
    expect(nextTask(waiting, vi)).toEqual({ what: 'tạo khóa', who: 'ban kiểm phiếu (T3)' });
    expect(whoActs(waiting, { ...waiting.steps[1]!, who: 'chair', waiting_for: ['Ngô Chủ Trì Thử'] }, vi)).toBe('chủ trì, Ngô Chủ Trì Thử');
  });
  test('open: the chair closes; closed: shares, then the chair', () => {
    const count: Partial<Step>[] = [{ id: 'count', state: 'current', who: 'chair' }];
    expect(nextTask(vote('open', count), vi)!.who).toContain('chủ trì');
    expect(nextTask(vote('closed', count, 1), vi)!.who).toBe('ban kiểm phiếu, cần thêm 1 người');
    expect(nextTask(vote('closed', count, 2), vi)!.who).toContain('chủ trì');
  });
  test('nothing when all is done', () => expect(nextTask(vote('recorded', [{ state: 'done' }]), vi)).toBeNull());
  test('quorum: 20 of 31 is too few, 21 of 31 enough', () => {
    expect(hasQuorum(20, 31)).toBe(false);
    expect(hasQuorum(21, 31)).toBe(true);
    expect(hasQuorum(0, 0)).toBe(false);
  });
});
