// Shows a page in happy-dom in front of the fake server, and finds things the way people do: by their names.

import { render, type ComponentChildren } from 'preact';
import { vi } from 'vitest';
import { Root } from '../../src/ui/mount';
import { FakeServer, fakeFetch } from './fake_server';

export interface Stage {
  server: FakeServer;
  session: { login: string | null };
  text: () => string;
  /** The first element of this kind whose text (or name) holds the words; waits for it. */
  find: <E extends HTMLElement = HTMLElement>(selector: string, words?: string) => Promise<E>;
  none: (selector: string, words?: string) => boolean;
  type: (label: string, value: string) => Promise<void>;
  click: (selector: string, words?: string) => Promise<void>;
  leave: () => void;
}

export function show(children: ComponentChildren, options: { login?: string; hash?: string; language?: 'vi' | 'en' } = {}): Stage {
  const server = new FakeServer();
  const session = { login: options.login ?? null };
  vi.stubGlobal('fetch', fakeFetch(server, session));
  vi.stubGlobal('scrollTo', () => {});
  location.hash = options.hash ?? '';
  const place = document.createElement('div');
  document.body.append(place);
  render(<Root language={options.language ?? 'vi'}>{children}</Root>, place);

  const all = (selector: string, words = '') =>
    [...place.querySelectorAll<HTMLElement>(selector)].filter((each) => `${each.getAttribute('aria-label') ?? ''} ${each.textContent}`.includes(words));
  const find = <E extends HTMLElement>(selector: string, words = '') =>
    vi.waitFor(() => {
      const found = all(selector, words)[0];
      if (!found) throw new Error(`no ${selector} "${words}" in: ${place.textContent}`);
      return found as E;
    });
  return {
    server,
    session,
    find,
    text: () => place.textContent ?? '',
    none: (selector, words) => all(selector, words).length === 0,
    async type(label, value) {
      const { htmlFor } = await find<HTMLLabelElement>('label', label);
      const input = document.getElementById(htmlFor) as HTMLInputElement;
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((drawn) => setTimeout(drawn));
    },
    async click(selector, words) {
      (await find(selector, words)).click();
      await new Promise((drawn) => setTimeout(drawn));
    },
    leave() {
      render(null, place);
      place.remove();
      vi.unstubAllGlobals();
    },
  };
}
