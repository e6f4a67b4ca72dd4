// Every hash input that worked_examples.md spells out, and the derivations around them.
import { describe, expect, it } from 'vitest';
import { fromHex, utf8 } from '../../src/protocol/bytes';
import { archiveEntry } from '../../src/protocol/archive';
import { secretsOf } from '../../src/protocol/ceremony';
import { receiveFrom } from '../../src/protocol/channel';
import { deriveCredential, publicCredential } from '../../src/protocol/credential';
import { base, decodeElement, encodeElement } from '../../src/protocol/group';
import { hashToScalar, sha256B64, sha256Hex } from '../../src/protocol/hash';
import { decodeScalar, mod } from '../../src/protocol/scalar';
import { workedExamples } from './support/vectors';

const text = workedExamples();
const inputs = [...text.matchAll(/^### (.+)\n(?:(?!^###)[\s\S])*?input, (\d+) bytes:\n```\n(.*)\n```\nSHA-256: `([0-9a-f]{64})` *\nscalar \(mod q\): `(\d+)`/gm)];
const one = (pattern: RegExp): string => pattern.exec(text)![1]!;

describe('worked examples', () => {
  it('are all found', () => expect(inputs.length).toBe(11));

  it.each(inputs.map((m) => [m[1]!, m] as const))('%s', (_, [, , bytes, input, digest, scalar]) => {
    expect(utf8(input!).length).toBe(Number(bytes));
    expect(sha256Hex(input!)).toBe(digest);
    const [prefix, encodings] = [input!.slice(0, input!.lastIndexOf('|') + 1), input!.slice(input!.lastIndexOf('|') + 1).split(',')];
    expect(hashToScalar(prefix, encodings)).toBe(BigInt(scalar!));
  });

  it('sums of challenges are the scalars', () => {
    const sums = [...text.matchAll(/\['(\d+)', '(\d+)'\][\s\S]*?scalar \(mod q\): `(\d+)`/g)];
    expect(sums.length).toBe(4);
    for (const [, a, b, scalar] of sums) expect(mod(decodeScalar(a) + decodeScalar(b))).toBe(BigInt(scalar!));
  });

  it('credential', () => {
    const [uuid, credential] = ['FmVvxiJAZeoqRK', 'zD8Jr-ZF59CF-4Wbc4-ybMtti'];
    expect(deriveCredential(uuid, credential).toString()).toBe(one(/mod q = (\d+)\npublic/));
    expect(publicCredential(uuid, credential)).toBe(one(/public = g\^secret = ([0-9a-f]{64})/));
  });

  it("trustee's key", () => {
    expect(encodeElement(base(decodeScalar(one(/trustee's private key `(\d+)`/))))).toBe('cdf0a0afd9d0e43e66acc08bb1b8ddafb70ba3f27da7faf1df1f41a29d29786d');
  });

  it('election fingerprint', () => {
    const election = one(/election\.json \(341 bytes\):\n```\n(.*)\n```/);
    expect(sha256B64(election)).toBe('QdI/erGst3TnUN1078nF4EDrhNh7nZH9f8hz33ZyLQE');
  });

  it('header block', () => {
    const entry = archiveEntry('BELENIOS', utf8('{"version":1,"timestamp":"1795290149"}'), 1795290149);
    const field = (at: number, length: number): string => String.fromCharCode(...entry.subarray(at, at + length));
    expect(field(0, 9)).toBe('BELENIOS\0');
    expect(field(100, 24)).toBe('0000644\x000000000\x000000000\0');
    expect(field(124, 33)).toBe('00000000046\x0015300372045\x00005707\0 0');
  });

  it('channel message, AES-GCM', () => {
    const part = text.slice(text.indexOf('### Channel message, AES-GCM'));
    const seed = /seed `(\w+)`/.exec(part)![1]!;
    const message = /encrypted_msg = (.*)/.exec(part)![1]!;
    const seat = { size: 3, threshold: 2, index: 1 };
    const my = secretsOf(seed, seat);
    expect(my.signingKey.toString()).toBe(/sk = .* = (\d+)/.exec(part)![1]);
    expect(my.decryptionKey.toString()).toBe(/dk = .* = (\d+)/.exec(part)![1]);
    const key = /decryption_key\\\\\\":\\\\\\"(\d+)/.exec(part)![1];
    expect(receiveFrom(decodeElement(my.verification), message, my)).toBe(`{"decryption_key":"${key}"}`);
    expect(fromHex('0g')).toBe(null);
  });
});
