import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../src/protocol/bytes';
import { parseJson, writeJson, type Json } from '../../src/protocol/json';
import { codeOf } from './support/code';

const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'grapheme' }),
    fc.maxSafeInteger().map((n) => n + 0),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(fc.string(), tie('value')), { maxLength: 4 }).map((fields) => Object.assign(Object.create(null), Object.fromEntries(fields))),
  ),
})).value;

describe('JSON', () => {
  it('escapes as Belenios does', () => {
    expect(writeJson('a"\\\b\f\n\r\t\u0001\u001f\u007f/é')).toBe('"a\\"\\\\\\b\\f\\n\\r\\t\\u0001\\u001f\\u007f/é"');
  });

  it('leaves absent fields out and keeps the order', () => {
    expect(writeJson({ b: 1, a: undefined, c: [true, null] })).toBe('{"b":1,"c":[true,null]}');
  });

  it('reads what it writes', () => {
    fc.assert(fc.property(json, (value) => {
      expect(writeJson(parseJson(writeJson(value), 'test'))).toBe(writeJson(value));
    }));
  });

  it('agrees with the platform about what is JSON', () => {
    fc.assert(fc.property(json, fc.nat(), fc.string({ maxLength: 2 }), (value, at, noise) => {
      const good = JSON.stringify(value);
      const text = good.slice(0, at % (good.length + 1)) + noise + good.slice(at % (good.length + 1));
      if (/[\ud800-\udfff]/u.test(text)) return; // cut inside a pair: bytes never hold that
      let platform = true;
      try {
        // Both our readers refuse a number without a place in 64 bits, where the platform reads infinity.
        JSON.parse(text, (_, part: unknown) => {
          if (typeof part === 'number' && !Number.isFinite(part)) throw new RangeError('too large');
          return part;
        });
      } catch {
        platform = false;
      }
      const ours = codeOf(() => parseJson(text, 'test'));
      // We are stricter in two ways only.
      if (ours === 'json-duplicate-field' || (ours === 'json-syntax' && platform && /\\ud[89a-f]/i.test(text))) return;
      expect(ours === null).toBe(platform);
    }), { numRuns: 1000 });
  });

  it.each([
    ['{"a":1,"a":2}', 'json-duplicate-field'],
    ['{"__proto__":1,"__proto__":2}', 'json-duplicate-field'],
    ['[1,]', 'json-syntax'],
    ['01', 'json-syntax'],
    ['"\\ud800"', 'json-syntax'],
    ['"\n"', 'json-syntax'],
    ['1 2', 'json-syntax'],
    ['\ufeff1', 'json-syntax'],
    ['[1e999]', 'json-syntax'],
    ['1'.repeat(400), 'json-syntax'],
    ['['.repeat(33) + ']'.repeat(33), 'json-too-large'],
    ['{"a":'.repeat(33) + '0' + '}'.repeat(33), 'json-too-large'],
  ])('refuses %s', (text, code) => {
    expect(codeOf(() => parseJson(text, 'test'))).toBe(code);
  });

  it('refuses bytes that are not UTF-8', () => {
    expect(codeOf(() => parseJson(new Uint8Array([0x22, 0xc3, 0x22]), 'test'))).toBe('json-syntax');
    expect(parseJson(utf8('"Tín"'), 'test')).toBe('Tín');
  });

  it('never takes another number for an integer', () => {
    for (const spelled of ['1.0', '1e0', '-0', '9007199254740993']) {
      expect(typeof parseJson(spelled, 'test')).toBe('object');
      expect(writeJson(parseJson(spelled, 'test'))).toBe(spelled);
    }
  });
});
