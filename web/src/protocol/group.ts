// The group Ed25519 (protocol.md chapter 1): the only place that knows @noble/curves. An Element that exists is a
// member of the subgroup of order q; the identity is an ordinary element. Multiplicative names in comments
// (a·b, a^n), as in the protocol.
import { ed25519 } from '@noble/curves/ed25519.js';
import { mulAddUnsafe, normalizeZ } from '@noble/curves/abstract/curve.js';
import { refuse } from './refusal';
import type { Scalar } from './scalar';

const Point = ed25519.Point;
export type Element = InstanceType<typeof Point>;

export const GROUP_NAME = 'Ed25519';
export const identity: Element = Point.ZERO;
export const generator: Element = Point.BASE;

const P = Point.Fp.ORDER;
const SIGN = 2n ** 255n;
const HEX64 = /^[0-9a-f]{64}$/;

/**
 * Exactly 64 lower-case digits of the canonical encoding of a member. Refused: `element-syntax`,
 * `element-not-canonical`, `element-not-in-group`.
 */
export function decodeElement(hex: unknown, what = 'element'): Element {
  if (typeof hex !== 'string' || !HEX64.test(hex)) refuse('element-syntax', what);
  const n = BigInt('0x' + hex);
  const y = n % SIGN;
  // x = 0 (y = ±1) has no sign to spell.
  if (y >= P || (n >= SIGN && (y === 1n || y === P - 1n))) refuse('element-not-canonical', what);
  let point: Element;
  try {
    point = Point.fromHex(hex.match(/../g)!.reverse().join(''));
  } catch {
    refuse('element-not-in-group', what);
  }
  if (!point.isTorsionFree()) refuse('element-not-in-group', what);
  return point;
}

const encodeNormal = (p: Element): string => (p.Y | (p.X & 1n ? SIGN : 0n)).toString(16).padStart(64, '0');

/** The encodings of many elements, at the price of one inversion. */
export const encodeAll = (elements: readonly Element[]): string[] => normalizeZ(Point, [...elements]).map(encodeNormal);

export const encodeElement = (element: Element): string => encodeAll([element])[0]!;

export const product = (elements: Iterable<Element>): Element => {
  let out = identity;
  for (const e of elements) out = out.add(e);
  return out;
};

/** An element that is raised to many powers: a table of 8-bit windows, made at the first use (35 ms). */
export function fixedBase(element: Element): Element {
  // A copy, because the table is attached to the object. The identity has no useful table.
  if (element.is0()) return element;
  return Point.fromAffine(element.toAffine()).precompute(8);
}
const g = fixedBase(generator);

/** g^n. */
export const base = (n: Scalar): Element => g.multiplyUnsafe(n);

/** a^n, variable time: for public data, and for the fixed bases of the prover. */
export const power = (a: Element, n: Scalar): Element => a.multiplyUnsafe(n);

/** a^n for a long-lived secret n: noble's regular ladder, the same operations for every n. */
export const secretPower = (a: Element, n: Scalar): Element => (n === 0n || a.is0() ? identity : a.multiply(n));

/** a^m · b^n in one pass, public data. */
export const combine = (a: Element, m: Scalar, b: Element, n: Scalar): Element => mulAddUnsafe(Point, [a, b], [m, n]);
