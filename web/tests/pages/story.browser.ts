// One whole vote in a browser: key ceremony of three, slips, ballots, count by two, verification.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { BoardServer } from './board_server';
import { accessFaults, launch, openPage, shoot, startSite, type Site } from './browser';

const board = new BoardServer([
  'NGUYỄN THỊ THỬ NGHIỆM — Bí thư Đảng ủy, Chủ tịch Hội đồng thành viên',
  'TRẦN VĂN MẪU — Phó Bí thư Thường trực',
  'LÊ VÍ DỤ — Phó Giám đốc',
  'PHẠM THỊ DÙNG THỬ — Kế toán trưởng',
]);
let site: Site;
let browser: Browser;
let context: BrowserContext;
const allFaults: string[][] = [];
const PASS = 'bốn từ dễ nhớ lắm';

const open = async (path: string): Promise<Page> => {
  const { page, faults } = await openPage(context, site.origin);
  allFaults.push(faults);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(site.origin + path);
  return page;
};
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const see = (page: Page, text: string) => page.getByText(text).first().waitFor();

beforeAll(async () => {
  site = await startSite(board);
  browser = await launch();
  context = await browser.newContext({ acceptDownloads: true, locale: 'vi-VN' });
});
afterAll(async () => {
  await browser?.close();
  site?.stop();
});

const files = new Map<number, string>();

async function saveFile(page: Page): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Lưu tệp khóa')]);
  await page.getByRole('checkbox').last().check();
  return (await download.path())!;
}

test('nothing but help without a whole link', async () => {
  const page = await open('/t/');
  await see(page, 'Liên kết mời chưa đầy đủ');
  await shoot(page, 't0-no-link');
  await page.goto(`${site.origin}/s/`);
  await see(page, 'Liên kết chưa đầy đủ');
  await page.goto(`${site.origin}/b/khongCoCuocNay`);
  await see(page, 'Không tìm thấy lần lấy phiếu này');
  await shoot(page, 'b0-unknown');
  await page.close();
});

test('three members make the key', async () => {
  const pages = await Promise.all([1, 2, 3].map((i) => open(`/t/#thanhvien${i}`)));
  for (const [i, page] of pages.entries()) {
    await page.getByLabel('Mật khẩu của tệp khóa').waitFor();
    if (i === 0) {
      await shoot(page, 't1-passphrase');
      await page.getByLabel('Mật khẩu của tệp khóa').fill('ngắn');
      await press(page, 'Tạo phần khóa');
      await see(page, 'Mật khẩu phải có ít nhất 12 ký tự.');
      await shoot(page, 't1-short');
    }
    await page.getByLabel('Mật khẩu của tệp khóa').fill(PASS);
    await page.getByLabel('Gõ lại mật khẩu').fill(PASS);
    await press(page, 'Tạo phần khóa');
    await page.getByRole('button', { name: 'Lưu tệp khóa' }).waitFor({ timeout: 90_000 });
    if (i === 0) await shoot(page, 't2-save-first');
    files.set(i, await saveFile(page));
    await press(page, 'Tiếp tục');
    if (i === 0) {
      await see(page, 'Đang chờ các thành viên khác');
      await shoot(page, 't3-wait');
    }
  }
  const second = pages[1]!;
  // This one's page is lost after the exchange, and goes on from the saved file.
  await second.getByRole('button', { name: 'Lưu tệp khóa' }).waitFor({ timeout: 90_000 });
  second.on('dialog', (dialog) => void dialog.accept());
  await second.reload();
  await see(second, 'Làm tiếp từ tệp đã lưu');
  await shoot(second, 't4-resume');
  await second.getByLabel('Tệp khóa', { exact: true }).setInputFiles(files.get(0)!);
  await second.getByLabel('Mật khẩu của tệp khóa').fill(PASS);
  await press(second, 'Mở tệp');
  await see(second, 'Tệp này không phải của đồng chí');
  await shoot(second, 't4-other-file');
  await second.getByLabel('Tệp khóa', { exact: true }).setInputFiles(files.get(1)!);
  await press(second, 'Mở tệp');

  for (const [i, page] of pages.entries()) {
    await page.getByText('Lưu tệp khóa hoàn chỉnh').first().waitFor({ timeout: 90_000 });
    await page.getByRole('button', { name: 'Lưu tệp khóa' }).waitFor({ timeout: 90_000 });
    if (i === 0) await shoot(page, 't5-save-complete');
    files.set(i, await saveFile(page));
    await press(page, 'Tiếp tục');
    await page.getByText('Trang đã quên phần khóa').waitFor();
  }
  for (const [i, page] of pages.entries()) {
    if (i === 0) {
      await page.getByText('Dấu vân tay của lần lấy phiếu').waitFor();
      await shoot(page, 't6-drill');
      await page.getByLabel('Tệp khóa', { exact: true }).setInputFiles(files.get(i)!);
      await page.getByLabel('Mật khẩu của tệp khóa').fill('sai mật khẩu rồi');
      await press(page, 'Thử khóa');
      await page.getByText('Mật khẩu sai').waitFor({ timeout: 90_000 });
      await shoot(page, 't6-wrong-passphrase');
    }
    await page.getByLabel('Tệp khóa', { exact: true }).setInputFiles(files.get(i)!);
    await page.getByLabel('Mật khẩu của tệp khóa').fill(PASS);
    await press(page, 'Thử khóa');
    await page.getByText('Khóa đã sẵn sàng').waitFor({ timeout: 90_000 });
    if (i === 0) await shoot(page, 't7-ready');
    expect(JSON.parse(readFileSync(files.get(i)!, 'utf8'))).toMatchObject({ complete: true, trustee: i + 1 });
  }
  expect(board.members.map((m) => m.done)).toEqual(['drill', 'drill', 'drill']);
  await Promise.all(pages.map((page) => page.close()));
});

