import { defineConfig } from 'vitest/config';

// Tests of pages choose happy-dom by their first line: // @vitest-environment happy-dom
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**'],
    testTimeout: 60_000,
    maxWorkers: '100%', // by itself vitest leaves one core free
  },
});
