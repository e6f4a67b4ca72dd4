// What pages ask of the protocol, as plain functions of plain data: they run in the worker (worker.ts) and, in tests,
// in place. Long ones tell their progress and stop when the signal says so.
import { auditArchive, type Audited, type AuditProgress, type AuditReport } from './audit';
import type { ByteSource } from './archive';
import { makeBallot, makeTables, type MadeBallot } from './ballot';
import { checkAndPack, type PackedBallot } from './checkers';
import { finishKey, makeCertificate, makePolynomial, makeSeed, type FinishedKey, type Seat } from './ceremony';
import { generateCredential, publicCredential, readCredential } from './credential';
import { answerDrill, makeShare } from './decrypt';
import { readElection, type Election, type Question } from './election';
import { fewestBallots } from './fewest';
import { sha256Hex } from './hash';
import { writeJson, type Json } from './json';
import { openKeyfile, sealKeyfile, type Keyfile, type KeyfileLabel, type KeyfileSecrets } from './keyfile';
import { checkOwnPlace, type OwnPlace } from './ownPlace';
import { shuffle, systemRandom } from './random';
import { ensure, refuse } from './refusal';

export interface ElectionSummary {
  readonly uuid: string;
  readonly name: string;
  readonly description: string;
  readonly questions: readonly Question[];
  readonly fingerprint: string;
  readonly hardened: boolean;
}

const summaryOf = ({ uuid, name, description, questions, fingerprint, hardened }: Election): ElectionSummary => ({
  uuid, name, description, questions, fingerprint, hardened,
});

/** Where an archive comes from: an address of our own server, or a file that the user chose. */
export type ArchiveSource = { readonly url: string; readonly bearer?: string } | { readonly file: Blob };

export interface TaskContext<P> {
  readonly progress: (p: P) => void;
  readonly signal: AbortSignal;
}
export interface Counted {
  readonly done: number;
  readonly total: number;
}

/** The bytes, and how many there will be where that is said. */
async function open(source: ArchiveSource, signal: AbortSignal): Promise<{ bytes: ByteSource; size: number | null }> {
  if ('file' in source) return { bytes: source.file.stream(), size: source.file.size };
  try {
    const headers: Record<string, string> = source.bearer ? { Authorization: `Bearer ${source.bearer}` } : {};
    const response = await fetch(source.url, { credentials: 'omit', headers, signal });
    // The length of a packed answer is not that of the archive.
    const length = response.headers.has('Content-Encoding') ? null : response.headers.get('Content-Length');
    if (response.ok && response.body) return { bytes: response.body, size: Number(length) || null };
  } catch {
    if (signal.aborted) refuse('cancelled');
  }
  refuse('not-fetched');
}

async function audited(source: ArchiveSource, { progress, signal }: TaskContext<AuditProgress>): Promise<Audited> {
  const { bytes, size } = await open(source, signal);
  return auditArchive(bytes, { size, progress, signal });
}

const counted = ({ progress }: TaskContext<Counted>) => (done: number, total: number): void => progress({ done, total });
const fraction = ({ progress }: TaskContext<Counted>) => (done: number): void => progress({ done, total: 1 });

// The election that was read last, with the tables of its key.
let latest: Election | null = null;

function electionOf(bytes: Uint8Array): Election {
  if (latest?.hash !== sha256Hex(bytes)) latest = readElection(bytes);
  return latest;
}

// What a helper of an audit checks ballots against.
let checks: { election: Election; credentials: ReadonlySet<string> } | null = null;

// Which certificate list each seed has answered, as long as this worker lives.
const answered = new Map<string, string>();

