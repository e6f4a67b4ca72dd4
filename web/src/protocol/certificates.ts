// The public side of the making of a common key (protocol.md 6.1): certificates, coefficients, verification keys,
// as trustees check them during the ceremony and as everybody checks them in an archive.
import { decodeElement, GROUP_NAME, identity, power, product, type Element } from './group';
import { sha256Hex } from './hash';
import { parseJson, writeJson, type Json } from './json';
import { keyProofHolds, messageSigned, proofJson, readProof, type Proof } from './proofs';
import { refuse } from './refusal';
import { integer, list, record, text } from './shape';

export interface CommitteeSize {
  readonly size: number;
  readonly threshold: number;
}

export interface Signed {
  readonly message: string;
  readonly signature: Proof;
}
export const signedJson = (s: Signed): Json => ({ message: s.message, signature: proofJson(s.signature) });

export function readSigned(value: Json | undefined, what: string, hardened: boolean): Signed {
  const s = record(value, what, ['message', 'signature'], { lax: !hardened });
  return { message: text(s.message, what), signature: readProof(s.signature, what, !hardened) };
}

export interface Certificate {
  readonly signed: Signed;
  /** Checks the trustee's signatures. */
  readonly verification: Element;
  /** Seals messages to the trustee. */
  readonly encryption: Element;
  readonly encryptionHex: string;
  /** The digest of the coefficients that the trustee will publish (hardening.md W3); others' elections may have none. */
  readonly commitment: string | null;
}

const nonIdentity = (hex: Json | undefined, what: string): Element => {
  const e = decodeElement(hex, what);
  if (e.is0()) refuse('element-identity', what);
  return e;
};

/** A certificate holds on its own: its message contains the key that signs it, which makes the signature sound (W4). */
export function readCertificate(value: Json, committee: CommitteeSize, index: number, hardened: boolean): Certificate {
  const what = `certificate ${index}`;
  const signed = readSigned(value, what, hardened);
  const lax = !hardened;
  const parsed = parseJson(signed.message, what);
  const message = record(parsed, what, ['context', 'verification', 'encryption', 'coefexps'], { optional: ['coefexps'], lax });
  const context = record(message.context, what, ['group', 'size', 'threshold', 'index'], { lax });
  if (hardened && signed.message !== writeJson(parsed)) refuse('not-canonical', what);
  const { size, threshold } = committee;
  if (context.group !== GROUP_NAME || context.size !== size || context.threshold !== threshold || context.index !== index) {
    refuse('certificate-context', what);
  }
  const verification = nonIdentity(message.verification, what);
  const encryption = nonIdentity(message.encryption, what);
  if (!messageSigned(verification, signed.message, signed.signature)) refuse('certificate-signature', what);
  // In others' elections what is no digest is no commitment.
  const commitment = typeof message.coefexps === 'string' && /^[0-9a-f]{64}$/.test(message.coefexps) ? message.coefexps : null;
  if (hardened && commitment === null) refuse('certificate-commitment', what);
  return { signed, verification, encryption, encryptionHex: message.encryption as string, commitment };
}

export function readCertificates(values: readonly Json[], committee: CommitteeSize, hardened: boolean): Certificate[] {
  const { size, threshold } = committee;
  if (threshold < 1 || threshold > size) refuse('trustees-threshold', `${threshold} of ${size}`);
  if (values.length !== size) refuse('ceremony-size', `${values.length} certificates for ${size}`);
  return values.map((v, i) => readCertificate(v, committee, i + 1, hardened));
}

export const coefficientsMessage = (hex: readonly string[]): string => writeJson({ coefexps: hex });

/** A_{i,0}, A_{i,1}, … of trustee `index`, signed and as committed. */
export function readCoefficients(value: Json, certificate: Certificate, threshold: number, index: number, hardened: boolean): { points: Element[]; hex: string[] } {
  const what = `coefficients of trustee ${index}`;
  const signed = readSigned(value, what, hardened);
  if (!messageSigned(certificate.verification, signed.message, signed.signature)) refuse('coefficients-signature', what);
  const message = record(parseJson(signed.message, what), what, ['coefexps'], { lax: true });
  const hex = list(message.coefexps, what, threshold).map((h) => text(h, what));
  const points = hex.map((h) => decodeElement(h, what));
  if (hardened && signed.message !== coefficientsMessage(hex)) refuse('not-canonical', what);
  if (certificate.commitment !== null && certificate.commitment !== sha256Hex(coefficientsMessage(hex))) refuse('coefficients-commitment', what);
  return { points, hex };
}

