import { expect, test } from 'vitest';
import { Pace } from '../../src/ui/pace';

test('nothing is said before there is something to tell', () => {
  const pace = new Pace();
  expect([pace.ballotsPerSecond, pace.secondsLeft(100)]).toEqual([null, null]);
  pace.note({ at: 0, ballots: 0, bytes: 500 });
  pace.note({ at: 900, ballots: 9, bytes: 1400 });
  expect([pace.ballotsPerSecond, pace.secondsLeft(100)]).toEqual([null, null]);
});

test('ballots a second and the time that is left', () => {
  const pace = new Pace();
  pace.note({ at: 1000, ballots: 1, bytes: 1000 });
  pace.note({ at: 3000, ballots: 21, bytes: 5000 });
  expect(pace.ballotsPerSecond).toBe(10);
  expect(pace.secondsLeft(25_000)).toBe(10);
  expect(pace.secondsLeft(null)).toBe(null);
  expect(pace.secondsLeft(4000)).toBe(0);
});

test('only the last seconds count, so that it follows a machine that slows down', () => {
  const pace = new Pace();
  for (let s = 0; s <= 60; s++) {
    const done = s < 30 ? 100 * s : 3000 + (s - 30);
    pace.note({ at: s * 1000, ballots: done, bytes: done });
  }
  expect(pace.ballotsPerSecond).toBe(1);
});
