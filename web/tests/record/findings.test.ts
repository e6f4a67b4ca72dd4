// How the verdict is arranged: groups, what stands in the way of a level, what is waited for; statements to and fro.
import { describe, expect, test } from 'vitest';
import { grouped, needed, undecided, whyNot, wouldCome } from '../../src/record/findings';
import { lacking, nothingTyped, statementOf, statementSentence, topicOf, topicOfFigure, typedOf, type Statement } from '../../src/record/statement';
import { alsoUnknown, late, note, oneMore, remark, topics, unknown, verdict } from './a_verdict';

const topic = (id: string) => topics.topics.find((each) => each.id === id)!;

describe('findings', () => {
  test('stand in groups by what has to be done, always in the same order, and none is lost', () => {
    const shuffled = grouped([note, oneMore, late, remark, late]);
    expect(shuffled.map(({ group }) => group.vi)).toEqual(['Không được làm', 'Còn thiếu', 'Đã sát giới hạn', 'Lưu ý']);
    expect(shuffled.map(({ findings }) => findings.length)).toEqual([2, 1, 1, 1]);
    expect(grouped([note]).map(({ group }) => group.kind)).toEqual(['warns']);
    expect(grouped([])).toEqual([]);
  });

  test('only what forbids a level answers why it is not possible', () => {
    expect(whyNot('excellent', verdict)).toEqual({ findings: [late], not_applied: [] });
    expect(whyNot('good', verdict)).toEqual({ findings: [remark], not_applied: [unknown, alsoUnknown] });
    expect(whyNot('failed', verdict)).toEqual({ findings: [], not_applied: [] });
    expect(whyNot('no-such', verdict)).toEqual({ findings: [], not_applied: [] });
  });

  test('what would come is what nobody said before, about this file', () => {
    const file = late.about;
    const sameAgain = { ...late, figures: late.figures.map((each) => ({ ...each, entries: ['new'] })) };
    expect(wouldCome({ file, gone: [late], come: [sameAgain, oneMore, { ...note, about: 'another' }] })).toEqual([oneMore]);
    expect(wouldCome({ file, gone: [{ ...late, kind: 'warns' }], come: [late] })).toEqual([late]);
  });

  test('what is waited for stands once, with every article; what is there is not waited for', () => {
    const list = needed([unknown, alsoUnknown, unknown]);
    expect(list.map((each) => each.figure.name)).toEqual(['person.role']);
    expect(list[0]!.articles).toEqual(['chưa đọc được điều khoản', '366-QĐ/TW Điều 9']);
    expect(list[0]!.contradicted).toBe(false);
    const cap = { ...unknown, rule: 'cap-excellent', needs: [late.figures[0]!] };
    expect(needed([cap])).toEqual([]);
    expect(undecided([unknown, cap])).toEqual([cap]); // never an empty list
    const two = { ...unknown, why: 'contradicted' as const, needs: [{ ...unknown.needs[0]!, entries: ['1', '2'] }] };
    expect(needed([two])[0]!.contradicted).toBe(true);
  });
});

describe('statements', () => {
  test('what is typed becomes fields; what is not typed is not there; a comma is a point', () => {
    expect(statementOf(topic('tasks'), { ...nothingTyped, values: { assigned: ' 20 ', late: '' } })).toEqual({ topic: 'tasks', says: { assigned: '20' } });
    expect(statementOf(topic('score'), { ...nothingTyped, values: { total: '89,996' } }).says).toEqual({ total: '89.996' });
    expect(statementOf(topic('explanation:'), { ...nothingTyped, own: '2' })).toEqual({ topic: 'explanation:2', says: {} });
    expect(statementOf(topic('posts'), nothingTyped)).toEqual({ topic: 'posts', says: { items: [] } });
    const items = [{ id: '3', unit: 'plan', role: 'head' }];
    expect(statementOf(topic('posts'), { ...nothingTyped, items })).toEqual({ topic: 'posts', says: { items } });
  });

  test('a statement that stands comes back to be corrected', () => {
    const standing: Statement[] = [{ topic: 'tasks', says: { assigned: '20' } }, { topic: 'posts', says: { items: [{ id: '1', unit: 'plan', role: 'head' }] } }, { topic: 'explanation:2', says: {} }];
    for (const statement of standing) {
      const of = topicOf(statement.topic, topics.topics)!;
      expect(statementOf(of, typedOf(statement, of))).toEqual(statement);
    }
    expect(typedOf(null, topic('tasks'))).toEqual(nothingTyped);
  });

  test('what is required and empty is named', () => {
    expect(lacking(topic('tasks'), nothingTyped, 'vi')).toEqual([]);
    expect(lacking(topic('shortcomings'), { ...nothingTyped, values: { found: '0' } }, 'vi')).toEqual(['đã khắc phục']);
    expect(lacking(topic('explanation:'), nothingTyped, 'vi')).toEqual(['Giải trình nội dung gợi ý']);
    expect(lacking(topic('posts'), { ...nothingTyped, items: [{ id: '1', unit: 'plan' }] }, 'vi')).toEqual(['vai trò']);
  });

  test('the topic that states a figure', () => {
    const of = (figure: string) => topicOfFigure(figure, topics.topics);
    expect(of('tasks.late')).toBe('tasks');
    expect(of('level.self')).toBe('level:self');
    expect(of('person.role')).toBe('posts');
    expect(of('document:minutes')).toBe('document:minutes');
    expect(of('collective.level')).toBeNull();
  });

  test('one sentence for the timeline, also of what has no words here', () => {
    const say = (id: string, says: Parameters<typeof statementSentence>[0]['says']) => statementSentence({ topic: id, says }, topics.topics, 'vi');
    expect(say('tasks', { late: '4', assigned: '20' })).toBe('Nhiệm vụ được giao: số nhiệm vụ được giao 20; số nhiệm vụ chậm hạn 4.');
    expect(say('score', { total: '89.996' })).toBe('Điểm: tổng điểm 89,996.');
    expect(say('level:self', { level: 'good' })).toBe('Mức tự nhận: mức Hoàn thành tốt nhiệm vụ.');
    expect(say('posts', { items: [] })).toBe('Chức vụ: không có.');
    expect(say('posts', { items: [{ id: '1', role: 'head' }] })).toBe('Chức vụ: 1: vai trò người đứng đầu.');
    expect(say('explanation:2', { on: '2026-12-05' })).toBe('Giải trình nội dung gợi ý 2: ngày 5/12/2026.');
    expect(say('document:minutes', {})).toBe('Có trong hồ sơ: Biên bản.');
    expect(say('unheard-of', { x: 'y' })).toBe('unheard-of: x y.');
  });
});
