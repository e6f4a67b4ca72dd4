// SHA-256 in the spellings of protocol.md chapter 2.
import { sha256 } from '@noble/hashes/sha2.js';
import { fromHex, toBase64, toHex, toNumber, utf8 } from './bytes';
import { Q } from './scalar';

const bytesOf = (data: string | Uint8Array): Uint8Array => (typeof data === 'string' ? utf8(data) : data);

/** 64 lower-case digits: names of data, parents, payloads. */
export const sha256Hex = (data: string | Uint8Array): string => toHex(sha256(bytesOf(data)));

/** 43 characters: fingerprint of an election, hash in a ballot's signature, tracker. */
export const sha256B64 = (data: string | Uint8Array): string => toBase64(sha256(bytesOf(data)));

/** The same digest, from its 64 digits. */
export const hexToB64 = (hex: string): string => toBase64(fromHex(hex)!);

/** H(prefix; E1,…,En): SHA-256 of the prefix and the encodings joined by commas, big-endian, mod q. */
export const hashToScalar = (prefix: string, encodings: readonly string[]): bigint =>
  toNumber(sha256(utf8(prefix + encodings.join(',')))) % Q;

/** For data that arrives in pieces. */
export const sha256Stream = () => sha256.create();
