// The whole verification of an archive (protocol.md chapter 14, hardening.md), as it is read. What it reports has been
// recomputed from the ballots; it never takes the archive's word.
import { readArchive, type ByteSource } from './archive';
import { Audit } from './auditSteps';
import { readBoard, type Step } from './board';
import { toHex } from './bytes';
import { openCheckers, type Checkers, type PackedBallot } from './checkers';
import type { Election } from './election';
import { generator, secretPower } from './group';
import { sha256Stream } from './hash';
import { placed, refuse } from './refusal';
import { decodeScalar } from './scalar';
import type { Tally } from './tally';

export interface AuditedBallot {
  readonly hash: string;
  readonly tracker: string;
  readonly credential: string;
}

export interface ClosedBox {
  /** Ballots in the tally. */
  readonly counted: number;
  /** Hash of the EncryptedTally event, and so of everything before it. */
  readonly head: string;
}

export interface AuditReport {
  readonly uuid: string;
  readonly name: string;
  readonly fingerprint: string;
  readonly hardened: boolean;
  readonly questions: Election['questions'];
  readonly state: 'open' | 'closed' | 'counted';
  readonly events: number;
  /** Hash of the last event. */
  readonly head: string;
  /** SHA-256 of the whole file, 64 digits. */
  readonly archiveHash: string;
  readonly credentials: number;
  /** In the order of the board; `counted` is false for one that a later one replaces. */
  readonly ballots: readonly (AuditedBallot & { readonly counted: boolean })[];
  readonly counted: number;
  /** From the encrypted tally on: what all who count compare; shares and the result do not change it. */
  readonly box: ClosedBox | null;
  readonly trustees: number;
  /** Numbers of the trustees whose valid shares are in the archive. */
  readonly shares: readonly number[];
  /** Decimal counts, question by question; null before the result. */
  readonly result: readonly (readonly string[])[] | null;
  /** Oddities that are allowed but worth telling. */
  readonly warnings: readonly string[];
}

export interface AuditProgress {
  /** Of the archive, up to what was checked last. */
  readonly bytes: number;
  /** Of the whole archive, when it is known. */
  readonly size: number | null;
  readonly ballots: number;
  readonly step: Step['type'];
}

export interface AuditOptions {
  /** Bytes of the whole archive, only to be told with the progress. */
  readonly size?: number | null;
  readonly progress?: (p: AuditProgress) => void;
  readonly signal?: AbortSignal;
  /** Who checks the ballots. */
  readonly checkers?: typeof openCheckers;
}

/** What an audit leaves for a trustee who goes on to decrypt. */
export interface Audited {
  readonly report: AuditReport;
  readonly election: Election;
  /** The encrypted tally, when the archive has one that is right. */
  readonly tally: Tally | null;
  /** Is this the secret key of trustee `owner`? */
  isTrustee(owner: number, decryptionKey: string): boolean;
}

/** Ballots that are being checked while the next ones are read; what is wrong with the first comes first. */
class Line {
  private readonly waiting: { step: Step; checked: Promise<PackedBallot> }[] = [];

  constructor(
    private readonly audit: Audit,
    private readonly checkers: Checkers,
    private readonly told: (step: Step) => Promise<void>,
    private readonly stopped: () => void,
  ) {}

  async add(step: Step): Promise<void> {
    const checked = this.checkers.check(step.data[0]!.bytes);
    checked.catch(() => {}); // it is asked for in its turn
    this.waiting.push({ step, checked });
    await this.until(this.checkers.ahead);
  }

  /** Waits until no more than `most` are under way. */
  async until(most: number): Promise<void> {
    while (this.waiting.length > most) {
      const { step, checked } = this.waiting.shift()!;
      const good = await checked.catch((e: unknown) => {
        this.stopped(); // then it was the helpers that were sent home
        throw placed(`ballot ${this.audit.ballots.length}`, e);
      });
      this.audit.ballot(step.data[0]!.hash, good);
      await this.told(step);
    }
  }
}

/** Lets messages in between two ballots, so that a cancellation is heard; a timer would wait for 4 ms. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** Refuses with the first thing that is wrong; `cancelled` when the signal says so. */
export async function auditArchive(source: ByteSource, { size = null, progress, signal, checkers: open = openCheckers }: AuditOptions = {}): Promise<Audited> {
  const digest = sha256Stream();
  const steps = readBoard(readArchive(source, (chunk) => digest.update(chunk)));
  const stopped = (): void => {
    if (signal?.aborted) refuse('cancelled');
  };
  const next = () =>
    steps.next().catch((e: unknown) => {
      stopped(); // then it was the reading that was stopped
      throw e;
    });
  let checkers: Checkers | null = null;
  const sendHome = (): void => checkers?.close();
  try {
    const setup = (await next()).value!;
    const audit = new Audit(setup);
    const told = async ({ type, end }: Step): Promise<void> => {
      progress?.({ bytes: end, size, ballots: audit.ballots.length, step: type });
      await breathe();
      stopped();
    };
    await told(setup);
    checkers = open(audit.election, setup.data[0]!.bytes, audit.credentials);
    signal?.addEventListener('abort', sendHome); // a helper that never answers must not keep the audit waiting
    const line = new Line(audit, checkers, told, stopped);
    for (let last = setup; ; ) {
      const { value: step } = await next().catch(async (e: unknown) => {
        await line.until(0); // what is wrong here lies behind the ballots that are still being checked
        throw e;
      });
      if (step?.type === 'Ballot') {
        await line.add(step);
      } else {
        await line.until(0);
        stopped(); // also while the end was read
        if (!step) return audited(audit, last, toHex(digest.digest()));
        if (step.type === 'EncryptedTally') audit.encryptedTally(step);
        else if (step.type === 'PartialDecryption') audit.partialDecryption(step);
        else if (step.type === 'Result') audit.finalResult(step);
        await told(step);
      }
      last = step;
    }
  } finally {
    signal?.removeEventListener('abort', sendHome);
    sendHome();
    await steps.return(undefined);
  }
}

const audited = (audit: Audit, last: Step, archiveHash: string): Audited => ({
  report: audit.report(last, archiveHash),
  election: audit.election,
  tally: audit.tally,
  isTrustee(owner, decryptionKey) {
    const key = audit.trustees.keys[owner - 1]?.key;
    return key !== undefined && secretPower(generator, decodeScalar(decryptionKey)).equals(key);
  },
});
