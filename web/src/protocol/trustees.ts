// The trustees document (protocol.md chapter 6): who holds the key, alone or by threshold.
import { readCommittee, readTrusteeKey, type TrusteeKey } from './certificates';
import { identity, type Element } from './group';
import { parseJson } from './json';
import { refuse } from './refusal';
import { list } from './shape';

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

export function readTrustees(bytes: Uint8Array, hardened: boolean): Trustees {
  let product = identity;
  const groups = list(parseJson(bytes, 'trustees'), 'trustees').map((item, i): TrusteeGroup => {
    const what = `trustees[${i}]`;
    const [kind, value] = list(item, what, 2);
    if (kind === 'Single') {
      const key = readTrusteeKey(value!, what);
      product = product.add(key.key);
      return { mandatory: true, threshold: 1, keys: [key] };
    }
    if (kind !== 'Pedersen') refuse('trustees-kind', what);
    const committee = readCommittee(value!, hardened, what);
    product = product.add(committee.key);
    return { mandatory: false, threshold: committee.threshold, keys: committee.keys };
  });
  if (groups.length === 0) refuse('trustees-kind', 'none');
  return { groups, keys: groups.flatMap((g) => g.keys), product };
}
