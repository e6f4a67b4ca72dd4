// A trustee makes sure, before anybody votes, that the own share is in the key that voters will use. Without this a server
// could show the ceremony and open the vote under another key.
import { acceptCertificates, secretsOf, type Seat } from './ceremony';
import { utf8 } from './bytes';
import { readElection, type Election } from './election';
import { generator, secretPower } from './group';
import { parseJson, type Json } from './json';
import { refuse } from './refusal';
import { decodeScalar } from './scalar';
import { list, record } from './shape';
import { readTrustees } from './trustees';

export interface OwnPlace {
  readonly seed: string;
  readonly decryptionKey: string;
  readonly seat: Seat;
  /** The exact text of the trustees document. */
  readonly trustees: string;
  /** The exact bytes of the election. */
  readonly election: Uint8Array;
}

/**
 * The election when its key is that of the whole committee, hardened, with this trustee at the own index. Refused: what
 * readElection and readTrustees refuse, `trustees-kind` (not one committee), `not-my-certificate`, `own-key-missing`,
 * `election-key`, `profile-unknown` (not hardened).
 */
export function checkOwnPlace({ seed, decryptionKey, seat, trustees, election: bytes }: OwnPlace): Election {
  const election = readElection(bytes);
  if (!election.hardened) refuse('profile-unknown', 'none');
  const { groups, keys, product } = readTrustees(utf8(trustees), true);
  if (groups.length !== 1 || groups[0]!.mandatory) refuse('trustees-kind', 'one committee expected');
  const [, committee] = list(list(parseJson(trustees, 'trustees'), 'trustees')[0], 'trustees') as [Json, Json];
  acceptCertificates(list(record(committee, 'trustees', ['certs'], { lax: true }).certs, 'trustees'), secretsOf(seed, seat), seat);
  if (!secretPower(generator, decodeScalar(decryptionKey)).equals(keys[seat.index - 1]!.key)) refuse('own-key-missing');
  if (!product.equals(election.key)) refuse('election-key');
  return election;
}
