// A whole hardened vote made and verified here, and everything the hardened profile must refuse.
import { beforeAll, describe, expect, it } from 'vitest';
import { parseJson, writeJson, type Json } from '../../src/protocol/json';
import { utf8 } from '../../src/protocol/bytes';
import { checkBallot } from '../../src/protocol/ballotCheck';
import { makeBallot } from '../../src/protocol/ballot';
import { base, encodeElement } from '../../src/protocol/group';
import { codeOf, codeOfAsync } from './support/code';
import { fixedRandom } from './support/random';
import { runCeremony, Vote, type Ceremony } from './support/vote';

const NAMES = ['Nguyễn Văn Thử — Giám đốc', 'Trần Thị Mẫu — Phó Giám đốc'];
const UUID = 'MinhTinThuNghiem1';

let ceremony: Ceremony;
beforeAll(() => {
  ceremony = runCeremony(3, 2, fixedRandom('ceremony of the test'));
});

function voted(options: { profile?: string | undefined; ceremony?: Ceremony } = {}): Vote {
  const vote = new Vote(options.ceremony ?? ceremony, fixedRandom('the test vote'), { uuid: UUID, questions: NAMES, voters: 3, ...('profile' in options ? { profile: options.profile } : {}) });
  vote.cast(0, [[1, 0, 0], [0, 0, 1]]);
  vote.cast(1, [[0, 1, 0], [0, 0, 0]]);
  vote.cast(0, [[0, 0, 1], [0, 1, 0]]);
  return vote;
}

