// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { useState } from 'preact/hooks';
import { Button, ChoiceGroup, Field } from '../../src/ui/controls';
import { LevelBar } from '../../src/ui/level_bar';
import { ErrorNotice, StepList } from '../../src/ui/notices';
import { ApiError } from '../../src/ui/api';
import { qrPath } from '../../src/ui/qr';
import { button, field, press, show, tick } from '../pages/dom';

const options = [{ value: 0, label: 'Một' }, { value: 1, label: 'Hai' }];

function Choice({ onChange }: { onChange: (value: number | null) => void }) {
  const [value, setValue] = useState<number | null>(null);
  const choose = (next: number | null) => {
    setValue(next);
    onChange(next);
  };
  return (
    <ChoiceGroup legend="Chọn" options={options} value={value} onChange={choose}>
      <Button onClick={() => choose(null)}>Bỏ chọn</Button>
    </ChoiceGroup>
  );
}

test('a choice is one group of radios whose labels are the targets, and can be cleared', async () => {
  const seen: (number | null)[] = [];
  show(<Choice onChange={(value) => seen.push(value)} />);
  const radios = [...document.querySelectorAll<HTMLInputElement>('fieldset input[type=radio]')];
  expect(document.querySelector('fieldset legend')!.textContent).toBe('Chọn');
  expect(new Set(radios.map((radio) => radio.name)).size).toBe(1);
  expect(field('Hai')).toBe(radios[1]);
  tick(radios[1]!);
  await vi.waitFor(() => expect(radios[1]!.closest('label')!.className).toContain('chosen'));
  await press('Bỏ chọn');
  await vi.waitFor(() => expect(radios.map((radio) => radio.checked)).toEqual([false, false]));
  expect(seen).toEqual([1, null]);
});

test('a busy button keeps its focus but does nothing', () => {
  let pressed = 0;
  show(<Button busy onClick={() => pressed++}>Gửi</Button>);
  button('Gửi').click();
  expect(pressed).toBe(0);
  expect(button('Gửi').disabled).toBe(false);
});

test('what is wrong with a field belongs to the field', () => {
  show(<Field label="Mã" value="" onInput={() => {}} error="Sai rồi." hint="Gợi ý." code />);
  const input = field('Mã');
  expect(input.getAttribute('aria-invalid')).toBe('true');
  const described = input.getAttribute('aria-describedby')!.split(' ').map((id) => document.getElementById(id)!.textContent);
  expect(described).toEqual(['Gợi ý.', 'Sai rồi.']);
  expect(input.getAttribute('autocomplete')).toBe('off');
});

test('an error says what happened, what was kept, what next, and the code last', () => {
  const error = new ApiError({ status: 409, code: 'vote-closed', vi: 'Đã hết giờ.', en: 'Closed.' });
  const place = show(<ErrorNotice error={error} kept="Còn nguyên." next="Gọi văn phòng." />);
  const text = place.querySelector('[role=alert]')!.textContent!;
  const order = ['Đã hết giờ.', 'Còn nguyên.', 'Gọi văn phòng.', 'vote-closed'].map((part) => text.indexOf(part));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(order).not.toContain(-1);
});

test('steps tell their state to those who do not see the sign', () => {
  show(<StepList steps={[{ id: 'a', title: 'Một', state: 'done' }, { id: 'b', title: 'Hai', state: 'current' }]} />);
  const items = [...document.querySelectorAll('li')];
  expect(items[0]!.textContent).toContain('(xong)');
  expect(items[1]!.getAttribute('aria-current')).toBe('step');
});

test('a bar has a name with the figures, and patterns that do not need colour', () => {
  const place = show(<LevelBar counts={{ high: 19, trust: 2, low: 25 }} base={47} />);
  const bar = place.querySelector('svg')!;
  expect(bar.getAttribute('aria-label')).toBe('Tín nhiệm cao 19, tín nhiệm 2, tín nhiệm thấp 25, không tính 1');
  const widths = [...bar.children].filter((child) => child.tagName === 'rect').map((rect) => Number(rect.getAttribute('width')));
  expect(widths[0]! / widths[2]!).toBeCloseTo(19 / 25);
  expect(bar.querySelectorAll('pattern')).toHaveLength(2);
});

test('a QR code has its three corners and a white border', () => {
  const { path, width } = qrPath('https://phieu.example/b/thuNghiemMinhTin9#abcde-fghijk-mnopq-rstuvw');
  const dark = new Set(path.split('M').filter(Boolean).map((move) => move.split('h')[0]));
  const finder = (x: number, y: number) => [0, 6].every((d) => Array.from({ length: 7 }, (_, i) => dark.has(`${x + i} ${y + d}`) && dark.has(`${x + d} ${y + i}`)).every(Boolean));
  expect([finder(4, 4), finder(width - 11, 4), finder(4, width - 11)]).toEqual([true, true, true]);
  expect([...dark].every((at) => at!.split(' ').every((n) => Number(n) >= 4 && Number(n) < width - 4))).toBe(true);
});

test('a code that wraps over two lines is still sent by Enter, and Enter adds no line', () => {
  let sent = 0;
  show(
    <form onSubmit={(event) => (event.preventDefault(), sent++)}>
      <Field label="Mã" value="abc" onInput={() => {}} rows={2} code />
    </form>,
  );
  const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
  field('Mã').dispatchEvent(enter);
  expect(sent).toBe(1);
  expect(enter.defaultPrevented).toBe(true);
  field('Mã').dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true, cancelable: true }));
  expect(sent).toBe(1);
});
