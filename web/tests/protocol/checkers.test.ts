// An archive whose ballots are checked by several helpers at once: the same report, and the first thing that is wrong.
import { beforeAll, describe, expect, it } from 'vitest';
import { auditArchive, type AuditOptions } from '../../src/protocol/audit';
import { openCheckers } from '../../src/protocol/checkers';
import type { Reply, Request } from '../../src/protocol/messages';
import { Refusal } from '../../src/protocol/refusal';
import { tasks } from '../../src/protocol/tasks';
import { codeOfAsync } from './support/code';
import { fixedRandom } from './support/random';
import { pieces } from './support/vectors';
import { runCeremony, Vote } from './support/vote';

type Start = Extract<Request, { kind: 'start' }>;

/** Answers late, a slow one later, so that answers overtake each other. */
class Helper extends EventTarget {
  private prepared = false;
  checked = 0;
  ended = false;

  constructor(private readonly slow = false) {
    super();
  }
  postMessage(r: Request): void {
    if (r.kind !== 'start') return;
    if (this.slow) setTimeout(() => this.run(r), 5);
    else queueMicrotask(() => this.run(r));
  }
  protected run(r: Start): void {
    if (r.task === 'prepareChecks') this.prepared = true;
    else if (r.task !== 'checkBallot' || !this.prepared) throw new Error(`a helper is asked for ${r.task} before it is prepared`);
    else this.checked++;
    try {
      this.answer({ kind: 'done', id: r.id, value: (tasks[r.task] as (args: unknown) => unknown)(r.args) });
    } catch (e) {
      this.answer(e instanceof Refusal ? { kind: 'refused', id: r.id, code: e.code, detail: e.detail } : { kind: 'failed', id: r.id, message: String(e) });
    }
  }
  protected answer(reply: Reply): void {
    this.dispatchEvent(new MessageEvent('message', { data: structuredClone(reply) }));
  }
  terminate(): void {
    this.ended = true;
  }
}

/** Says that it broke on every ballot. */
class Failing extends Helper {
  protected override run(r: Start): void {
    if (r.task === 'checkBallot') this.answer({ kind: 'failed', id: r.id, message: 'out of memory' });
    else super.run(r);
  }
}
/** Dies at its third ballot. */
class Dying extends Helper {
  protected override run(r: Start): void {
    if (this.checked === 2) this.dispatchEvent(new Event('error', { cancelable: true }));
    else super.run(r);
  }
}
/** Does nothing, and says when it is asked. */
class Silent extends Helper {
  constructor(private readonly asked: (r: Request) => void) {
    super();
  }
  override postMessage(r: Request): void {
    this.asked(r);
  }
}

let helpers: Helper[] = [];
const with3That = (make: (lane: number) => Helper): AuditOptions => ({
  checkers(election, bytes, credentials) {
    helpers = [];
    const helper = (): Worker => {
      const made = make(helpers.length);
      helpers.push(made);
      return made as unknown as Worker;
    };
    return openCheckers(election, bytes, credentials, 3, helper);
  },
});
const with3 = with3That((lane) => new Helper(lane !== 1));

