// A trustee's key is not used for a box so small that its totals would be single votes.
import { beforeAll, describe, expect, it } from 'vitest';
import { fewestBallots } from '../../src/protocol/fewest';
import { Refusal } from '../../src/protocol/refusal';
import { tasks } from '../../src/protocol/tasks';
import { fixedRandom } from './support/random';
import { runCeremony, Vote, type Ceremony } from './support/vote';

const UUID = 'MinhTinThuNghiem1';
let ceremony: Ceremony;
beforeAll(() => {
  ceremony = runCeremony(3, 2, fixedRandom('ceremony of the small box'));
});

/** What a member's page gets from a closed box; each of `voters` casts one ballot, the first of them `again` more. `asked`: the key was. */
function share(voters: number, again = 0, asked = () => {}, signal = new AbortController().signal): Promise<{ share: string }> {
  const vote = new Vote(ceremony, fixedRandom('the small box'), { uuid: UUID, questions: ['Nguyễn Văn Thử — Giám đốc'], voters: 9 });
  for (let i = 0; i < voters; i++) vote.cast(i, [[1, 0, 0]]);
  for (let i = 0; i < again; i++) vote.cast(0, [[0, 1, 0]]);
  vote.close();
  const source = { file: new Blob([vote.writer.bytes() as BlobPart]) };
  const wish = {
    source,
    uuid: UUID,
    trustee: 1,
    get decryptionKey(): string {
      asked();
      return ceremony.finished[0]!.decryptionKey;
    },
  };
  return tasks.decrypt(wish, { progress: () => {}, signal });
}
const refusal = (asked: Promise<unknown>): Promise<unknown> => asked.then(() => null, (fault: unknown) => fault);

describe('a share', () => {
  it('is made of five ballots', async () => {
    expect(fewestBallots).toBe(5);
    expect((await share(5)).share).toContain('decryption_factors');
  });
  it.each([[1, 0], [4, 0], [4, 3]])('is not made of %i voters with %i ballots more', async (voters, again) => {
    const fault = await refusal(share(voters, again));
    expect(fault).toBeInstanceOf(Refusal);
    expect(fault).toMatchObject({ code: 'too-few-ballots', detail: String(voters) });
  });
  it('is not made after a Stop, as late as it comes', async () => {
    const abort = new AbortController();
    expect(await refusal(share(5, 0, () => abort.abort(), abort.signal))).toMatchObject({ code: 'cancelled' });
  });
});
