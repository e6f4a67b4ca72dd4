// Votes of invented people, to make ballots for and to check: through vite, which knows TypeScript.
import { runCeremony, Vote } from '../../../web/tests/protocol/support/vote';
import { fixedRandom } from '../../../web/tests/protocol/support/random';

export interface SomeVote {
  readonly uuid: string;
  readonly election: string;
  readonly credential: string;
  readonly archive: Uint8Array;
}

/** An open vote on so many persons with three levels each, and so many ballots in the box. */
export function someVote(persons: number, ballots: number): SomeVote {
  const random = fixedRandom(`bench ${persons} ${ballots}`);
  const uuid = `thuTocDo${String(persons).padStart(6, '1')}`.replaceAll('0', 'o');
  const questions = Array.from({ length: persons }, (_, i) => `NGUYỄN THỊ THỬ ${i + 1} — Bí thư`);
  const vote = new Vote(runCeremony(3, 2, random), random, { uuid, questions, voters: ballots + 1 });
  for (let v = 0; v < ballots; v++) vote.cast(v, questions.map((_, i) => [0, 1, 2].map((level) => Number((v + i) % 4 === level))));
  return { uuid, election: new TextDecoder().decode(vote.electionBytes), credential: vote.credentials[ballots]!, archive: vote.writer.bytes() };
}