describe('helpers', () => {
  let vote: Vote;
  const audit = (bytes: Uint8Array, options: AuditOptions = with3) => auditArchive(pieces(bytes), options);

  beforeAll(() => {
    const random = fixedRandom('helpers');
    vote = new Vote(runCeremony(3, 2, random), random, { uuid: 'MinhTinThuNghiem1', questions: ['NGUYỄN THỊ THỬ — Bí thư'], voters: 9 });
    for (let i = 0; i < 9; i++) vote.cast(i % 8, [i % 2 ? [1, 0, 0] : [0, 0, 1]]);
    vote.close();
    for (const t of [1, 3]) vote.decrypt(t);
    vote.finish();
  }, 60_000);

  it('find what one alone finds, and are sent home', async () => {
    const told: number[] = [];
    const { report } = await audit(vote.writer.bytes(), { ...with3, size: 7, progress: (p) => (expect(p.size).toBe(7), told.push(p.ballots)) });
    expect(report).toEqual((await vote.audit()).report);
    expect(helpers.map((h) => h.checked)).toEqual([3, 3, 3]);
    expect(told.slice(0, 10)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(helpers.every((h) => h.ended)).toBe(true);
  });

  /** The archive with ballots (from 0) changed where only their checks can tell: by a signature of other bytes. */
  const spoiled = async (...which: number[]): Promise<Uint8Array> => {
    const random = fixedRandom('spoiled');
    const other = new Vote(vote.ceremony, random, { uuid: 'MinhTinThuNghiem1', questions: ['NGUYỄN THỊ THỬ — Bí thư'], voters: 9 });
    const append = other.writer.append.bind(other.writer);
    for (let i = 0; i < 9; i++) {
      other.writer.append = (type, data) => append(type, which.includes(i) ? [data[0]!.replace(/"response":"[0-9]+"\}\}\}$/, `"response":"${i}"}}}`)] : data);
      other.cast(i, [[0, 1, 0]]);
    }
    return other.writer.bytes();
  };
  const detailOf = (bytes: Uint8Array, options?: AuditOptions): Promise<string> => audit(bytes, options).then(() => 'accepted', (e: Refusal) => e.message);

  it.each([[[4, 5]], [[5, 6]], [[0, 8]], [[8]]])('tell the first of the wrong ballots %j', async (which) => {
    expect(await detailOf(await spoiled(...which))).toBe(`ballot-signature: ballot ${which[0]}`);
  });
  it('tell a wrong ballot before a fault that is read behind it, and that fault when the ballots are good', async () => {
    const cut = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, bytes.length - 512);
    expect(await detailOf(cut(await spoiled(7)))).toBe('ballot-signature: ballot 7');
    expect(await detailOf(cut(await spoiled()))).toMatch(/^archive-truncated/);
    const withRubbish = (bytes: Uint8Array): Uint8Array => new Uint8Array([...bytes, ...new Uint8Array(512).fill(33)]);
    expect(await detailOf(withRubbish(await spoiled(8)))).toBe('ballot-signature: ballot 8'); // in a slow lane
    expect(await detailOf(withRubbish(await spoiled()))).toMatch(/^archive-header/);
  });
  it('hear that the audit is stopped', async () => {
    const abort = new AbortController();
    const stopping: AuditOptions = { ...with3, signal: abort.signal, progress: (p) => p.ballots === 2 && abort.abort() };
    expect(await codeOfAsync(() => audit(vote.writer.bytes(), stopping))).toBe('cancelled');
    expect(helpers.every((h) => h.ended)).toBe(true);
  });
  it('a report does not follow a Stop, even one at the very end', async () => {
    const abort = new AbortController();
    async function* source(): AsyncGenerator<Uint8Array> {
      yield* pieces(vote.writer.bytes());
      abort.abort();
    }
    expect(await codeOfAsync(() => auditArchive(source(), { ...with3, signal: abort.signal }))).toBe('cancelled');
  });
  it('that never answer do not keep an audit that is stopped', async () => {
    const abort = new AbortController();
    const silent = with3That(() => new Silent((r) => r.kind === 'start' && r.task === 'checkBallot' && setTimeout(() => abort.abort())));
    expect(await detailOf(vote.writer.bytes(), { ...silent, signal: abort.signal })).toBe('cancelled');
    expect(helpers.map((h) => h.ended)).toEqual([true, true, true]);
  });
  it('are not asked for when the audit is stopped before', async () => {
    const abort = new AbortController();
    helpers = [];
    expect(await detailOf(vote.writer.bytes(), { ...with3, signal: abort.signal, progress: () => abort.abort() })).toBe('cancelled');
    expect(helpers).toEqual([]);
  });

  it('that cannot be made, or do not start, are done without', async () => {
    const none = with3That(() => {
      throw new TypeError('no workers in workers');
    });
    const dead = with3That(() => {
      const made = new Helper();
      made.postMessage = () => void queueMicrotask(() => made.dispatchEvent(new Event('error', { cancelable: true })));
      return made;
    });
    for (const options of [none, dead]) expect((await audit(vote.writer.bytes(), options)).report.result).toEqual(vote.expected());
  });
  it.each<[string, AuditOptions, number[]]>([
    ['that break on every ballot', with3That(() => new Failing()), [0, 0, 0]],
    ['of which one dies on the way', with3That((lane) => (lane === 2 ? new Dying() : new Helper())), [3, 3, 2]],
  ])('%s are no fault of the archive, and nothing goes unchecked', async (_, options, checked) => {
    expect((await audit(vote.writer.bytes(), options)).report).toEqual((await vote.audit()).report);
    expect(helpers.map((h) => h.checked)).toEqual(checked);
    expect(await detailOf(await spoiled(8), options)).toBe('ballot-signature: ballot 8');
  });
});
