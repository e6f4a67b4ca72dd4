// Points of the curve of Ed25519, −x² + y² = 1 + d x² y², in floating point: for public data, ballots and voters'
// codes, in variable time. Extended coordinates (Hisil, Wong, Carter, Dawson 2008): x = X/Z, y = Y/Z, xy = T/Z. The
// addition is complete, because −1 is a square modulo p and d is none: there are no special cases. Additive names, as
// with curves.
import { add as plus, copy, equal, fe, invert, isZero, mul, newFe, ONE, P, square, sub, type Fe } from './field';

export const D = 0x52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3n;
const twiceD = fe((2n * D) % P);

/** Coordinates are settled. */
export interface Point {
  readonly x: Fe;
  readonly y: Fe;
  readonly z: Fe;
  readonly t: Fe;
}

const newPoint = (): Point => ({ x: newFe(), y: newFe(), z: newFe(), t: newFe() });

export function affine(x: Fe, y: Fe): Point {
  const p = newPoint();
  copy(p.x, x);
  copy(p.y, y);
  copy(p.z, ONE);
  mul(p.t, x, y);
  return p;
}

export const zero: Point = affine(newFe(), ONE);

function assign(o: Point, p: Point): void {
  copy(o.x, p.x);
  copy(o.y, p.y);
  copy(o.z, p.z);
  copy(o.t, p.t);
}

export const clone = (p: Point): Point => {
  const o = newPoint();
  assign(o, p);
  return o;
};

// A result before its last products: x = E/G, y = H/F. Widths: at most 3, 4, 3 and 2. Used at once, by `finish`.
const [E, F, G, H, A, B, C] = [newFe(), newFe(), newFe(), newFe(), newFe(), newFe(), newFe()];

/** T is needed by additions only. */
function finish(o: Point, withT = true): void {
  mul(o.x, E, F);
  mul(o.y, G, H);
  mul(o.z, F, G);
  if (withT) mul(o.t, E, H);
}

function twice(p: Point): void {
  square(A, p.x);
  square(B, p.y);
  square(C, p.z);
  plus(E, p.x, p.y);
  square(E, E);
  for (let k = 0; k < 12; k++) {
    const [a, b, c] = [A[k]!, B[k]!, C[k]!];
    H[k] = -a - b;
    E[k] = E[k]! - a - b;
    G[k] = b - a;
    F[k] = b - a - c - c;
  }
}

/** What is added, prepared: Y + X, Y − X, 2dT, and Z. With `affine` Z is 1 and not looked at. */
interface Addend {
  readonly plus: Fe;
  readonly minus: Fe;
  readonly dt: Fe;
  readonly z: Fe;
}
const newAddend = (): Addend => ({ plus: newFe(), minus: newFe(), dt: newFe(), z: newFe() });

function prepare(o: Addend, p: Point): void {
  plus(o.plus, p.y, p.x);
  sub(o.minus, p.y, p.x);
  mul(o.dt, p.t, twiceD);
  copy(o.z, p.z);
}

function addend(p: Point, q: Addend, sign: number, affine = false): void {
  sub(A, p.y, p.x);
  plus(B, p.y, p.x);
  mul(A, A, sign > 0 ? q.minus : q.plus);
  mul(B, B, sign > 0 ? q.plus : q.minus);
  mul(C, p.t, q.dt);
  const z = affine ? p.z : F;
  if (!affine) mul(F, p.z, q.z);
  for (let k = 0; k < 12; k++) {
    const [a, b, c, d] = [A[k]!, B[k]!, sign * C[k]!, z[k]!];
    E[k] = b - a;
    H[k] = b + a;
    F[k] = d + d - c;
    G[k] = d + d + c;
  }
}

const other = newAddend();

export function addTo(o: Point, q: Point, sign: 1 | -1 = 1): void {
  prepare(other, q);
  addend(o, other, sign);
  finish(o);
}

export function samePoint(p: Point, q: Point): boolean {
  const [a, b] = [newFe(), newFe()];
  mul(a, p.x, q.z);
  mul(b, q.x, p.z);
  if (!equal(a, b)) return false;
  mul(a, p.y, q.z);
  mul(b, q.y, p.z);
  return equal(a, b);
}

export const isZeroPoint = (p: Point): boolean => isZero(p.x) && equal(p.y, p.z);

/** x and y of each, for one inversion. */
export function affineCoordinates(points: readonly Point[]): { x: Fe; y: Fe }[] {
  const before: Fe[] = [];
  const product = fe(1n);
  for (const { z } of points) {
    before.push(product.slice());
    mul(product, product, z);
  }
  const inverse = newFe();
  invert(inverse, product); // no Z is zero
  const out = before.map((own) => ({ x: own, y: newFe() }));
  for (let i = points.length - 1; i >= 0; i--) {
    const [{ x, y }, p] = [out[i]!, points[i]!];
    mul(x, x, inverse); // 1/Z
    mul(y, x, p.y);
    mul(x, x, p.x);
    mul(inverse, inverse, p.z);
  }
  return out;
}

