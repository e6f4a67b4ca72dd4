import { sha256 } from '@noble/hashes/sha2.js';
import { utf8 } from '../../../src/protocol/bytes';
import type { Random } from '../../../src/protocol/random';

/** SHA-256 in counter mode: the same bytes for the same seed, for vectors and repeatable tests only. */
export function fixedRandom(seed: string): Random {
  let counter = 0;
  return (length) => {
    const out = new Uint8Array(length);
    for (let at = 0; at < length; at += 32) out.set(sha256(utf8(`${seed}|${counter++}`)).subarray(0, length - at), at);
    return out;
  };
}
