// A trustee's own part in making the common key (protocol.md 6.1, hardened as in hardening.md W3): three messages.
// The secret is the seed; from it come the keys and, fixed before anybody's coefficients are known, the polynomial.
import {
  certificatesMessage,
  checkCertificatesSignature,
  coefficientsMessage,
  combinedCoefficients,
  committedShare,
  readCertificates,
  readCoefficients,
  readVerificationKey,
  signedJson,
  type Certificate,
  type CommitteeSize,
} from './certificates';
import { receiveFrom, sendTo, type Receiver } from './channel';
import { encodeAll, encodeElement, generator, GROUP_NAME, secretPower } from './group';
import { sha256Hex } from './hash';
import { parseJson, writeJson, type Json } from './json';
import { proofJson, proveKey, signMessage } from './proofs';
import { isBase58, randomBase58, type Random } from './random';
import { ensure, refuse } from './refusal';
import { decodeScalar, encodeScalar, mod, Q, type Scalar } from './scalar';
import { list, record, text } from './shape';

export interface Seat extends CommitteeSize {
  /** This trustee's number, from 1. */
  readonly index: number;
}

/** 22 Base58 characters, 128 bits. */
export const makeSeed = (random: Random): string => randomBase58(22, random);
export const isSeed = (s: string): boolean => s.length === 22 && isBase58(s);

const number = (hex: string): Scalar => BigInt('0x' + hex) % Q;

interface TrusteeSecrets extends Receiver {
  readonly signingKey: Scalar;
  readonly verification: string;
  /** a_0 … a_{k−1} */
  readonly polynomial: readonly Scalar[];
  /** g^a_0 … as 64 digits */
  readonly coefficients: readonly string[];
}

export function secretsOf(seed: string, { size, threshold, index }: Seat): TrusteeSecrets {
  ensure(isSeed(seed), 'a seed has 22 Base58 characters');
  const signingKey = number(sha256Hex(`sk|${seed}`));
  const decryptionKey = number(sha256Hex(`dk|${seed}`));
  const polynomial = Array.from({ length: threshold }, (_, e) => {
    const half = (i: number): string => sha256Hex(`poly|${seed}|${threshold}|${size}|${index}|${e}|${i}`);
    return number(half(0) + half(1));
  });
  const [verification, encryption, ...coefficients] = encodeAll([signingKey, decryptionKey, ...polynomial].map((n) => secretPower(generator, n)));
  return { signingKey, decryptionKey, verification: verification!, encryption: encryption!, polynomial, coefficients };
}

/** Step 1: the certificate, which commits to the polynomial. */
export function makeCertificate(seed: string, seat: Seat, random: Random): Json {
  const my = secretsOf(seed, seat);
  const message = writeJson({
    context: { group: GROUP_NAME, size: seat.size, threshold: seat.threshold, index: seat.index },
    verification: my.verification,
    encryption: my.encryption,
    coefexps: sha256Hex(coefficientsMessage(my.coefficients)),
  });
  return signedJson({ message, signature: signMessage(my.signingKey, message, random) });
}

/** Step 2: all certificates hold, and mine is among them at my place. */
export function acceptCertificates(values: readonly Json[], my: TrusteeSecrets, seat: Seat): Certificate[] {
  const certificates = readCertificates(values, seat, true);
  const mine = certificates[seat.index - 1]!;
  const isMine = encodeElement(mine.verification) === my.verification && mine.encryptionHex === my.encryption;
  if (!isMine || mine.commitment !== sha256Hex(coefficientsMessage(my.coefficients))) refuse('not-my-certificate', `trustee ${seat.index}`);
  return certificates;
}

const evaluate = (polynomial: readonly Scalar[], j: number): Scalar => polynomial.reduceRight((sum, a) => mod(sum * BigInt(j) + a), 0n);

/** Step 3: my coefficients in the open, a sealed share for each trustee, my polynomial sealed for myself. */
export function makePolynomial(seed: string, seat: Seat, certificateList: readonly Json[], random: Random): Json {
  const my = secretsOf(seed, seat);
  const certificates = acceptCertificates(certificateList, my, seat);
  const seal = (j: number, message: Json): string => sendTo(certificates[j - 1]!.encryption, writeJson(message), my.signingKey, random);
  const coefexps = coefficientsMessage(my.coefficients);
  return {
    polynomial: seal(seat.index, { polynomial: my.polynomial.map(encodeScalar) }),
    secrets: certificates.map((_, i) => seal(i + 1, { secret: encodeScalar(evaluate(my.polynomial, i + 1)) })),
    coefexps: signedJson({ message: coefexps, signature: signMessage(my.signingKey, coefexps, random) }),
    signature: proofJson(signMessage(my.signingKey, certificatesMessage(certificates, my.coefficients), random)),
  };
}

export interface FinishedKey {
  /** The message to the server: `{"private_key":E,"public_key":K}`. */
  readonly message: Json;
  /** The share of the common key; goes into the key file and nowhere else. */
  readonly decryptionKey: string;
  /** g^decryptionKey, 64 digits. */
  readonly publicKey: string;
}

/** Step 5: everything the others sent is checked, also what belenios-tool leaves out, before the share is used. */
export function finishKey(seed: string, seat: Seat, certificateList: readonly Json[], vinput: Json, random: Random): FinishedKey {
  const my = secretsOf(seed, seat);
  const { size, threshold, index } = seat;
  const certificates = acceptCertificates(certificateList, my, seat);
  const v = record(vinput, 'vinput', ['polynomial', 'secrets', 'coefexps', 'signatures'], { lax: true });

  const coefficients = list(v.coefexps, 'vinput', size).map((c, i) => readCoefficients(c, certificates[i]!, threshold, i + 1, true));
  list(v.signatures, 'vinput', size).forEach((s, i) => checkCertificatesSignature(s, certificates, coefficients[i]!.hex, i + 1, true));
  const sealed = receiveFrom(certificates[index - 1]!.verification, text(v.polynomial, 'vinput'), my);
  if (sealed !== writeJson({ polynomial: my.polynomial.map(encodeScalar) })) refuse('polynomial-changed');

  let share = 0n;
  list(v.secrets, 'vinput', size).forEach((secret, i) => {
    const message = receiveFrom(certificates[i]!.verification, text(secret, 'vinput'), my);
    const s = decodeScalar(record(parseJson(message, 'secret'), 'secret', ['secret'], { lax: true }).secret, 'secret');
    if (!secretPower(generator, s).equals(committedShare(coefficients[i]!.points, index))) refuse('secret-share', `from trustee ${i + 1}`);
    share = mod(share + s);
  });

  const publicKey = encodeElement(secretPower(generator, share));
  const decryptionKey = encodeScalar(share);
  const message = {
    private_key: sendTo(certificates[index - 1]!.encryption, writeJson({ decryption_key: decryptionKey }), my.signingKey, random),
    public_key: {
      pok: proofJson(proveKey(share, publicKey, random)),
      public_key: publicKey,
      signature: proofJson(signMessage(my.signingKey, publicKey, random)),
    },
  };
  readVerificationKey(message.public_key, certificates[index - 1]!, combinedCoefficients(coefficients.map((c) => c.points)), index, true);
  return { message, decryptionKey, publicKey };
}
