// Writes tests/vectors/web: a hardened vote, a key file and certificates made by the TypeScript code with fixed
// randomness, for the C++ tests to read. Run with `npm run vectors`; the output is committed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { answerDrill } from '../../src/protocol/decrypt';
import { encodeElement, base } from '../../src/protocol/group';
import { writeJson, type Json } from '../../src/protocol/json';
import { sealKeyfile } from '../../src/protocol/keyfile';
import { tallyJson } from '../../src/protocol/tally';
import { trackerWords } from '../../src/protocol/trackerWords';
import { CASTS, recordedVote, UUID } from './support/recordedVote';
import { seatsOf } from './support/vote';

const folder = resolve(import.meta.dirname, '../../../tests/vectors/web');
const write = (name: string, content: string | Uint8Array): void => writeFileSync(resolve(folder, name), content);
const json = (name: string, value: unknown): void => write(name, JSON.stringify(value, null, 2) + '\n');

export async function writeVectors(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const { random, ceremony, vote, ballots, open, closed, shares } = recordedVote();
  json('ceremony.json', {
    size: 3,
    threshold: 2,
    seeds: ceremony.seeds,
    certificates: ceremony.certificates,
    polynomials: ceremony.polynomials,
    vinputs: ceremony.vinputs,
    keys: ceremony.finished.map((f) => f.message),
    decryption_keys: ceremony.finished.map((f) => f.decryptionKey),
    trustees: writeJson(ceremony.trustees),
    public_key: ceremony.publicKey,
  });

  write('vote.bel', vote.writer.bytes());
  const { report } = await vote.audit();
  json('vote.json', {
    uuid: UUID,
    election: new TextDecoder().decode(vote.electionBytes),
    fingerprint: report.fingerprint,
    credentials: vote.credentials,
    casts: CASTS,
    ballots,
    hashes: report.ballots.map((b) => b.hash),
    trackers: report.ballots.map((b) => b.tracker),
    words: report.ballots.map((b) => trackerWords(b.hash)),
    counted: report.ballots.map((b) => b.counted),
    open_bytes: open.length,
    closed_bytes: closed.length,
    encrypted_tally: tallyJson(vote.encryptedTally()),
    shares,
    result: report.result,
    archive_hash: report.archiveHash,
    head: report.head,
  });

  const alpha = encodeElement(base(424242n));
  json('drill.json', {
    trustee: 2,
    r: '424242',
    alpha,
    public_key: ceremony.finished[1]!.publicKey,
    answer: answerDrill(ceremony.finished[1]!.decryptionKey, 'ThuKhoaThuNghie1', '424242', random) as Json,
  });

  const passphrase = 'một hai ba bốn năm';
  const label = { election: UUID, ceremony: '7ThuNghiemThuNgh', trustee: 2, size: 3, threshold: 2, name: 'Trần Thị Mẫu' };
  const [seat] = seatsOf(3, 2).slice(1);
  const secrets = { seed: ceremony.seeds[seat!.index - 1]!, decryptionKey: ceremony.finished[1]!.decryptionKey };
  json('keyfile.json', {
    passphrase,
    seed: secrets.seed,
    decryption_key: secrets.decryptionKey,
    complete: await sealKeyfile(label, secrets, passphrase, random),
    early: await sealKeyfile(label, { seed: secrets.seed }, passphrase, random),
  });
}
