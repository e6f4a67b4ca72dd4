// The worker: runs tasks, so that pages stay alive while numbers are computed.
import { calculatesRight } from './group';
import type { Reply, Request } from './messages';
import { Refusal, refuse } from './refusal';
import { tasks, type TaskContext } from './tasks';

type AnyTask = (args: unknown, context: TaskContext<unknown>) => unknown;

const isFit = calculatesRight();
const running = new Map<number, AbortController>();
const reply = (r: Reply): void => postMessage(r);

async function run(id: number, task: AnyTask, args: unknown): Promise<void> {
  const abort = new AbortController();
  running.set(id, abort);
  try {
    if (!isFit) refuse('browser-arithmetic');
    const progress = (value: unknown): void => reply({ kind: 'progress', id, value });
    reply({ kind: 'done', id, value: await task(args, { progress, signal: abort.signal }) });
  } catch (e) {
    if (e instanceof Refusal) reply({ kind: 'refused', id, code: e.code, detail: e.detail });
    else reply({ kind: 'failed', id, message: String(e) });
  } finally {
    running.delete(id);
  }
}

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  if (data.kind === 'cancel') running.get(data.id)?.abort();
  else void run(data.id, tasks[data.task] as AnyTask, data.args);
});
