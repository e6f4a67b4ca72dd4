// @vitest-environment happy-dom
// The three pages that are opened with a secret after the #, started as a browser does.
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { takeAddress } from '../../src/booth/address';
import { startOverAtNewAddress, type NextAddress } from '../../src/ui/new_address';
import { see } from './dom';

class Tab extends EventTarget {
  done: string[] = [];
  location = { hash: '', pathname: '/b/abc', reload: () => void this.done.push('reload') };
  history = { replaceState: (_state: unknown, _title: string, address: string) => void this.done.push(address) };
  open(hash: string): string[] {
    this.location.hash = hash;
    this.dispatchEvent(new Event('hashchange'));
    return this.done.splice(0);
  }
}

test('another address: first all is taken away, then the page is loaded anew', () => {
  const tab = new Tab();
  startOverAtNewAddress(tab as unknown as Window, () => void tab.done.push('leave'));
  expect(tab.open('#two')).toEqual(['leave', 'reload']);
  expect(tab.open('#two')).toEqual(['leave', 'reload']); // the same slip once more
  expect(tab.open('#')).toEqual([]);
  expect(tab.open('')).toEqual([]);
});

test('a page that would lose something: the next secret leaves the address bar, and waits', () => {
  const tab = new Tab();
  let open = () => {};
  const next: NextAddress = { hold: (opens) => (open = opens) };
  startOverAtNewAddress(tab as unknown as Window, () => void tab.done.push('leave'), next);
  expect(tab.open('#two')).toEqual(['/b/abc']);
  open();
  expect(tab.done.splice(0)).toEqual(['/b/abc#two', 'leave', 'reload']);
  next.hold = null;
  expect(tab.open('#three')).toEqual(['leave', 'reload']);
});

describe('each page', () => {
  const answers: Record<string, unknown> = {
    '/elections/abc': { uuid: 'abc', name: 'Lần thử', day: '2026-12-15', state: 'preparing', fingerprint: null, persons: 3 },
  };
  let reload: ReturnType<typeof vi.fn>;
  let place: HTMLElement;
  let listening: { mock: { calls: unknown[][] } };
  const heard = (change: () => void) =>
    new Promise((done) => {
      window.addEventListener('hashchange', done, { once: true });
      change();
    });
  const load = async (path: string, main: () => Promise<unknown>) => {
    // Unlike browsers, happy-dom tells of this change too: before the page listens.
    await heard(() => window.history.replaceState(null, '', path));
    vi.resetModules();
    listening = vi.spyOn(window, 'addEventListener');
    await main();
  };
  const openInSameTab = (hash: string) => heard(() => (window.location.hash = hash));

  beforeEach(() => {
    (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL('https://phieu.thu/');
    reload = vi.fn();
    vi.spyOn(window.location, 'reload').mockImplementation(reload as () => void);
    vi.stubGlobal('fetch', async (address: string) => {
      const answer = answers[address.replace('/api/v1', '')];
      return Response.json(answer ?? { code: 'token-unknown', vi: 'Không', en: 'No' }, { status: answer ? 200 : 401 });
    });
    place = document.createElement('div');
    place.id = 'app';
    document.body.replaceChildren(place);
  });
  afterEach(() => {
    render(null, place);
    for (const [name, listener] of listening.mock.calls) if (name === 'hashchange') window.removeEventListener('hashchange', listener as () => void);
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  test('the ballot page: nothing of the first voter stays', async () => {
    await load('/b/abc#one', () => import('../../src/booth/main'));
    await see('Chưa đến giờ bỏ phiếu');
    expect(window.location.hash).toBe(''); // taken off, which must not load the page again
    expect(reload).not.toHaveBeenCalled();
    await openInSameTab('two');
    expect(reload).toHaveBeenCalledTimes(1);
    expect(place.childNodes).toHaveLength(0);
    // What the page finds when it is loaded anew.
    expect(takeAddress(window.location, window.history)).toEqual({ uuid: 'abc', credential: 'two' });
    expect(window.location.href).toBe('https://phieu.thu/b/abc');
    expect(reload).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['trustee', '/t/#one', () => import('../../src/trustee/main')],
    ['slips', '/s/#one', () => import('../../src/slips/main')],
  ])('%s', async (_, path, main) => {
    await load(path, main);
    await see('Liên kết không còn dùng được');
    expect(reload).not.toHaveBeenCalled();
    await openInSameTab('two');
    expect(reload).toHaveBeenCalledTimes(1);
    expect(window.location.hash).toBe('#two');
  });
});
