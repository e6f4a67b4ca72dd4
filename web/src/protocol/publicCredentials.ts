// The list of public credentials, the third document of the setup (protocol.md 5.2).
import { decodeElement } from './group';
import { parseDocument } from './json';
import { refuse } from './refusal';
import { decimalWeight, list, text, WEIGHT_LIMIT } from './shape';

/** credential → weight. The hardened profile wants weights on all entries or on none. */
export function readCredentials(bytes: Uint8Array, hardened: boolean): Map<string, bigint> {
  const out = new Map<string, bigint>();
  const entries = list(parseDocument(bytes, 'credentials', hardened), 'credentials');
  let [total, weighted] = [0n, 0];
  entries.forEach((entry, i) => {
    const parts = text(entry, `credential ${i}`).split(',');
    if (parts.length > 2) refuse('credential-entry', `credential ${i}`);
    const [credential, digits] = parts as [string, string?];
    const element = decodeElement(credential, `credential ${i}`);
    if (hardened && element.is0()) refuse('element-identity', `credential ${i}`);
    if (out.has(credential)) refuse('credential-duplicate', credential);
    const own = digits === undefined ? 1n : decimalWeight(digits, `credential ${i}`);
    if ((total += own) >= WEIGHT_LIMIT) refuse('weight-too-large', `credential ${i}`);
    if (digits !== undefined) weighted++;
    out.set(credential, own);
  });
  if (hardened && weighted > 0 && weighted < entries.length) refuse('not-canonical', 'credentials');
  return out;
}