describe('a hardened vote', () => {
  it.each([[[1, 2]], [[1, 3]], [[2, 3]], [[1, 2, 3]]])('is counted by trustees %j', async (who) => {
    const vote = voted();
    expect((await vote.audit()).report.state).toBe('open');
    vote.close();
    expect((await vote.audit()).report.state).toBe('closed');
    for (const t of who) vote.decrypt(t);
    vote.finish();
    const { report } = await vote.audit();
    expect(report.result).toEqual([['0', '1', '1'], ['0', '1', '0']]);
    expect(report.hardened).toBe(true);
    expect(report.warnings).toEqual([]);
    expect(report.counted).toBe(2);
    expect(report.ballots.map((b) => b.counted)).toEqual([false, true, true]);
    expect(report.shares).toEqual(who);
  });

  it('needs the threshold', async () => {
    const vote = voted();
    vote.close();
    vote.decrypt(2);
    vote.finish();
    expect(await codeOfAsync(() => vote.audit())).toBe('shares-missing');
  });

  it('knows which key belongs to which trustee', async () => {
    const vote = voted();
    const { isTrustee } = await vote.audit();
    expect(isTrustee(1, ceremony.finished[0]!.decryptionKey)).toBe(true);
    expect(isTrustee(2, ceremony.finished[0]!.decryptionKey)).toBe(false);
    expect(isTrustee(4, ceremony.finished[0]!.decryptionKey)).toBe(false);
  });

  type Share = { decryption_factors: Json; decryption_proofs: Json; strong_proofs: Json[][] };
  it.each([
    ['no strong proofs', (s: Share) => ({ decryption_factors: s.decryption_factors, decryption_proofs: s.decryption_proofs }), 'strong-proof-missing'],
    ['weak proofs in the place of strong ones', (s: Share) => ({ ...s, strong_proofs: s.decryption_proofs }), 'strong-proof'],
    ['two strong proofs exchanged', (s: Share) => ({ ...s, strong_proofs: [[s.strong_proofs[0]![1], ...s.strong_proofs[0]!.slice(0, 1), s.strong_proofs[0]![2]], s.strong_proofs[1]] }), 'strong-proof'],
    ['strong proofs in the place of weak ones', (s: Share) => ({ ...s, decryption_proofs: s.strong_proofs }), 'decryption-proof'],
    ['a row less', (s: Share) => ({ ...s, strong_proofs: s.strong_proofs.slice(1) }), 'share-shape'],
  ])('refuses a share with %s', async (_, change, code) => {
    const vote = voted();
    vote.close();
    vote.decrypt(1, writeJson(change(parseJson(vote.share(1), 'share') as unknown as Share) as Json));
    expect(await codeOfAsync(() => vote.audit())).toBe(code);
  });

  it('refuses certificates that commit to nothing, or to other coefficients', async () => {
    // The same trustees document is fine in an election that does not announce the profile.
    const trustees = parseJson(writeJson(ceremony.trustees), 'trustees') as any;
    const [first] = trustees[0][1].certs;
    const message = parseJson(first.message, 'certificate') as Record<string, Json>;
    const { coefexps: commitment, ...bare } = message;
    const { signMessage, proofJson } = await import('../../src/protocol/proofs');
    const { secretsOf } = await import('../../src/protocol/ceremony');
    const key = secretsOf(ceremony.seeds[0]!, { size: 3, threshold: 2, index: 1 }).signingKey;
    const random = fixedRandom('forged');
    const resign = (m: Json): Json => ({ message: writeJson(m), signature: proofJson(signMessage(key, writeJson(m), random)) });
    const wrong = { ...bare, coefexps: String(commitment).replace(/./g, 'a') };
    const foreign = { ...bare, coefexps: 5 };
    for (const [changed, code, plain] of [
      [bare, 'certificate-commitment', 'certificates-signature'],
      [wrong, 'coefficients-commitment', 'coefficients-commitment'],
      [foreign, 'certificate-commitment', 'certificates-signature'],
    ] as const) {
      const certs = [resign(changed), ...trustees[0][1].certs.slice(1)];
      const other: Ceremony = { ...ceremony, trustees: [['Pedersen', { ...trustees[0][1], certs }]] };
      expect(await codeOfAsync(() => voted({ ceremony: other }).audit())).toBe(code);
      // Without the profile there may be none, or a field of that name for something else; what is wrong then is the
      // signature on all certificates. One that is there is held to.
      expect(await codeOfAsync(() => voted({ ceremony: other, profile: undefined }).audit())).toBe(plain);
    }
  });

  it('refuses an election under a key that is not the trustees\'', async () => {
    const publicKey = encodeElement(base(5n));
    expect(await codeOfAsync(() => voted({ ceremony: { ...ceremony, publicKey } }).audit())).toBe('election-key');
  });

  it('refuses an unknown profile', () => {
    expect(codeOf(() => voted({ profile: 'minhtin-hardened-9' }))).toBe('profile-unknown');
  });

  it('refuses shares that are not on one polynomial', async () => {
    // Trustee 3 shows, with honest proofs, a factor of another tally: the proofs already refuse it; so the
    // consistency check is tested where proofs cannot help, by the interpolation itself.
    const { interpolate, sameFactors } = await import('../../src/protocol/tally');
    const shares = new Map([1, 2, 3].map((j) => [j, [[base(BigInt(5 + 7 * j))]]]));
    expect(sameFactors(interpolate(shares, [1, 2], 3), shares.get(3)!)).toBe(true);
    shares.set(3, [[base(27n)]]);
    expect(sameFactors(interpolate(shares, [1, 2], 3), shares.get(3)!)).toBe(false);
  });

  it('refuses a tally, a count and a result that are not those of the ballots', async () => {
    const dropped = voted();
    dropped.close((t) => [t[0]!.map((c, i) => (i === 0 ? { alpha: c.alpha, beta: c.alpha } : c)), t[1]!]);
    expect(await codeOfAsync(() => dropped.audit())).toBe('tally-wrong');

    const counted = voted();
    counted.votes.set('one more', []);
    counted.close();
    expect(await codeOfAsync(() => counted.audit())).toBe('tally-count');

    for (const [claim, code] of [[['1', '1', '1'], 'result-wrong'], [['0', '1', '3'], 'result-too-large'], [['0', '1'], 'result-shape']] as const) {
      const vote = voted();
      vote.close();
      vote.decrypt(1);
      vote.decrypt(3);
      vote.finish([[...claim], ['0', '1', '0']]);
      expect(await codeOfAsync(() => vote.audit())).toBe(code);
    }
  });

  it('refuses the same share twice, an unknown owner and a foreign key', async () => {
    const cases: [(v: Vote) => void, string][] = [
      [(v) => [v.decrypt(1), v.decrypt(1)], 'share-repeated'],
      [(v) => v.decrypt(4, v.share(1)), 'share-owner'],
      [(v) => v.decrypt(0, v.share(1)), 'share-owner'],
      [(v) => v.decrypt(2, v.share(1)), 'decryption-proof'],
    ];
    for (const [act, code] of cases) {
      const vote = voted();
      vote.close();
      act(vote);
      expect(await codeOfAsync(() => vote.audit())).toBe(code);
    }
  });

  it('refuses the same ballot twice', async () => {
    const vote = voted();
    const ballot = vote.cast(2, [[0, 0, 0], [0, 0, 0]]);
    vote.writer.append('Ballot', [ballot]);
    expect(await codeOfAsync(() => vote.audit())).toBe('ballot-repeated');
  });

  it('refuses events in another order', async () => {
    const early = voted();
    early.writer.append('EncryptedTally', ['[]', '{}']);
    expect(await codeOfAsync(() => early.audit())).toBe('event-order');
    const late = voted();
    late.close();
    late.cast(1, [[0, 0, 0], [0, 0, 0]]);
    expect(await codeOfAsync(() => late.audit())).toBe('event-order');
    const twice = voted();
    twice.writer.append('EndBallots', []);
    twice.writer.append('EndBallots', []);
    expect(await codeOfAsync(() => twice.audit())).toBe('event-order');
  });
});

