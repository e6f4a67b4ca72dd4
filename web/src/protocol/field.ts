// Numbers modulo p = 2^255 − 19 in floating point, for public data, ballots and voters' codes: some four times as fast as
// BigInt, and all that a page under our policy may use (WebAssembly is refused). Trustees' secrets go through @noble/curves.
//
// A number is the sum of 12 limbs. Limb k is a multiple of 2^e(k), e(k) = ⌈21.25 k⌉, and is stored with its weight, so
// products need no shifts: the product of limbs i and j is a multiple of 2^(e(i)+e(j)), hence of 2^e(i+j), and what
// reaches 2^255 comes back times 19·2^−255. Every operation below is exact, because no sum exceeds 2^53 units of its
// limb: doubles are IEEE 754 with rounding to nearest in every browser, by the standard of the language.
//
// Bounds. What `mul` and `square` give is *settled*: |limb k| ≤ 1.002 · 2^(e(k+1)−1). A sum or difference of n settled
// numbers is *n wide*. The widths of the two factors of a product may multiply to at most 16 (tests/protocol/field.test.ts
// computes this limit from the widths of the limbs).

/** 12 limbs; may be negative and above p. A plain array: a typed one is slow to make and to throw away. */
export type Fe = number[];

export const P = 2n ** 255n - 19n;
export const LIMBS = 12;
const PLACES = Array.from({ length: LIMBS + 1 }, (_, k) => Math.ceil(21.25 * k));

/** 2^n by doubling or halving, which is exact; the standard of the language lets `**` be an approximation. */
function powerOfTwo(n: number): number {
  let out = 1;
  for (let i = 0; i < Math.abs(n); i++) out = n > 0 ? out * 2 : out / 2;
  return out;
}
const UNITS = Float64Array.from(PLACES, (place) => powerOfTwo(place));

/** Zero. Written −0, for which engines keep doubles in the array from the beginning, not small integers. */
export const newFe = (): Fe => [-0, -0, -0, -0, -0, -0, -0, -0, -0, -0, -0, -0];

/** Settled, from a number in [0, 2^255). */
export function fe(n: bigint): Fe {
  const out = newFe();
  for (let k = 0; k < LIMBS; k++) {
    const [from, to] = [PLACES[k]!, PLACES[k + 1]!];
    out[k] = Number(BigInt.asUintN(to - from, n >> BigInt(from))) * UNITS[k]!;
  }
  settle(out);
  return out;
}

/** In [0, p), from any width up to 16. */
export function toBigInt(a: Fe): bigint {
  let n = 0n;
  for (let k = 0; k < LIMBS; k += 2) n += BigInt(a[k]! + a[k + 1]!); // two limbs still fit a double
  n %= P;
  return n < 0n ? n + P : n;
}

/** A settled number in half the space, without its weights. */
export const packInto = (o: Int32Array, at: number, a: Fe): void => a.forEach((limb, k) => (o[at + k] = limb / UNITS[k]!));
export function unpack(packed: Int32Array): Fe {
  const out = newFe();
  for (let k = 0; k < LIMBS; k++) out[k] = packed[k]! * UNITS[k]!;
  return out;
}

export function copy(o: Fe, a: Fe): void {
  for (let k = 0; k < LIMBS; k++) o[k] = a[k]!;
}

/** As wide as both together. */
export function add(o: Fe, a: Fe, b: Fe): void {
  for (let k = 0; k < LIMBS; k++) o[k] = a[k]! + b[k]!;
}

/** As wide as both together. */
export function sub(o: Fe, a: Fe, b: Fe): void {
  for (let k = 0; k < LIMBS; k++) o[k] = a[k]! - b[k]!;
}

export function negate(o: Fe, a: Fe): void {
  for (let k = 0; k < LIMBS; k++) o[k] = -a[k]!;
}

