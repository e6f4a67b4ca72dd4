// What trustees send to each other, signed and sealed for one of them (protocol.md 6.2): AES-256-GCM with the whole
// 32-byte iv. (The older CCM is read by the C++ tools only: no ceremony of ours writes it.)
import { gcm } from '@noble/ciphers/aes.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { fromHex, toHex, utf8 } from './bytes';
import { decodeElement, encodeElement, encodeAll, generator, secretPower, type Element } from './group';
import { parseJson, writeJson } from './json';
import { messageSigned, proofJson, readProof, signMessage } from './proofs';
import type { Random } from './random';
import { ensure, refuse } from './refusal';
import { randomScalar, type Scalar } from './scalar';
import { record, text } from './shape';

const cipher = (keyElement: string, alpha: string) => gcm(sha256(utf8(`key|${keyElement}`)), sha256(utf8(`iv|${alpha}`)));

/** The JSON text of an encrypted message that only the holder of the recipient's key reads. */
export function sendTo(recipient: Element, message: string, signingKey: Scalar, random: Random): string {
  ensure(!recipient.is0(), 'a message to the identity is in clear');
  const inner = writeJson({ recipient: encodeElement(recipient), message });
  const plaintext = writeJson({ message: inner, signature: proofJson(signMessage(signingKey, inner, random)) });
  const r = randomScalar(random);
  const keyElement = secretPower(generator, randomScalar(random));
  const [alpha, beta, k] = encodeAll([secretPower(generator, r), secretPower(recipient, r).add(keyElement), keyElement]) as [string, string, string];
  return writeJson({ algorithm: 'AES-GCM', alpha, beta, data: toHex(cipher(k, alpha).encrypt(utf8(plaintext))) });
}

export interface Receiver {
  readonly decryptionKey: Scalar;
  /** g^decryptionKey, 64 digits. */
  readonly encryption: string;
}

/**
 * The message, when it is for this receiver and signed by `sender`. Refused: `channel-message`,
 * `channel-signature`, `channel-recipient`, and what the parts themselves are refused for.
 */
export function receiveFrom(sender: Element, sealed: string, receiver: Receiver): string {
  const e = record(parseJson(sealed, 'channel message'), 'channel message', ['algorithm', 'alpha', 'beta', 'data'], { lax: true });
  const alpha = decodeElement(e.alpha, 'channel message');
  const beta = decodeElement(e.beta, 'channel message');
  const data = fromHex(text(e.data, 'channel message'));
  if (e.algorithm !== 'AES-GCM' || data === null) refuse('channel-message');
  const keyElement = beta.subtract(secretPower(alpha, receiver.decryptionKey));
  let plaintext: Uint8Array;
  try {
    plaintext = cipher(encodeElement(keyElement), e.alpha as string).decrypt(data);
  } catch {
    refuse('channel-message', 'the tag does not match');
  }
  const signed = record(parseJson(plaintext, 'channel plaintext'), 'channel plaintext', ['message', 'signature']);
  const inner = text(signed.message, 'channel plaintext');
  if (!messageSigned(sender, inner, readProof(signed.signature, 'channel signature'))) refuse('channel-signature');
  const { recipient, message } = record(parseJson(inner, 'channel plaintext'), 'channel plaintext', ['recipient', 'message']);
  if (recipient !== receiver.encryption) refuse('channel-recipient');
  return text(message, 'channel plaintext');
}
