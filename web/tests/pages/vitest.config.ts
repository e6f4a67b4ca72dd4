// The pages in a real Chromium, against the board of board_server.ts, under the real headers:
//   npx vite build --config tests/pages/vite.config.ts
//   npx vitest run --config tests/pages/vitest.config.ts
// Screenshots go to MINHTIN_SCREENS (none without it); CHROMIUM names the browser.
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: { include: ['tests/pages/*.browser.ts'], testTimeout: 240_000 },
});