export const tasks = {
  /** Reads the exact bytes of the election. The tables for ballots are made after the answer, while the voter reads. */
  readElection(args: { election: Uint8Array }): ElectionSummary {
    const election = electionOf(args.election);
    setTimeout(() => makeTables(election), 0);
    return summaryOf(election);
  },

  /** The strict form and the public credential of what was typed or scanned. */
  readCredential(args: { uuid: string; typed: string }): { credential: string; publicCredential: string } {
    const credential = readCredential(args.typed);
    return { credential, publicCredential: publicCredential(args.uuid, credential) };
  },

  /** New credentials in the order of the slips; their public ones in an order that says nothing about it. */
  makeCredentials(args: { uuid: string; count: number }, context: TaskContext<Counted>): { credentials: string[]; publicCredentials: string[] } {
    const credentials = Array.from({ length: args.count }, () => generateCredential(systemRandom));
    const publics = credentials.map((c, i) => {
      if (i % 16 === 15) counted(context)(i + 1, args.count);
      return publicCredential(args.uuid, c);
    });
    return { credentials, publicCredentials: shuffle(publics, systemRandom) };
  },

  /** With `verify` it is also checked as the server will, which takes a phone some seconds. */
  makeBallot(args: { election: Uint8Array; credential: string; marks: readonly (readonly number[])[]; verify?: boolean }, context: TaskContext<Counted>): MadeBallot {
    return makeBallot(electionOf(args.election), args, systemRandom, { progress: counted(context), verify: args.verify });
  },

  async audit(args: { source: ArchiveSource }, context: TaskContext<AuditProgress>): Promise<AuditReport> {
    return (await audited(args.source, context)).report;
  },

  /** For helpers of an audit (checkers.ts). */
  prepareChecks(args: { election: Uint8Array; credentials: readonly string[] }): void {
    checks = { election: readElection(args.election), credentials: new Set(args.credentials) };
  },
  checkBallot(args: { ballot: Uint8Array }): PackedBallot {
    ensure(checks !== null, 'a helper is prepared before it checks');
    return checkAndPack(args.ballot, checks.election, checks.credentials);
  },

  /** Ceremony, step 1. The seed goes into the key file. */
  startCeremony(args: { seat: Seat }): { seed: string; certificate: Json } {
    const seed = makeSeed(systemRandom);
    return { seed, certificate: makeCertificate(seed, args.seat, systemRandom) };
  },
  /**
   * Step 3, for one certificate list in the life of the seed: shares of one polynomial for the keys of two lists could
   * together be enough to find it. Another list is refused as `certificates-changed`.
   */
  makePolynomial(args: { seed: string; seat: Seat; certificates: readonly Json[] }): Json {
    const certificates = sha256Hex(writeJson(args.certificates));
    if ((answered.get(args.seed) ?? certificates) !== certificates) refuse('certificates-changed');
    const polynomial = makePolynomial(args.seed, args.seat, args.certificates, systemRandom);
    answered.set(args.seed, certificates);
    return polynomial;
  },
  /** Step 5. */
  finishKey(args: { seed: string; seat: Seat; certificates: readonly Json[]; vinput: Json }): FinishedKey {
    return finishKey(args.seed, args.seat, args.certificates, args.vinput, systemRandom);
  },

  sealKeyfile(args: { label: KeyfileLabel; secrets: KeyfileSecrets; passphrase: string }, context: TaskContext<Counted>): Promise<string> {
    return sealKeyfile(args.label, args.secrets, args.passphrase, systemRandom, fraction(context));
  },
  openKeyfile(args: { file: string; passphrase: string }, context: TaskContext<Counted>): Promise<{ label: Keyfile; secrets: KeyfileSecrets }> {
    return openKeyfile(args.file, args.passphrase, fraction(context));
  },

  answerDrill(args: { decryptionKey: string; id: string; r: string }): Json {
    return answerDrill(args.decryptionKey, args.id, args.r, systemRandom);
  },

  /** Is my share in the key that voters will use? See ownPlace.ts. */
  checkOwnPlace(args: OwnPlace): ElectionSummary {
    return summaryOf(checkOwnPlace(args));
  },

  /**
   * Verifies the whole archive, recomputes the sum and only then uses the key. Refused besides what the audit
   * refuses: `ballot-election` when it is another election, `event-order` when ballots still come in or the result is
   * there, `too-few-ballots` with their number as detail.
   */
  async decrypt(
    args: { source: ArchiveSource; uuid: string; trustee: number; decryptionKey: string },
    context: TaskContext<AuditProgress>,
  ): Promise<{ report: AuditReport; share: string }> {
    const { report, election, tally, isTrustee } = await audited(args.source, context);
    if (report.uuid !== args.uuid) refuse('ballot-election');
    if (report.state !== 'closed' || tally === null) refuse('event-order', report.state);
    if (report.counted < fewestBallots) refuse('too-few-ballots', String(report.counted));
    if (!isTrustee(args.trustee, args.decryptionKey)) refuse('key-file-other');
    if (context.signal.aborted) refuse('cancelled');
    return { report, share: makeShare(args.decryptionKey, election.fingerprint, tally, systemRandom) };
  },
};

export type Tasks = typeof tasks;
export type TaskName = keyof Tasks;
export type TaskArgs<N extends TaskName> = Parameters<Tasks[N]>[0];
export type TaskResult<N extends TaskName> = Awaited<ReturnType<Tasks[N]>>;
export type TaskProgress<N extends TaskName> = Parameters<Tasks[N]> extends [unknown, TaskContext<infer P>] ? P : never;
