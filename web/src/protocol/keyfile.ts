// A trustee's key file: the secrets of one seat, locked with a passphrase (Argon2id, XChaCha20-Poly1305). Browser and
// minhtin-trustee write the same compact canonical JSON; all of it but `sealed` is the associated data.
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { argon2idAsync } from '@noble/hashes/argon2.js';
import { fromHex, fromUtf8, toHex, utf8 } from './bytes';
import { isSeed } from './ceremony';
import { parseJson, writeJson, type Json } from './json';
import type { Random } from './random';
import { Refusal, refuse } from './refusal';
import { decodeScalar } from './scalar';
import { integer, record, text, type Fields } from './shape';

/** Readable without the passphrase. */
export interface KeyfileLabel {
  readonly election: string;
  readonly ceremony: string;
  readonly trustee: number;
  readonly size: number;
  readonly threshold: number;
  readonly name: string;
}

export interface KeyfileSecrets {
  readonly seed: string;
  /** Decimal; absent in the file saved before the common key exists. */
  readonly decryptionKey?: string;
}

export interface Keyfile extends KeyfileLabel {
  readonly complete: boolean;
}

const FORMAT = 'minhtin-key-1';
const KDF = { name: 'argon2id', t: 3, m: 65536, p: 1 };
const FIELDS = ['format', 'election', 'ceremony', 'trustee', 'size', 'threshold', 'name', 'complete', 'certificates', 'kdf', 'nonce', 'sealed'];
// Written by minhtin-trustee alone: the list that the seed has answered.
const OPTIONAL = ['certificates'];

/** Part of the work that is done, 0 to 1. Deriving the key takes a second or more. */
export type KeyProgress = (done: number) => void;

const deriveKey = (passphrase: string, salt: Uint8Array, progress?: KeyProgress): Promise<Uint8Array> =>
  argon2idAsync(utf8(passphrase.normalize('NFC')), salt, { t: KDF.t, m: KDF.m, p: KDF.p, dkLen: 32, onProgress: progress, asyncTick: 50 });

/** The whole text of the file. */
export async function sealKeyfile(label: KeyfileLabel, secrets: KeyfileSecrets, passphrase: string, random: Random, progress?: KeyProgress): Promise<string> {
  const [salt, nonce] = [random(16), random(24)];
  const open = {
    format: FORMAT,
    election: label.election,
    ceremony: label.ceremony,
    trustee: label.trustee,
    size: label.size,
    threshold: label.threshold,
    name: label.name,
    complete: secrets.decryptionKey !== undefined,
    kdf: { name: KDF.name, salt: toHex(salt), t: KDF.t, m: KDF.m, p: KDF.p },
    nonce: toHex(nonce),
  };
  const key = await deriveKey(passphrase, salt, progress);
  const plaintext = writeJson({ seed: secrets.seed, decryption_key: secrets.decryptionKey });
  const sealed = xchacha20poly1305(key, nonce, utf8(writeJson(open))).encrypt(utf8(plaintext));
  key.fill(0);
  return writeJson({ ...open, sealed: toHex(sealed) });
}

function hexOf(value: Json | undefined, length?: number): Uint8Array {
  const bytes = fromHex(text(value, 'key file'));
  if (bytes === null || (length !== undefined && bytes.length !== length)) refuse('key-file-format');
  return bytes;
}

function parse(file: string): Fields {
  const f = record(parseJson(file, 'key file'), 'key file', FIELDS, { optional: OPTIONAL });
  const kdf = record(f.kdf, 'key file', ['name', 'salt', 't', 'm', 'p']);
  // Only our own parameters: a file from elsewhere must not choose how much memory this page takes.
  if (f.format !== FORMAT || kdf.name !== KDF.name || kdf.t !== KDF.t || kdf.m !== KDF.m || kdf.p !== KDF.p) refuse('key-file-format');
  if (typeof f.complete !== 'boolean') refuse('key-file-format');
  if ('certificates' in f && !/^[0-9a-f]{64}$/.test(text(f.certificates, 'key file'))) refuse('key-file-format');
  return f;
}

const whole = (f: Fields): Keyfile => ({
  election: text(f.election, 'election'),
  ceremony: text(f.ceremony, 'ceremony'),
  trustee: integer(f.trustee, 'trustee', 1),
  size: integer(f.size, 'size', 1),
  threshold: integer(f.threshold, 'threshold', 1),
  name: text(f.name, 'name'),
  complete: f.complete as boolean,
});

/** Anything wrong with the file's form is `key-file-format`, whatever the parser called it. */
function inKeyfile<T>(read: () => T): T {
  try {
    return read();
  } catch (e) {
    throw e instanceof Refusal ? new Refusal('key-file-format', e.message) : e;
  }
}

/** What the file says about itself. Not proved before it is opened. Refused: `key-file-format`. */
export const readKeyfileLabel = (file: string): Keyfile => inKeyfile(() => whole(parse(file.trim())));

/** Refused: `key-file-format`; `key-file-passphrase` when the passphrase or any byte is another. */
export async function openKeyfile(file: string, passphrase: string, progress?: KeyProgress): Promise<{ label: Keyfile; secrets: KeyfileSecrets }> {
  const { label, open, salt, nonce, sealed } = inKeyfile(() => {
    const f = parse(file.trim());
    const { sealed: box, ...rest } = f;
    const salt = hexOf((f.kdf as Fields).salt, 16);
    return { label: whole(f), open: writeJson(rest), salt, nonce: hexOf(f.nonce, 24), sealed: hexOf(box) };
  });
  const key = await deriveKey(passphrase, salt, progress);
  let plaintext: string | null;
  try {
    plaintext = fromUtf8(xchacha20poly1305(key, nonce, utf8(open)).decrypt(sealed));
  } catch {
    refuse('key-file-passphrase');
  } finally {
    key.fill(0);
  }
  return inKeyfile(() => {
    const s = record(parseJson(plaintext ?? '', 'key file'), 'key file', ['seed', 'decryption_key'], { optional: ['decryption_key'] });
    const seed = text(s.seed, 'seed');
    if (!isSeed(seed) || ('decryption_key' in s) !== label.complete) refuse('key-file-format');
    if (!label.complete) return { label, secrets: { seed } };
    decodeScalar(s.decryption_key, 'decryption key');
    return { label, secrets: { seed, decryptionKey: s.decryption_key as string } };
  });
}