let slips: { url: string; serial: string }[] = [];

/** Runs in the page, laid out for print: what stands nearer than 2 mm to the cutting line, and QR codes under 25 mm. */
function tooTight(): string[] {
  const mm = 96 / 25.4;
  const faults: string[] = [];
  for (const slip of document.querySelectorAll('.slip')) {
    const cut = slip.getBoundingClientRect();
    for (const part of slip.querySelectorAll('p, li, span, .qr path')) {
      const box = part.getBoundingClientRect();
      const margin = Math.min(box.top - cut.top, cut.bottom - box.bottom, box.left - cut.left, cut.right - box.right) / mm;
      if (margin < 2) faults.push(`${part.textContent} is ${margin.toFixed(1)} mm from the cut`);
      if (part.matches('path') && box.width < 25 * mm) faults.push(`QR code of ${(box.width / mm).toFixed(1)} mm`);
    }
  }
  return faults;
}

test('slips are printed, then published', async () => {
  const page = await open('/s/#inphieu');
  await page.getByText('Tạo và in 20 phiếu').waitFor();
  await shoot(page, 's1-start');
  await press(page, 'Tạo phiếu');
  await page.getByText('Trong hộp in').waitFor({ timeout: 60_000 });
  await shoot(page, 's2-print');
  await page.evaluate(() => (window.print = () => {}));
  await press(page, 'In phiếu');
  await page.getByRole('checkbox').first().check();
  await page.getByRole('checkbox').last().check();
  await shoot(page, 's3-look');
  if (process.env.MINHTIN_SCREENS) {
    await page.pdf({ path: `${process.env.MINHTIN_SCREENS}/slips.pdf`, preferCSSPageSize: true });
  }
  await page.emulateMedia({ media: 'print' });
  expect(await page.evaluate(tooTight)).toEqual([]);
  await page.emulateMedia({ media: 'screen' });
  expect(board.credentials).toBeNull();
  slips = await page.evaluate(() =>
    [...document.querySelectorAll('.slip')].map((slip) => ({
      url: [...slip.querySelectorAll('.slip-code span')].map((s) => s.textContent).join('-'),
      serial: slip.querySelector('.slip-serial')!.textContent!,
    })),
  );
  expect(slips).toHaveLength(20);
  await press(page, 'Công bố danh sách mã');
  await page.getByText('Phiếu đã sẵn sàng').waitFor();
  await shoot(page, 's4-done');
  expect(await page.locator('.slip').count()).toBe(0);
  const sent = board.calls.filter((c) => c.method === 'POST' && c.path.startsWith('/slips')).map((c) => c.body);
  for (const { url } of slips) expect(sent.join()).not.toContain(url.slice(0, 5));
  await page.close();
});

