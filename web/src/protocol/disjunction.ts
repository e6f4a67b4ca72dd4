// The proofs inside a ballot (protocol.md chapter 8): one of several ciphertexts, with a value claimed for each,
// holds what is claimed, and nobody learns which. All four kinds (individual, overall, and the two with a blank
// vote) are this one statement with other branches and another prefix.
import { base, encodeAll, power, powers, type Element } from './group';
import { hashToScalar } from './hash';
import type { Proof } from './proofs';
import type { Random } from './random';
import { ensure } from './refusal';
import { mod, randomScalar, type Scalar } from './scalar';

export interface Ciphertext {
  readonly alpha: Element;
  readonly beta: Element;
}

/** A ciphertext as its maker knows it: alpha = g^randomness, beta = y^randomness · g^value. */
export interface Opening {
  readonly randomness: Scalar;
  readonly value: number;
}

/** "This ciphertext holds the value `claimed`." */
export interface Claim<C> {
  readonly of: C;
  readonly claimed: number;
}

export interface Commitment {
  /** A0, B0, A1, B1, …: to be encoded (many at once) and hashed. */
  readonly points: readonly Element[];
  /** The proofs, once the prefix is known. Answers once: two answers of one nonce would give the randomness away. */
  respond(prefix: string, encodings: readonly string[]): Proof[];
}

/**
 * The first move of the prover. Every power is of g or y, because the prover knows the randomness R: for a branch
 * that is simulated, g^r · alpha^c = g^(r+Rc) and y^r · (beta/g^M)^c = y^(r+Rc) · g^((m−M)c).
 * `truth` is the index of a claim that is true.
 */
export function commit(key: Element, claims: readonly Claim<Opening>[], truth: number, random: Random): Commitment {
  const w = randomScalar(random);
  const points: Element[] = [];
  const simulated = claims.map(({ of, claimed }, i): Proof => {
    if (i === truth) {
      points.push(base(w), power(key, w));
      return { challenge: 0n, response: 0n };
    }
    const proof = { challenge: randomScalar(random), response: randomScalar(random) };
    const exponent = mod(proof.response + of.randomness * proof.challenge);
    const gap = mod(BigInt(of.value - claimed) * proof.challenge);
    points.push(base(exponent), gap === 0n ? power(key, exponent) : power(key, exponent).add(base(gap)));
    return proof;
  });
  let answered = false;
  return {
    points,
    respond(prefix, encodings) {
      ensure(!answered, 'a nonce answers once');
      answered = true;
      const others = simulated.reduce((sum, p) => sum + p.challenge, 0n);
      const challenge = mod(hashToScalar(prefix, encodings) - others);
      const response = mod(w - claims[truth]!.of.randomness * challenge);
      return simulated.map((p, i) => (i === truth ? { challenge, response } : p));
    },
  };
}

/** The verifier: the challenges add up to the hash of the rebuilt commitments. One proof for each claim. */
export function oneOfHolds(key: Element, claims: readonly Claim<Ciphertext>[], proofs: readonly Proof[], prefix: string): boolean {
  if (proofs.length !== claims.length) return false;
  const masks = raised(claims, proofs.map((p) => p.challenge));
  const points = claims.flatMap(({ claimed }, i) => {
    const { challenge, response } = proofs[i]!;
    const { alpha, beta } = masks[i]!;
    const b = power(key, response).add(beta);
    return [base(response).add(alpha), claimed === 0 ? b : b.subtract(base(mod(BigInt(claimed) * challenge)))];
  });
  const sum = proofs.reduce((total, p) => total + p.challenge, 0n);
  return mod(sum) === hashToScalar(prefix, encodeAll(points));
}

/** The ciphertext of each claim to its challenge; claims about the same one share its doublings. */
function raised(claims: readonly Claim<Ciphertext>[], challenges: readonly Scalar[]): Ciphertext[] {
  const out: Ciphertext[] = [];
  for (const of of new Set(claims.map((c) => c.of))) {
    const here = claims.flatMap((c, i) => (c.of === of ? [i] : []));
    const exponents = here.map((i) => challenges[i]!);
    const [alphas, betas] = [powers(of.alpha, exponents), powers(of.beta, exponents)];
    here.forEach((i, n) => (out[i] = { alpha: alphas[n]!, beta: betas[n]! }));
  }
  return out;
}

/** The claims and hash prefixes of one answer, for the prover (openings) and the verifier (ciphertexts) alike. */
export function answerClaims<C>(q: { blank: boolean; min: number; max: number }, choices: readonly C[], sum: C) {
  const marks = Array.from({ length: q.max - q.min + 1 }, (_, i): Claim<C> => ({ of: sum, claimed: q.min + i }));
  return {
    individual: choices.map((of): Claim<C>[] => [{ of, claimed: 0 }, { of, claimed: 1 }]),
    overall: q.blank ? [{ of: choices[0]!, claimed: 1 }, ...marks] : marks,
    blank: q.blank ? [{ of: choices[0]!, claimed: 0 }, { of: sum, claimed: 0 }] : null,
  };
}

/** The text in front of the commitments, per proof of one answer. `statement` is φ|credential. */
export function answerPrefixes(statement: string, blank: boolean, choices: readonly string[], sum: string) {
  const whole = `${statement}|${choices.join(',')}`;
  return {
    individual: choices.map((c) => `prove|${statement}|${c}|`),
    overall: blank ? `bproof1|${whole}|` : `prove|${whole}|${sum}|`,
    blank: `bproof0|${whole}|`,
  };
}
