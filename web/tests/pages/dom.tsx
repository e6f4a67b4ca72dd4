// Components in happy-dom, looked at as people do: by the names of buttons and fields.
import { render, type ComponentChildren } from 'preact';
import { vi } from 'vitest';
import { SettingsContext, type Language } from '../../src/ui/i18n';

let shown: HTMLElement | null = null;

export function show(page: ComponentChildren, language: Language = 'vi'): HTMLElement {
  leave();
  const place = document.createElement('div');
  shown = place;
  document.body.replaceChildren(place);
  const settings = { language, setLanguage: () => {}, large: false, setLarge: () => {} };
  render(<SettingsContext.Provider value={settings}>{page}</SettingsContext.Provider>, place);
  return place;
}

/** Takes the page away, with its timers. */
export function leave(): void {
  if (shown) render(null, shown);
  shown = null;
}

const textOf = (element: Element): string => (element.getAttribute('aria-label') ?? element.textContent ?? '').trim();

export function button(name: string): HTMLButtonElement {
  const found = [...document.querySelectorAll('button')].find((b) => textOf(b) === name && !b.closest('[hidden]'));
  if (!found) throw new Error(`no button "${name}" on: ${document.body.textContent}`);
  return found;
}

export async function press(name: string): Promise<void> {
  const target = await vi.waitFor(() => {
    const b = button(name);
    if (b.disabled || b.getAttribute('aria-disabled')) throw new Error(`"${name}" cannot be pressed yet`);
    return b;
  });
  if (target.type === 'submit') target.closest('form')!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  else target.click();
}

export const see = (text: string, timeout = 20_000): Promise<void> =>
  vi.waitFor(
    () => {
      if (!document.body.textContent!.includes(text)) throw new Error(`"${text}" is not on: ${document.body.textContent}`);
    },
    { timeout },
  );

export function field(label: string): HTMLInputElement {
  const found = [...document.querySelectorAll('label')].find((l) => textOf(l).startsWith(label));
  const input = found && (found.htmlFor ? document.getElementById(found.htmlFor) : found.querySelector('input'));
  if (!input) throw new Error(`no field "${label}"`);
  return input as HTMLInputElement;
}

export function type(label: string, value: string): void {
  const input = field(label);
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Ticks a box or chooses an option. */
export function tick(input: HTMLInputElement): void {
  input.checked = true;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

export function choose(label: string, file: File): void {
  const input = field(label);
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
