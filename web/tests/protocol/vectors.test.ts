// The vectors that C++ reads are still what this code takes: nobody can change a format on one side only.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { auditArchive } from '../../src/protocol/audit';
import { openKeyfile } from '../../src/protocol/keyfile';
import { sha256Hex } from '../../src/protocol/hash';
import { trackerWords } from '../../src/protocol/trackerWords';
import { recordedVote } from './support/recordedVote';
import { pieces } from './support/vectors';

const file = (name: string): Uint8Array => new Uint8Array(readFileSync(resolve(import.meta.dirname, '../../../tests/vectors/web', name)));
const json = (name: string): any => JSON.parse(new TextDecoder().decode(file(name)));

describe('the committed vectors', { timeout: 120_000 }, () => {
  it('hold a vote that verifies, at every stage', async () => {
    const about = json('vote.json');
    const bytes = file('vote.bel');
    const stages = { open: bytes.subarray(0, about.open_bytes), closed: bytes.subarray(0, about.closed_bytes), counted: bytes };
    for (const [state, part] of Object.entries(stages)) expect((await auditArchive(pieces(part))).report.state).toBe(state);
    const { report } = await auditArchive(pieces(bytes));
    expect(report).toMatchObject({ result: about.result, archiveHash: about.archive_hash, head: about.head, fingerprint: about.fingerprint, hardened: true });
    expect(report.ballots.map((b) => trackerWords(b.hash))).toEqual(about.words);
  });

  it('are made again byte for byte from the same randomness', () => {
    expect(sha256Hex(recordedVote().vote.writer.bytes())).toBe(json('vote.json').archive_hash);
  });

  it('hold key files that open', async () => {
    const about = json('keyfile.json');
    expect((await openKeyfile(about.complete, about.passphrase)).secrets).toEqual({ seed: about.seed, decryptionKey: about.decryption_key });
    expect((await openKeyfile(about.early, about.passphrase)).secrets).toEqual({ seed: about.seed });
  });
});
