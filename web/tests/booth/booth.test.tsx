// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Booth } from '../../src/booth/booth';
import { generateCredential, publicCredential } from '../../src/protocol/credential';
import { base, encodeElement } from '../../src/protocol/group';
import { systemRandom } from '../../src/protocol/random';
import { publicApi } from '../../src/ui/api';
import type { NextAddress } from '../../src/ui/new_address';
import { BoardServer } from '../pages/board_server';
import { button, leave, press, see, show, tick, type } from '../pages/dom';
import { inPlace, serveFrom } from '../pages/fetch';

let board: BoardServer;
let credentials: string[];

beforeEach(() => {
  board = new BoardServer(['NGUYỄN THỊ THỬ — Bí thư', 'TRẦN VĂN MẪU — Phó Bí thư', 'LÊ VÍ DỤ — Ủy viên']);
  board.setElection(encodeElement(base(12345n)));
  credentials = Array.from({ length: 3 }, () => generateCredential(systemRandom));
  board.credentials = credentials.map((c) => publicCredential(board.uuid, c));
  serveFrom(board);
});
afterEach(() => {
  leave();
  vi.unstubAllGlobals();
});

let address: { uuid: string; credential: string | null };
const open = (credential: string | null = credentials[0]!, every = 5, uuid = board.uuid, next?: NextAddress) => {
  address = { uuid, credential };
  return show(<Booth api={publicApi} protocol={inPlace} address={address} every={every} {...(next ? { next } : {})} />);
};
const radio = (person: number, level: number) => document.querySelectorAll<HTMLInputElement>('fieldset')[person]!.querySelectorAll('input')[level]!;
const sent = () => board.calls.filter((c) => c.method === 'POST');

test('waits for the opening, and opens itself', async () => {
  open();
  await see('Chưa đến giờ bỏ phiếu');
  board.openBox();
  await see('3 người · đã đánh dấu 0');
});

test('mark, review, send, tracker; the credential itself is sent nowhere', async () => {
  board.openBox();
  open();
  await see('3 người · đã đánh dấu 0');
  await see('Chưa đánh dấu 3 người:');
  tick(radio(0, 1));
  tick(radio(2, 2));
  await see('3 người · đã đánh dấu 2');
  await press('Bỏ chọn cho LÊ VÍ DỤ');
  await see('3 người · đã đánh dấu 1');
  await press('Xem lại phiếu');
  await see('phiếu vẫn hợp lệ, nhưng không tính cho người này');
  expect(document.querySelectorAll('.review-line.unmarked')).toHaveLength(2);
  expect(sent()).toHaveLength(0);
  await press('Gửi phiếu');
  await see('Đã nhận phiếu');
  expect(sent()).toHaveLength(1);
  expect(sent()[0]!.body).not.toContain(credentials[0]!.slice(0, 5));
  expect(Object.keys(sent()[0]!.headers).map((name) => name.toLowerCase()).sort()).toEqual(['accept', 'content-type']);
  await press('Kiểm tra phiếu có trong hòm');
  await see('Phiếu có trong hòm và là phiếu được tính.');
});

test('voting again replaces, and says so', async () => {
  board.openBox();
  open();
  await see('đã đánh dấu 0');
  await press('Xem lại phiếu');
  await press('Gửi phiếu');
  await see('Đã nhận phiếu');
  await press('Bỏ phiếu lại');
  await see('đã đánh dấu 0');
  tick(radio(1, 0));
  await press('Xem lại phiếu');
  await press('Gửi phiếu');
  await see('Phiếu này thay phiếu trước.');
  expect(board.ballots).toHaveLength(2);
  await press('Xong, đóng trang');
  await see('Trang này không còn giữ gì.');
  expect(address.credential).toBeNull();
});

test('a busy server: the same ballot again', async () => {
  board.openBox();
  board.trouble = ['busy'];
  open();
  await see('đã đánh dấu 0');
  await press('Xem lại phiếu');
  await press('Gửi phiếu');
  await see('Máy chủ đang bận. Phiếu còn nguyên trên trang này');
  await press('Gửi lại ngay');
  await see('Đã nhận phiếu');
  expect(new Set(sent().map((c) => c.body)).size).toBe(1);
});

