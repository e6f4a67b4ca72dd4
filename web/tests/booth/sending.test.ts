import { expect, test } from 'vitest';
import { Sending, type Clock, type SendingState } from '../../src/booth/sending';
import { ApiError, type Client } from '../../src/ui/api';

const sealed = { ballot: '{"phiếu":1}', hash: 'ab'.repeat(32), tracker: 'T'.repeat(43) };
const receipt = { tracker: sealed.tracker, hash: sealed.hash, replaces: false };
const error = (status: number, code: string, retryAfter: number | null = null) => new ApiError({ status, code, vi: 'v', en: 'e' }, retryAfter);

class Hand implements Clock {
  waiting: { milliseconds: number; then: () => void }[] = [];
  after(milliseconds: number, then: () => void) {
    const entry = { milliseconds, then };
    this.waiting.push(entry);
    return () => void (this.waiting = this.waiting.filter((other) => other !== entry));
  }
  chance = () => 0.5;
}

function start(answers: unknown[], lookup: unknown = error(404, 'ballot-unknown')) {
  const sent: string[] = [];
  const reports: SendingState[] = [];
  const give = (answer: unknown) => (answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer));
  const api = {
    postText: (path: string, text: string) => {
      sent.push(`${path} ${text}`);
      return give(answers.shift());
    },
    get: () => give(lookup),
  } as unknown as Client;
  const clock = new Hand();
  const sending = new Sending(api, 'U', sealed, (state) => reports.push(state), clock);
  return { sending, sent, clock, steps: () => reports.map((r) => r.step), last: () => reports.at(-1)! };
}

test('one try, one receipt', async () => {
  const s = start([receipt]);
  await s.sending.now();
  expect(s.sent).toEqual([`/elections/U/ballots ${sealed.ballot}`]);
  expect(s.last()).toEqual({ step: 'received', receipt });
});

test('lost network and busy server: the same bytes again, until there is a receipt', async () => {
  const s = start([error(0, 'network'), error(503, 'busy', 60), receipt]);
  await s.sending.now();
  expect(s.last()).toEqual({ step: 'waiting', why: 'network' });
  expect(s.clock.waiting.map((w) => w.milliseconds)).toEqual([2000]);
  s.clock.waiting.shift()!.then();
  await Promise.resolve();
  await new Promise((done) => setImmediate(done));
  expect(s.last()).toEqual({ step: 'waiting', why: 'busy' });
  expect(s.clock.waiting.map((w) => w.milliseconds)).toEqual([60000]);
  await s.sending.now(); // the button does not wait
  expect(s.last().step).toBe('received');
  expect(s.clock.waiting).toEqual([]);
  expect(new Set(s.sent).size).toBe(1);
});

test('pressing twice sends once', async () => {
  const s = start([receipt, receipt]);
  await Promise.all([s.sending.now(), s.sending.now()]);
  await s.sending.now();
  expect(s.sent).toHaveLength(1);
});

test('a refusal ends it', async () => {
  const s = start([error(422, 'individual-proof')]);
  await s.sending.now();
  expect(s.last()).toMatchObject({ step: 'refused', error: { code: 'individual-proof' } });
  expect(s.clock.waiting).toEqual([]);
});

test('closed while the acknowledgement was lost: the board is asked', async () => {
  const found = start([error(0, 'network'), error(409, 'vote-closed')], { found: true, counted: true });
  await found.sending.now();
  await found.sending.now();
  expect(found.last()).toMatchObject({ step: 'received', receipt: { tracker: sealed.tracker } });

  const missing = start([error(0, 'network'), error(409, 'vote-closed')]);
  await missing.sending.now();
  await missing.sending.now();
  expect(missing.last()).toMatchObject({ step: 'refused', error: { code: 'vote-closed' } });
});

test('a receipt for another ballot is none', async () => {
  const s = start([{ ...receipt, hash: 'cd'.repeat(32) }]);
  await s.sending.now();
  expect(s.last()).toMatchObject({ step: 'refused', error: { code: 'receipt-of-another-ballot' } });
});

test('nothing happens after the page is gone', async () => {
  const s = start([error(0, 'network'), receipt]);
  await s.sending.now();
  s.sending.stop();
  await s.sending.now();
  expect(s.sent).toHaveLength(1);
  expect(s.clock.waiting).toEqual([]);
});
