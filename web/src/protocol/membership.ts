// From an encoding to a member of the subgroup of order q, without multiplying by q: three exponentiations in the field.
// Why halving and a quartic symbol tell it: crypto/vartime/membership.h has the proof; the tests compare with the
// multiplication on every torsion class.
import { affine, D, zero, type Point } from './edwards';
import { add, equal, fe, isZero, mul, negate, newFe, ONE, powerP58, settle, square, sub, toBigInt, type Fe } from './field';

// Roots: one of the two, no matter which.
const EDWARDS_D = fe(D);
/** A of Montgomery's form v² = u³ + A u² + u. */
const MONTGOMERY_A = fe(486662n);
export const I = fe(0x2b8324804fc1df0b2b4d00993dfbd7a72f431806ad2fe478c4ee1b274a0ea0b0n);
export const ROOT_MINUS_A_PLUS_2 = fe(0x0f26edf460a006bbd27b08dc03fc4f7ec5a1d3d14b7d1a82cc6e04aaff457e06n);
export const ROOT_A_PLUS_2 = fe(0x6be4f497f9a9c2afc21fa77ad7f4a6ef635a11c7284a9363e9a248ef9c884415n);
export const ROOT_I_A2_MINUS_4 = fe(0x797f018b3b0eebf0e7cc1e9ccf03a64867c6a19ec5a686cc00bc8befa14b6386n);

const product = (...factors: Fe[]): Fe => {
  const out = factors[0]!.slice();
  for (const f of factors.slice(1)) mul(out, out, f);
  return out;
};
const sum = (a: Fe, b: Fe): Fe => {
  const out = newFe();
  add(out, a, b);
  settle(out);
  return out;
};
const difference = (a: Fe, b: Fe): Fe => {
  const out = newFe();
  sub(out, a, b);
  settle(out);
  return out;
};

/**
 * Of n/d and i·n/d exactly one is a square, because p = 5 modulo 8; its root. d must not be zero; n = 0 is a square.
 */
function rootOfRatio(n: Fe, d: Fe): { isSquare: boolean; root: Fe } {
  const nd3 = product(n, d, d, d);
  const power = product(nd3, d, d, d, d);
  powerP58(power, power);
  const r = product(nd3, power);
  const check = product(d, r, r);
  if (equal(check, n)) return { isSquare: true, root: r };
  const minusN = newFe();
  negate(minusN, n);
  if (equal(check, minusN)) return { isSquare: true, root: product(I, r) };
  return { isSquare: false, root: equal(check, product(I, n)) ? r : product(I, r) };
}

/** a^((p−1)/4) = 1. */
function isFourthPower(a: Fe): boolean {
  const power = newFe();
  powerP58(power, a);
  square(power, power);
  return equal(product(power, a), ONE);
}

function isMember(x: Fe, y: Fe): boolean {
  const u = rootOfRatio(sum(ONE, y), difference(ONE, y));
  if (!u.isSquare) return false;
  const s = u.root;
  const [cs, sx] = [product(ROOT_MINUS_A_PLUS_2, s), product(s, x)];
  const ssx = product(s, sx); // v/s = cs/x, u = ssx/x
  // (W + A)·x for one sign of v/s.
  const half = sum(ssx, cs);
  const { isSquare, root: r } = rootOfRatio(sum(sum(half, half), product(MONTGOMERY_A, x)), x);
  const x3 = product(x, x, x);
  if (isSquare) {
    const line = difference(r, ROOT_A_PLUS_2);
    return isFourthPower(product(sum(half, product(sx, r)), line, line, x3));
  }
  // The other sign, whose root is K/r.
  const line = difference(ROOT_I_A2_MINUS_4, product(ROOT_A_PLUS_2, r));
  return isFourthPower(product(sum(product(difference(ssx, cs), r), product(sx, ROOT_I_A2_MINUS_4)), line, line, x3, r));
}

/** The member with this y and this lowest bit of x, y in [0, p); null when there is none. */
export function memberAt(y: bigint, odd: boolean): Point | null {
  const fy = fe(y);
  const yy = product(fy, fy);
  // x² = (y² − 1)/(d y² + 1); the denominator is never zero, because −1/d is no square.
  const { isSquare, root: x } = rootOfRatio(difference(yy, ONE), sum(product(EDWARDS_D, yy), ONE));
  if (!isSquare) return null;
  if (isZero(x)) return y === 1n && !odd ? zero : null; // or the point of order 2
  if ((toBigInt(x) & 1n) !== (odd ? 1n : 0n)) negate(x, x);
  return isMember(x, fy) ? affine(x, fy) : null;
}
