// The vote of tests/vectors/web, made with the same randomness each time.
import { fixedRandom } from './random';
import { runCeremony, Vote } from './vote';

export const UUID = 'MinhTinThuNghiem1';
const QUESTIONS = ['Nguyễn Văn Thử — Giám đốc', 'Trần Thị Mẫu — Phó Giám đốc', 'Lê Văn "Giả" — Trưởng phòng'];

export const CASTS: [number, number[][]][] = [
  [0, [[1, 0, 0], [0, 1, 0], [0, 0, 1]]],
  [1, [[0, 0, 1], [0, 0, 0], [1, 0, 0]]],
  [2, [[0, 1, 0], [0, 1, 0], [0, 1, 0]]],
  [1, [[1, 0, 0], [0, 0, 0], [0, 0, 0]]],
  [3, [[0, 0, 0], [0, 0, 0], [0, 0, 0]]],
];

/** The whole vote, to its result. */
export function recordedVote() {
  const random = fixedRandom('Minh Tin web vectors 1');
  const ceremony = runCeremony(3, 2, random);
  const vote = new Vote(ceremony, random, { uuid: UUID, questions: QUESTIONS, voters: 5 });
  const ballots = CASTS.map(([voter, marks]) => vote.cast(voter, marks));
  const open = vote.writer.bytes();
  vote.close();
  const closed = vote.writer.bytes();
  const shares = [1, 2, 3].map((t) => vote.share(t));
  vote.decrypt(1, shares[0]);
  vote.decrypt(2, shares[1]);
  vote.decrypt(3, shares[2]);
  vote.finish();
  return { random, ceremony, vote, ballots, open, closed, shares };
}
