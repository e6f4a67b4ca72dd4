// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { finishKey, makeCertificate, makePolynomial, makeSeed, type Seat } from '../../src/protocol/ceremony';
import { writeJson, type Json } from '../../src/protocol/json';
import { systemRandom } from '../../src/protocol/random';
import { makeBallot } from '../../src/protocol/ballot';
import { generateCredential, publicCredential } from '../../src/protocol/credential';
import { utf8 } from '../../src/protocol/bytes';
import type { Protocol } from '../../src/protocol/client';
import { readElection } from '../../src/protocol/election';
import { base, encodeElement } from '../../src/protocol/group';
import { Refusal } from '../../src/protocol/refusal';
import { Trustee } from '../../src/trustee/trustee';
import { tokenApi } from '../../src/ui/api';
import { BoardServer } from '../pages/board_server';
import { button, choose, leave, press, see, show, tick, type } from '../pages/dom';
import { inPlace, serveFrom } from '../pages/fetch';

const PASS = 'bốn từ dễ nhớ lắm';
let board: BoardServer;
let saved: string[];
let asked: { task: string; result: unknown }[];
/** While it is set, the count in the worker is deaf to a Stop, and waits before it answers. */
let held: Promise<void> | null;
/** What the page's worker did: to look for secrets in what was sent. */
const watched: Protocol = {
  run: (async (task, args, options) => {
    const late = task === 'decrypt' ? held : null;
    const result = await inPlace.run(task, args, late ? {} : options);
    await late;
    asked.push({ task, result });
    return result;
  }) as Protocol['run'],
  close: () => {},
};

