// What the page needs before it can show a ballot, fetched and checked.
import type { Protocol } from '../protocol/client';
import type { ElectionSummary } from '../protocol/tasks';
import { ApiError, type Client } from '../ui/api';
import { words } from './words';

export interface VoteNotice {
  uuid: string;
  name: string;
  day: string;
  state: 'preparing' | 'open' | 'closed' | 'counted';
  fingerprint: string | null;
  persons: number;
}

export interface BallotForm {
  bytes: Uint8Array;
  view: ElectionSummary;
  /** The public credentials of this vote. */
  known: ReadonlySet<string>;
}

async function bytesOf(api: Client, path: string): Promise<Uint8Array> {
  const response = await api.open(path);
  return new Uint8Array(await response.arrayBuffer());
}

/** Election and list of credentials; refuses an election whose hash is not the published one. */
export async function loadForm(api: Client, protocol: Protocol, vote: VoteNotice): Promise<BallotForm> {
  const [bytes, entries] = await Promise.all([
    bytesOf(api, `/elections/${vote.uuid}/election.json`),
    api.get<string[]>(`/elections/${vote.uuid}/credentials.json`),
  ]);
  const view = await protocol.run('readElection', { election: bytes });
  if (view.fingerprint !== vote.fingerprint) {
    throw new ApiError({ status: 1, code: 'fingerprint-differs', ...words.differsText });
  }
  // An entry may carry a weight after a comma.
  return { bytes, view, known: new Set(entries.map((entry) => entry.split(',')[0]!)) };
}

/** The strict credential when it is on the list; otherwise refuses with `credential-unknown` or
 *  with what is wrong with the typing. */
export async function admit(protocol: Protocol, uuid: string, form: BallotForm, typed: string): Promise<string> {
  const { credential, publicCredential } = await protocol.run('readCredential', { uuid, typed });
  if (!form.known.has(publicCredential)) {
    throw new ApiError({ status: 1, code: 'credential-unknown', ...words.codeUnknown });
  }
  return credential;
}
