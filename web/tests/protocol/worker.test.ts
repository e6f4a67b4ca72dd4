// The worker's script where numbers are not what they should be: nothing is calculated with them.
import { afterEach, expect, it, vi } from 'vitest';
import type { Reply, Request } from '../../src/protocol/messages';

afterEach(() => {
  vi.doUnmock('../../src/protocol/group');
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** What a worker answers whose known answer comes out as `right`. */
async function answerOf(right: boolean, task: Request): Promise<Reply> {
  vi.doMock('../../src/protocol/group', async (original) => ({ ...(await original<typeof import('../../src/protocol/group')>()), calculatesRight: () => right }));
  let ask: (event: { data: Request }) => void = () => {};
  const answer = new Promise<Reply>((done) => vi.stubGlobal('postMessage', done));
  vi.stubGlobal('addEventListener', (_: string, listener: typeof ask) => (ask = listener));
  await import('../../src/protocol/worker');
  ask({ data: task });
  return answer;
}

it.each([
  [true, { kind: 'refused', id: 5, code: 'credential-empty', detail: '' }],
  [false, { kind: 'refused', id: 5, code: 'browser-arithmetic', detail: '' }],
])('a known answer that is right (%s) decides', async (right, expected) => {
  expect(await answerOf(right, { kind: 'start', id: 5, task: 'readCredential', args: { uuid: 'MinhTinThuNghiem1', typed: '' } })).toEqual(expected);
});
