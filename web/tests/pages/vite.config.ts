// Builds the four public pages alone, so that their tests do not wait for the office's.
import { resolve } from 'node:path';
import { defineConfig, mergeConfig } from 'vite';
import base from '../../vite.config';

const web = resolve(import.meta.dirname, '../..');
const input = Object.fromEntries(['booth', 'trustee', 'slips', 'verify'].map((page) => [page, resolve(web, `${page}.html`)]));
const config = mergeConfig(base, defineConfig({ root: web, build: { outDir: resolve(web, 'dist-pages'), emptyOutDir: true } }));
config.build!.rolldownOptions = { input };

export default config;
