// Numbers modulo p in floating point, against BigInt; and the limits of their limbs, computed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, equal, fe, invert, LIMBS, mul, negate, newFe, P, powerP58, settle, square, sub, toBigInt, type Fe } from '../../src/protocol/field';

const mod = (n: bigint): bigint => ((n % P) + P) % P;
const edges = [0n, 1n, 2n, 19n, P - 1n, P - 2n, P, P + 18n, 2n ** 255n - 1n, 2n ** 254n, (P - 1n) / 2n, 2n ** 128n - 1n];
const number = fc.oneof(fc.bigInt({ min: 0n, max: 2n ** 255n - 1n }), fc.constantFrom(...edges));
const made = (f: (o: Fe) => void): bigint => {
  const o = newFe();
  f(o);
  return toBigInt(o);
};

const PLACES = Array.from({ length: LIMBS + 1 }, (_, k) => Math.ceil(21.25 * k));
const WIDTHS = PLACES.slice(1).map((to, k) => to - PLACES[k]!);

describe('limbs', () => {
  // Magnitudes in units of each limb.
  const settled = WIDTHS.map((w) => 1.002 * 2 ** (w - 1));
  const column = (k: number, width: number): number => {
    let most = 0;
    for (let i = 0; i < LIMBS; i++) {
      const wraps = i > k;
      const j = k - i + (wraps ? LIMBS : 0);
      most += settled[i]! * settled[j]! * width * 2 ** (PLACES[i]! + PLACES[j]! - PLACES[k]! - (wraps ? 255 : 0)) * (wraps ? 19 : 1);
    }
    return most;
  };
  const carried = (most: number[]): number[] => {
    const carry = most.map((m, k) => m / 2 ** WIDTHS[k]! + 0.5);
    return WIDTHS.map((w, k) => 2 ** (w - 1) + (k > 0 ? carry[k - 1]! : 19 * carry[LIMBS - 1]!));
  };

  it('of a product whose widths multiply to 16 are exact, and not of much more', () => {
    const most = (width: number): number => Math.max(...WIDTHS.map((_, k) => column(k, width)));
    expect(most(16)).toBeLessThan(2 ** 53);
    expect(most(17)).toBeGreaterThan(2 ** 53);
  });
  it('are settled after two carries', () => {
    const after = carried(carried(WIDTHS.map((_, k) => column(k, 16))));
    after.forEach((most, k) => expect(most).toBeLessThan(settled[k]!));
  });
  it('keep to it', () => {
    fc.assert(fc.property(fc.array(number, { minLength: 4, maxLength: 4 }), ([a, b, c, d]) => {
      const o = fe(a!);
      for (const n of [b!, c!, d!]) add(o, o, fe(n)); // 4 wide
      mul(o, o, o);
      o.forEach((limb, k) => {
        expect(Math.abs(limb / 2 ** PLACES[k]!)).toBeLessThanOrEqual(settled[k]!);
        expect(Number.isInteger(limb / 2 ** PLACES[k]!)).toBe(true);
      });
      expect(toBigInt(o)).toBe(mod((a! + b! + c! + d!) ** 2n));
    }));
  });
  it('as large as they may be multiply right, in every sign', () => {
    const largest = (sign: (k: number) => number): Fe => WIDTHS.map((w, k) => sign(k) * 4 * Math.floor(1.002 * 2 ** (w - 1)) * 2 ** PLACES[k]!);
    const whole = (a: Fe): bigint => mod([...a].reduce((n, limb) => n + BigInt(limb), 0n));
    for (const s of [() => 1, () => -1, (k: number) => (k % 2 ? 1 : -1), (k: number) => (k < 6 ? 1 : -1)]) {
      for (const t of [() => 1, (k: number) => (k % 2 ? 1 : -1)]) {
        const [a, b] = [largest(s), largest(t)];
        expect(made((o) => mul(o, a, b))).toBe(mod(whole(a) * whole(b)));
        expect(made((o) => square(o, a))).toBe(mod(whole(a) ** 2n));
      }
    }
  });
});

describe('numbers', () => {
  it('are read and written', () => {
    fc.assert(fc.property(number, (n) => {
      expect(toBigInt(fe(n))).toBe(mod(n));
    }));
  });
  it('add, subtract and multiply', () => {
    fc.assert(fc.property(number, number, (a, b) => {
      const [x, y] = [fe(a), fe(b)];
      expect(made((o) => add(o, x, y))).toBe(mod(a + b));
      expect(made((o) => sub(o, x, y))).toBe(mod(a - b));
      expect(made((o) => mul(o, x, y))).toBe(mod(a * b));
      expect(made((o) => square(o, x))).toBe(mod(a * a));
      expect(made((o) => negate(o, x))).toBe(mod(-a));
      expect(equal(x, y)).toBe(mod(a) === mod(b));
      const z = x.slice();
      mul(z, z, z);
      square(x, x);
      settle(x);
      expect([toBigInt(z), toBigInt(x)]).toEqual([mod(a * a), mod(a * a)]);
    }), { numRuns: 1000 });
  });
  it('have powers and inverses', () => {
    const power = (a: bigint, n: bigint): bigint => {
      let out = 1n;
      for (let b = mod(a); n > 0n; n >>= 1n, b = mod(b * b)) if (n & 1n) out = mod(out * b);
      return out;
    };
    fc.assert(fc.property(number, (a) => {
      expect(made((o) => powerP58(o, fe(a)))).toBe(power(a, (P - 5n) / 8n));
      expect(made((o) => invert(o, fe(a)))).toBe(power(a, P - 2n));
    }), { numRuns: 30 });
  });
});
