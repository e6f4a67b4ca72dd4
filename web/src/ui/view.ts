// Views within one page that the browser's Back button understands: going forward adds an entry to
// the history (same address, only the view's name), Back returns and the scroll position with it.
// Nothing else is put into the history.
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface Views<V extends string> {
  view: V;
  go(view: V): void;
  back(): void;
}

export function useView<V extends string>(first: V): Views<V> {
  const [view, setView] = useState<V>(first);
  const places = useRef(new Map<V, number>());
  const current = useRef<V>(first);

  const change = (next: V) => {
    places.current.set(current.current, window.scrollY);
    current.current = next;
    setView(next);
  };
  useEffect(() => {
    // After a reload the entry may still name the view that was open; the page starts at the first.
    window.history.replaceState(null, '');
    const follow = (event: PopStateEvent) => change((event.state as { view?: V } | null)?.view ?? first);
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);
  useLayoutEffect(() => {
    window.scrollTo(0, view === first ? (places.current.get(view) ?? 0) : 0);
  }, [view]);

  return {
    view,
    go(next) {
      if (next === current.current) return;
      window.history.pushState({ view: next }, '');
      change(next);
    },
    back: () => window.history.back(),
  };
}

/** What was pressed may give way to something else when `value` changes; the first control of the place then
 *  takes the focus, which would fall back to the top of the page. */
export function useKeptFocus<E extends HTMLElement>(value: unknown): RefObject<E | null> {
  const place = useRef<E>(null);
  const before = useRef(value);
  useEffect(() => {
    if (before.current === value) return;
    before.current = value;
    if (document.activeElement === document.body) place.current?.querySelector<HTMLElement>('input:not(:disabled), button:not(:disabled)')?.focus();
  }, [value]);
  return place;
}

/** While true, leaving the page asks first: there is something on it that would be lost. */
export function useGuard(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [active]);
}
