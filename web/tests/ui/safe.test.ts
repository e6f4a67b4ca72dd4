// What the pages never do, read from their source. The browser refuses most of it too (CSP, Trusted
// Types); this says so before anybody opens a browser.
import { expect, test } from 'vitest';

const sources = import.meta.glob<string>('../../src/**/*.{ts,tsx}', { eager: true, query: '?raw', import: 'default' });
const publicPages = ['booth', 'trustee', 'slips', 'verify', 'ui'];

const holding = (pattern: RegExp, areas?: string[]): string[] =>
  Object.entries(sources)
    .filter(([path]) => !areas || areas.some((area) => path.includes(`/src/${area}/`)))
    .filter(([, text]) => pattern.test(text))
    .map(([path]) => path);

test('no markup or code from strings', () => {
  expect(holding(/innerHTML|outerHTML|insertAdjacentHTML|dangerouslySet|document\.write|\beval\(|new Function/)).toEqual([]);
});

test('public pages keep nothing on the device', () => {
  expect(holding(/localStorage|sessionStorage|indexedDB|document\.cookie|\bcaches\b|serviceWorker/, publicPages)).toEqual([]);
});

test('no address of another place', () => {
  expect(holding(/['"`]https?:\/\/[a-z]/, publicPages)).toEqual([]);
});

test('only the worker has a policy for scripts', () => {
  expect(holding(/createPolicy/)).toEqual(['../../src/protocol/trustedWorker.ts']);
});
