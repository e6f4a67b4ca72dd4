// Every sentence exists in both languages, takes the same values in both, and is used by a page.
import { describe, expect, test } from 'vitest';
import type { Dictionary } from '../../src/ui/i18n';

const modules = import.meta.glob<Record<string, unknown>>('../../src/*/words.ts', { eager: true });
const sources = import.meta.glob<string>('../../src/**/*.{ts,tsx}', { eager: true, query: '?raw', import: 'default' });

const isDictionary = (value: unknown): value is Dictionary =>
  typeof value === 'object' && value !== null && !Array.isArray(value) &&
  Object.values(value).every((s) => typeof s?.vi === 'string' && typeof s?.en === 'string');

// The dictionary named `words` holds an area's sentences and every one must be said somewhere;
// others (words for the codes of the API) are looked up by code.
const dictionaries = Object.entries(modules).flatMap(([file, exported]) =>
  Object.entries(exported).flatMap(([name, value]) => (isDictionary(value) ? [{ file, name, words: value }] : [])),
);

const valuesOf = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map((found) => found[1]).sort();

describe.each(dictionaries)('$file $name', ({ file, name, words }) => {
  const area = file.split('/').at(-2);
  const users = Object.entries(sources).filter(([path]) => path !== file && path.includes(`/${area}/`)).map(([, text]) => text);

  test.each(Object.entries(words))('%s', (key, sentence) => {
    expect(sentence.vi.trim(), 'Vietnamese').not.toBe('');
    expect(sentence.en.trim(), 'English').not.toBe('');
    expect(sentence.vi, 'composed letters (NFC)').toBe(sentence.vi.normalize('NFC'));
    expect(valuesOf(sentence.en)).toEqual(valuesOf(sentence.vi));
    if (name !== 'words') return;
    const used = users.some((text) => text.includes(`'${key}'`) || text.includes(`words.${key}`));
    expect(used, `no page of ${area} says '${key}'`).toBe(true);
  });
});

test('dictionaries are found', () => {
  expect(dictionaries.map((d) => d.file)).toContain('../../src/ui/words.ts');
});
