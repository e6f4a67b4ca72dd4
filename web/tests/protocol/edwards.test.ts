// Own points against @noble/curves, and the membership test against the multiplication by q.
import { ed25519, ED25519_TORSION_SUBGROUP } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addTo, affine, affineCoordinates, clone, D, FixedBase, isZeroPoint, products, samePoint, zero, type Point } from '../../src/protocol/edwards';
import { fe, LIMBS, P, square, toBigInt, type Fe } from '../../src/protocol/field';
import { I, memberAt, ROOT_A_PLUS_2, ROOT_I_A2_MINUS_4, ROOT_MINUS_A_PLUS_2 } from '../../src/protocol/membership';
import { Q } from '../../src/protocol/scalar';

const Noble = ed25519.Point;
type NoblePoint = typeof Noble.BASE;
const ours = ({ x, y }: { x: bigint; y: bigint }): Point => affine(fe(x), fe(y));
const theirs = (p: Point): { x: bigint; y: bigint } => {
  const [c] = affineCoordinates([p]);
  return { x: toBigInt(c!.x), y: toBigInt(c!.y) };
};
const same = (p: Point, n: NoblePoint): void => expect(theirs(p)).toEqual(n.toAffine());

const scalar = fc.oneof(fc.bigInt({ min: 0n, max: Q - 1n }), fc.constantFrom(0n, 1n, 2n, 7n, 8n, 9n, 127n, 128n, 129n, 255n, 256n, Q - 1n, Q - 2n, 2n ** 252n, 2n ** 252n - 1n, 2n ** 128n));
const torsion = ED25519_TORSION_SUBGROUP.map((hex) => Noble.fromHex(hex));
const onCurve = fc.tuple(fc.bigInt({ min: 0n, max: Q - 1n }), fc.constantFrom(...torsion)).map(([n, t]) => Noble.BASE.multiplyUnsafe(n).add(t));

describe('points', () => {
  it('add, subtract and compare as they should, small orders and equal points included', () => {
    fc.assert(fc.property(onCurve, onCurve, fc.boolean(), (a, b, equal) => {
      const other = equal ? a : b;
      for (const sign of [1, -1] as const) {
        const sum = clone(ours(a));
        addTo(sum, ours(other), sign);
        const expected = sign === 1 ? a.add(other) : a.subtract(other);
        same(sum, expected);
        expect(samePoint(sum, ours(expected))).toBe(true);
        expect(isZeroPoint(sum)).toBe(expected.is0());
      }
      expect(samePoint(ours(a), ours(other))).toBe(a.equals(other));
    }), { numRuns: 100 });
  });

  it('are multiplied, several numbers at once', () => {
    fc.assert(fc.property(onCurve, fc.array(scalar, { minLength: 1, maxLength: 3 }), (a, ns) => {
      products(ours(a), ns).forEach((p, i) => same(p, a.multiplyUnsafe(ns[i]!)));
    }), { numRuns: 60 });
  });

  it('are multiplied by a table', () => {
    for (const a of [Noble.BASE, Noble.BASE.multiply(987654321n), torsion[3]!]) {
      const table = new FixedBase(ours(a));
      fc.assert(fc.property(scalar, (n) => {
        same(table.product(n), a.multiplyUnsafe(n));
      }), { numRuns: 60 });
    }
  });

  it('with limbs as large as they may be are doubled and added right', () => {
    // The formulas are polynomials, so they can be compared for numbers that are no coordinates of a point.
    const places = Array.from({ length: LIMBS + 1 }, (_, k) => Math.ceil(21.25 * k));
    const largest = (sign: (k: number) => number): Fe => places.slice(1).map((to, k) => sign(k) * Math.floor(1.002 * 2 ** (to - places[k]! - 1)) * 2 ** places[k]!);
    const kinds = [() => 1, () => -1, (k: number) => (k % 2 ? 1 : -1), (k: number) => (k < 6 ? 1 : -1)].map(largest);
    const mod = (n: bigint): bigint => ((n % P) + P) % P;
    const numbers = ({ x, y, z, t }: Point) => [x, y, z, t].map(toBigInt) as [bigint, bigint, bigint, bigint];
    const index = fc.integer({ min: 0, max: kinds.length - 1 });
    const point = fc.tuple(index, index, index, index).map(([x, y, z, t]): Point => ({ x: kinds[x]!, y: kinds[y]!, z: kinds[z]!, t: kinds[t]! }));
    fc.assert(fc.property(point, point, (p, q) => {
      const [[x, y, z, t], [x2, y2, z2, t2]] = [numbers(p), numbers(q)];
      const [a, b, c, d] = [(y - x) * (y2 - x2), (y + x) * (y2 + x2), 2n * D * t * t2, 2n * z * z2];
      const [e, f, g, h] = [b - a, d - c, d + c, b + a];
      const sum = clone(p);
      addTo(sum, q);
      expect(numbers(sum)).toEqual([e * f, g * h, f * g, e * h].map(mod));
      addTo(Object.assign(sum, clone(p)), q, -1); // A and B with the other sign of x2, C with that of t2
      const [a1, b1] = [(y - x) * (y2 + x2), (y + x) * (y2 - x2)];
      expect(numbers(sum)).toEqual([(b1 - a1) * g, f * (b1 + a1), g * f, (b1 - a1) * (b1 + a1)].map(mod));

      const [g2, f2] = [y * y - x * x, y * y - x * x - 2n * z * z];
      if (g2 % P === 0n || f2 % P === 0n) return; // then Z is zero, which no point has
      const [twice] = affineCoordinates(products(p, [2n]));
      expect(mod(toBigInt(twice!.x) * g2)).toBe(mod(2n * x * y));
      expect(mod(toBigInt(twice!.y) * f2)).toBe(mod(-x * x - y * y));
    }), { numRuns: 200 });
  });

  it('are normalized together, the same one twice too', () => {
    const p = clone(ours(Noble.BASE));
    addTo(p, p);
    const all = affineCoordinates([p, zero, p]).map(({ x, y }) => ({ x: toBigInt(x), y: toBigInt(y) }));
    const twice = Noble.BASE.double().toAffine();
    expect(all).toEqual([twice, { x: 0n, y: 1n }, twice]);
  });
});

