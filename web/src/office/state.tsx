// Loading and doing: every page has the same four conditions (loading, failed, empty, there), and
// every button the same three (ready, working, refused).

import type { ComponentChildren, JSX } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../ui/controls';
import { ErrorNotice, Loading } from '../ui/notices';
import { useSay } from './say';

export interface Load<T> {
  data: T | null;
  error: unknown;
  /** Asks again; what is shown stays until the new answer is there. */
  reload: () => void;
  /** Puts an answer that came another way (a PUT that returns the new state). */
  put: (data: T) => void;
}

/** Runs `ask` now and whenever `key` changes. A late answer to an earlier question is dropped. */
export function useLoad<T>(ask: () => Promise<T>, key: string): Load<T> {
  const [held, setHeld] = useState<{ key: string; data: T } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const asked = useRef(0);
  const latest = useRef(ask);
  latest.current = ask;
  const reload = useCallback(() => {
    const turn = ++asked.current;
    latest.current().then(
      (data) => {
        if (turn !== asked.current) return;
        setHeld({ key, data });
        setError(null);
      },
      (fault: unknown) => turn === asked.current && setError(fault),
    );
  }, [key]);
  useEffect(() => {
    setError(null);
    reload();
    return () => void asked.current++;
  }, [reload]);
  return { data: held?.key === key ? held.data : null, error, reload, put: (data) => setHeld({ key, data }) };
}

interface LoadedProps<T> {
  load: Load<T>;
  children: (data: T) => ComponentChildren;
}

export function Loaded<T>({ load, children }: LoadedProps<T>): JSX.Element {
  const say = useSay();
  return (
    <>
      {load.error !== null && (
        <ErrorNotice error={load.error}>
          <p>
            <Button onClick={load.reload}>{say('Thử lại', 'Try again')}</Button>
          </p>
        </ErrorNotice>
      )}
      {load.data !== null ? children(load.data) : load.error === null && <Loading />}
    </>
  );
}

export interface Doing {
  busy: boolean;
  error: unknown;
  /** Runs one thing at a time; what it throws becomes `error`. Resolves to whether it worked. */
  run: (work: () => Promise<void>) => Promise<boolean>;
  clear: () => void;
}

export function useDoing(): Doing {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const working = useRef(false);
  const run = async (work: () => Promise<void>) => {
    if (working.current) return false;
    working.current = true;
    setBusy(true);
    setError(null);
    try {
      await work();
      return true;
    } catch (fault) {
      setError(fault);
      return false;
    } finally {
      working.current = false;
      setBusy(false);
    }
  };
  return { busy, error, run, clear: () => setError(null) };
}

/** What went wrong with the last thing done; takes its place only when there is something to say. */
export function Failure({ doing, kept }: { doing: Doing; kept?: string }) {
  return doing.error === null ? null : <ErrorNotice error={doing.error} {...(kept ? { kept } : {})} />;
}

/** An empty list says what to do, not only that it is empty. */
export function Empty({ children }: { children: ComponentChildren }) {
  return <div class="empty">{children}</div>;
}
