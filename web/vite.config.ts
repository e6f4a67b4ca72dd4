import { resolve } from 'node:path';
import { defineConfig } from 'vite';

// Every page is its own HTML entry; the server serves them at / (index), /b/{uuid}, /t/, /s/ and
// /v/{uuid}, so all asset addresses are absolute (/assets/…). Nothing is inlined: the pages run
// under script-src 'self' and style-src 'self', which refuse inline code and styles.
const pages = ['index', 'booth', 'trustee', 'slips', 'verify'];

export default defineConfig({
  base: '/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist',
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: Object.fromEntries(pages.map((page) => [page, resolve(import.meta.dirname, `${page}.html`)])),
    },
  },
  worker: { format: 'es' },
});
