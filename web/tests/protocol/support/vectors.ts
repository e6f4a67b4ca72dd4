// Where the test vectors are: the repository's own copy, or a larger set named by MINHTIN_VECTORS.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const ours = resolve(import.meta.dirname, '../../../../tests/vectors');
export const vectorFolder = process.env.MINHTIN_VECTORS ?? ours;

export const namesIn = (kind: 'good' | 'bad'): string[] => {
  const folder = resolve(vectorFolder, kind);
  return existsSync(folder) ? readdirSync(folder).sort() : [];
};

export function archiveOf(kind: 'good' | 'bad', name: string): Uint8Array {
  const folder = resolve(vectorFolder, kind, name);
  const file = readdirSync(folder).find((f) => f.endsWith('.bel'))!;
  return new Uint8Array(readFileSync(resolve(folder, file)));
}

/** An archive of ours that must be refused; see the folder's README. */
export const ownArchive = (name: string): Uint8Array => new Uint8Array(readFileSync(resolve(ours, 'own', `${name}.bel`)));

export const fileOf = (kind: 'good' | 'bad', name: string, file: string): string => readFileSync(resolve(vectorFolder, kind, name, file), 'utf8');
export const filesIn = (kind: 'good' | 'bad', name: string): string[] => readdirSync(resolve(vectorFolder, kind, name));
export const workedExamples = (): string => readFileSync(resolve(vectorFolder, 'worked_examples.md'), 'utf8');

/** The bytes as a source of uneven pieces. */
export async function* pieces(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
