// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { Checking, nothingYet } from '../../src/ui/checking';
import type { AuditProgress } from '../../src/protocol/audit';
import type { Language } from '../../src/ui/i18n';
import { leave, press, see, show } from '../pages/dom';
import { render } from 'preact';
import { SettingsContext } from '../../src/ui/i18n';

afterEach(() => {
  leave();
  vi.restoreAllMocks();
});

const at = (ballots: number, bytes: number, size: number | null): AuditProgress => ({ ballots, bytes, size, step: 'Ballot' });

/** Shows one progress after the other, two seconds apart. */
function showAll(all: readonly AuditProgress[], language: Language = 'vi', onStop = () => {}): HTMLElement {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const settings = { language, setLanguage: () => {}, large: false, setLarge: () => {} };
  const place = show(<Checking progress={nothingYet} onStop={onStop} />, language);
  for (const progress of all) {
    now += 2000;
    render(<SettingsContext.Provider value={settings}><Checking progress={progress} onStop={onStop} /></SettingsContext.Provider>, place);
  }
  return place;
}

test('ballots, size, speed and time left, in both languages', () => {
  const all = [at(1, 1_000_000, 5_000_000), at(11, 1_200_000, 5_000_000)];
  const vi = showAll(all).querySelector('.note')!.textContent;
  expect(vi).toBe('11 phiếu, 1,2 MB trên 5,0 MB · 5,0 phiếu mỗi giây · còn chừng 40 giây');
  const en = showAll(all, 'en').querySelector('.note')!.textContent;
  expect(en).toBe('11 ballots, 1.2 MB of 5.0 MB · 5.0 ballots a second · about 40 seconds left');
});

test('minutes, when it takes minutes; no time left without a size', () => {
  expect(showAll([at(100, 1_000_000, 90_000_000), at(200, 2_000_000, 90_000_000)]).textContent).toContain('50 phiếu mỗi giây · còn chừng 3 phút');
  const unknown = showAll([at(100, 1_000_000, null), at(200, 2_000_000, null)]);
  expect(unknown.textContent).toContain('50 phiếu mỗi giây');
  expect(unknown.textContent).not.toContain('còn chừng');
  expect(unknown.querySelector('progress')!.hasAttribute('value')).toBe(false);
});

test('only what goes on is read out, not every figure', () => {
  const place = showAll([at(1, 1000, 5000), at(11, 1200, 5000)]);
  expect(place.querySelector('[role=status]')!.textContent).toBe('Đang kiểm tra từng phiếu…');
});

test.each([
  ['Setup', 'Đang tải kho phiếu'],
  ['Ballot', 'Đang kiểm tra từng phiếu'],
  ['PartialDecryption', 'Đang tính lại kết quả'],
] as const)('can be stopped at every step: %s', async (step, says) => {
  let stopped = 0;
  showAll([{ ...at(1, 1000, 5000), step }], 'vi', () => stopped++);
  await see(says);
  await press('Dừng');
  expect(stopped).toBe(1);
});