/** 32 bytes, the lowest first. */
function bytesOf(n: bigint): Uint8Array {
  const view = new DataView(new ArrayBuffer(32));
  for (let i = 0; i < 4; i++) view.setBigUint64(8 * i, BigInt.asUintN(64, n >> BigInt(64 * i)), true);
  return new Uint8Array(view.buffer);
}

/**
 * All multiples of a point that a product by windows of 8 bits meets, so that no doubling is left: 1.2 MB, some 10 ms, made
 * at the first product.
 */
export class FixedBase {
  private static readonly PER_WINDOW = 128;
  private static readonly SIZE = 36; // Y + X, Y − X, 2dT of a point with Z = 1
  private table: Float64Array | null = null;

  constructor(private readonly p: Point) {}

  private made(): Float64Array {
    const table = new Float64Array(32 * FixedBase.PER_WINDOW * FixedBase.SIZE);
    const window = clone(this.p);
    const [multiple, step, entry] = [newPoint(), newAddend(), newAddend()];
    for (let w = 0; w < 32; w++) {
      prepare(step, window);
      assign(multiple, zero);
      const multiples = Array.from({ length: FixedBase.PER_WINDOW }, () => {
        addend(multiple, step, 1);
        finish(multiple);
        return clone(multiple);
      });
      twice(multiple);
      finish(window); // 2 · 128 times the last one
      affineCoordinates(multiples).forEach(({ x, y }, i) => {
        prepare(entry, affine(x, y));
        const at = (w * FixedBase.PER_WINDOW + i) * FixedBase.SIZE;
        table.set(entry.plus, at);
        table.set(entry.minus, at + 12);
        table.set(entry.dt, at + 24);
      });
    }
    return table;
  }

  /** n·p, n in [0, q). */
  product(n: bigint): Point {
    const table = (this.table ??= this.made());
    const o = clone(zero);
    const bytes = bytesOf(n);
    for (let w = 0, carry = 0; w < 32; w++) {
      let digit = bytes[w]! + carry;
      carry = digit > FixedBase.PER_WINDOW ? 1 : 0;
      digit -= 256 * carry;
      if (digit === 0) continue;
      const from = (w * FixedBase.PER_WINDOW + Math.abs(digit) - 1) * FixedBase.SIZE;
      for (let k = 0, at = from; k < 12; k++, at++) {
        other.plus[k] = table[at]!;
        other.minus[k] = table[at + 12]!;
        other.dt[k] = table[at + 24]!;
      }
      addend(o, other, Math.sign(digit), true);
      finish(o);
    }
    return o;
  }
}

const WIDTH = 4;
const ODD = 1 << (WIDTH - 2); // digits ±1, ±3, … below 2^(WIDTH−1)

/** n = Σ digit(i)·2^i; a digit that is not 0 is odd and has WIDTH − 1 zeros above it. */
function digitsOf(n: bigint): Int8Array {
  const bytes = bytesOf(n);
  const bit = (i: number): number => ((bytes[i >> 3] ?? 0) >> (i & 7)) & 1;
  const digits = new Int8Array(257);
  for (let i = 0, carry = 0; i < 257; ) {
    if (bit(i) === carry) {
      i++;
      continue;
    }
    let digit = carry;
    for (let k = 0; k < WIDTH; k++) digit += bit(i + k) << k;
    carry = digit > 2 * ODD ? 1 : 0;
    digits[i] = digit - (carry << WIDTH);
    i += WIDTH;
  }
  return digits;
}

/**
 * n·p for several n, which share the doublings of p. From the lowest digit up (Yao): what meets the same digit is added
 * up first, and multiplied by the digit at the end.
 */
export function products(p: Point, factors: readonly bigint[]): Point[] {
  const digits = factors.map(digitsOf);
  const buckets = factors.map(() => Array.from({ length: ODD }, () => clone(zero)));
  let last = 256;
  while (last >= 0 && digits.every((d) => d[last] === 0)) last--;
  const isNeeded = (i: number): boolean => digits.some((d) => d[i] !== 0);
  const [power, ready] = [clone(p), newAddend()];
  for (let i = 0, needed = isNeeded(0); i <= last; i++) {
    if (needed) prepare(ready, power);
    for (let n = 0; needed && n < digits.length; n++) {
      const digit = digits[n]![i]!;
      if (digit === 0) continue;
      const bucket = buckets[n]![Math.abs(digit) >> 1]!;
      addend(bucket, ready, Math.sign(digit));
      finish(bucket);
    }
    needed = isNeeded(i + 1);
    twice(power);
    finish(power, needed);
  }
  return buckets.map(combined);
}

/** Σ (2j + 1)·bucket(j) = 2·Σ j·bucket(j) + Σ bucket(j). */
function combined(buckets: readonly Point[]): Point {
  const [sum, out] = [clone(zero), clone(zero)];
  for (let j = buckets.length - 1; j > 0; j--) {
    addTo(sum, buckets[j]!);
    addTo(out, sum);
  }
  addTo(sum, buckets[0]!);
  twice(out);
  finish(out);
  addTo(out, sum);
  return out;
}
