// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { publicCredential } from '../../src/protocol/credential';
import { base, encodeElement } from '../../src/protocol/group';
import { Slips } from '../../src/slips/slips';
import { tokenApi } from '../../src/ui/api';
import { BoardServer } from '../pages/board_server';
import { button, leave, press, see, show, tick } from '../pages/dom';
import { inPlace, serveFrom } from '../pages/fetch';

let board: BoardServer;
beforeEach(() => {
  board = new BoardServer(['NGUYỄN THỊ THỬ — Bí thư']);
  board.setElection(encodeElement(base(5n)));
  serveFrom(board);
  vi.stubGlobal('print', () => {});
});
afterEach(() => {
  leave();
  vi.unstubAllGlobals();
});

const open = (token = 'inphieu') => show(<Slips api={tokenApi(token)} protocol={inPlace} hasToken={token !== ''} origin="https://phieu.thu" />);
const boxes = () => [...document.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
const posts = () => board.calls.filter((c) => c.method === 'POST');
const codes = () => [...document.querySelectorAll('.slip-code')].map((code) => [...code.children].map((group) => group.textContent).join('-'));

async function makeAndPrint(): Promise<string[]> {
  open();
  await press('Tạo phiếu');
  await see('Trong hộp in');
  const made = codes();
  await press('In phiếu');
  await vi.waitFor(() => expect(boxes().every((box) => !box.disabled)).toBe(true));
  boxes().forEach(tick);
  return made;
}

test('nothing is published before somebody has printed and looked', async () => {
  open();
  await press('Tạo phiếu');
  await see('Trong hộp in');
  expect(codes()).toHaveLength(20);
  expect(button('Công bố danh sách mã').disabled).toBe(true);
  expect(boxes().every((box) => box.disabled)).toBe(true);
  await press('In phiếu');
  await vi.waitFor(() => expect(boxes().every((box) => !box.disabled)).toBe(true));
  expect(button('Công bố danh sách mã').disabled).toBe(true);
  tick(boxes()[0]!);
  await vi.waitFor(() => expect(boxes()[0]!.checked).toBe(true));
  expect(button('Công bố danh sách mã').disabled).toBe(true);
  expect(posts()).toEqual([]);
});

test('a slip has all it needs', async () => {
  open();
  await press('Tạo phiếu');
  await see('Trong hộp in');
  const slip = document.querySelector('.slip')!;
  for (const part of ['Số 1', 'Mã trên phiếu', 'phieu.thu/b/', 'gấp tại đây', 'Mất phiếu', 'Mã trang:', 'Dấu vân tay:', board.name]) {
    expect(slip.textContent).toContain(part);
  }
  expect(codes().every((code) => /^\w{5}-\w{6}-\w{5}-\w{6}$/.test(code))).toBe(true);
  expect(slip.querySelector('svg.qr path')).not.toBeNull();
  expect(document.querySelectorAll('.sheet')).toHaveLength(3);
});

test('public credentials only, in an order that is not the order of the serials; then all is forgotten', async () => {
  const made = await makeAndPrint();
  await press('Công bố danh sách mã');
  await see('Phiếu đã sẵn sàng');
  const [post] = posts();
  for (const code of made) for (const group of code.split('-')) expect(post!.body).not.toContain(group);
  const inOrder = made.map((code) => publicCredential(board.uuid, code));
  expect([...board.credentials!].sort()).toEqual([...inOrder].sort());
  expect(board.credentials).not.toEqual(inOrder); // wrong once in 20! runs
  expect(codes()).toEqual([]);
});

test('an answer that got lost does not spoil the slips', async () => {
  await makeAndPrint();
  const send = globalThis.fetch;
  let lost = false;
  vi.stubGlobal('fetch', async (address: string, init?: RequestInit) => {
    const answer = await send(address, init);
    if (init?.method !== 'POST' || lost) return answer;
    lost = true;
    throw new TypeError('lost');
  });
  await press('Công bố danh sách mã');
  await see('Phiếu đã in vẫn dùng được');
  await press('Công bố danh sách mã');
  await see('Phiếu đã sẵn sàng');
});

test('a list from elsewhere makes these slips useless, and the page says so', async () => {
  await makeAndPrint();
  board.credentials = ['00'.repeat(32)];
  await press('Công bố danh sách mã');
  await see('Danh sách đã được công bố từ một trang khác');
  await see('Hủy các tờ vừa in');
  await vi.waitFor(() => expect(button('Công bố danh sách mã').disabled).toBe(true));
});

test('without the key no slips are made: they would lack the fingerprint', async () => {
  const made = board.election;
  board.election = null;
  open();
  await see('Ban kiểm phiếu chưa tạo xong khóa');
  expect(() => button('Tạo phiếu')).toThrow();
  await press('Xem lại');
  await vi.waitFor(() => expect(board.calls.filter((c) => c.path === '/slips')).toHaveLength(2));
  await vi.waitFor(() => expect(button('Xem lại').ariaDisabled ?? null).toBeNull());
  expect(() => button('Tạo phiếu')).toThrow();
  board.election = made;
  await press('Xem lại');
  await see('Tạo và in 20 phiếu');
  expect(document.body.textContent).not.toContain('chưa tạo xong khóa');
});

test('a key taken back while slips were printed makes them useless, and the page says so', async () => {
  await makeAndPrint();
  board.election = null;
  await press('Công bố danh sách mã');
  await see('Chưa đủ khóa của ban kiểm phiếu.');
  await see('Hủy các tờ vừa in tại đây. Khi khóa đã xong');
  await vi.waitFor(() => expect(button('Công bố danh sách mã').disabled).toBe(true));
});

test('links: none, wrong, used', async () => {
  open('');
  await see('Liên kết chưa đầy đủ');
  open('sai');
  await see('Liên kết không còn dùng được');
  board.credentials = ['00'.repeat(32)];
  open();
  await see('Trang này không còn giữ mã nào');
});
