// Adding ballots that stay encrypted, and reading the sum (protocol.md chapters 9, 10.3).
import type { Ciphertext } from './disjunction';
import { positions, type Election } from './election';
import { encodeAll, identity, power, type Element } from './group';
import { writeJson } from './json';
import { lagrange, mod } from './scalar';

export type Tally = readonly (readonly Ciphertext[])[];

/** Keeps, for each credential, the last ballot: only that one counts. */
export class BallotBox {
  private readonly last = new Map<string, { choices: Tally; weight: bigint }>();

  constructor(private readonly election: Election) {}

  put(credential: string, choices: Tally, weight: bigint): void {
    this.last.set(credential, { choices, weight });
  }

  get counted(): number {
    return this.last.size;
  }

  get totalWeight(): bigint {
    let total = 0n;
    for (const { weight } of this.last.values()) total += weight;
    return total;
  }

  /** Identities where nobody voted. */
  sum(): Tally {
    return this.election.questions.map((q, i) =>
      Array.from({ length: positions(q) }, (_, j) => {
        let [alpha, beta] = [identity, identity];
        for (const { choices, weight } of this.last.values()) {
          const c = choices[i]![j]!;
          alpha = alpha.add(weighted(c.alpha, weight));
          beta = beta.add(weighted(c.beta, weight));
        }
        return { alpha, beta };
      }),
    );
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
