// Proofs of knowledge with one secret (protocol.md chapters 6, 7, 10). One convention: commitment g^w, challenge c,
// response w − c·secret; the verifier rebuilds the commitment as g^response · X^challenge.
import { base, encodeAll, encodeElement, generator, GROUP_NAME, power, secretPower, type Element } from './group';
import { hashToScalar } from './hash';
import type { Json } from './json';
import type { Random } from './random';
import { decodeScalar, encodeScalar, mod, randomScalar, type Scalar } from './scalar';
import { record } from './shape';

export interface Proof {
  readonly challenge: Scalar;
  readonly response: Scalar;
}

export const proofJson = (p: Proof): Json => ({ challenge: encodeScalar(p.challenge), response: encodeScalar(p.response) });

/** `lax` in free-form documents. */
export function readProof(value: Json | undefined, what: string, lax = false): Proof {
  const p = record(value, what, ['challenge', 'response'], { lax });
  return { challenge: decodeScalar(p.challenge, what), response: decodeScalar(p.response, what) };
}

/**
 * Schnorr: somebody who knows log_g X says `prefix`. The prefix decides what is bound. `toPower` is g^n: by the regular
 * ladder for trustees' keys, from the table for a voter's code.
 */
function prove(prefix: string, secret: Scalar, random: Random, toPower = (n: Scalar) => secretPower(generator, n)): Proof {
  const w = randomScalar(random);
  const challenge = hashToScalar(prefix, [encodeElement(toPower(w))]);
  return { challenge, response: mod(w - challenge * secret) };
}

function holds(prefix: string, key: Element, { challenge, response }: Proof): boolean {
  const commitment = base(response).add(power(key, challenge));
  return challenge === hashToScalar(prefix, [encodeElement(commitment)]);
}

/** A trustee knows the key (pok). */
const pok = (keyHex: string): string => `pok|${GROUP_NAME}|${keyHex}|`;
export const proveKey = (secret: Scalar, keyHex: string, random: Random): Proof => prove(pok(keyHex), secret, random);
export const keyProofHolds = (key: Element, keyHex: string, p: Proof): boolean => holds(pok(keyHex), key, p);

/** PKI signature on a text. The key is not in the hash (hardening.md W4): check its certificate first. */
export const signMessage = (secret: Scalar, message: string, random: Random): Proof => prove(`sigmsg|${message}|`, secret, random);
export const messageSigned = (key: Element, message: string, p: Proof): boolean => holds(`sigmsg|${message}|`, key, p);

/** Signature of a ballot; the credential is inside the bytes that `hash` is of. */
export const signBallot = (secret: Scalar, hash: string, random: Random): Proof => prove(`sig|${hash}|`, secret, random, base);
export const ballotSigned = (key: Element, hash: string, p: Proof): boolean => holds(`sig|${hash}|`, key, p);

/** What a decryption factor claims: factor = alpha^x with the x of key = g^x. */
export interface DecryptionClaim {
  /** The election's fingerprint, or `drill:ID` in a fire drill. */
  readonly context: string;
  readonly key: Element;
  readonly keyHex: string;
  readonly alpha: Element;
  readonly alphaHex: string;
  readonly factor: Element;
  readonly factorHex: string;
}

/** The version-1 hash binds neither alpha nor factor (W1); the strong one binds both. */
const weakPrefix = (c: DecryptionClaim): string => `decrypt|${c.context}|${c.keyHex}|`;
const strongPrefix = (c: DecryptionClaim): string => `decrypt-strong|${c.context}|${c.keyHex}|${c.alphaHex},${c.factorHex}|`;

function proveEquality(prefix: string, claim: DecryptionClaim, secret: Scalar, random: Random): Proof {
  const w = randomScalar(random);
  const commitments = encodeAll([secretPower(generator, w), secretPower(claim.alpha, w)]);
  const challenge = hashToScalar(prefix, commitments);
  return { challenge, response: mod(w - challenge * secret) };
}

function equalityHolds(prefix: string, c: DecryptionClaim, { challenge, response }: Proof): boolean {
  const a = base(response).add(power(c.key, challenge));
  const b = power(c.alpha, response).add(power(c.factor, challenge));
  return challenge === hashToScalar(prefix, encodeAll([a, b]));
}

export const proveDecryption = (c: DecryptionClaim, secret: Scalar, random: Random): Proof => proveEquality(weakPrefix(c), c, secret, random);
export const decryptionHolds = (c: DecryptionClaim, p: Proof): boolean => equalityHolds(weakPrefix(c), c, p);

export const proveStrongly = (c: DecryptionClaim, secret: Scalar, random: Random): Proof => proveEquality(strongPrefix(c), c, secret, random);
export const strongDecryptionHolds = (c: DecryptionClaim, p: Proof): boolean => equalityHolds(strongPrefix(c), c, p);
