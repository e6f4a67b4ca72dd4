// Keeps what is being written on the server: some time after the last letter, one save at a time,
// and again when the connection comes back.

import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';

export type DraftState = 'clean' | 'typing' | 'saving' | 'saved' | 'failed';

const QUIET_MS = 800;
const AGAIN_MS = 5000;

/** `save` is called with the newest value only. `changed` marks a new value; `flush` saves it at once. */
export function useDraft<T>(save: (value: T) => Promise<void>): {
  state: DraftState;
  changed: (value: T) => void;
  flush: () => Promise<boolean>;
} {
  const [state, setState] = useState<DraftState>('clean');
  const waiting = useRef<{ value: T } | null>(null);
  const running = useRef<Promise<boolean> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef(save);
  latest.current = save;

  const flush = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    if (running.current) await running.current;
    const next = waiting.current;
    if (!next) return true;
    waiting.current = null;
    setState('saving');
    running.current = latest.current(next.value).then(
      () => true,
      () => false,
    );
    const kept = await running.current;
    running.current = null;
    if (kept) {
      setState(waiting.current ? 'typing' : 'saved');
      return true;
    }
    // What could not be saved is kept for the next try, unless something newer was typed.
    waiting.current ??= next;
    setState('failed');
    timer.current = setTimeout(() => void flush(), AGAIN_MS);
    return false;
  }, []);

  const changed = useCallback(
    (value: T) => {
      waiting.current = { value };
      setState('typing');
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), QUIET_MS);
    },
    [flush],
  );

  // Leaving the page within the quiet time must not lose the last words.
  useLayoutEffect(
    () => () => {
      clearTimeout(timer.current);
      if (waiting.current) void latest.current(waiting.current.value).catch(() => {});
    },
    [],
  );
  return { state, changed, flush };
}