test('voters vote', async () => {
  const page = await open(`/b/${board.uuid}#${slips[0]!.url}`);
  await see(page, 'Chưa đến giờ bỏ phiếu');
  expect(page.url()).toBe(`${site.origin}/b/${board.uuid}`);
  await shoot(page, 'b1-waiting');
  board.open();
  await page.getByText('4 người · đã đánh dấu 0').waitFor({ timeout: 30_000 });
  await shoot(page, 'b2-empty');
  await page.getByRole('group', { name: /TRẦN VĂN MẪU/ }).getByLabel('Tín nhiệm thấp').check();
  await page.getByRole('group', { name: /NGUYỄN/ }).getByLabel('Tín nhiệm', { exact: true }).check();
  await page.getByRole('group', { name: /PHẠM/ }).getByLabel('Tín nhiệm cao').check();
  await shoot(page, 'b3-marked');
  await page.emulateMedia({ colorScheme: 'dark' });
  await shoot(page, 'b3-dark');
  await page.emulateMedia({ colorScheme: null });
  await page.getByRole('button', { name: 'Phiếu được giữ kín thế nào' }).click();
  await see(page, 'Điều không bảo đảm được');
  await shoot(page, 'b4-secrecy');
  await page.goBack();
  await press(page, 'Xem lại phiếu');
  await shoot(page, 'b5-review');
  await page.goBack();
  await page.getByText('4 người · đã đánh dấu 3').waitFor();
  await press(page, 'Xem lại phiếu');
  await page.route('**/ballots', (route) => route.abort());
  await press(page, 'Gửi phiếu');
  await see(page, 'Chưa gửi được vì mất mạng');
  await shoot(page, 'b6-lost');
  await page.unroute('**/ballots');
  board.trouble = ['busy', 'busy'];
  await press(page, 'Gửi lại ngay');
  await see(page, 'Máy chủ đang bận');
  await shoot(page, 'b7-busy');
  await page.getByText('Đã nhận phiếu').waitFor({ timeout: 30_000 });
  await shoot(page, 'b8-received');
  await page.emulateMedia({ media: 'print' });
  await shoot(page, 'b8-printed');
  await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
  await shoot(page, 'b8-dark');
  await page.emulateMedia({ media: null, colorScheme: null });
  await press(page, 'Kiểm tra phiếu có trong hòm');
  await see(page, 'Phiếu có trong hòm và là phiếu được tính.');
  await shoot(page, 'b9-found');
  await page.goBack();
  await press(page, 'Bỏ phiếu lại');
  await page.getByText('4 người · đã đánh dấu 0').waitFor();
  await page.getByRole('group', { name: /LÊ VÍ DỤ/ }).getByLabel('Tín nhiệm cao').check();
  await press(page, 'Xem lại phiếu');
  await press(page, 'Gửi phiếu');
  await see(page, 'Phiếu này thay phiếu trước.');
  await shoot(page, 'b10-replaced');
  await press(page, 'Xong, đóng trang');
  await see(page, 'Trang này không còn giữ gì');
  await shoot(page, 'b11-finished');
  expect(await context.cookies()).toEqual([]);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
  expect(await page.evaluate(async () => (await indexedDB.databases()).length + (await caches.keys()).length)).toBe(0);
  await page.close();
});

