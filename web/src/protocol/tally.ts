// Adding ballots that stay encrypted, and reading the sum (protocol.md chapters 9, 10.3).
import type { Ciphertext } from './disjunction';
import { positions, type Election } from './election';
import { encodeAll, identity, packElements, power, unpackElements, type Element } from './group';
import { writeJson } from './json';
import { lagrange, mod } from './scalar';

export type Tally = readonly (readonly Ciphertext[])[];

/** The ciphertexts of a ballot, 192 bytes each. */
export const packChoices = (choices: Tally): Int32Array => packElements(choices.flat().flatMap((c) => [c.alpha, c.beta]));

/** Adds ballots up as they come. Of a credential's ballots only the last one counts, so each is kept until the end. */
export class BallotBox {
  private readonly last = new Map<string, { packed: Int32Array; weight: bigint }>();
  /** alpha and beta by turns, in the order of packChoices; identities where nobody voted. */
  private sums: Element[];

  constructor(private readonly election: Election) {
    const ciphertexts = election.questions.reduce((n, q) => n + positions(q), 0);
    this.sums = Array.from({ length: 2 * ciphertexts }, () => identity);
  }

  put(credential: string, packed: Int32Array, weight: bigint): void {
    const before = this.last.get(credential);
    if (before) this.add(before, (sum, e) => sum.subtract(e));
    this.last.set(credential, { packed, weight });
    this.add({ packed, weight }, (sum, e) => sum.add(e));
  }

  private add({ packed, weight }: { packed: Int32Array; weight: bigint }, join: (sum: Element, e: Element) => Element): void {
    const elements = unpackElements(packed);
    this.sums = this.sums.map((sum, i) => join(sum, weighted(elements[i]!, weight)));
  }

  get counted(): number {
    return this.last.size;
  }

  get totalWeight(): bigint {
    let total = 0n;
    for (const { weight } of this.last.values()) total += weight;
    return total;
  }

  sum(): Tally {
    let at = 0;
    return this.election.questions.map((q) => Array.from({ length: positions(q) }, () => ({ alpha: this.sums[at++]!, beta: this.sums[at++]! })));
  }
}

const weighted = (e: Element, weight: bigint): Element => (weight === 1n ? e : power(e, mod(weight)));

/** The document encrypted_tally, whose bytes are fixed. */
export function tallyJson(tally: Tally): string {
  const hex = encodeAll(tally.flat().flatMap((c) => [c.alpha, c.beta]));
  let at = 0;
  return writeJson(tally.map((row) => row.map(() => ({ alpha: hex[at++]!, beta: hex[at++]! }))));
}

/** alpha^x of each place of a tally, from one trustee. */
export type Factors = readonly (readonly Element[])[];

/** The product of factors to the Lagrange coefficients, evaluated at point `at` (0: the secret). */
export function interpolate(shares: ReadonlyMap<number, Factors>, points: readonly number[], at = 0): Factors {
  const parts = points.map((j) => scale(shares.get(j)!, lagrange(points, j, at)));
  return parts.reduce(multiply);
}

const scale = (f: Factors, n: bigint): Factors => f.map((row) => row.map((e) => power(e, n)));
export const multiply = (a: Factors, b: Factors): Factors => a.map((row, i) => row.map((e, j) => e.add(b[i]![j]!)));
export const sameFactors = (a: Factors, b: Factors): boolean => a.every((row, i) => row.every((e, j) => e.equals(b[i]![j]!)));

/** beta / factor of each place: g^count. */
export const opened = (tally: Tally, factors: Factors): Element[][] =>
  tally.map((row, i) => row.map((c, j) => c.beta.subtract(factors[i]![j]!)));
