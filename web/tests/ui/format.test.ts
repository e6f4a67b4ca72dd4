import { expect, test } from 'vitest';
import { formatCount, formatDay, formatPercent, formatSize, parseDay, wordLine } from '../../src/ui/format';

test('days are d/m/yyyy, without leading zeros', () => {
  expect(formatDay('2026-12-05')).toBe('5/12/2026');
  expect(formatDay('hôm nay')).toBe('hôm nay');
});

test.each([
  ['15/12/2026', '2026-12-15'],
  [' 5-1-2026 ', '2026-01-05'],
  ['29/2/2028', '2028-02-29'],
  ['29/2/2026', null],
  ['31/4/2026', null],
  ['2026-12-15', null],
  ['0/1/2026', null],
])('%s is the day %s', (typed, day) => {
  expect(parseDay(typed)).toBe(day);
});

test('numbers as each language writes them', () => {
  expect(formatPercent('53.19', 'vi')).toBe('53,19 %');
  expect(formatPercent('53.19', 'en')).toBe('53.19%');
  expect([formatCount(999, 'vi'), formatCount(1000, 'vi'), formatCount(1234567, 'en')]).toEqual(['999', '1.000', '1,234,567']);
  expect(formatSize(1500, 'vi')).toBe('1,5 kB');
  expect(formatSize(2_500_000, 'en')).toBe('2.5 MB');
});

test('the words of a hash break between, not inside', () => {
  expect(wordLine('00'.repeat(32)).split(' · ')).toHaveLength(4);
  expect(wordLine('00'.repeat(32))).not.toMatch(/[^·] [^·]/);
});
