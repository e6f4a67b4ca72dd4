// Every archive of the vectors: the good ones verify with the counts that belenios-tool found, the bad ones are
// refused for the right reason.
import { describe, expect, it } from 'vitest';
import { auditArchive } from '../../src/protocol/audit';
import { publicCredential } from '../../src/protocol/credential';
import { codeOfAsync } from './support/code';
import { archiveOf, fileOf, namesIn, ownArchive, pieces } from './support/vectors';

const GOOD = ['g01-single-1q', 'g02-thr23-revotes', 'g03-thr35-10q', 'g04-blank', 'g06-10q-30', 'g08-no-ballots'];

const BAD: Record<string, string> = {
  'b01-proof-byte': 'ballot-signature-hash',
  'b02-proof-resigned': 'overall-proof',
  'b03-swapped-ciphertexts': 'individual-proof',
  'b04-replay-other-credential': 'individual-proof',
  'b05-unknown-credential': 'credential-unknown',
  'b08-noncanonical-point': 'element-not-canonical',
  'b10-upper-case-hex': 'element-syntax',
  'b11-space-in-ballot': 'not-canonical',
  'b13-duplicate-credential': 'credential-duplicate',
  'c01-broken-parent': 'event-parent',
  'c02-wrong-height': 'event-height',
  'c03-last-event-twice': 'event-parent',
  'c04-event-twice': 'event-parent',
  'c06-dropped-ballot': 'tally-wrong',
  'c07-truncated': 'archive-truncated',
  'c09-zero-blocks': 'archive-header',
  'c10-byte-of-data': 'archive-hash',
  'd01-wrong-result': 'result-wrong',
  'd02-wrong-decryption-proof': 'decryption-proof',
  'd03-wrong-threshold-proof': 'shares-missing',
  'd06-wrong-proof-no-result': 'decryption-proof',
  'd08-invented-tally': 'tally-wrong',
  'e01-wrong-pok': 'trustee-proof',
  'e03-verification-keys-swapped': 'verification-key',
};

type Votes = { credentials: string[]; votes: [number, number[][]][]; ballot_hashes: string[] };

describe('good archives', () => {
  it('are all here', () => expect(namesIn('good')).toEqual(expect.arrayContaining(GOOD)));

  it.each(GOOD)('%s', async (name) => {
    const { report } = await auditArchive(pieces(archiveOf('good', name), 777));
    const expected = JSON.parse(fileOf('good', name, 'expected.json')) as { result: number[][] };
    expect(report.result).toEqual(expected.result.map((row) => row.map(String)));
    expect(report.state).toBe('counted');
    expect(report.hardened).toBe(false);
    const votes = JSON.parse(fileOf('good', name, 'votes.json')) as Votes;
    expect(report.ballots.map((b) => b.hash)).toEqual(votes.ballot_hashes);
    expect(report.counted).toBe(new Set(votes.votes.map(([voter]) => voter)).size);
    const last = new Map(votes.votes.map(([voter], i) => [voter, i]));
    expect(report.ballots.map((b) => b.counted)).toEqual(votes.votes.map(([voter], i) => last.get(voter) === i));
    // The credential of each ballot is the one its voter derives.
    votes.votes.forEach(([voter], i) => expect(publicCredential(report.uuid, votes.credentials[voter]!)).toBe(report.ballots[i]!.credential));
  });
});

describe('bad archives', () => {
  it('are all here', () => expect(namesIn('bad')).toEqual(expect.arrayContaining(Object.keys(BAD))));

  it.each(Object.entries(BAD))('%s: %s', async (name, code) => {
    expect(await codeOfAsync(() => auditArchive(pieces(archiveOf('bad', name))))).toBe(code);
  });
});

describe('archives of an examiner', () => {
  it.each([
    ['group-key-identity', 'element-identity'],
    ['share-unreadable', 'field-type'],
  ])('%s: %s', async (name, code) => {
    expect(await codeOfAsync(() => auditArchive(pieces(ownArchive(name))))).toBe(code);
  });
});

describe('an audit', () => {
  it('takes any prefix that ends after an event, and refuses every other cut', async () => {
    const bytes = archiveOf('good', 'g01-single-1q');
    const ends = new Set<number>();
    for (let at = 0; at < bytes.length; ) {
      const size = parseInt(String.fromCharCode(...bytes.subarray(at + 124, at + 135)), 8);
      const name = String.fromCharCode(...bytes.subarray(at, at + 80));
      at += 512 + Math.ceil(size / 512) * 512;
      if (name.includes('.event.json')) ends.add(at);
    }
    expect(ends.size).toBe(8);
    for (let cut = 0; cut <= bytes.length; cut += 512) {
      const code = await codeOfAsync(() => auditArchive(pieces(bytes.subarray(0, cut), 4096)));
      if (ends.has(cut)) expect(code).toBe(null);
      else expect(['archive-truncated', 'archive-tail', 'archive-empty']).toContain(code);
    }
  });

  it('refuses when any byte is another', async () => {
    const bytes = archiveOf('good', 'g08-no-ballots');
    for (let at = 0; at < bytes.length; at += 97) {
      const flipped = bytes.slice();
      flipped[at]! ^= 1;
      expect(await codeOfAsync(() => auditArchive(pieces(flipped, 8192))), `byte ${at}`).not.toBe(null);
    }
  });

  it('stops when asked to', async () => {
    const abort = new AbortController();
    const progress = (p: { ballots: number }): void => {
      if (p.ballots === 1) abort.abort();
    };
    const bytes = archiveOf('good', 'g01-single-1q');
    expect(await codeOfAsync(() => auditArchive(pieces(bytes), { progress, signal: abort.signal }))).toBe('cancelled');
  });

  it('gives the digest of the whole file and the last event', async () => {
    const { report } = await auditArchive(pieces(archiveOf('good', 'g01-single-1q')));
    expect(report.archiveHash).toMatch(/^[0-9a-f]{64}$/);
    expect(report.events).toBe(8);
    expect(report.fingerprint).toBe('QdI/erGst3TnUN1078nF4EDrhNh7nZH9f8hz33ZyLQE');
  });
});
