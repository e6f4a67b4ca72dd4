// A whole vote in TypeScript, as trustees, slip printer, voters and server would make it; with fixed randomness.
import { auditArchive, type Audited } from '../../../src/protocol/audit';
import { makeBallot } from '../../../src/protocol/ballot';
import { BoardWriter } from '../../../src/protocol/board';
import { utf8 } from '../../../src/protocol/bytes';
import { finishKey, makeCertificate, makePolynomial, makeSeed, type FinishedKey, type Seat } from '../../../src/protocol/ceremony';
import { generateCredential, publicCredential } from '../../../src/protocol/credential';
import { makeShare } from '../../../src/protocol/decrypt';
import { HARDENED_PROFILE, readElection, type Election } from '../../../src/protocol/election';
import { decodeElement, encodeElement, product } from '../../../src/protocol/group';
import { sha256Hex } from '../../../src/protocol/hash';
import { parseJson, writeJson, type Json } from '../../../src/protocol/json';
import { shuffle, type Random } from '../../../src/protocol/random';
import { weightJson } from '../../../src/protocol/shape';
import type { Tally } from '../../../src/protocol/tally';
import { BallotBox, packChoices, tallyJson } from '../../../src/protocol/tally';
import { pieces } from './vectors';

type Fields = Record<string, Json>;

export interface Ceremony {
  readonly seeds: string[];
  readonly certificates: Json[];
  readonly polynomials: Json[];
  readonly vinputs: Json[];
  readonly finished: FinishedKey[];
  /** The trustees document. */
  readonly trustees: Json;
  readonly publicKey: string;
}

/** The server's step 4: what trustee j (from 1) gets. */
export const vinputFor = (polynomials: readonly Json[], j: number): Json => ({
  polynomial: (polynomials[j - 1] as Fields).polynomial!,
  secrets: polynomials.map((p) => ((p as Fields).secrets as Json[])[j - 1]!),
  coefexps: polynomials.map((p) => (p as Fields).coefexps!),
  signatures: polynomials.map((p) => (p as Fields).signature!),
});

export const seatsOf = (size: number, threshold: number): Seat[] => Array.from({ length: size }, (_, i) => ({ size, threshold, index: i + 1 }));

export function runCeremony(size: number, threshold: number, random: Random): Ceremony {
  const seats = seatsOf(size, threshold);
  const seeds = seats.map(() => makeSeed(random));
  const certificates = seats.map((s, i) => makeCertificate(seeds[i]!, s, random));
  const polynomials = seats.map((s, i) => makePolynomial(seeds[i]!, s, certificates, random));
  const vinputs = seats.map((s) => vinputFor(polynomials, s.index));
  const finished = seats.map((s, i) => finishKey(seeds[i]!, s, certificates, vinputs[i]!, random));
  const coefexps = polynomials.map((p) => (p as Fields).coefexps as Fields);
  const trustees: Json = [
    [
      'Pedersen',
      {
        threshold,
        certs: certificates,
        coefexps,
        signatures: polynomials.map((p) => (p as Fields).signature!),
        verification_keys: finished.map((f) => (f.message as Fields).public_key!),
      },
    ],
  ];
  const firsts = coefexps.map((c) => decodeElement(((parseJson(c.message as string, 'coefexps') as Fields).coefexps as Json[])[0]));
  return { seeds, certificates, polynomials, vinputs, finished, trustees, publicKey: encodeElement(product(firsts)) };
}

/** The ciphertexts of a ballot that is known to be good. */
const ciphertextsOf = (ballot: string): Tally =>
  ((parseJson(ballot, 'ballot') as Fields).answers as Fields[]).map((a) =>
    (a.choices as Fields[]).map(({ alpha, beta }) => ({ alpha: decodeElement(alpha), beta: decodeElement(beta) })),
  );

const LEVELS = ['Tín nhiệm cao', 'Tín nhiệm', 'Tín nhiệm thấp'];
export const DAY = 1796860800; // 2026-12-10 00:00 UTC

export class Vote {
  readonly election: Election;
  readonly electionBytes: Uint8Array;
  readonly credentials: string[];
  readonly writer = new BoardWriter(DAY);
  private readonly weights: readonly bigint[] | undefined;
  private tally: Tally | null = null;
  private readonly box: BallotBox;
  /** Counted ballots by credential, as votes. */
  readonly votes = new Map<string, readonly (readonly number[])[]>();

  constructor(
    readonly ceremony: Ceremony,
    readonly random: Random,
    options: { uuid: string; questions: readonly string[]; voters: number; profile?: string | undefined; weights?: readonly bigint[] },
  ) {
    const { uuid, questions, voters, weights } = options;
    this.weights = weights;
    const election = writeJson({
      version: 1,
      description: 'Dữ liệu thử, không có thật',
      name: 'Lấy phiếu tín nhiệm (thử)',
      group: 'Ed25519',
      public_key: ceremony.publicKey,
      questions: questions.map((question) => ({ answers: LEVELS, min: 0, max: 1, question })),
      uuid,
      profile: 'profile' in options ? options.profile : HARDENED_PROFILE,
    });
    this.electionBytes = utf8(election);
    this.election = readElection(this.electionBytes);
    this.box = new BallotBox(this.election);
    this.credentials = Array.from({ length: voters }, () => generateCredential(random));
    const publics = writeJson(shuffle(this.credentials.map((c, i) => publicCredential(uuid, c) + (weights ? `,${weights[i]}` : '')), random));
    const trustees = writeJson(ceremony.trustees);
    this.writer.append('Setup', [
      election,
      trustees,
      publics,
      writeJson({ election: sha256Hex(election), trustees: sha256Hex(trustees), credentials: sha256Hex(publics) }),
    ]);
  }

  cast(voter: number, marks: readonly (readonly number[])[]): string {
    const credential = this.credentials[voter]!;
    const { ballot } = makeBallot(this.election, { credential, marks }, this.random);
    this.writer.append('Ballot', [ballot]);
    this.votes.set(credential, marks);
    this.box.put(credential, packChoices(ciphertextsOf(ballot)), this.weights?.[voter] ?? 1n);
    return ballot;
  }

  /** The counts that an honest tally must give. */
  expected(): string[][] {
    return this.election.questions.map((q, i) => q.answers.map((_, j) => String([...this.votes.values()].reduce((n, v) => n + v[i]![j]!, 0))));
  }

  async audit(): Promise<Audited> {
    return auditArchive(pieces(this.writer.bytes()));
  }

  close(tally: (honest: Tally) => Tally = (t) => t): void {
    this.writer.append('EndBallots', []);
    this.tally = tally(this.box.sum());
    const encrypted = writeJson(parseJson(tallyJson(this.tally), 'tally'));
    const counted = this.votes.size;
    this.writer.append('EncryptedTally', [encrypted, writeJson({ num_tallied: counted, total_weight: weightJson(this.box.totalWeight), encrypted_tally: sha256Hex(encrypted) })]);
  }

  encryptedTally(): Tally {
    return this.tally!;
  }

  share(trustee: number): string {
    return makeShare(this.ceremony.finished[trustee - 1]!.decryptionKey, this.election.fingerprint, this.tally!, this.random);
  }

  decrypt(trustee: number, share = this.share(trustee)): void {
    this.writer.append('PartialDecryption', [share, writeJson({ owner: trustee, payload: sha256Hex(share) })]);
  }

  finish(counts: readonly (readonly string[])[] = this.expected()): void {
    this.writer.append('Result', [writeJson({ result: counts.map((row) => row.map(Number)) })]);
  }
}
