// What the server tells a trustee (GET /trustee and the answers of its calls).
import type { Json } from '../protocol/json';
import type { Seat } from '../protocol/ceremony';
import type { KeyfileLabel, KeyfileSecrets } from '../protocol/keyfile';

export type Done = 'none' | 'certificate' | 'polynomial' | 'key' | 'drill' | 'share';

export interface Member {
  index: number;
  name: string;
  done: Done;
}

export interface TrusteeStatus {
  vote: { uuid: string; name: string; day: string; state: string; persons: readonly unknown[] };
  index: number;
  name: string;
  size: number;
  threshold: number;
  /** What this member should do next; `wait` while others have to act first. */
  step: 'certificate' | 'polynomial' | 'key' | 'drill' | 'wait-open' | 'voting' | 'share' | 'done' | 'wait';
  ceremony: string;
  members: readonly Member[];
  certificates: readonly Json[] | null;
  vinput: Json | null;
  public_key: string | null;
  /** The exact text of the trustees document, as soon as every key is in. */
  trustees: string | null;
  fingerprint: string | null;
}

/** The secrets, while the page makes the key. Gone with the page; the file holds them for good. */
export interface Held {
  ceremony: string;
  /** Made in this page, not read from a file: the page then knows that the seed has answered nobody yet. */
  fresh: boolean;
  secrets: KeyfileSecrets;
  passphrase: string;
}

export const seatOf = (status: TrusteeStatus): Seat => ({ index: status.index, size: status.size, threshold: status.threshold });

export const labelOf = (status: TrusteeStatus): KeyfileLabel => ({
  election: status.vote.uuid,
  ceremony: status.ceremony,
  trustee: status.index,
  size: status.size,
  threshold: status.threshold,
  name: status.name,
});

/** Is this key file of this member, vote and ceremony? */
export const belongs = (label: KeyfileLabel, status: TrusteeStatus): boolean =>
  label.election === status.vote.uuid && label.ceremony === status.ceremony && label.trustee === status.index;

/** Named so that two files of one person cannot be mixed up in a folder. */
export const fileName = (status: TrusteeStatus, complete: boolean): string =>
  `minhtin-khoa-${status.vote.uuid.slice(0, 6)}-thanh-vien-${status.index}-${complete ? 'hoan-chinh' : 'tam'}.json`;

export const PASSPHRASE_MIN = 12;

/** Letters as people count them. */
export const lengthOf = (passphrase: string): number => [...passphrase.normalize('NFC')].length;
