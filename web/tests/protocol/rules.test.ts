// What is free-form in version 1, what has one spelling in the hardened profile, and the limits of both: one rule for this
// verifier and the one in C++.
import { beforeAll, describe, expect, it } from 'vitest';
import { utf8 } from '../../src/protocol/bytes';
import { checkShare } from '../../src/protocol/decrypt';
import { HARDENED_PROFILE, readElection } from '../../src/protocol/election';
import { base, encodeElement } from '../../src/protocol/group';
import { readCredentials } from '../../src/protocol/publicCredentials';
import { sha256Hex } from '../../src/protocol/hash';
import { parseJson, writeJson, type Json } from '../../src/protocol/json';
import { proofJson, proveKey } from '../../src/protocol/proofs';
import { weight } from '../../src/protocol/shape';
import { readTrustees } from '../../src/protocol/trustees';
import { codeOf, codeOfAsync } from './support/code';
import { fixedRandom } from './support/random';
import { runCeremony, Vote, type Ceremony } from './support/vote';

type Fields = Record<string, Json>;
const random = fixedRandom('rules');
const spaced = (s: string): string => JSON.stringify(JSON.parse(s), null, 1);
const reversed = (v: Fields): Fields => Object.fromEntries(Object.entries(v).reverse());
const ONE = '1'.padStart(64, '0');

let ceremony: Ceremony;
let plain: Vote;
let hard: Vote;
beforeAll(() => {
  ceremony = runCeremony(3, 2, random);
  const make = (profile: string | undefined): Vote => {
    const vote = new Vote(ceremony, random, { uuid: 'MinhTinThuNghiem1', questions: ['NGUYỄN THỊ THỬ — Bí thư'], voters: 2, profile });
    vote.cast(0, [[0, 1, 0]]);
    vote.close();
    return vote;
  };
  plain = make(undefined);
  hard = make(HARDENED_PROFILE);
});

describe('an election', () => {
  const of = (vote: Vote, change: (e: Fields) => Fields, spell = (s: string) => s): string | null =>
    codeOf(() => readElection(utf8(spell(writeJson(change(parseJson(vote.electionBytes, 'election') as Fields))))));
  const question = (change: Fields) => (e: Fields): Fields => ({ ...e, questions: [{ ...(e.questions as Fields[])[0]!, ...change }] });

  it.each<[string, (e: Fields) => Fields, string | null, string | null]>([
    ['an unknown field', (e) => ({ ...e, more: [1, { a: null }] }), null, 'not-canonical'],
    ['another order', reversed, null, 'not-canonical'],
    ['null for a field that may be absent', (e) => ({ ...e, administrator: null, language: null }), null, 'not-canonical'],
    ['an administrator that is no text', (e) => ({ ...e, administrator: 5 }), 'field-type', 'not-canonical'],
    ['a language that is no pair', (e) => ({ ...e, language: 'vi' }), 'field-type', 'not-canonical'],
    ['no answers', question({ answers: [], max: 0 }), 'election-question', 'election-question'],
    ['more marks than answers', question({ max: 4 }), null, 'election-question'],
    ['1024 marks', question({ max: 1024 }), null, 'election-question'],
    ['1025 marks', question({ max: 1025 }), 'question-limits', 'question-limits'],
    ['blank null', question({ blank: null }), null, 'not-canonical'],
    ['blank false', question({ blank: false }), null, 'not-canonical'],
  ])('with %s', (_, change, inPlain, inHard) => {
    expect(of(plain, change)).toBe(inPlain);
    expect(of(hard, change)).toBe(inHard);
  });

  it('with spaces, and with -0', () => {
    expect([of(plain, (e) => e, spaced), of(hard, (e) => e, spaced)]).toEqual([null, 'not-canonical']);
    expect(of(plain, (e) => e, (s) => s.replace('"min":0', '"min":-0'))).toBe('field-type');
  });

  it.each<[Json, string | null]>([['acme', null], [null, null], [7, null], ['minhtin-hardened-2', 'profile-unknown'], ['minhtin-', 'profile-unknown']])('with the profile %j', (profile, code) =>
    expect(of(plain, (e) => ({ ...e, profile }))).toBe(code));
});

