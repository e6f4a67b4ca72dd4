// The archive UUID.bel as a file (protocol.md chapter 4): 512-byte blocks, read as they arrive, every header byte
// for byte as Belenios writes it.
import { fromUtf8, utf8 } from './bytes';
import { refuse } from './refusal';

const BLOCK = 512;
const MOST_BYTES = 2 ** 28;

export interface ArchiveFile {
  readonly name: string;
  readonly timestamp: number;
  readonly body: Uint8Array;
  /** Bytes of the archive up to the end of this file. */
  readonly end: number;
}

export type ByteSource = AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>;

/** The header block of a file. */
export function archiveHeader(name: string, size: number, timestamp: number): Uint8Array {
  const block = new Uint8Array(BLOCK);
  const put = (at: number, s: string): void => block.set(utf8(s), at);
  const octal = (n: number, digits: number): string => n.toString(8).padStart(digits, '0');
  put(0, name);
  put(100, '0000644');
  put(108, '0000000');
  put(116, '0000000');
  put(124, octal(size, 11));
  put(136, octal(timestamp, 11));
  put(148, '        ');
  put(156, '0');
  put(148, octal(block.reduce((a, b) => a + b, 0), 6) + '\0 ');
  return block;
}

/** A file as it stands in an archive. */
export function archiveEntry(name: string, body: Uint8Array, timestamp: number): Uint8Array {
  const out = new Uint8Array(BLOCK + Math.ceil(body.length / BLOCK) * BLOCK);
  out.set(archiveHeader(name, body.length, timestamp));
  out.set(body, BLOCK);
  return out;
}

function parseHeader(block: Uint8Array, offset: number): { name: string; size: number; timestamp: number } {
  const where = `at byte ${offset}`;
  const field = (at: number, length: number): string => fromUtf8(block.subarray(at, at + length)) ?? '';
  const name = field(0, 100).split('\0')[0]!;
  const [size, timestamp] = [field(124, 11), field(136, 11)];
  if (name === '' || !/^[\x21-\x7e]+$/.test(name) || !/^[0-7]{11}$/.test(size) || !/^[0-7]{11}$/.test(timestamp)) refuse('archive-header', where);
  const header = { name, size: parseInt(size, 8), timestamp: parseInt(timestamp, 8) };
  const again = archiveHeader(name, header.size, header.timestamp);
  if (again.some((b, i) => b !== block[i])) refuse('archive-header', where);
  if (header.size > MOST_BYTES) refuse('archive-too-large', where);
  return header;
}

/** Bytes of a stream, handed out in the lengths that are asked for. */
class Blocks {
  private held = new Uint8Array(0);
  offset = 0;

  constructor(private readonly chunks: AsyncIterator<Uint8Array>) {}

  /** Exactly `length` bytes; null at the very end, when there are none; refused when the stream ends inside. */
  async take(length: number): Promise<Uint8Array | null> {
    const parts: Uint8Array[] = [];
    let have = 0;
    while (have < length) {
      if (this.held.length === 0) {
        const { done, value } = await this.chunks.next();
        if (done) break;
        this.held = new Uint8Array(value);
        continue;
      }
      const part = this.held.subarray(0, length - have);
      this.held = this.held.subarray(part.length);
      parts.push(part);
      have += part.length;
    }
    if (have === 0 && length > 0) return null;
    if (have < length) refuse('archive-truncated', `at byte ${this.offset + have}`);
    this.offset += length;
    const out = new Uint8Array(length);
    let at = 0;
    for (const p of parts) {
      out.set(p, at);
      at += p.length;
    }
    return out;
  }
}

async function* chunksOf(source: ByteSource): AsyncGenerator<Uint8Array> {
  if (!('getReader' in source)) return yield* source;
  // Not every browser can iterate over a stream.
  const reader = source.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => refuse('not-fetched'));
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** File after file. `seen` is told every chunk, for the digest of the whole. */
export async function* readArchive(source: ByteSource, seen: (chunk: Uint8Array) => void = () => {}): AsyncGenerator<ArchiveFile> {
  const chunks = (async function* () {
    for await (const chunk of chunksOf(source)) {
      seen(chunk);
      yield chunk;
    }
  })();
  const blocks = new Blocks(chunks);
  try {
    for (;;) {
      const offset = blocks.offset;
      const block = await blocks.take(BLOCK);
      if (block === null) return;
      const { name, size, timestamp } = parseHeader(block, offset);
      const padded = await blocks.take(Math.ceil(size / BLOCK) * BLOCK);
      if (padded === null) refuse('archive-truncated', name);
      if (padded.subarray(size).some((b) => b !== 0)) refuse('archive-padding', name);
      yield { name, timestamp, body: padded.subarray(0, size), end: blocks.offset };
    }
  } finally {
    await chunks.return(undefined);
  }
}
