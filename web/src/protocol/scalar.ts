// Numbers modulo the group's order q (protocol.md 1.1, 1.5). BigInt: not constant time; the one who could
// measure is the owner of the secret, on the own machine.
import { toNumber } from './bytes';
import type { Random } from './random';
import { refuse } from './refusal';

export type Scalar = bigint;

export const Q = 2n ** 252n + 27742317777372353535851937790883648493n;
const DECIMAL = /^(?:0|[1-9][0-9]{0,76})$/;

/** n mod q in [0, q), also for negative n. */
export function mod(n: bigint): Scalar {
  const r = n % Q;
  return r < 0n ? r + Q : r;
}

/** Decimal string, no sign, no leading zero, below q; refused: `scalar-syntax`. */
export function decodeScalar(text: unknown, what = 'scalar'): Scalar {
  if (typeof text !== 'string' || !DECIMAL.test(text)) refuse('scalar-syntax', what);
  const n = BigInt(text);
  if (n >= Q) refuse('scalar-syntax', what);
  return n;
}

export const encodeScalar = (n: Scalar): string => n.toString();

/** Uniform in [0, q) from 512 random bits. */
export const randomScalar = (random: Random): Scalar => toNumber(random(64)) % Q;

/** 1/n mod q by extended Euclid; variable time, n public and not 0. */
export function invert(n: Scalar): Scalar {
  let [a, b, x, y] = [mod(n), Q, 1n, 0n];
  while (a > 1n) {
    const k = b / a;
    [a, b] = [b - k * a, a];
    [x, y] = [y - k * x, x];
  }
  if (a !== 1n) throw new Error('bug: zero has no inverse');
  return mod(x);
}

/** Lagrange coefficient of j at point x for the polynomial through the given points. */
export function lagrange(points: readonly number[], j: number, x = 0): Scalar {
  let [above, below] = [1n, 1n];
  for (const i of points) {
    if (i === j) continue;
    above = mod(above * BigInt(x - i));
    below = mod(below * BigInt(j - i));
  }
  return mod(above * invert(below));
}