describe('trustees', () => {
  const single = (x: bigint): Json => ['Single', { pok: proofJson(proveKey(x, encodeElement(base(x)), random)), public_key: encodeElement(base(x)) }];
  const of = (items: Json, hardened: boolean, spell = (s: string) => s): string | null => codeOf(() => readTrustees(utf8(spell(writeJson(items))), hardened));
  const both = (items: Json): (string | null)[] => [of(items, false), of(items, true)];

  it('may be spelled freely in version 1 only', () => {
    const [[kind, key]] = [single(5n) as [string, Fields]];
    const { pok } = key;
    expect(both([[kind, key]])).toEqual([null, null]);
    expect(both([[kind, { ...key, more: 1 }]])).toEqual([null, 'not-canonical']);
    expect(both([[kind, { ...key, pok: reversed(pok as Fields) }]])).toEqual([null, 'not-canonical']);
    expect(both([[kind, { ...key, name: null }]])).toEqual([null, 'field-type']);
    expect([of([[kind, key]], false, spaced), of([[kind, key]], true, spaced)]).toEqual([null, 'not-canonical']);
  });
  it('are each another, and one committee, in the hardened profile', () => {
    expect(both([single(5n), single(5n)])).toEqual([null, 'trustee-repeated']);
    const [committee] = ceremony.trustees as Json[];
    expect(both([committee!, single(5n)])).toEqual([null, null]);
    expect(both([committee!, committee!])).toEqual([null, 'trustees-groups']);
  });
  it('are at most 100, counted before anything is computed', () => {
    expect(of(Array(101).fill(['Single', {}]), false)).toBe('trustees-threshold');
    expect(of([['Pedersen', { certs: Array(60).fill(0) }], ['Pedersen', { certs: Array(41).fill(0) }]], false)).toBe('trustees-threshold');
  });
});

describe('credentials', () => {
  const [a, b] = [base(3n), base(4n)].map((e) => encodeElement(e)) as [string, string];
  const of = (entries: Json, hardened: boolean): string | null => codeOf(() => readCredentials(utf8(writeJson(entries)), hardened));
  it.each<[Json, string | null, string | null]>([
    [[a, b], null, null],
    [[`${a},5`, `${b},0`], null, null],
    [[`${a},1`, b], null, 'not-canonical'],
    [[a, ONE], null, 'element-identity'],
    [[`${a},9223372036854775807`], null, null],
    [[`${a},9223372036854775808`], 'weight-too-large', 'weight-too-large'],
    [[`${a},9223372036854775807`, `${b},1`], 'weight-too-large', 'weight-too-large'],
    [[`${a},1${'0'.repeat(70)}`], 'weight-too-large', 'weight-too-large'],
    [[`${a},01`], 'weight-range', 'weight-range'],
  ])('%j', (entries, inPlain, inHard) => {
    expect(of(entries, false)).toBe(inPlain);
    expect(of(entries, true)).toBe(inHard);
  });
});

describe('a weight', () => {
  const read = (json: string, canonical = false): bigint => weight(parseJson(json, 'weight'), 'weight', canonical);
  it('is an integer below 2^63, bare or in quotation marks', () => {
    for (const n of ['0', '1073741824', '9007199254740993', '9223372036854775807']) for (const json of [n, `"${n}"`]) expect(read(json)).toBe(BigInt(n));
    for (const json of ['9223372036854775808', '"9223372036854775808"']) expect(codeOf(() => read(json))).toBe('weight-too-large');
    for (const json of ['-1', '-0', '1.0', '1e3', '"01"', '""', 'null', '[]']) expect(codeOf(() => read(json)), json).toBe('weight-range');
  });
  it('has one spelling in the hardened profile', () => {
    for (const json of ['1073741823', '"1073741824"']) expect(codeOf(() => read(json, true))).toBe(null);
    for (const json of ['1073741824', '"1073741823"', '"5"', '9007199254740993']) expect(codeOf(() => read(json, true)), json).toBe('not-canonical');
  });
});