describe('a ballot', () => {
  const anyone = { has: () => true };

  it('is refused when any character is another', () => {
    const vote = voted();
    const ballot = vote.cast(2, [[0, 1, 0], [1, 0, 0]]);
    for (let at = 0; at < ballot.length; at += 41) {
      const other = ballot[at] === '0' ? '1' : '0';
      const changed = ballot.slice(0, at) + other + ballot.slice(at + 1);
      expect(codeOf(() => checkBallot(changed, vote.election, anyone)), `character ${at}`).not.toBe(null);
    }
  });

  it('is never made of marks that the question does not allow', () => {
    const { election, credentials, random } = voted();
    const attempt = (marks: number[][]): string | null => codeOf(() => makeBallot(election, { credential: credentials[0]!, marks }, random));
    expect(attempt([[1, 1, 0], [0, 0, 0]])).toBe('plain-vote');
    expect(attempt([[2, 0, 0], [0, 0, 0]])).toBe('plain-vote');
    expect(attempt([[1, 0], [0, 0, 0]])).toBe('plain-vote');
    expect(attempt([[1, 0, 0]])).toBe('plain-vote');
  });

  it('says nothing of the marks by its length beyond the numbers in it, and never shows randomness twice', () => {
    const { election, credentials, random } = voted();
    const make = (marks: number[][]) => makeBallot(election, { credential: credentials[0]!, marks }, random);
    const [a, b] = [make([[1, 0, 0], [0, 0, 0]]), make([[1, 0, 0], [0, 0, 0]])];
    expect(a.hash).not.toBe(b.hash);
    const shape = (ballot: string): string => ballot.replace(/"[0-9]+"/g, '"n"').replace(/"[0-9a-f]{64}"/g, '"e"').replace(/"hash":"[^"]+"/, '"hash"');
    expect(shape(a.ballot)).toBe(shape(make([[0, 0, 1], [0, 1, 0]]).ballot));
    expect(Object.keys(a).sort()).toEqual(['ballot', 'hash', 'tracker']);
  });

  it('is checked as bytes and as text alike', () => {
    const vote = voted();
    const ballot = vote.cast(2, [[0, 1, 0], [1, 0, 0]]);
    expect(codeOf(() => checkBallot(utf8(ballot), vote.election, anyone))).toBe(null);
    expect(codeOf(() => checkBallot(utf8(ballot + '\n'), vote.election, anyone))).toBe('not-canonical');
  });
});