beforeEach(() => {
  board = new BoardServer(['NGUYỄN THỊ THỬ — Bí thư', 'TRẦN VĂN MẪU — Phó Bí thư']);
  serveFrom(board);
  saved = [];
  asked = [];
  held = null;
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    void (blob as Blob).text().then((text) => saved.push(text));
    return 'blob:thử';
  });
});
afterEach(() => {
  leave();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const open = (token = 'thanhvien1', every = 20) => show(<Trustee api={tokenApi(token)} start={() => watched} hasToken={token !== ''} every={every} />);
const posts = () => board.calls.filter((c) => c.method === 'POST' && c.headers.authorization === 'Bearer thanhvien1');
const posted = () => posts().map((c) => c.path);
const box = () => [...document.querySelectorAll<HTMLInputElement>('input[type=checkbox]')].at(-1)!;
const file = (text: string) => new File([text], 'khoa.json');

/** The two others, as their own pages would. */
class Others {
  private readonly seats: Seat[] = [2, 3].map((index) => ({ size: 3, threshold: 2, index }));
  private readonly seeds = this.seats.map(() => makeSeed(systemRandom));
  private send(path: string, make: (seat: Seat, seed: string, status: Record<string, Json>) => Json): void {
    this.seats.forEach((seat, i) => {
      const headers = { authorization: `Bearer thanhvien${seat.index}` };
      const status = board.handle('GET', '/trustee', null, headers).body as Record<string, Json>;
      board.handle('POST', path, writeJson(make(seat, this.seeds[i]!, status)), headers);
    });
  }
  certificates = () => this.send('/trustee/certificate', (seat, seed) => makeCertificate(seed, seat, systemRandom));
  polynomials = () => this.send('/trustee/polynomial', (seat, seed, s) => makePolynomial(seed, seat, s.certificates as Json[], systemRandom));
  keys = () => this.send('/trustee/key', (seat, seed, s) => finishKey(seed, seat, s.certificates as Json[], s.vinput!, systemRandom).message);
}

async function save(): Promise<string> {
  const before = saved.length;
  await press('Lưu tệp khóa');
  await vi.waitFor(() => expect(saved).toHaveLength(before + 1));
  await vi.waitFor(() => expect(box().disabled).toBe(false));
  tick(box());
  await press('Tiếp tục');
  return saved.at(-1)!;
}

async function makeFirstFile(): Promise<string> {
  await see('Ít nhất 12 ký tự');
  type('Mật khẩu của tệp khóa', PASS);
  type('Gõ lại mật khẩu', PASS);
  await vi.waitFor(() => expect(document.body.textContent).toContain(`Đang có ${PASS.length} ký tự`));
  await press('Tạo phần khóa');
  await see('Lưu tệp thứ nhất', 60_000);
  return save();
}

async function openFile(text: string, action: string, passphrase = PASS): Promise<void> {
  choose('Tệp khóa', file(text));
  type('Mật khẩu của tệp khóa', passphrase);
  await see('Đã chọn: khoa.json');
  await press(action);
}

test('a passphrase that is short, or typed differently, makes nothing', async () => {
  open();
  await see('Ít nhất 12 ký tự');
  type('Mật khẩu của tệp khóa', 'mười một kt');
  await press('Tạo phần khóa');
  await see('Mật khẩu phải có ít nhất 12 ký tự.');
  type('Mật khẩu của tệp khóa', 'mười hai ký tự');
  type('Gõ lại mật khẩu', 'mười hai kí tự');
  await see('Đang có 14 ký tự');
  await press('Tạo phần khóa');
  await see('Hai lần gõ không giống nhau.');
  expect(asked).toEqual([]);
});

test('one member’s whole way; no secret is sent; the count only after the archive holds', { timeout: 240_000 }, async () => {
  const others = new Others();
  open();
  await see('Ít nhất 12 ký tự');
  const first = await makeFirstFile();
  await see('Đang chờ các thành viên khác');
  expect(posted()).toEqual(['/trustee/certificate']);

  await see('Giữ trang này mở');
  others.certificates();
  await vi.waitFor(() => expect(posted()).toContain('/trustee/polynomial'), { timeout: 60_000 });
  await see('Nếu phải đóng trang');

  // The page is lost; the saved file goes on.
  open();
  await see('Đang chờ các thành viên khác');
  others.polynomials();
  await see('Làm tiếp từ tệp đã lưu');
  await openFile(first, 'Mở tệp');
  await see('Tệp này thay tệp trước', 60_000);
  expect(posted()).not.toContain('/trustee/key');
  const complete = await save();
  await see('Trang đã quên phần khóa');
  expect(posted()).toContain('/trustee/key');
  await see('Đang chờ mọi thành viên có khóa');
  expect(() => button('Thử khóa')).toThrow();
  others.keys();
  await see('Tệp khóa');

  await openFile(first, 'Thử khóa');
  await see('chưa phải tệp hoàn chỉnh', 60_000);
  expect(posted()).not.toContain('/trustee/drill');
  const own = board.electionText;
  board.setElection(encodeElement(base(5n)));
  await openFile(complete, 'Thử khóa');
  await see('Máy chủ đã đổi khóa của lần lấy phiếu', 60_000);
  open();
  await see('Trang đã quên phần khóa');
  await openFile(complete, 'Thử khóa');
  await see('Mã lỗi khi cần hỗ trợ: election-key', 60_000);
  expect(posted()).not.toContain('/trustee/drill/start');
  board.electionText = own;
  board.election = readElection(utf8(own));
  open();
  await see('Trang đã quên phần khóa');
  await see(board.election.fingerprint);
  await openFile(complete, 'Thử khóa');
  await see('Khóa đã sẵn sàng', 60_000);
  await see(board.election.fingerprint);
  expect(board.members[0]!.done).toBe('drill');

  const secrets = asked.flatMap(({ task, result }) =>
    task === 'startCeremony' ? [(result as { seed: string }).seed] : task === 'finishKey' ? [(result as { decryptionKey: string }).decryptionKey] : [],
  );
  expect(secrets.length).toBeGreaterThan(1);
  for (const secret of [...secrets, PASS]) for (const { body } of posts()) expect(body).not.toContain(secret);

  const credentials = Array.from({ length: 5 }, () => generateCredential(systemRandom));
  board.credentials = credentials.map((credential) => publicCredential(board.uuid, credential));
  board.open();
  await see('Đang bỏ phiếu');
  for (const credential of credentials) {
    const { ballot } = makeBallot(board.election!, { credential, marks: [[1, 0, 0], [0, 0, 0]] }, systemRandom);
    expect(board.handle('POST', `/elections/${board.uuid}/ballots`, ballot).status).toBe(201);
  }
  board.close();
  await see('Máy này tải toàn bộ kho phiếu');

  let answer = () => {};
  held = new Promise((done) => (answer = done));
  await openFile(complete, 'Kiểm tra kho phiếu');
  await see('Đang tải kho phiếu, đọc khóa', 60_000);
  await press('Dừng');
  await see('Đã dừng. Chưa nộp gì.');
  answer(); // with a share, in spite of the Stop
  await vi.waitFor(() => expect(asked.at(-1)!.task).toBe('decrypt'), { timeout: 60_000 });
  held = null;
  expect(document.body.textContent).not.toContain('Kho phiếu đúng');
  expect(() => button('Nộp phần kiểm phiếu')).toThrow();

  board.spoil = true;
  await openFile(complete, 'Kiểm tra kho phiếu');
  await see('Phần khóa chưa được dùng, chưa nộp gì.', 60_000);
  board.spoil = false;
  await openFile(complete, 'Kiểm tra kho phiếu');
  await see('Kho phiếu đúng', 60_000);
  expect(posted()).not.toContain('/trustee/share');
  // The figures of the box, to be compared before anything leaves.
  const report = await inPlace.run('audit', { source: { file: new Blob([board.handle('GET', `/elections/${board.uuid}/archive.bel`, null).body as BlobPart]) } });
  expect(document.querySelector('.box-count')!.textContent).toBe('5');
  await see(report.box!.head);
  expect(button('Nộp phần kiểm phiếu').disabled).toBe(true);
  tick(box());
  await press('Nộp phần kiểm phiếu');
  await see('Đã xong phần việc');
  expect(board.members[0]!.done).toBe('share');

  // The chair finishes the count: the link ends, and who did the own part is not told of a fault.
  board.linksEnded = true;
  const looks = () => board.calls.filter((c) => c.path === '/trustee').length;
  const before = looks();
  await vi.waitFor(() => expect(looks()).toBeGreaterThan(before));
  await see('Đã xong phần việc');
  expect(document.body.textContent).not.toContain('Mất kết nối');
  expect(document.body.textContent).not.toContain('Liên kết không còn dùng được');
});

test('a link that ends while the page is open: said plainly, not as a lost network', async () => {
  open();
  await see('thành viên thứ 1 trên 3');
  board.linksEnded = true;
  await see('Liên kết không còn dùng được');
  await see('Khi kiểm phiếu xong, mọi liên kết mời đều hết hiệu lực.');
  expect(document.body.textContent).not.toContain('Mất kết nối');
});

test('a page opened again before the exchange does not exchange', { timeout: 120_000 }, async () => {
  const others = new Others();
  open();
  await makeFirstFile();
  await see('Đang chờ các thành viên khác');
  open();
  others.certificates();
  await see('Trang đã bị đóng trước khi trao đổi xong');
  expect(() => button('Mở tệp')).toThrow();
  expect(posted()).toEqual(['/trustee/certificate']);
});

test('a list of certificates that changes is answered once', { timeout: 120_000 }, async () => {
  const others = new Others();
  open();
  await makeFirstFile();
  board.refuseNext = '/trustee/polynomial';
  others.certificates();
  await see('Máy chủ thử từ chối.', 60_000);
  new Others().certificates();
  await see('Máy chủ thử từ chối.');
  const looks = () => board.calls.filter((c) => c.path === '/trustee').length;
  const before = looks();
  await vi.waitFor(() => expect(looks()).toBeGreaterThan(before + 1)); // so the page knows of the new list
  await press('Thử lại');
  await see('Danh sách chứng nhận của ban đã khác', 60_000);
  expect(posted()).toEqual(['/trustee/certificate', '/trustee/polynomial']);
});

test('a file of somebody else is told apart without a passphrase', async () => {
  const label = { election: board.uuid, ceremony: board.ceremony, trustee: 2, size: 3, threshold: 2, name: 'Lý Thử Hai' };
  const foreign = await inPlace.run('sealKeyfile', { label, secrets: { seed: makeSeed(systemRandom) }, passphrase: PASS });
  Object.assign(board.members[0]!, { done: 'key' });
  board.trusteesText = '[]';
  open();
  await see('Trang đã quên phần khóa');
  await press('Thử khóa');
  await see('Chưa chọn tệp khóa.');
  await openFile(foreign, 'Thử khóa', '');
  await see('Tệp này không phải của đồng chí');
  await openFile('{"format":"khác"}', 'Thử khóa', '');
  await see('Tệp khóa không đúng dạng');
  expect(asked).toEqual([]);
});

test('a box with too few ballots: nothing is handed in, and the member knows what to do', async () => {
  const label = { election: board.uuid, ceremony: board.ceremony, trustee: 1, size: 3, threshold: 2, name: 'Phan Thử Một' };
  const complete = await inPlace.run('sealKeyfile', { label, secrets: { seed: makeSeed(systemRandom), decryptionKey: '5' }, passphrase: PASS });
  Object.assign(board.members[0]!, { done: 'drill' });
  board.state = 'closed';
  const few = async () => {
    throw new Refusal('too-few-ballots', '4');
  };
  const protocol: Protocol = { run: ((task, args, options) => (task === 'decrypt' ? few() : inPlace.run(task, args, options))) as Protocol['run'], close: () => {} };
  show(<Trustee api={tokenApi('thanhvien1')} start={() => protocol} hasToken every={20} />);
  await see('Máy này tải toàn bộ kho phiếu');
  await openFile(complete, 'Kiểm tra kho phiếu');
  await see('Có ít hơn 5 lá phiếu: không kiểm', 60_000);
  await see('Phần khóa chưa được dùng, chưa nộp gì.');
  await see('có 4 lá phiếu được tính. Báo cho người chủ trì');
  expect(button('Kiểm tra kho phiếu').disabled).toBe(false);
  expect(posted()).toEqual([]);
});

test('a new ceremony forgets the old secrets and says what to do with the old file', { timeout: 120_000 }, async () => {
  open();
  await makeFirstFile();
  await see('Đang chờ các thành viên khác');
  board.resetCeremony();
  await see('Việc tạo khóa được làm lại từ đầu');
  await see('Ít nhất 12 ký tự');
});

test('an answer asked for before a step was finished does not turn the page back', async () => {
  Object.assign(board.members[0]!, { done: 'drill' });
  const gates: (() => void)[] = [];
  const real = globalThis.fetch;
  let stale: Response | null = null;
  vi.stubGlobal('fetch', async (address: string, init?: RequestInit) => {
    const answer = await real(address, init);
    if (address.endsWith('/trustee') && stale === null) {
      stale = answer;
      await new Promise<void>((go) => gates.push(go));
    }
    return answer;
  });
  open('thanhvien1', 30);
  await see('Khóa đã sẵn sàng'); // from the second look; the first still hangs
  board.state = 'open';
  await see('Đang bỏ phiếu');
  gates[0]!();
  await vi.waitFor(() => expect(stale!.bodyUsed).toBe(true));
  expect(document.body.textContent).toContain('Đang bỏ phiếu');
});

test('links: none, wrong', async () => {
  open('');
  await see('Liên kết chưa đầy đủ');
  open('sai');
  await see('Liên kết không còn dùng được');
  expect(() => button('Thử lại')).toThrow();
});