describe('a share', () => {
  const of = (vote: Vote, change: (s: Fields) => Fields): string | null => {
    const key = readTrustees(utf8(writeJson(ceremony.trustees)), true).keys[0]!;
    const share = parseJson(vote.share(1), 'share') as Fields;
    return codeOf(() => checkShare(writeJson(change(share)), key, vote.election.fingerprint, vote.encryptedTally(), vote === hard));
  };
  const proofs = (s: Fields, change: (p: Fields) => Fields): Json => (s.decryption_proofs as Fields[][]).map((row) => row.map(change));
  it.each<[string, (s: Fields) => Fields, string | null, string | null]>([
    ['nothing changed', (s) => s, null, null],
    ['an unknown field', (s) => ({ ...s, more: null }), null, 'not-canonical'],
    ['another order', reversed, null, 'not-canonical'],
    ['another order in the proofs', (s) => ({ ...s, decryption_proofs: proofs(s, reversed) }), null, 'not-canonical'],
    ['an unknown field in the proofs', (s) => ({ ...s, decryption_proofs: proofs(s, (p) => ({ ...p, more: 1 })) }), null, 'not-canonical'],
    ['no strong proofs', ({ strong_proofs: _, ...s }) => s, null, 'strong-proof-missing'],
    ['something else called strong_proofs', (s) => ({ ...s, strong_proofs: 'mine' }), null, 'field-type'],
    ['strong proofs that do not hold', (s) => ({ ...s, strong_proofs: s.decryption_proofs! }), 'strong-proof', 'strong-proof'],
  ])('with %s', (_, change, inPlain, inHard) => {
    expect(of(plain, change)).toBe(inPlain);
    expect(of(hard, change)).toBe(inHard);
  });
});

describe('the messages after the tally', () => {
  const finished = (profile: string | undefined, spell: Partial<Record<'sized' | 'owned' | 'result', (s: string) => string>>): Promise<string | null> => {
    const vote = new Vote(ceremony, fixedRandom('messages'), { uuid: 'MinhTinThuNghiem1', questions: ['NGUYỄN THỊ THỬ — Bí thư'], voters: 2, profile });
    vote.cast(1, [[0, 0, 1]]);
    const same = (s: string): string => s;
    const { sized = same, owned = same, result = same } = spell;
    const append = vote.writer.append.bind(vote.writer);
    vote.writer.append = (type, data) => append(type, type === 'EncryptedTally' ? [data[0]!, sized(data[1]!)] : data);
    vote.close();
    for (const t of [1, 2]) {
      const share = vote.share(t);
      vote.writer.append('PartialDecryption', [share, owned(writeJson({ owner: t, payload: sha256Hex(share) }))]);
    }
    vote.writer.append('Result', [result('{"result":[[0,0,1]]}')]);
    return codeOfAsync(() => vote.audit());
  };
  it.each([['sized'], ['owned'], ['result']] as const)('%s may have spaces in version 1 only', async (which) => {
    expect(await finished(undefined, { [which]: spaced })).toBe(null);
    expect(await finished(HARDENED_PROFILE, { [which]: spaced })).toBe('not-canonical');
  });
  it('a result in quotation marks counts in version 1 only', async () => {
    const result = (s: string): string => s.replace('1', '"1"');
    expect(await finished(undefined, { result })).toBe(null);
    expect(await finished(HARDENED_PROFILE, { result })).toBe('not-canonical');
  });
});

describe('a result under great weights', () => {
  it('is compared, not looked for', async () => {
    // 2^62 on one slip: no table of logarithms reaches there.
    const vote = new Vote(ceremony, fixedRandom('weights'), { uuid: 'MinhTinThuNghiem1', questions: ['NGUYỄN THỊ THỬ — Bí thư'], voters: 2, profile: undefined, weights: [2n ** 62n, 3n] });
    vote.cast(0, [[1, 0, 0]]);
    vote.cast(1, [[0, 1, 0]]);
    vote.close();
    for (const t of [1, 3]) vote.decrypt(t);
    vote.writer.append('Result', [writeJson({ result: [[(2n ** 62n).toString(), 3, 0]] })]);
    expect((await vote.audit()).report.result).toEqual([[(2n ** 62n).toString(), '3', '0']]);
  });
});
