import { describe, expect, it } from 'vitest';
import { generateCredential, readCredential } from '../../src/protocol/credential';
import { randomBase58, shuffle, systemRandom } from '../../src/protocol/random';
import { codeOf } from './support/code';
import { fixedRandom } from './support/random';

describe('a credential', () => {
  it('has the strict form and is new each time', () => {
    const many = Array.from({ length: 100 }, () => generateCredential(systemRandom));
    for (const c of many) expect(c).toMatch(/^[1-9A-HJ-NP-Za-km-z]{5}-[1-9A-HJ-NP-Za-km-z]{6}-[1-9A-HJ-NP-Za-km-z]{5}-[1-9A-HJ-NP-Za-km-z]{6}$/);
    expect(new Set(many).size).toBe(100);
  });

  it.each(['zD8Jr-ZF59CF-4Wbc4-ybMtti', ' zD8Jr-ZF59CF-4Wbc4-ybMtti\n', 'zD8JrZF59CF4Wbc4ybMtti', 'zD8Jr – ZF59CF – 4Wbc4 – ybMtti', 'zD8Jr\u2011ZF59CF\u20114Wbc4\u2011ybMtti'])('is read from %j', (typed) => {
    expect(readCredential(typed)).toBe('zD8Jr-ZF59CF-4Wbc4-ybMtti');
  });

  it.each([
    ['', 'credential-empty'],
    ['  ', 'credential-empty'],
    ['zD8Jr-ZF59CF-4Wbc4-ybMtt', 'credential-length'],
    ['zD8Jr-ZF59CF-4Wbc4-ybMttii', 'credential-length'],
    ['zD8Jr-ZF59CF-4Wbc4-ybMtt0', 'credential-character'],
    ['lD8Jr-ZF59CF-4Wbc4-ybMtti', 'credential-character'],
    ['zD8J-rZF59CF-4Wbc4-ybMtti', 'credential-dashes'],
    ['zD8Jr-ZF59CF-4Wbc4ybMtti', 'credential-dashes'],
  ])('is refused: %j, %s', (typed, code) => expect(codeOf(() => readCredential(typed))).toBe(code));
});

describe('random choices', () => {
  it('use every Base58 character about equally', () => {
    const counts = new Map<string, number>();
    for (const c of randomBase58(58_000, fixedRandom('even'))) counts.set(c, (counts.get(c) ?? 0) + 1);
    expect(counts.size).toBe(58);
    for (const n of counts.values()) expect(Math.abs(n - 1000)).toBeLessThan(200);
  });

  it('shuffle without losing anything, into every place', () => {
    const items = [0, 1, 2, 3];
    const seen = new Set<string>();
    const random = fixedRandom('shuffle');
    for (let i = 0; i < 500; i++) {
      const out = shuffle(items, random);
      expect([...out].sort()).toEqual(items);
      seen.add(out.join(''));
    }
    expect(seen.size).toBe(24);
  });
});
