import { ed25519, ED25519_TORSION_SUBGROUP } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base, calculatesRight, decodeElement, encodeAll, encodeElement, fixedBase, generator, identity, power, powers, secretPower } from '../../src/protocol/group';
import { decodeScalar, invert, lagrange, mod, Q } from '../../src/protocol/scalar';
import { codeOf } from './support/code';

const scalar = fc.bigInt({ min: 0n, max: Q - 1n });
const reversed = (hex: string): string => hex.match(/../g)!.reverse().join('');
/** The encoding of g^n by noble alone. */
const nobleHex = (n: bigint): string => reversed(ed25519.Point.BASE.multiplyUnsafe(n).toHex());

describe('elements', () => {
  it('spells the generator and the identity', () => {
    expect(encodeElement(generator)).toBe('6'.repeat(62) + '58');
    expect(encodeElement(identity)).toBe('0'.repeat(63) + '1');
    expect(decodeElement('0'.repeat(63) + '1').equals(identity)).toBe(true);
  });

  it('decodes what it encodes, one by one and many at once', () => {
    fc.assert(fc.property(fc.array(scalar, { minLength: 1, maxLength: 5 }), (ns) => {
      const points = [identity, ...ns.map(base)];
      const hex = encodeAll(points);
      expect(hex).toEqual([0n, ...ns].map(nobleHex));
      hex.forEach((h, i) => expect(decodeElement(h).equals(points[i]!)).toBe(true));
    }), { numRuns: 20 });
  });

  it('refuses every torsion point and every member plus torsion', () => {
    const member = ed25519.Point.BASE.multiply(12345n);
    for (const little of ED25519_TORSION_SUBGROUP) {
      const torsion = ed25519.Point.fromHex(little);
      if (torsion.is0()) continue;
      for (const bad of [torsion, member.add(torsion)]) expect(codeOf(() => decodeElement(reversed(bad.toHex())))).toBe('element-not-in-group');
    }
  });

  const p = 2n ** 255n - 19n;
  const hex = (n: bigint): string => n.toString(16).padStart(64, '0');
  it.each([
    ['identity as y = p+1', hex(p + 1n), 'element-not-canonical'],
    ['identity with the sign', hex(2n ** 255n + 1n), 'element-not-canonical'],
    ['y = -1 with the sign', hex(2n ** 255n + p - 1n), 'element-not-canonical'],
    ['y = -1', hex(p - 1n), 'element-not-in-group'],
    ['no such y', hex(2n), 'element-not-in-group'],
    ['upper case', '6'.repeat(62) + '5A', 'element-syntax'],
    ['62 digits', '6'.repeat(62), 'element-syntax'],
    ['a sign', '+' + '6'.repeat(63), 'element-syntax'],
    ['a line end', '6'.repeat(62) + '58\n', 'element-syntax'],
    ['no string', 7, 'element-syntax'],
  ])('refuses %s', (_, value, code) => expect(codeOf(() => decodeElement(value))).toBe(code));

  it('all ways to a power agree', () => {
    const a = base(987654321n);
    const table = fixedBase(a);
    fc.assert(fc.property(fc.oneof(scalar, fc.constantFrom(0n, 1n, Q - 1n)), scalar, (m, n) => {
      const expected = [m, n].map((k) => nobleHex(mod(987654321n * k)));
      expect([m, n].map((k) => encodeElement(secretPower(a, k)))).toEqual(expected);
      expect(encodeAll(powers(a, [m, n]))).toEqual(expected);
      expect(encodeAll(powers(table, [m, n]))).toEqual(expected);
      expect(encodeElement(power(a, m))).toBe(expected[0]);
      expect(encodeElement(base(m))).toBe(nobleHex(m));
      expect(encodeElement(secretPower(generator, m))).toBe(nobleHex(m));
      expect(encodeElement(power(a, m).add(base(n)).subtract(a))).toBe(nobleHex(mod(987654321n * (m - 1n) + n)));
      expect(power(identity, m).is0() && secretPower(identity, m).is0()).toBe(true);
    }), { numRuns: 20 });
  });

  it('a known answer comes out', () => expect(calculatesRight()).toBe(true));
});

describe('scalars', () => {
  it.each(['', '-1', '+7', '007', '0x7', '1_000', ' 1', '1\n', Q.toString(), '9'.repeat(77), 7, null])('refuses %j', (s) => {
    expect(codeOf(() => decodeScalar(s))).toBe('scalar-syntax');
  });
  it('takes 0 and q-1', () => {
    expect(decodeScalar('0')).toBe(0n);
    expect(decodeScalar((Q - 1n).toString())).toBe(Q - 1n);
  });
  it('inverts', () => {
    fc.assert(fc.property(fc.bigInt({ min: 1n, max: Q - 1n }), (n) => {
      expect(mod(n * invert(n))).toBe(1n);
    }));
  });
  it('interpolates a polynomial at any point from any points', () => {
    fc.assert(fc.property(fc.array(scalar, { minLength: 1, maxLength: 4 }), fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 }), fc.integer({ min: 0, max: 9 }), (f, all, x) => {
      const at = (n: number): bigint => f.reduceRight((sum, a) => mod(sum * BigInt(n) + a), 0n);
      const points = all.slice(0, f.length);
      expect(mod(points.reduce((sum, j) => sum + at(j) * lagrange(points, j, x), 0n))).toBe(at(x));
    }));
  });
});
