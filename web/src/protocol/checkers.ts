// Who checks the ballots of an archive: in a worker of a machine with several cores, helpers, which are workers of the same
// script; otherwise whoever asks.
import { checkBallot } from './ballotCheck';
import { connect, type Protocol } from './connection';
import type { Election } from './election';
import { Refusal } from './refusal';
import { packChoices } from './tally';
import { trustedWorker } from './trustedWorker';

/** A ballot that was found good. */
export interface PackedBallot {
  readonly credential: string;
  /** See packChoices. */
  readonly packed: Int32Array;
}

export interface Checkers {
  /** How many ballots may be under way besides the one that is waited for. */
  readonly ahead: number;
  /** Rejects with a Refusal as checkBallot does. */
  check(ballot: Uint8Array): Promise<PackedBallot>;
  close(): void;
}

type Known = { has(credential: string): boolean };

export function checkAndPack(ballot: Uint8Array, election: Election, credentials: Known): PackedBallot {
  const { credential, choices } = checkBallot(ballot, election, credentials);
  return { credential, packed: packChoices(choices) };
}

const MOST_HELPERS = 4;

/** Helpers are made only inside a worker: a page's own thread does not audit, and tests have no workers. */
function helpersHere(): number {
  const inWorker = 'WorkerGlobalScope' in globalThis && typeof Worker === 'function';
  const cores = inWorker ? Math.min(navigator.hardwareConcurrency || 1, MOST_HELPERS) : 1;
  return cores > 1 ? cores : 0;
}

/** `bytes` are those of the election. */
export function openCheckers(
  election: Election,
  bytes: Uint8Array,
  credentials: ReadonlyMap<string, unknown>,
  helpers = helpersHere(),
  make: () => Worker = () => trustedWorker(globalThis.location.href),
): Checkers {
  const here = async (ballot: Uint8Array): Promise<PackedBallot> => checkAndPack(ballot, election, credentials);
  if (helpers === 0) return { ahead: 0, check: here, close: () => {} };

  const known = [...credentials.keys()];
  const lanes = Array.from({ length: helpers }, (): Protocol => {
    const lane = connect(make);
    // When this fails, so do the checks that follow.
    lane.run('prepareChecks', { election: bytes, credentials: known }).catch(() => {});
    return lane;
  });
  let turn = 0;
  return {
    ahead: 2 * helpers - 1,
    async check(ballot) {
      try {
        return await lanes[turn++ % helpers]!.run('checkBallot', { ballot });
      } catch (e) {
        // What a helper broke on says nothing about the ballot; a fault of ours will show here again.
        if (!(e instanceof Refusal) || e.code === 'worker-start') return here(ballot);
        throw e;
      }
    },
    close: () => lanes.forEach((lane) => lane.close()),
  };
}
