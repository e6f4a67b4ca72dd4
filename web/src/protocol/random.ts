/** A source of random bytes: an argument everywhere, so that tests and vectors can fix it. */
export type Random = (length: number) => Uint8Array;

/** The browser's (or node's) generator. */
export const systemRandom: Random = (length) => crypto.getRandomValues(new Uint8Array(length));

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
export const isBase58 = (text: string): boolean => [...text].every((c) => BASE58.includes(c));

/** Uniform Base58 characters: bytes of 232 and more are drawn again, because 232 = 4·58. */
export function randomBase58(length: number, random: Random): string {
  let out = '';
  while (out.length < length) {
    for (const b of random(length)) if (b < 232 && out.length < length) out += BASE58[b % 58];
  }
  return out;
}

/** Uniform in [0, n), n up to 2^32, by rejection. */
function randomBelow(n: number, random: Random): number {
  const limit = Math.floor(2 ** 32 / n) * n;
  for (;;) {
    const x = new DataView(random(4).buffer as ArrayBuffer).getUint32(0);
    if (x < limit) return x % n;
  }
}

/** A new array with the same items in an order that tells nothing (Fisher and Yates). */
export function shuffle<T>(items: readonly T[], random: Random): T[] {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i--) {
    const j = randomBelow(i + 1, random);
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}
