// Making a ballot (protocol.md chapters 7, 8): choices and a credential in, the exact bytes to send out. Nothing
// else leaves: the randomness of the encryption, with which a ballot could be opened, dies here.
import { checkBallot } from './ballotCheck';
import { deriveCredential } from './credential';
import { answerClaims, answerPrefixes, commit, type Opening } from './disjunction';
import { positions, type Election, type Question } from './election';
import { base, encodeAll, encodeElement, power, type Element } from './group';
import { sha256B64, sha256Hex } from './hash';
import { writeJson, type Json } from './json';
import { proofJson, signBallot } from './proofs';
import type { Random } from './random';
import { refuse } from './refusal';
import { mod, randomScalar } from './scalar';

export interface BallotWish {
  /** The strict form (credential.ts). */
  readonly credential: string;
  /** Question by question, 0 or 1 for each answer; a blank position in front where the question has one. */
  readonly marks: readonly (readonly number[])[];
}

export interface MadeBallot {
  /** What is sent, character for character. */
  readonly ballot: string;
  /** 64 digits: the payload of its event. */
  readonly hash: string;
  /** 43 characters: the same hash, as voters see it. */
  readonly tracker: string;
}

/** Called after each question. */
export type Progress = (done: number, total: number) => void;

const total = (marks: readonly number[]): number => marks.reduce((a, b) => a + b, 0);

/** Refuses marks that no honest ballot can hold: `plain-vote`. */
function checkMarks(q: Question, marks: readonly number[] | undefined, where: string): asserts marks {
  if (!marks || marks.length !== positions(q) || marks.some((m) => m !== 0 && m !== 1)) refuse('plain-vote', where);
  const sum = total(q.blank ? marks.slice(1) : marks);
  const isBlank = q.blank && marks[0] === 1;
  if (isBlank ? sum !== 0 : sum < q.min || sum > q.max) refuse('plain-vote', `${where}: ${sum} marks`);
}

const pairs = (hex: readonly string[]): [string, string][] =>
  Array.from({ length: hex.length / 2 }, (_, i) => [hex[2 * i]!, hex[2 * i + 1]!]);

function makeAnswer(key: Element, q: Question, marks: readonly number[], statement: string, random: Random): Json {
  const choices = marks.map((value): Opening => ({ randomness: randomScalar(random), value }));
  const summed = q.blank ? choices.slice(1) : choices;
  const sum: Opening = { randomness: mod(summed.reduce((r, c) => r + c.randomness, 0n)), value: total(summed.map((c) => c.value)) };
  const points = [...choices, sum].flatMap(({ randomness, value }) => {
    const mask = power(key, randomness);
    return [base(randomness), value === 0 ? mask : mask.add(base(BigInt(value)))];
  });
  const encoded = pairs(encodeAll(points));
  const written = encoded.slice(0, -1);

  const claims = answerClaims(q, choices, sum);
  const prefixes = answerPrefixes(statement, q.blank, written.map((c) => c.join(',')), encoded.at(-1)!.join(','));
  const isBlank = q.blank && marks[0] === 1;
  // One inversion for the commitments of the whole answer.
  const jobs = [
    ...claims.individual.map((c, i) => ({ commitment: commit(key, c, marks[i]!, random), prefix: prefixes.individual[i]! })),
    { commitment: commit(key, claims.overall, isBlank ? 0 : sum.value - q.min + (q.blank ? 1 : 0), random), prefix: prefixes.overall },
    ...(claims.blank ? [{ commitment: commit(key, claims.blank, isBlank ? 1 : 0, random), prefix: prefixes.blank }] : []),
  ];
  const commitments = encodeAll(jobs.flatMap((j) => j.commitment.points));
  let at = 0;
  const proofs = jobs.map(({ commitment, prefix }) =>
    commitment.respond(prefix, commitments.slice(at, (at += commitment.points.length))).map(proofJson),
  );
  return {
    choices: written.map(([alpha, beta]) => ({ alpha, beta })),
    individual_proofs: proofs.slice(0, choices.length),
    overall_proof: proofs[choices.length]!,
    blank_proof: proofs[choices.length + 1],
  };
}

/** Makes the tables of g and of the election's key, if they are not there yet. */
export function makeTables({ key }: Election): void {
  base(1n);
  power(key, 1n);
}

/**
 * Takes some 2 ms a question of three answers (node, one core). With `verify`, the finished ballot is checked as the
 * server will, which takes some four times as long. Refused: `plain-vote`.
 */
export function makeBallot(election: Election, wish: BallotWish, random: Random, options: { progress?: Progress; verify?: boolean } = {}): MadeBallot {
  const { questions } = election;
  if (wish.marks.length !== questions.length) refuse('plain-vote', `${wish.marks.length} of ${questions.length} questions`);
  questions.forEach((q, i) => checkMarks(q, wish.marks[i], `question ${i}`));

  const secret = deriveCredential(election.uuid, wish.credential);
  const credential = encodeElement(base(secret));
  const answers = questions.map((q, i) => {
    const answer = makeAnswer(election.key, q, wish.marks[i]!, `${election.fingerprint}|${credential}`, random);
    options.progress?.(i + 1, questions.length);
    return answer;
  });
  const unsigned = { election_uuid: election.uuid, election_hash: election.fingerprint, credential, answers };
  const hash = sha256B64(writeJson(unsigned));
  const ballot = writeJson({ ...unsigned, signature: { hash, proof: proofJson(signBallot(secret, hash, random)) } });
  if (options.verify) checkBallot(ballot, election, new Set([credential]));
  return { ballot, hash: sha256Hex(ballot), tracker: sha256B64(ballot) };
}
