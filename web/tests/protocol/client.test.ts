// The page's side of the worker, when the worker does not do its part.
import { describe, expect, it } from 'vitest';
import { startProtocol } from '../../src/protocol/client';
import type { Reply, Request } from '../../src/protocol/messages';
import { Refusal } from '../../src/protocol/refusal';

class SomeWorker extends EventTarget {
  readonly got: Request[] = [];
  postMessage(r: Request): void {
    this.got.push(r);
  }
  ended = false;
  terminate(): void {
    this.ended = true;
  }
  reply(data: Reply): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}
const codeFrom = (answer: Promise<unknown>): Promise<string | null> =>
  answer.then(() => null, (e: unknown) => (e instanceof Refusal ? e.code : String(e)));
const ask = { uuid: 'MinhTinThuNghiem1', typed: '' };

describe('a worker', () => {
  it('answers each call with its own answer', async () => {
    const worker = new SomeWorker();
    const protocol = startProtocol(() => worker as unknown as Worker);
    const [a, b] = [protocol.run('readCredential', ask), protocol.run('readCredential', ask)];
    worker.reply({ kind: 'done', id: 2, value: 'b' });
    worker.reply({ kind: 'refused', id: 1, code: 'credential-empty', detail: '' });
    expect(await codeFrom(a)).toBe('credential-empty');
    expect(await b).toBe('b');
  });

  it('that does not start refuses what waits and what comes later', async () => {
    const worker = new SomeWorker();
    const protocol = startProtocol(() => worker as unknown as Worker);
    const waiting = protocol.run('readCredential', ask);
    worker.dispatchEvent(new Event('error', { cancelable: true })); // no message: the script was not loaded
    expect(await codeFrom(waiting)).toBe('worker-start');
    expect(await codeFrom(protocol.run('readCredential', ask))).toBe('worker-start');
    expect(worker.got).toHaveLength(1);
  });

  it('that was closed refuses what waits and what comes later', async () => {
    const worker = new SomeWorker();
    const protocol = startProtocol(() => worker as unknown as Worker);
    const waiting = protocol.run('readCredential', ask);
    protocol.close();
    expect(worker.ended).toBe(true);
    expect(await codeFrom(waiting)).toBe('cancelled');
    expect(await codeFrom(protocol.run('readCredential', ask))).toBe('cancelled');
    expect(worker.got).toHaveLength(1);
  });

  it('that cannot be made refuses every call, and closing is harmless', async () => {
    const protocol = startProtocol(() => {
      throw new TypeError('blocked');
    });
    expect(await codeFrom(protocol.run('readCredential', ask))).toBe('worker-start');
    protocol.close();
  });
});
