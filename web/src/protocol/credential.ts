// A voter's credential (protocol.md 5.2): 22 Base58 characters in groups 5-6-5-6, no checksum.
import { encodeElement, base } from './group';
import { sha256Hex } from './hash';
import { isBase58, randomBase58, type Random } from './random';
import { refuse } from './refusal';
import { Q, type Scalar } from './scalar';

const GROUPS = [5, 6, 5, 6];

/** 22 characters with the dashes between the groups. */
function grouped(characters: string): string {
  let at = 0;
  return GROUPS.map((n) => characters.slice(at, (at += n))).join('-');
}

export const generateCredential = (random: Random): string => grouped(randomBase58(22, random));

/**
 * What a person typed or a QR code held, as the strict form. Blanks and kinds of dashes do not matter, and
 * dashes may be left out. Refused, most helpful first: `credential-empty`, `credential-character`,
 * `credential-length`, `credential-dashes`.
 */
export function readCredential(typed: string): string {
  const tidy = typed.replace(/\s+/g, '').replace(/[\u2010-\u2015\u2212]/g, '-');
  if (tidy === '') refuse('credential-empty');
  const characters = tidy.replaceAll('-', '');
  const wrong = [...characters].find((c) => !isBase58(c));
  if (wrong !== undefined) refuse('credential-character', wrong);
  if (characters.length !== 22) refuse('credential-length', String(characters.length));
  const strict = grouped(characters);
  if (tidy !== characters && tidy !== strict) refuse('credential-dashes');
  return strict;
}

/** The number the voter signs with: two digests, so that it is unbiased mod q. */
export function deriveCredential(uuid: string, credential: string): Scalar {
  const half = (i: number): string => sha256Hex(`derive_credential|${uuid}|${i}|${credential}`);
  return BigInt('0x' + half(0) + half(1)) % Q;
}

/** The public credential, 64 digits. */
export const publicCredential = (uuid: string, credential: string): string => encodeElement(base(deriveCredential(uuid, credential)));
