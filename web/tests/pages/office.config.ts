// Walks through the built pages of the office in Chromium: npx vitest run --config tests/pages/office.config.ts
// Needs the built pages (npm run build, or MINHTIN_DIST) and Chromium (/usr/bin/chromium, or CHROMIUM).
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['tests/pages/office-*.walk.ts'], testTimeout: 300_000, hookTimeout: 60_000, fileParallelism: false },
});