/** What trustee `index` signs in step 3: all certificates and the own coefficients. */
export const certificatesMessage = (certificates: readonly Certificate[], hex: readonly string[]): string =>
  'certs_sig|' + writeJson({ certs: certificates.map((c) => signedJson(c.signed)), coefexps: hex });

export function checkCertificatesSignature(
  value: Json | undefined,
  certificates: readonly Certificate[],
  hex: readonly string[],
  index: number,
  hardened: boolean,
): void {
  const signature = readProof(value, `signature of trustee ${index}`, !hardened);
  if (!messageSigned(certificates[index - 1]!.verification, certificatesMessage(certificates, hex), signature)) {
    refuse('certificates-signature', `trustee ${index}`);
  }
}

/** g^f(j) for the polynomial behind the coefficients, by Horner's rule. */
export function committedShare(points: readonly Element[], j: number): Element {
  return points.reduceRight((sum, a) => power(sum, BigInt(j)).add(a), identity);
}

/** The coefficients of the sum of all polynomials: once multiplied, each verification key costs k powers, not n·k. */
export const combinedCoefficients = (all: readonly (readonly Element[])[]): Element[] =>
  all[0]!.map((_, e) => product(all.map((points) => points[e]!)));

export interface TrusteeKey {
  readonly key: Element;
  readonly hex: string;
}

/** K: a public key with the proof that somebody knows the secret one. */
export function readTrusteeKey(value: Json, what: string, hardened: boolean): TrusteeKey {
  const k = record(value, what, ['pok', 'public_key', 'signature', 'name'], { optional: ['signature', 'name'], lax: !hardened });
  if ('name' in k) text(k.name, what);
  if ('signature' in k) readProof(k.signature, what, !hardened);
  const key = nonIdentity(k.public_key, what);
  const hex = k.public_key as string;
  if (!keyProofHolds(key, hex, readProof(k.pok, what, !hardened))) refuse('trustee-proof', what);
  return { key, hex };
}

/** The verification key of trustee `index`: proved, signed, and the one that the combined coefficients give. */
export function readVerificationKey(value: Json, certificate: Certificate, combined: readonly Element[], index: number, hardened: boolean): TrusteeKey {
  const what = `verification key ${index}`;
  const k = readTrusteeKey(value, what, hardened);
  if (!k.key.equals(committedShare(combined, index))) refuse('verification-key', what);
  const { signature } = record(value, what, ['signature'], { lax: true });
  if (!messageSigned(certificate.verification, k.hex, readProof(signature, what, !hardened))) refuse('verification-key-signature', what);
  return k;
}

interface Committee extends CommitteeSize {
  readonly keys: readonly TrusteeKey[];
  /** Its part of the election's key. */
  readonly key: Element;
}

/** T: everything a threshold committee has published, checked. */
export function readCommittee(value: Json, hardened: boolean, what: string): Committee {
  const t = record(value, what, ['threshold', 'certs', 'coefexps', 'signatures', 'verification_keys'], { lax: !hardened });
  const certs = list(t.certs, what);
  const committee = { size: certs.length, threshold: integer(t.threshold, what) };
  const certificates = readCertificates(certs, committee, hardened);
  const coefficients = list(t.coefexps, what, committee.size).map((c, i) => readCoefficients(c, certificates[i]!, committee.threshold, i + 1, hardened));
  list(t.signatures, what, committee.size).forEach((s, i) => checkCertificatesSignature(s, certificates, coefficients[i]!.hex, i + 1, hardened));
  const combined = combinedCoefficients(coefficients.map((c) => c.points));
  const keys = list(t.verification_keys, what, committee.size).map((k, i) => readVerificationKey(k, certificates[i]!, combined, i + 1, hardened));
  return { ...committee, keys, key: combined[0]! };
}

