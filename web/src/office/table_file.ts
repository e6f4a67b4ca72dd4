// Turns a file that somebody chose into the table that the import understands. Nothing leaves the browser here.

import type { ImportSource } from './contract';

/** Why a file cannot be read, as a stable code; the page has the sentences. */
export class TableFileError extends Error {
  constructor(readonly code: 'too-large' | 'not-a-table' | 'empty') {
    super(code);
  }
}

const MAX_FILE_BYTES = 5 * 1024 * 1024;
const MAX_UNPACKED_BYTES = 40 * 1024 * 1024;

/** Reads a CSV (UTF-8 or UTF-16, with or without a byte order mark) or the first sheet of an XLSX. */
export async function readTableFile(file: File): Promise<ImportSource> {
  if (file.size > MAX_FILE_BYTES) throw new TableFileError('too-large');
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.length === 0) throw new TableFileError('empty');
  // The first bytes decide, not the name: a zip starts with PK.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return { source: file.name, rows: await sheetRows(bytes) };
  return { source: file.name, text: decodeText(bytes) };
}

export function decodeText(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new TableFileError('not-a-table');
  }
}

async function sheetRows(bytes: Uint8Array): Promise<string[][]> {
  // Loaded only when somebody opens an XLSX.
  const [{ unzipSync, zipSync }, { readSheet }] = await Promise.all([import('fflate'), import('read-excel-file/universal')]);
  try {
    // The reader hands large packed parts to workers made from strings, which our
    // Content-Security-Policy refuses. Parts that are stored, not packed, it reads in place.
    let unpacked = 0;
    const parts = unzipSync(bytes, {
      filter: (part) => {
        if (!/\.(xml|rels)$/.test(part.name)) return false;
        unpacked += part.originalSize;
        if (unpacked > MAX_UNPACKED_BYTES) throw new TableFileError('too-large');
        return true;
      },
    });
    const stored = zipSync(parts, { level: 0 });
    const rows = await readSheet(stored.slice().buffer, { parseNumber: (text) => text });
    return withoutEmptyEnd(rows.map((row) => row.map(cellText)));
  } catch (error) {
    if (error instanceof TableFileError) throw error;
    throw new TableFileError('not-a-table');
  }
}

/** What a cell says as text; a day as d/m/yyyy, the way people write it. */
export function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return `${cell.getUTCDate()}/${cell.getUTCMonth() + 1}/${cell.getUTCFullYear()}`;
  if (typeof cell === 'boolean') return cell ? 'x' : '';
  return String(cell);
}

function withoutEmptyEnd(rows: string[][]): string[][] {
  let end = rows.length;
  while (end > 0 && rows[end - 1]!.every((cell) => cell.trim() === '')) end--;
  if (end === 0) throw new TableFileError('empty');
  return rows.slice(0, end);
}
