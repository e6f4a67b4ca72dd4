import { expect, it } from 'vitest';
import { commit } from '../../src/protocol/disjunction';
import { base, encodeAll, fixedBase } from '../../src/protocol/group';
import { fixedRandom } from './support/random';

it('a commitment answers once', () => {
  const of = { randomness: 5n, value: 1 };
  const { points, respond } = commit(fixedBase(base(7n)), [{ of, claimed: 0 }, { of, claimed: 1 }], 1, fixedRandom('once'));
  expect(respond('prefix', encodeAll(points))).toHaveLength(2);
  expect(() => respond('another prefix', encodeAll(points))).toThrow('bug: a nonce answers once');
});
