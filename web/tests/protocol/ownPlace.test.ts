// What a member of the committee checks before a vote opens, and the two messages that must never help anybody else.
import { beforeAll, describe, expect, it } from 'vitest';
import { makeCertificate, makeSeed, type Seat } from '../../src/protocol/ceremony';
import { answerDrill } from '../../src/protocol/decrypt';
import { base, encodeElement, power } from '../../src/protocol/group';
import { writeJson, type Json } from '../../src/protocol/json';
import { checkOwnPlace, type OwnPlace } from '../../src/protocol/ownPlace';
import { decodeScalar, Q } from '../../src/protocol/scalar';
import { tasks } from '../../src/protocol/tasks';
import { codeOf } from './support/code';
import { fixedRandom } from './support/random';
import { runCeremony, seatsOf, Vote, type Ceremony } from './support/vote';

const random = fixedRandom('own place');
const seats = seatsOf(3, 2);
let ours: Ceremony;
let others: Ceremony;
beforeAll(() => {
  ours = runCeremony(3, 2, random);
  others = runCeremony(3, 2, random);
});

describe('the own place in the key', () => {
  const electionOf = (ceremony: Ceremony, options = {}) => new Vote(ceremony, random, { uuid: 'MinhTinThuNghiem1', questions: ['NGUYỄN THỊ THỬ — Bí thư'], voters: 1, ...options }).electionBytes;
  const check = (change: Partial<OwnPlace>, index = 2) =>
    codeOf(() => checkOwnPlace({
      seed: ours.seeds[index - 1]!, decryptionKey: ours.finished[index - 1]!.decryptionKey, seat: seats[index - 1]!,
      trustees: writeJson(ours.trustees), election: electionOf(ours), ...change,
    }));

  it.each([1, 2, 3])('is found by trustee %i', (index) => expect(check({}, index)).toBe(null));

  it('is not in the key of another ceremony', () => {
    expect(check({ trustees: writeJson(others.trustees), election: electionOf(others) })).toBe('not-my-certificate');
    expect(check({ election: electionOf(others) })).toBe('election-key');
  });
  it('is not at another index, for another threshold, or for another share', () => {
    expect(check({ seat: seats[0]! })).toBe('not-my-certificate');
    expect(check({ seat: { ...seats[1]!, threshold: 3 } })).toBe('certificate-context');
    expect(check({ decryptionKey: ours.finished[0]!.decryptionKey })).toBe('own-key-missing');
  });
  it('needs one committee and the hardened profile', () => {
    const [committee] = ours.trustees as Json[];
    expect(check({ trustees: writeJson([committee!, committee!]) })).toBe('trustees-groups');
    const single = ['Single', (committee as [string, { verification_keys: Json[] }])[1].verification_keys[0]!];
    expect(check({ trustees: writeJson([committee!, single]) })).toBe('trustees-kind');
    expect(check({ trustees: writeJson([committee!]) + '\n' })).toBe('not-canonical');
    expect(check({ election: electionOf(ours, { profile: undefined }) })).toBe('profile-unknown');
  });
});

describe('one seed', () => {
  it('answers one certificate list, however often, and no other', () => {
    const seat: Seat = seats[0]!;
    const seed = makeSeed(random);
    const list = [makeCertificate(seed, seat, random), ...seats.slice(1).map((s) => makeCertificate(makeSeed(random), s, random))];
    const another = [...list.slice(0, 2), makeCertificate(makeSeed(random), seats[2]!, random)];
    const ask = (certificates: Json[]) => codeOf(() => tasks.makePolynomial({ seed, seat, certificates }));
    expect(ask(list.slice(1))).toBe('ceremony-size'); // nothing was told, so this counts for nothing
    expect(ask(list)).toBe(null);
    expect(ask(list)).toBe(null);
    expect(ask(another)).toBe('certificates-changed');
    expect(ask(list)).toBe(null);
  });
});

describe('a drill', () => {
  const key = '987654321';
  const id = 'ThuKhoaThuNghie1';

  it('opens only what the asker could open', () => {
    const { factor } = answerDrill(key, id, '5', random) as { factor: string };
    expect(factor).toBe(encodeElement(power(base(decodeScalar(key)), 5n)));
  });
  it.each([['0', id], [Q.toString(), id], ['-1', id], [encodeElement(base(5n)), id], ['05', id]])('is refused for r = %s', (r) =>
    expect(codeOf(() => answerDrill(key, id, r, random))).toBe('scalar-syntax'));
  it.each(['', 'ThuKhoaThuNghie', 'ThuKhoaThuNghie12', 'ThuKhoaThuNghiel', '1|decrypt|abcdef1'])('is refused for the name "%s"', (name) =>
    expect(codeOf(() => answerDrill(key, name, '5', random))).toBe('drill-id'));
});