const WRAP = 19 * powerOfTwo(-255);
// x + ROUND − ROUND is the multiple of the next limb's unit that is nearest to x, for |x| < 2^51 of those units.
const ROUND0 = 3 * powerOfTwo(73);
const ROUND1 = 3 * powerOfTwo(94);
const ROUND2 = 3 * powerOfTwo(115);
const ROUND3 = 3 * powerOfTwo(136);
const ROUND4 = 3 * powerOfTwo(158);
const ROUND5 = 3 * powerOfTwo(179);
const ROUND6 = 3 * powerOfTwo(200);
const ROUND7 = 3 * powerOfTwo(221);
const ROUND8 = 3 * powerOfTwo(243);
const ROUND9 = 3 * powerOfTwo(264);
const ROUND10 = 3 * powerOfTwo(285);
const ROUND11 = 3 * powerOfTwo(306);

/** Not to be written to. */
export const ONE = fe(1n);

/** Carries twice, all limbs at once: any width up to what a product may be, settled afterwards. */
export function settle(o: Fe): void {
  let h0 = o[0]!, h1 = o[1]!, h2 = o[2]!, h3 = o[3]!;
  let h4 = o[4]!, h5 = o[5]!, h6 = o[6]!, h7 = o[7]!;
  let h8 = o[8]!, h9 = o[9]!, h10 = o[10]!, h11 = o[11]!;
  let c0 = h0 + ROUND0 - ROUND0, c1 = h1 + ROUND1 - ROUND1, c2 = h2 + ROUND2 - ROUND2, c3 = h3 + ROUND3 - ROUND3;
  let c4 = h4 + ROUND4 - ROUND4, c5 = h5 + ROUND5 - ROUND5, c6 = h6 + ROUND6 - ROUND6, c7 = h7 + ROUND7 - ROUND7;
  let c8 = h8 + ROUND8 - ROUND8, c9 = h9 + ROUND9 - ROUND9, c10 = h10 + ROUND10 - ROUND10, c11 = h11 + ROUND11 - ROUND11;
  h0 += c11 * WRAP - c0, h1 += c0 - c1, h2 += c1 - c2, h3 += c2 - c3;
  h4 += c3 - c4, h5 += c4 - c5, h6 += c5 - c6, h7 += c6 - c7;
  h8 += c7 - c8, h9 += c8 - c9, h10 += c9 - c10, h11 += c10 - c11;
  c0 = h0 + ROUND0 - ROUND0, c1 = h1 + ROUND1 - ROUND1, c2 = h2 + ROUND2 - ROUND2, c3 = h3 + ROUND3 - ROUND3;
  c4 = h4 + ROUND4 - ROUND4, c5 = h5 + ROUND5 - ROUND5, c6 = h6 + ROUND6 - ROUND6, c7 = h7 + ROUND7 - ROUND7;
  c8 = h8 + ROUND8 - ROUND8, c9 = h9 + ROUND9 - ROUND9, c10 = h10 + ROUND10 - ROUND10, c11 = h11 + ROUND11 - ROUND11;
  o[0] = h0 - c0 + c11 * WRAP, o[1] = h1 - c1 + c0;
  o[2] = h2 - c2 + c1, o[3] = h3 - c3 + c2;
  o[4] = h4 - c4 + c3, o[5] = h5 - c5 + c4;
  o[6] = h6 - c6 + c5, o[7] = h7 - c7 + c6;
  o[8] = h8 - c8 + c7, o[9] = h9 - c9 + c8;
  o[10] = h10 - c10 + c9, o[11] = h11 - c11 + c10;
}

