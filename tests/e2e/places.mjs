// Where things are, seen from here.
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const shots = resolve(process.env.MINHTIN_SHOTS ?? resolve(root, 'build/e2e'));
