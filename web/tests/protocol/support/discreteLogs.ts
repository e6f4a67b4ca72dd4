// Reading counts, as the server does; the audit needs it not: it compares g^count.
import { encodeAll, encodeElement, generator, identity, power, type Element } from '../../../src/protocol/group';

/** log_g of each element, at most `most`, by small and giant steps; null for one that is larger. */
export function discreteLogs(elements: readonly Element[], most: bigint): (bigint | null)[] {
  const width = sqrtCeil(most + 1n);
  const small = new Map<string, bigint>();
  // The table is built from encodings in lots, to share inversions.
  let step: Element = identity;
  for (let n = 0n; n < width; ) {
    const lot: Element[] = [];
    for (; n + BigInt(lot.length) < width && lot.length < 1024; step = step.add(generator)) lot.push(step);
    for (const hex of encodeAll(lot)) small.set(hex, n++);
  }
  const giant = power(generator, width);
  return elements.map((element) => {
    let rest = element;
    for (let n = 0n; n <= most; n += width, rest = rest.subtract(giant)) {
      const found = small.get(encodeElement(rest));
      if (found !== undefined && n + found <= most) return n + found;
    }
    return null;
  });
}

function sqrtCeil(n: bigint): bigint {
  let r = BigInt(Math.floor(Math.sqrt(Number(n))));
  while (r * r < n) r++;
  return r;
}