/** The product, settled; `o` may be `a` or `b`. */
export function mul(o: Fe, a: Fe, b: Fe): void {
  const a0 = a[0]!, a1 = a[1]!, a2 = a[2]!, a3 = a[3]!;
  const a4 = a[4]!, a5 = a[5]!, a6 = a[6]!, a7 = a[7]!;
  const a8 = a[8]!, a9 = a[9]!, a10 = a[10]!, a11 = a[11]!;
  const b0 = b[0]!, b1 = b[1]!, b2 = b[2]!, b3 = b[3]!;
  const b4 = b[4]!, b5 = b[5]!, b6 = b[6]!, b7 = b[7]!;
  const b8 = b[8]!, b9 = b[9]!, b10 = b[10]!, b11 = b[11]!;
  const w1 = b1 * WRAP, w2 = b2 * WRAP, w3 = b3 * WRAP;
  const w4 = b4 * WRAP, w5 = b5 * WRAP, w6 = b6 * WRAP, w7 = b7 * WRAP;
  const w8 = b8 * WRAP, w9 = b9 * WRAP, w10 = b10 * WRAP, w11 = b11 * WRAP;
  o[0] = a0 * b0 + a1 * w11 + a2 * w10 + a3 * w9 + a4 * w8 + a5 * w7 + a6 * w6 + a7 * w5 + a8 * w4 + a9 * w3 + a10 * w2 + a11 * w1;
  o[1] = a0 * b1 + a1 * b0 + a2 * w11 + a3 * w10 + a4 * w9 + a5 * w8 + a6 * w7 + a7 * w6 + a8 * w5 + a9 * w4 + a10 * w3 + a11 * w2;
  o[2] = a0 * b2 + a1 * b1 + a2 * b0 + a3 * w11 + a4 * w10 + a5 * w9 + a6 * w8 + a7 * w7 + a8 * w6 + a9 * w5 + a10 * w4 + a11 * w3;
  o[3] = a0 * b3 + a1 * b2 + a2 * b1 + a3 * b0 + a4 * w11 + a5 * w10 + a6 * w9 + a7 * w8 + a8 * w7 + a9 * w6 + a10 * w5 + a11 * w4;
  o[4] = a0 * b4 + a1 * b3 + a2 * b2 + a3 * b1 + a4 * b0 + a5 * w11 + a6 * w10 + a7 * w9 + a8 * w8 + a9 * w7 + a10 * w6 + a11 * w5;
  o[5] = a0 * b5 + a1 * b4 + a2 * b3 + a3 * b2 + a4 * b1 + a5 * b0 + a6 * w11 + a7 * w10 + a8 * w9 + a9 * w8 + a10 * w7 + a11 * w6;
  o[6] = a0 * b6 + a1 * b5 + a2 * b4 + a3 * b3 + a4 * b2 + a5 * b1 + a6 * b0 + a7 * w11 + a8 * w10 + a9 * w9 + a10 * w8 + a11 * w7;
  o[7] = a0 * b7 + a1 * b6 + a2 * b5 + a3 * b4 + a4 * b3 + a5 * b2 + a6 * b1 + a7 * b0 + a8 * w11 + a9 * w10 + a10 * w9 + a11 * w8;
  o[8] = a0 * b8 + a1 * b7 + a2 * b6 + a3 * b5 + a4 * b4 + a5 * b3 + a6 * b2 + a7 * b1 + a8 * b0 + a9 * w11 + a10 * w10 + a11 * w9;
  o[9] = a0 * b9 + a1 * b8 + a2 * b7 + a3 * b6 + a4 * b5 + a5 * b4 + a6 * b3 + a7 * b2 + a8 * b1 + a9 * b0 + a10 * w11 + a11 * w10;
  o[10] = a0 * b10 + a1 * b9 + a2 * b8 + a3 * b7 + a4 * b6 + a5 * b5 + a6 * b4 + a7 * b3 + a8 * b2 + a9 * b1 + a10 * b0 + a11 * w11;
  o[11] = a0 * b11 + a1 * b10 + a2 * b9 + a3 * b8 + a4 * b7 + a5 * b6 + a6 * b5 + a7 * b4 + a8 * b3 + a9 * b2 + a10 * b1 + a11 * b0;
  settle(o);
}

