// @vitest-environment happy-dom
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Protocol } from '../../src/protocol/client';
import { Refusal } from '../../src/protocol/refusal';
import { publicApi } from '../../src/ui/api';
import { Verify } from '../../src/verify/verify';
import { runCeremony, Vote, type Ceremony } from '../protocol/support/vote';
import { fixedRandom } from '../protocol/support/random';
import { button, choose, leave, press, see, show, type } from '../pages/dom';
import { inPlace } from '../pages/fetch';

const uuid = 'thuNghiemMinhTin9';
let ceremony: Ceremony;
let vote: Vote;
let tracker: string[];

beforeAll(() => {
  ceremony = runCeremony(3, 2, fixedRandom('ceremony of the verify page'));
}, 60_000);
beforeEach(async () => {
  vote = new Vote(ceremony, fixedRandom('verify page'), { uuid, questions: ['NGUYỄN THỊ THỬ — Bí thư', 'TRẦN VĂN MẪU — Phó Bí thư'], voters: 4 });
  vote.cast(0, [[1, 0, 0], [0, 0, 1]]);
  vote.cast(1, [[0, 1, 0], [0, 0, 0]]);
  vote.cast(0, [[0, 0, 1], [1, 0, 0]]);
  const { report } = await vote.audit();
  tracker = report.ballots.map((b) => b.tracker);
  serve(() => vote.writer.bytes());
}, 60_000);
afterEach(() => {
  leave();
  vi.unstubAllGlobals();
});

function finish(): void {
  vote.close();
  vote.decrypt(1);
  vote.decrypt(3);
  vote.finish();
}
function serve(bytes: () => Uint8Array): void {
  vi.stubGlobal('fetch', async (address: string) => (address.endsWith('.bel') ? new Response(bytes() as BodyInit) : Response.json({ name: 'Thử', day: '2026-12-15' })));
}
const open = (protocol: Protocol = inPlace, at = uuid) => show(<Verify api={publicApi} protocol={protocol} uuid={at} />);
const asFile = (bytes: Uint8Array) => new File([bytes as BlobPart], 'kho.bel');

test('an archive that holds: figures, result, meaning and a search', async () => {
  finish();
  open();
  await see('Thử · 15/12/2026');
  await press('Tải và kiểm tra kho phiếu');
  await see('kết quả đúng bằng tổng các phiếu');
  await see('2 trên 3 người đã nộp phần kiểm phiếu');
  await see('cao 0 · tín nhiệm 1 · thấp 1 · không tính 0');
  await see('cao 1 · tín nhiệm 0 · thấp 0 · không tính 1');
  await see('Điều không chứng minh được');
  for (const [typed, says] of [
    [tracker[2]!, 'Phiếu có trong kho và được tính.'],
    [` ${tracker[0]!}= `, 'đã có phiếu gửi sau thay'],
    ['A'.repeat(43), 'Không có phiếu nào mang mã này'],
    ['ngắn', 'đúng 43 ký tự'],
  ] as const) {
    type('Mã phiếu', typed);
    await press('Tìm');
    await see(says);
  }
});

test('before the result it says that there is none', async () => {
  open();
  await press('Tải và kiểm tra kho phiếu');
  await see('Kho phiếu đúng. Đang bỏ phiếu');
  expect(document.body.textContent).not.toContain('Kết quả tính lại');
});

test('a file that was changed is rejected, with a sentence and a code', async () => {
  finish();
  const bytes = vote.writer.bytes();
  bytes[bytes.length - 700]! ^= 1;
  open(inPlace, '');
  expect(document.body.textContent).not.toContain('Tải và kiểm tra kho phiếu');
  choose('Tệp .bel', asFile(bytes));
  await see('Kho phiếu này không đúng');
  await see('báo cho người chủ trì');
  expect(document.querySelector('[role=alert]')!.textContent).toMatch(/Mã lỗi khi cần hỗ trợ: [a-z-]+/);
});

test('an archive that cannot be fetched is no verdict', async () => {
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('lost')));
  open();
  await press('Tải và kiểm tra kho phiếu');
  await see('Việc này không nói gì về kết quả.');
  expect(document.body.textContent).not.toContain('Kho phiếu này không đúng');
});

test.each([
  [new Error('bug: thử'), 'Trang này gặp lỗi ngoài dự kiến.', 'page-fault'],
  [new Refusal('worker-start'), 'Trình duyệt không chạy được phần tính toán', 'worker-start'],
  [new Refusal('browser-arithmetic'), 'tính toán không chính xác', 'browser-arithmetic'],
])('a fault of the page or the browser is no verdict: %s', async (fault, says, code) => {
  open({ run: () => Promise.reject(fault), close: () => {} });
  await press('Tải và kiểm tra kho phiếu');
  await see(says);
  await see('Việc này không nói gì về kho phiếu.');
  await see(`Mã lỗi khi cần hỗ trợ: ${code}`);
  expect(document.body.textContent).not.toContain('Kho phiếu này không đúng');
  expect(document.body.textContent).not.toContain('báo cho người chủ trì');
});

test('what comes after a Stop is not shown', async () => {
  const { report } = await vote.audit();
  let answer = () => {};
  const run = (_: unknown, __: unknown, { progress }: { progress?: (p: never) => void } = {}) =>
    new Promise((done) => (answer = () => (progress!({ bytes: 1, size: null, ballots: 1, step: 'Ballot' } as never), done(report))));
  open({ run: run as Protocol['run'], close: () => {} });
  await press('Tải và kiểm tra kho phiếu');
  await press('Dừng');
  answer();
  await new Promise((done) => setTimeout(done));
  await see('Đã dừng. Chưa kết luận được gì.');
  expect(document.body.textContent).not.toContain('Kho phiếu đúng');
});

test('a check can be stopped and started again, without a mouse', async () => {
  let runs = 0;
  const protocol: Protocol = {
    run: (_, __, { signal } = {}) => new Promise((___, reject) => (runs++, signal!.addEventListener('abort', () => reject(new Refusal('cancelled'))))),
    close: () => {},
  };
  open(protocol);
  const focused = (name: string) => vi.waitFor(() => expect(document.activeElement).toBe(button(name)));
  await press('Tải và kiểm tra kho phiếu');
  await focused('Dừng');
  await press('Dừng');
  await see('Đã dừng. Chưa kết luận được gì.');
  await focused('Kiểm tra lại');
  await press('Kiểm tra lại');
  await focused('Dừng');
  expect(runs).toBe(2);
});