test('a voter types the code', async () => {
  const page = await open(`/b/${board.uuid}`);
  await see(page, 'Nhập mã trên phiếu');
  await shoot(page, 'b12-code');
  const field = page.getByLabel('Mã trên phiếu');
  await field.fill('abc0');
  await press(page, 'Vào bỏ phiếu');
  await shoot(page, 'b13-code-wrong');
  await field.fill('1'.repeat(22));
  await press(page, 'Vào bỏ phiếu');
  await see(page, 'Mã trên phiếu không có trong danh sách');
  await shoot(page, 'b14-code-unknown');
  await field.fill(` ${slips[1]!.url.replaceAll('-', '')} `);
  await press(page, 'Vào bỏ phiếu');
  await page.getByText('4 người · đã đánh dấu 0').waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByText('High trust').first().waitFor();
  await shoot(page, 'b15-english');
  await page.getByRole('button', { name: 'Large type' }).click();
  await shoot(page, 'b16-large');
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.getByRole('group', { name: /PHẠM/ }).getByLabel('High trust').check();
  await press(page, 'Review the ballot');
  await press(page, 'Send the ballot');
  await see(page, 'Ballot received');
  await page.close();
});

test('a ballot that comes too late is kept out, and the page says so', async () => {
  const page = await open(`/b/${board.uuid}#${slips[2]!.url}`);
  await page.getByText('4 người · đã đánh dấu 0').waitFor();
  board.close();
  await press(page, 'Xem lại phiếu');
  await shoot(page, 'b17-review-none');
  await press(page, 'Gửi phiếu');
  await see(page, 'Phiếu chưa được nhận');
  await shoot(page, 'b18-too-late');
  await page.reload();
  await see(page, 'Đã hết giờ bỏ phiếu');
  await shoot(page, 'b19-closed');
  await page.close();
});

test('two members count', async () => {
  for (const i of [0, 2]) {
    const page = await open(`/t/#thanhvien${i + 1}`);
    await page.getByText('Máy này tải toàn bộ kho phiếu').waitFor();
    if (i === 0) await shoot(page, 't8-count');
    await page.getByLabel('Tệp khóa', { exact: true }).setInputFiles(files.get(i)!);
    await page.getByLabel('Mật khẩu của tệp khóa').fill(PASS);
    await press(page, 'Kiểm tra kho phiếu');
    await page.getByText('Kho phiếu đúng').waitFor({ timeout: 90_000 });
    if (i === 0) await shoot(page, 't9-audited');
    await page.getByRole('checkbox').last().check();
    await press(page, 'Nộp phần kiểm phiếu');
    await see(page, 'Đã xong phần việc');
    if (i === 0) await shoot(page, 't10-done');
    await page.close();
  }
  board.finish();
});

test('anybody verifies', async () => {
  const page = await open(`/v/${board.uuid}`);
  await see(page, 'Tải và kiểm tra kho phiếu');
  await shoot(page, 'v1-start');
  await press(page, 'Tải và kiểm tra kho phiếu');
  await page.getByText('Kho phiếu đúng, kết quả đúng bằng tổng các phiếu').waitFor({ timeout: 60_000 });
  await page.getByLabel('Mã phiếu', { exact: true }).fill(Buffer.from(board.ballots[0]!.hash, 'hex').toString('base64'));
  await press(page, 'Tìm');
  await see(page, 'đã có phiếu gửi sau thay phiếu này');
  await shoot(page, 'v2-holds');
  await page.emulateMedia({ colorScheme: 'dark' });
  await shoot(page, 'v2-dark');
  await page.emulateMedia({ colorScheme: null });
  const archive = Buffer.from(board.handle('GET', `/elections/${board.uuid}/archive.bel`, null).body as Uint8Array);
  archive[archive.length - 2000]! ^= 1;
  await page.getByLabel('Tệp .bel').setInputFiles({ name: 'sua.bel', mimeType: 'application/octet-stream', buffer: archive });
  await page.getByText('Kho phiếu này không đúng').waitFor({ timeout: 60_000 });
  await shoot(page, 'v3-rejected');
  await page.close();
});

test('no fault, no refused code, no other origin', () => {
  expect(allFaults.flat()).toEqual([]);
});

test('every state of every page keeps the rules of access', () => {
  expect(accessFaults).toEqual([]);
});
