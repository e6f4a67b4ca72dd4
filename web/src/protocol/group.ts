// The group Ed25519 (protocol.md chapter 1). An Element that exists is a member of the subgroup of order q; the identity
// is an ordinary element. Multiplicative names (a·b, a^n), as in the protocol. Public data, ballots and voters' codes are
// calculated by edwards.ts, in variable time; what trustees keep and send to each other by @noble/curves, which does the
// same operations for every secret. Only this file knows both.
import { ed25519 } from '@noble/curves/ed25519.js';
import { addTo, affine, affineCoordinates, clone, FixedBase, isZeroPoint, products, samePoint, zero, type Point } from './edwards';
import { fe, LIMBS, P, packInto, toBigInt, unpack } from './field';
import { memberAt } from './membership';
import { refuse } from './refusal';
import type { Scalar } from './scalar';

export class Element {
  constructor(
    readonly point: Point,
    /** Of an element that is raised to many powers. */
    readonly table: FixedBase | null = null,
  ) {}

  add(other: Element): Element {
    return this.sum(other, 1);
  }
  subtract(other: Element): Element {
    return this.sum(other, -1);
  }
  equals(other: Element): boolean {
    return samePoint(this.point, other.point);
  }
  is0(): boolean {
    return isZeroPoint(this.point);
  }

  private sum(other: Element, sign: 1 | -1): Element {
    const out = clone(this.point);
    addTo(out, other.point, sign);
    return new Element(out);
  }
}

export const GROUP_NAME = 'Ed25519';
export const identity = new Element(zero);
const { x, y } = ed25519.Point.BASE;
export const generator = fixedBase(new Element(affine(fe(x), fe(y))));

const SIGN = 2n ** 255n;
const HEX64 = /^[0-9a-f]{64}$/;

/**
 * Exactly 64 lower-case digits of the canonical encoding of a member. Refused: `element-syntax`,
 * `element-not-canonical`, `element-not-in-group`.
 */
export function decodeElement(hex: unknown, what = 'element'): Element {
  if (typeof hex !== 'string' || !HEX64.test(hex)) refuse('element-syntax', what);
  const n = BigInt('0x' + hex);
  const y = BigInt.asUintN(255, n);
  const odd = n >= SIGN;
  // x = 0 (y = ±1) has no sign to spell.
  if (y >= P || (odd && (y === 1n || y === P - 1n))) refuse('element-not-canonical', what);
  const point = memberAt(y, odd);
  if (!point) refuse('element-not-in-group', what);
  return new Element(point);
}

/** The encodings of many elements, at the price of one inversion. */
export const encodeAll = (elements: readonly Element[]): string[] =>
  affineCoordinates(elements.map((e) => e.point)).map(({ x, y }) => (toBigInt(y) | (toBigInt(x) & 1n ? SIGN : 0n)).toString(16).padStart(64, '0'));

export const encodeElement = (element: Element): string => encodeAll([element])[0]!;

/** Elements in 96 bytes each: to keep many, and to hand them from one of our workers to another. Not for strangers. */
export function packElements(elements: readonly Element[]): Int32Array {
  const out = new Int32Array(2 * LIMBS * elements.length);
  affineCoordinates(elements.map((e) => e.point)).forEach(({ x, y }, i) => {
    packInto(out, 2 * LIMBS * i, x);
    packInto(out, 2 * LIMBS * i + LIMBS, y);
  });
  return out;
}

export function unpackElements(packed: Int32Array): Element[] {
  const coordinate = (at: number) => unpack(packed.subarray(at, at + LIMBS));
  return Array.from({ length: packed.length / (2 * LIMBS) }, (_, i) => new Element(affine(coordinate(2 * LIMBS * i), coordinate(2 * LIMBS * i + LIMBS))));
}

export const product = (elements: Iterable<Element>): Element => {
  let out = identity;
  for (const e of elements) out = out.add(e);
  return out;
};

/** The same element, to be raised to many powers. */
export function fixedBase({ point }: Element): Element {
  return new Element(point, new FixedBase(point));
}

/** g^n. */
export const base = (n: Scalar): Element => power(generator, n);

/** a^n, variable time: for public data, ballots and voters' codes. */
export const power = (a: Element, n: Scalar): Element => powers(a, [n])[0]!;

/** a^n for several n, likewise; they share the doublings of a, or its table. */
export function powers({ point, table }: Element, exponents: readonly Scalar[]): Element[] {
  const out = table ? exponents.map((n) => table.product(n)) : products(point, exponents);
  return out.map((p) => new Element(p));
}

/** a^n for a secret n of a trustee: noble's regular ladder, the same operations for every n. */
export function secretPower(a: Element, n: Scalar): Element {
  if (n === 0n || a.is0()) return identity;
  const { x, y } = noblePoint(a).multiply(n).toAffine();
  return new Element(affine(fe(x), fe(y)));
}

function noblePoint(a: Element) {
  if (a === generator) return ed25519.Point.BASE; // it has a table there
  const [{ x, y }] = affineCoordinates([a.point]) as [ReturnType<typeof affineCoordinates>[0]];
  return ed25519.Point.fromAffine({ x: toBigInt(x), y: toBigInt(y) });
}

const TWO_G = '2260cdf3092329c21da25ee8c9a21f5697390f51643851560e5f46ae6af8a3c9';

/** A known answer: do doubles round here as IEEE 754 says? Nothing is to be calculated where they do not. */
export const calculatesRight = (): boolean => encodeElement(generator.add(generator)) === TWO_G;
