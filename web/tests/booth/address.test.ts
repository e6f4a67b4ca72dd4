import { expect, test } from 'vitest';
import { takeAddress } from '../../src/booth/address';

function take(pathname: string, hash: string) {
  const replaced: string[] = [];
  const address = takeAddress({ pathname, hash }, { replaceState: (_, __, url) => void replaced.push(String(url)) });
  return { ...address, replaced };
}

test('the credential leaves the address bar at once', () => {
  expect(take('/b/abc', '#one-two')).toEqual({ uuid: 'abc', credential: 'one-two', replaced: ['/b/abc'] });
});

test('without one there is nothing to take away', () => {
  expect(take('/b/abc', '')).toEqual({ uuid: 'abc', credential: null, replaced: [] });
});

test('scanners may escape; a stray % is kept for the message', () => {
  expect(take('/b/abc', '#one%2Dtwo').credential).toBe('one-two');
  expect(take('/b/abc', '#50%').credential).toBe('50%');
});