/** a², settled; `o` may be `a`. */
export function square(o: Fe, a: Fe): void {
  const a0 = a[0]!, a1 = a[1]!, a2 = a[2]!, a3 = a[3]!;
  const a4 = a[4]!, a5 = a[5]!, a6 = a[6]!, a7 = a[7]!;
  const a8 = a[8]!, a9 = a[9]!, a10 = a[10]!, a11 = a[11]!;
  const d0 = a0 + a0, d1 = a1 + a1, d2 = a2 + a2, d3 = a3 + a3;
  const d4 = a4 + a4, d5 = a5 + a5, d6 = a6 + a6, d7 = a7 + a7;
  const d8 = a8 + a8, d9 = a9 + a9, d10 = a10 + a10;
  const w6 = a6 * WRAP, w7 = a7 * WRAP;
  const w8 = a8 * WRAP, w9 = a9 * WRAP, w10 = a10 * WRAP, w11 = a11 * WRAP;
  o[0] = a0 * a0 + d1 * w11 + d2 * w10 + d3 * w9 + d4 * w8 + d5 * w7 + a6 * w6;
  o[1] = d0 * a1 + d2 * w11 + d3 * w10 + d4 * w9 + d5 * w8 + d6 * w7;
  o[2] = d0 * a2 + a1 * a1 + d3 * w11 + d4 * w10 + d5 * w9 + d6 * w8 + a7 * w7;
  o[3] = d0 * a3 + d1 * a2 + d4 * w11 + d5 * w10 + d6 * w9 + d7 * w8;
  o[4] = d0 * a4 + d1 * a3 + a2 * a2 + d5 * w11 + d6 * w10 + d7 * w9 + a8 * w8;
  o[5] = d0 * a5 + d1 * a4 + d2 * a3 + d6 * w11 + d7 * w10 + d8 * w9;
  o[6] = d0 * a6 + d1 * a5 + d2 * a4 + a3 * a3 + d7 * w11 + d8 * w10 + a9 * w9;
  o[7] = d0 * a7 + d1 * a6 + d2 * a5 + d3 * a4 + d8 * w11 + d9 * w10;
  o[8] = d0 * a8 + d1 * a7 + d2 * a6 + d3 * a5 + a4 * a4 + d9 * w11 + a10 * w10;
  o[9] = d0 * a9 + d1 * a8 + d2 * a7 + d3 * a6 + d4 * a5 + d10 * w11;
  o[10] = d0 * a10 + d1 * a9 + d2 * a8 + d3 * a7 + d4 * a6 + a5 * a5 + a11 * w11;
  o[11] = d0 * a11 + d1 * a10 + d2 * a9 + d3 * a8 + d4 * a7 + d5 * a6;
  settle(o);
}

function squareTimes(o: Fe, a: Fe, times: number): void {
  square(o, a);
  for (let i = 1; i < times; i++) square(o, o);
}

/** a^((p−5)/8) = a^(2^252 − 3): behind square roots, the quartic symbol and inverses. */
export function powerP58(o: Fe, a: Fe): void {
  // Each line: a^(2^n − 1) from two shorter ones of the kind.
  const [a2, t, u, v, shifted] = [newFe(), newFe(), newFe(), newFe(), newFe()];
  const join = (to: Fe, from: Fe, by: Fe, times: number): void => {
    squareTimes(shifted, from, times);
    mul(to, shifted, by);
  };
  join(a2, a, a, 1); // n = 2
  join(t, a2, a2, 2); // 4
  join(t, t, a, 1); // 5
  join(u, t, t, 5); // 10
  join(v, u, u, 10); // 20
  join(v, v, v, 20); // 40
  join(u, v, u, 10); // 50
  join(t, u, u, 50); // 100
  join(v, t, t, 100); // 200
  join(u, v, u, 50); // 250
  squareTimes(u, u, 2);
  mul(o, u, a);
}

/** a^(p−2); of zero it is zero. p − 2 = 8·(2^252 − 3) + 3. */
export function invert(o: Fe, a: Fe): void {
  const [power, cube] = [newFe(), newFe()];
  powerP58(power, a);
  squareTimes(power, power, 3);
  square(cube, a);
  mul(cube, cube, a);
  mul(o, power, cube);
}

export const isZero = (a: Fe): boolean => toBigInt(a) === 0n;

export function equal(a: Fe, b: Fe): boolean {
  const difference = newFe();
  sub(difference, a, b);
  return isZero(difference);
}
