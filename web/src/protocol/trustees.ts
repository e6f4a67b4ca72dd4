// The trustees document (protocol.md chapter 6): who holds the key, alone or by threshold.
import { readCommittee, readTrusteeKey, type TrusteeKey } from './certificates';
import { MOST_BYTES } from './election';
import { identity, type Element } from './group';
import { parseDocument, type Json } from './json';
import { refuse } from './refusal';
import { list, record } from './shape';

/** One item of the list. A Single trustee is a group of one that needs one. */
export interface TrusteeGroup {
  readonly mandatory: boolean;
  readonly threshold: number;
  readonly keys: readonly TrusteeKey[];
}

export interface Trustees {
  readonly groups: readonly TrusteeGroup[];
  /** All keys in the order of owners' numbers: owner n is at n − 1. */
  readonly keys: readonly TrusteeKey[];
  /** What the election's key must be. */
  readonly product: Element;
}

// Over the whole list; more would only cost time.
const MOST_TRUSTEES = 100;

function refuseTooMany(items: readonly Json[]): void {
  const sizes = items.map((item) => {
    const [kind, value] = list(item, 'trustees', 2);
    return kind === 'Pedersen' ? list(record(value, 'trustees', ['certs'], { lax: true }).certs, 'trustees').length : 1;
  });
  if (sizes.reduce((sum, n) => sum + n, 0) > MOST_TRUSTEES) refuse('trustees-threshold', 'too many');
}

/** What our elections never have, and no honest one needs: one key twice, or several groups. */
function refuseUnusual(groups: readonly TrusteeGroup[]): void {
  if (groups.filter((g) => !g.mandatory).length > 1) refuse('trustees-groups');
  const singles = groups.filter((g) => g.mandatory).map((g) => g.keys[0]!.hex);
  if (new Set(singles).size < singles.length) refuse('trustee-repeated');
}

export function readTrustees(bytes: Uint8Array, hardened: boolean): Trustees {
  if (bytes.length > MOST_BYTES) refuse('json-too-large', 'trustees');
  let product = identity;
  const items = list(parseDocument(bytes, 'trustees', hardened), 'trustees');
  refuseTooMany(items);
  const groups = items.map((item, i): TrusteeGroup => {
    const what = `trustees[${i}]`;
    const [kind, value] = list(item, what, 2);
    if (kind === 'Single') {
      const key = readTrusteeKey(value!, what, hardened);
      product = product.add(key.key);
      return { mandatory: true, threshold: 1, keys: [key] };
    }
    if (kind !== 'Pedersen') refuse('trustees-kind', what);
    const committee = readCommittee(value!, hardened, what);
    if (hardened && committee.key.is0()) refuse('element-identity', what);
    product = product.add(committee.key);
    return { mandatory: false, threshold: committee.threshold, keys: committee.keys };
  });
  if (groups.length === 0) refuse('trustees-kind', 'none');
  if (hardened) refuseUnusual(groups);
  return { groups, keys: groups.flatMap((g) => g.keys), product };
}
