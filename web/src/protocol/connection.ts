// The other side of a worker: `run('makeBallot', …)` and so on; the tasks are in tasks.ts.
import type { Reply, Request } from './messages';
import { Refusal } from './refusal';
import type { TaskArgs, TaskName, TaskProgress, TaskResult } from './tasks';

export interface RunOptions<N extends TaskName> {
  readonly progress?: (p: TaskProgress<N>) => void;
  readonly signal?: AbortSignal;
}

export interface Protocol {
  /** Rejects with a Refusal for what the outside can cause, with another Error for a fault of ours. */
  run<N extends TaskName>(task: N, args: TaskArgs<N>, options?: RunOptions<N>): Promise<TaskResult<N>>;
  /** Ends the worker and what it holds in memory; what still runs is refused as `cancelled`. */
  close(): void;
}

interface Waiting {
  progress(value: unknown): void;
  resolve(value: unknown): void;
  reject(reason: Error): void;
}

/** Never throws: when the worker cannot be made or does not start, every run is refused as `worker-start`; after `close`, as `cancelled`. */
export function connect(make: () => Worker): Protocol {
  const waiting = new Map<number, Waiting>();
  let next = 1;
  // A worker that did not start, or was ended, never answers: what waits, and what comes later, must not wait for ever.
  let ended: Refusal | null = null;
  const end = (reason: Refusal): void => {
    ended = reason;
    for (const w of waiting.values()) w.reject(reason);
    waiting.clear();
  };
  const fail = (detail: string): void => end(new Refusal('worker-start', detail));

  let worker: Worker | null = null;
  try {
    worker = make();
  } catch (e) {
    fail(String(e));
  }
  const send = (r: Request): void => worker!.postMessage(r);

  worker?.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    const w = waiting.get(data.id);
    if (!w) return;
    if (data.kind === 'progress') return w.progress(data.value);
    waiting.delete(data.id);
    if (data.kind === 'done') w.resolve(data.value);
    else w.reject(data.kind === 'refused' ? new Refusal(data.code, data.detail) : new Error(data.message));
  });
  worker?.addEventListener('error', (e) => {
    e.preventDefault();
    fail(e.message ?? '');
  });
  worker?.addEventListener('messageerror', () => fail('message not readable'));

  return {
    run<N extends TaskName>(task: N, args: TaskArgs<N>, { progress, signal }: RunOptions<N> = {}) {
      return new Promise<TaskResult<N>>((resolve, reject) => {
        if (ended) return reject(ended);
        if (signal?.aborted) return reject(new Refusal('cancelled'));
        const id = next++;
        waiting.set(id, {
          progress: (p) => progress?.(p as TaskProgress<N>),
          resolve: (v) => resolve(v as TaskResult<N>),
          reject,
        });
        signal?.addEventListener('abort', () => send({ kind: 'cancel', id }), { once: true });
        send({ kind: 'start', id, task, args });
      });
    },
    close() {
      worker?.terminate();
      end(new Refusal('cancelled'));
    },
  };
}
