// The board: the chain of events and which data belong to which (protocol.md chapter 4), with the grammar that
// belenios-tool leaves open (hardening.md W9).
import { equalBytes, utf8 } from './bytes';
import type { ArchiveFile } from './archive';
import { archiveEntry } from './archive';
import { sha256Hex } from './hash';
import { parseJson, writeJson } from './json';
import { refuse } from './refusal';
import { integer, record, text } from './shape';

export type EventType = 'Setup' | 'Ballot' | 'EndBallots' | 'EncryptedTally' | 'PartialDecryption' | 'Result';

const RULES: Record<EventType, { after: readonly (EventType | null)[]; data: number }> = {
  Setup: { after: [null], data: 4 },
  Ballot: { after: ['Setup', 'Ballot'], data: 1 },
  EndBallots: { after: ['Setup', 'Ballot'], data: 0 },
  EncryptedTally: { after: ['EndBallots'], data: 2 },
  PartialDecryption: { after: ['EncryptedTally', 'PartialDecryption'], data: 2 },
  Result: { after: ['PartialDecryption'], data: 1 },
};

export interface Datum {
  readonly hash: string;
  readonly bytes: Uint8Array;
}

/** An event with the data before it. */
export interface Step {
  readonly type: EventType;
  readonly height: number;
  readonly hash: string;
  readonly data: readonly Datum[];
  /** Bytes of the archive up to its end. */
  readonly end: number;
}

function checkStart(file: ArchiveFile | undefined): number {
  if (file?.name !== 'BELENIOS') refuse('archive-start');
  const header = record(parseJson(file.body, 'BELENIOS'), 'BELENIOS', ['version', 'timestamp']);
  const { timestamp } = header;
  const spelled = typeof timestamp === 'string' || typeof timestamp === 'number' ? String(timestamp) : '';
  if (header.version !== 1 || !/^(?:0|[1-9][0-9]{0,11})$/.test(spelled)) refuse('archive-start');
  if (!equalBytes(file.body, utf8(writeJson(header)))) refuse('not-canonical', 'BELENIOS');
  return Number(spelled);
}

/** Event after event, each linked to the one before it. Holds no more than the data of one event. */
export async function* readBoard(files: AsyncIterator<ArchiveFile> & AsyncIterable<ArchiveFile>): AsyncGenerator<Step> {
  const first = await files.next();
  if (first.done) refuse('archive-empty');
  const timestamp = checkStart(first.value);
  if (first.value.timestamp !== timestamp) refuse('archive-header', 'time of BELENIOS');

  const seen = new Set<string>();
  let pending: Datum[] = [];
  let [parent, previous, height]: [string | undefined, EventType | null, number] = [undefined, null, 0];
  for await (const file of files) {
    const name = /^([0-9a-f]{64})\.(data|event)\.json$/.exec(file.name);
    if (!name) refuse('archive-name', file.name);
    if (file.timestamp !== timestamp) refuse('archive-header', `time of ${file.name}`);
    const hash = sha256Hex(file.body);
    if (name[1] !== hash) refuse('archive-hash', file.name);
    if (name[2] === 'data') {
      if (seen.has(hash)) refuse(previous === 'Ballot' ? 'ballot-repeated' : 'archive-repeated', hash);
      seen.add(hash);
      pending.push({ hash, bytes: file.body });
      if (pending.length > 5) refuse('event-data', `before event ${height}`);
      continue;
    }
    const type = checkEvent(file.body, { parent, previous, height, pending });
    yield { type, height, hash, data: pending, end: file.end };
    [parent, previous, height, pending] = [hash, type, height + 1, []];
  }
  if (pending.length > 0) refuse('archive-tail');
  if (height === 0) refuse('archive-empty');
}

interface Place {
  readonly parent: string | undefined;
  readonly previous: EventType | null;
  readonly height: number;
  readonly pending: readonly Datum[];
}

function checkEvent(bytes: Uint8Array, { parent, previous, height, pending }: Place): EventType {
  const where = `event ${height}`;
  const e = record(parseJson(bytes, where), where, ['parent', 'height', 'type', 'payload'], { optional: ['parent', 'payload'] });
  if (!equalBytes(bytes, utf8(writeJson(e)))) refuse('not-canonical', where);
  if (e.parent !== parent) refuse('event-parent', where);
  if (integer(e.height, where) !== height) refuse('event-height', where);
  const type = text(e.type, where) as EventType;
  if (!Object.hasOwn(RULES, type)) refuse('event-type', where);
  const { after, data } = RULES[type];
  if (!after.includes(previous)) refuse('event-order', `${type} after ${previous ?? 'nothing'}`);
  // belenios-tool 3.3.0 may put a credentials certificate into the setup.
  const counts = type === 'Setup' ? [data, data + 1] : [data];
  if (!counts.includes(pending.length)) refuse('event-data', `${where}: ${pending.length} data`);
  if (e.payload !== pending.at(-1)?.hash) refuse('event-payload', where);
  return type;
}

/** Writes an archive; used by tests and vectors. The server's own is in C++. */
export class BoardWriter {
  private readonly parts: Uint8Array[] = [];
  private parent: string | undefined;
  private height = 0;

  constructor(private readonly timestamp: number) {
    this.parts.push(archiveEntry('BELENIOS', utf8(writeJson({ version: 1, timestamp: String(timestamp) })), timestamp));
  }

  append(type: EventType, data: readonly string[]): void {
    for (const d of data) this.file(d, 'data');
    const payload = data.length > 0 ? sha256Hex(data.at(-1)!) : undefined;
    const event = writeJson({ parent: this.parent, height: this.height++, type, payload });
    this.parent = this.file(event, 'event');
  }

  private file(content: string, kind: 'data' | 'event'): string {
    const hash = sha256Hex(content);
    this.parts.push(archiveEntry(`${hash}.${kind}.json`, utf8(content), this.timestamp));
    return hash;
  }

  bytes(): Uint8Array {
    const out = new Uint8Array(this.parts.reduce((n, p) => n + p.length, 0));
    let at = 0;
    for (const p of this.parts) {
      out.set(p, at);
      at += p.length;
    }
    return out;
  }
}
