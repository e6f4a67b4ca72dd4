// Is this member's share in the key that voters will use? Asked before the drill; afterwards keyChanged watches.
import type { Protocol } from '../protocol/client';
import { ApiError, publicApi } from '../ui/api';
import { seatOf, type Held, type TrusteeStatus } from './status';
import { words } from './words';

/** Once the key is made, one ceremony has one list of trustees and one fingerprint. */
export const keyChanged = (before: TrusteeStatus, now: TrusteeStatus): boolean =>
  before.ceremony === now.ceremony &&
  ((before.trustees !== null && before.trustees !== now.trustees) || (before.fingerprint !== null && before.fingerprint !== now.fingerprint));

/**
 * Refused: `keys-missing` while other members are not done; `fingerprint-differs` when the election is not the one whose
 * fingerprint the server shows here; `other-vote`; and what protocol/ownPlace.ts refuses.
 */
export async function checkOwnPlace(protocol: Protocol, status: TrusteeStatus, { seed, decryptionKey }: Held['secrets']): Promise<void> {
  if (status.trustees === null || decryptionKey === undefined) throw new ApiError({ status: 1, code: 'keys-missing', ...words.waitKeys });
  // As a voter gets it: without the member's token.
  const response = await publicApi.open(`/elections/${status.vote.uuid}/election.json`);
  const election = new Uint8Array(await response.arrayBuffer());
  const wish = { seed, decryptionKey, seat: seatOf(status), trustees: status.trustees, election };
  const found = await protocol.run('checkOwnPlace', wish);
  if (found.uuid !== status.vote.uuid) throw new ApiError({ status: 1, code: 'other-vote', ...words.otherElection });
  if (found.fingerprint !== status.fingerprint) throw new ApiError({ status: 1, code: 'fingerprint-differs', ...words.otherFingerprint });
}
