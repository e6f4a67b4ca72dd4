import { expect, test } from 'vitest';
import { countMarked, levelName, mark, marksOfBallot, noMarks, splitQuestion } from '../../src/booth/ballot_form';
import { pause } from '../../src/booth/sending';
import { hashOfTracker } from '../../src/booth/tracker';
import { hexToB64, sha256Hex } from '../../src/protocol/hash';

test('name and post part at the last dash', () => {
  expect(splitQuestion('TRẦN VĂN MẪU — Phó Giám đốc')).toEqual({ name: 'TRẦN VĂN MẪU', post: 'Phó Giám đốc' });
  expect(splitQuestion('MỘT — HAI — Trưởng phòng')).toEqual({ name: 'MỘT — HAI', post: 'Trưởng phòng' });
  expect(splitQuestion('KHÔNG CHỨC VỤ')).toEqual({ name: 'KHÔNG CHỨC VỤ', post: '' });
});

test('marks become one 1 for each marked person, none for the others', () => {
  const marks = mark(mark(mark(noMarks(3), 0, 2), 2, 0), 2, 1);
  expect(countMarked(marks)).toBe(2);
  expect(marksOfBallot(marks, [3, 3, 3])).toEqual([[0, 0, 1], [0, 0, 0], [0, 1, 0]]);
  expect(marksOfBallot(mark(marks, 0, null), [3, 3, 3])[0]).toEqual([0, 0, 0]);
});

test('the three levels have English names, others stay as the ballot has them', () => {
  expect(levelName('Tín nhiệm thấp', 'en')).toBe('Low trust');
  expect(levelName('Tín nhiệm thấp', 'vi')).toBe('Tín nhiệm thấp');
  expect(levelName('Hoàn thành tốt', 'en')).toBe('Hoàn thành tốt');
});

test('a tracker leads to its hash, whatever was pasted around it', () => {
  const hash = sha256Hex('phiếu');
  const tracker = hexToB64(hash);
  expect(tracker).toHaveLength(43);
  for (const typed of [tracker, ` ${tracker.slice(0, 20)} ${tracker.slice(20)}\n`, `${tracker}=`, tracker.replaceAll('+', '-').replaceAll('/', '_')]) {
    expect(hashOfTracker(typed)).toBe(hash);
  }
  for (const typed of ['', tracker.slice(1), `${tracker}a`, `${tracker.slice(1)}!`]) expect(hashOfTracker(typed)).toBeNull();
});

test('the pauses double up to half a minute and never undercut the server’s wish', () => {
  expect([1, 2, 3, 4, 5, 9].map((failed) => pause(failed, null, 0.5))).toEqual([2000, 4000, 8000, 16000, 30000, 30000]);
  expect(pause(1, null, 0)).toBe(1500);
  expect(pause(1, 20, 0)).toBe(20000);
});
