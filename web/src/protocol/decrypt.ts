// A trustee's share of the decryption (protocol.md 10; hardening.md W1), made and checked.
import { utf8 } from './bytes';
import { base, decodeElement, encodeAll, encodeElement, generator, secretPower, type Element } from './group';
import { parseDocument, writeJson, type Json } from './json';
import { decryptionHolds, proofJson, proveDecryption, proveStrongly, readProof, strongDecryptionHolds, type DecryptionClaim, type Proof } from './proofs';
import { isBase58, type Random } from './random';
import { Refusal, refuse } from './refusal';
import { decodeScalar } from './scalar';
import { list, record } from './shape';
import type { Factors, Tally } from './tally';
import type { TrusteeKey } from './certificates';

/**
 * partial_decryption with both kinds of proof, each with its own nonce. `tally` must be one that the caller has
 * recomputed from the ballots: the key is used on whatever is given here.
 */
export function makeShare(decryptionKey: string, fingerprint: string, tally: Tally, random: Random): string {
  const x = decodeScalar(decryptionKey, 'decryption key');
  const key = secretPower(generator, x);
  const keyHex = encodeElement(key);
  const claims = tally.map((row) =>
    row.map(({ alpha }): DecryptionClaim => {
      const factor = secretPower(alpha, x);
      const [alphaHex, factorHex] = encodeAll([alpha, factor]) as [string, string];
      return { context: fingerprint, key, keyHex, alpha, alphaHex, factor, factorHex };
    }),
  );
  const each = (f: (c: DecryptionClaim) => Json): Json => claims.map((row) => row.map(f));
  return writeJson({
    decryption_factors: each((c) => c.factorHex),
    decryption_proofs: each((c) => proofJson(proveDecryption(c, x, random))),
    strong_proofs: each((c) => proofJson(proveStrongly(c, x, random))),
  });
}

function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (e) {
    if (e instanceof Refusal) return null;
    throw e;
  }
}

const SHARE_FIELDS = ['decryption_factors', 'decryption_proofs', 'strong_proofs'];

/** The factors of a share whose proofs all hold, also strong ones; in the hardened profile those must be there. */
export function checkShare(share: string | Uint8Array, { key, hex: keyHex }: TrusteeKey, fingerprint: string, tally: Tally, hardened: boolean): Factors {
  const lax = !hardened;
  const bytes = typeof share === 'string' ? utf8(share) : share;
  const s = record(parseDocument(bytes, 'share', hardened), 'share', SHARE_FIELDS, { optional: ['strong_proofs'], lax });
  if (hardened && s.strong_proofs === undefined) refuse('strong-proof-missing');
  const table = (value: Json | undefined, what: string): readonly (readonly Json[])[] => {
    const rows = list(value, what);
    if (rows.length !== tally.length) refuse('share-shape', what);
    return rows.map((r, i) => {
      const row = list(r, what);
      if (row.length !== tally[i]!.length) refuse('share-shape', `${what}[${i}]`);
      return row;
    });
  };
  const factors = table(s.decryption_factors, 'decryption_factors');
  const proofs = table(s.decryption_proofs, 'decryption_proofs');
  const readStrong = (): Proof[][] => table(s.strong_proofs, 'strong_proofs').map((row) => row.map((p) => readProof(p, 'strong_proofs', lax)));
  // Other people's archives may use this field's name for something else: what is not of our shape is not ours.
  const strong = hardened ? readStrong() : orNull(readStrong);
  return tally.map((row, i) => {
    const alphas = encodeAll(row.map((c) => c.alpha));
    return row.map(({ alpha }, j): Element => {
      const where = `question ${i}, answer ${j}`;
      const factorHex = factors[i]![j] as string;
      const factor = decodeElement(factorHex, where);
      const claim = { context: fingerprint, key, keyHex, alpha, alphaHex: alphas[j]!, factor, factorHex };
      if (!decryptionHolds(claim, readProof(proofs[i]![j], where, lax))) refuse('decryption-proof', where);
      if (strong && !strongDecryptionHolds(claim, strong[i]![j]!)) refuse('strong-proof', where);
      return factor;
    });
  });
}

/**
 * The fire drill: the stored key opens a test value. Body of `POST /trustee/drill`. The value is g^r with an r that the
 * asker must know: alpha^x is then something he could compute himself, so that a drill never opens a ballot.
 * Refused: `drill-id`, `scalar-syntax`.
 */
export function answerDrill(decryptionKey: string, id: string, r: string, random: Random): Json {
  if (id.length !== 16 || !isBase58(id)) refuse('drill-id');
  const exponent = decodeScalar(r, 'drill');
  if (exponent === 0n) refuse('scalar-syntax', 'drill');
  const x = decodeScalar(decryptionKey, 'decryption key');
  const alpha = base(exponent);
  const alphaHex = encodeElement(alpha);
  const key = secretPower(generator, x);
  const factor = secretPower(alpha, x);
  const [keyHex, factorHex] = encodeAll([key, factor]) as [string, string];
  const claim = { context: `drill:${id}`, key, keyHex, alpha, alphaHex, factor, factorHex };
  return { id, factor: factorHex, proof: proofJson(proveStrongly(claim, x, random)) };
}