describe('membership', () => {
  const squared = (a: Fe): bigint => {
    const o = a.slice();
    square(o, o);
    return toBigInt(o);
  };
  it('has the roots that it says', () => {
    const A = 486662n;
    expect(squared(I)).toBe(P - 1n);
    expect(squared(ROOT_MINUS_A_PLUS_2)).toBe(P - (A + 2n));
    expect(squared(ROOT_A_PLUS_2)).toBe(A + 2n);
    expect(squared(ROOT_I_A2_MINUS_4)).toBe((toBigInt(I) * (A * A - 4n)) % P);
  });

  const decoded = (n: NoblePoint): Point | null => {
    const { x, y } = n.toAffine();
    return memberAt(y, (x & 1n) === 1n);
  };
  it('agrees with the multiplication by q on every torsion class', () => {
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: Q - 1n }), (n) => {
      for (const t of torsion) {
        const p = Noble.BASE.multiplyUnsafe(n).add(t);
        const member = p.isTorsionFree();
        expect(member).toBe(t.is0());
        const own = decoded(p);
        expect(own !== null).toBe(member);
        if (own) same(own, p);
      }
    }), { numRuns: 60, examples: [[0n], [1n], [Q - 1n], [2n]] });
  });
  it('agrees on any y at all', () => {
    const y = fc.oneof(fc.bigInt({ min: 0n, max: P - 1n }), fc.constantFrom(0n, 1n, 2n, P - 1n, P - 2n));
    fc.assert(fc.property(y, fc.boolean(), (y, odd) => {
      const bytes = Uint8Array.from({ length: 32 }, (_, i) => Number((y >> BigInt(8 * i)) & 255n));
      if (odd) bytes[31]! |= 0x80;
      let expected: NoblePoint | null = null;
      try {
        expected = Noble.fromBytes(bytes);
      } catch {}
      const own = memberAt(y, odd);
      expect(own !== null).toBe(expected !== null && expected.isTorsionFree());
      if (own) same(own, expected!);
    }), { numRuns: 300 });
  });
});