test('another slip while a ballot is not sent yet: it waits, or the voter of the first is asked for', async () => {
  board.openBox();
  board.trouble = ['busy', 'lost', 'lost'];
  const next: NextAddress = { hold: null };
  const opened = vi.fn();
  open(credentials[0]!, 5, board.uuid, next);
  await see('đã đánh dấu 0');
  tick(radio(0, 1));
  expect(next.hold).toBeNull(); // marks alone hold nobody back
  await press('Xem lại phiếu');
  await press('Gửi phiếu');
  await see('Máy chủ đang bận.');
  next.hold!(opened);
  await see('Lá phiếu trước chưa gửi được');
  await press('Chờ gửi xong lá phiếu trước');
  await see('Mở được ngay khi lá phiếu này gửi xong.');
  expect(document.body.textContent).not.toContain('Bỏ lá phiếu trước');
  await press('Gửi lại ngay');
  await see('Chưa gửi được vì mất mạng.');
  expect(opened).not.toHaveBeenCalled();
  const third = vi.fn();
  next.hold!(third); // opened once more: asked once more
  await see('Bỏ lá phiếu trước');
  await press('Chờ gửi xong lá phiếu trước');
  board.trouble = [];
  await press('Gửi lại ngay');
  await see('Đã nhận phiếu');
  expect(next.hold).toBeNull();
  expect(new Set(sent().map((c) => c.body)).size).toBe(1);
  await press('Mở phiếu mới');
  expect(third).toHaveBeenCalledTimes(1);
  expect(opened).not.toHaveBeenCalled();
});

test('another slip: the ballot that waits is dropped only when somebody says so', async () => {
  board.openBox();
  board.trouble = ['lost'];
  const next: NextAddress = { hold: null };
  const opened = vi.fn();
  open(credentials[0]!, 5, board.uuid, next);
  await see('đã đánh dấu 0');
  await press('Xem lại phiếu');
  await press('Gửi phiếu');
  await see('Chưa gửi được vì mất mạng.');
  next.hold!(opened);
  await press('Bỏ lá phiếu trước, mở phiếu mới');
  expect(opened).toHaveBeenCalledTimes(1);
});

test('an election with another fingerprint is not shown', async () => {
  board.openBox();
  board.electionText = board.electionText.replace('Bí thư', 'Bí Thư');
  open();
  await see('không khớp với dấu vân tay đã công bố');
  expect(document.querySelector('fieldset')).toBeNull();
});

test('codes: typed, forgiven, or told what is wrong', async () => {
  board.openBox();
  open(null);
  await see('Nhập mã trên phiếu');
  type('Mã trên phiếu', 'abc');
  await press('Vào bỏ phiếu');
  await see('Mã trên phiếu phải có 22 chữ và số');
  type('Mã trên phiếu', generateCredential(systemRandom));
  await press('Vào bỏ phiếu');
  await see('Mã trên phiếu không có trong danh sách của lần lấy phiếu này.');
  type('Mã trên phiếu', credentials[1]!.replaceAll('-', ' '));
  await press('Vào bỏ phiếu');
  await see('đã đánh dấu 0');
});

test('a QR code of another vote leads to the field, with the reason', async () => {
  board.openBox();
  open(generateCredential(systemRandom));
  await see('Mã trên phiếu không có trong danh sách');
  expect(button('Vào bỏ phiếu')).toBeTruthy();
});

test('too late: refused, and nothing is left to press but looking', async () => {
  board.openBox();
  open();
  await see('đã đánh dấu 0');
  board.state = 'closed';
  await press('Xem lại phiếu');
  await press('Gửi phiếu');
  await see('Phiếu chưa được nhận');
  await see('Đã hết giờ bỏ phiếu');
});

test('closed and unknown votes have a page of their own', async () => {
  board.state = 'closed';
  open();
  await see('Phiếu đã gửi vẫn được tính.');
  open(null, 5, 'mộtCuộcKhác');
  await see('Không tìm thấy lần lấy phiếu này');
});

test('every ballot has the same shape and about the same length, whatever is chosen', async () => {
  board.openBox();
  const { bytes } = { bytes: new TextEncoder().encode(board.electionText) };
  const shapes = new Set<string>();
  const lengths: number[] = [];
  for (const level of [null, 0, 1, 2]) {
    const marks = board.persons.map(() => [0, 1, 2].map((i) => (i === level ? 1 : 0)));
    const { ballot } = await inPlace.run('makeBallot', { election: bytes, credential: credentials[0]!, marks });
    shapes.add(ballot.replace(/"[0-9a-f]{64}"/g, 'G').replace(/"[0-9]+"/g, 'Z').replace(/"[A-Za-z0-9+/]{43}"/g, 'H'));
    lengths.push(ballot.length);
  }
  expect(shapes.size).toBe(1);
  // Decimal numbers lose a leading digit by chance, the same chance for all choices.
  expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThan(60);
});
