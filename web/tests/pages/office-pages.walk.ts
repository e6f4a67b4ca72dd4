// Every page of the office app at 360 and 1280 px: no complaint of the browser, of axe, or of the width.

import type { Server } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditArchive } from '../../src/protocol/audit';
import { nameIn } from '../../src/record/compare';
import { FakeServer } from '../office/fake_server';
import { archiveOf } from '../protocol/support/vectors';
import { longList } from '../office/workbook';
import { launch, serve, Visitor } from './office-browser';

const fake = new FakeServer();
let browser: Browser;
let server: Server;
let address: string;

beforeAll(async () => {
  const archive = archiveOf('good', 'g02-thr23-revotes');
  await story(archive);
  browser = await launch();
  ({ server, address } = await serve(fake, archive));
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

/** A season in the middle: requests out, one remark in twice, votes in every state. */
async function story(archive: Uint8Array): Promise<void> {
  const post = (login: string, path: string, body: unknown) => fake.handle({ method: 'POST', path, body, login });
  fake.ask('person0', '2026-12-05', null);
  fake.ask('person1', '2026-12-05', null);
  fake.ask('person2', '2026-11-10', null);
  fake.ask('person3', '2026-12-05', { reason: 'rotated', note: 'ở nhà công vụ từ tháng 3' });
  const fields = { period: 'năm 2026', law: { choice: 'good', note: 'Gia đình gương mẫu.' }, meetings: { choice: 'fair', note: '' }, 'meetings-invited': 4, general: 'Hòa nhã với bà con.\nTham gia đều các buổi họp tổ.' };
  const signed_by = { name: 'Đinh Cư Trú Thử', post: 'Bí thư Chi bộ' };
  post('cutru', '/remarks', { request_id: 'req-person0', fields, signed_by });
  post('cutru', '/remarks', { request_id: 'req-person0', fields: { ...fields, meetings: { choice: 'good', note: 'dự 4 buổi' } }, signed_by });
  const vote = (name: string) => ({
    name, day: '2026-12-15', persons: ['person0', 'person1', 'person2', 'person3'], chair_id: 'acc-chutri', threshold: 2, slips: 60,
    trustees: [{ name: 'Mai Kiểm Phiếu Một', post: 'Ủy viên' }, { name: 'Tạ Kiểm Phiếu Hai', post: 'Ủy viên' }, { name: 'Lý Kiểm Phiếu Ba', post: 'Ủy viên' }],
  });
  for (const state of ['setup', 'ready', 'open', 'closed', 'counted'] as const) fake.addVote(state, vote('Lấy phiếu tín nhiệm năm 2026'), `Vote${state}12345`);
  const { report } = await auditArchive(new Blob([archive as BlobPart]).stream());
  const [high = 0, trust = 0, low = 0] = report.result![0]!.map(Number);
  const base = report.counted;
  const share = (n: number) => ((100 * n) / base).toFixed(2);
  fake.file('person0', 'confidence-vote', 'vote-result', {
    vote: 'Lấy phiếu tín nhiệm năm 2026', uuid: report.uuid, question: 0, counts: { high, trust, low }, not_counted: base - high - trust - low,
    base: { kind: 'collected', number: base }, percent: { high: share(high), trust: share(trust), low: share(low) }, band: null,
    archive_hash: report.archiveHash, fingerprint: report.fingerprint, profile: '96-qd-tw', name: nameIn(report.questions[0]!.question),
  }, { kind: 'archive', text: 'Kho phiếu của lần lấy phiếu', archive_hash: report.archiveHash, uuid: report.uuid, question: 0 }, 'Ngô Chủ Trì Thử');
}

describe.each([[360, 740], [1280, 900]])('at %i px', (width, height) => {
  async function visit(login: string, walk: (visitor: Visitor) => Promise<void>): Promise<void> {
    const visitor = await Visitor.open(browser, address, width, height);
    await visitor.signIn(login, fake.password);
    await walk(visitor);
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  }

  test('outside: signing in, a wrong password, the first set-up', async () => {
    const visitor = await Visitor.open(browser, address, width, height);
    await visitor.look('sign-in');
    await visitor.page.getByLabel('Tên đăng nhập').fill('vanphong');
    await visitor.page.getByLabel('Mật khẩu').fill('sai mat khau');
    await visitor.page.getByRole('button', { name: 'Đăng nhập' }).click();
    await visitor.page.getByRole('alert').filter({ hasText: 'không đúng' }).waitFor();
    await visitor.look('sign-in-refused');
    fake.setupNeeded = true;
    await visitor.page.goto('/');
    await visitor.page.reload();
    await visitor.page.getByRole('heading', { name: 'Thiết lập lần đầu' }).waitFor();
    await visitor.look('setup');
    fake.setupNeeded = false;
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });

  test('operator', () => visit('quantri', async (visitor) => {
    await visitor.look('accounts');
    await visitor.page.getByRole('button', { name: 'Mở tài khoản mới' }).click();
    await visitor.page.getByText('viết nhận xét cho người cư trú').click();
    await visitor.look('account-new');
    await visitor.go('#/password');
    await visitor.look('password');
  }));

  test('office', () => visit('vanphong', async (visitor) => {
    await visitor.look('campaigns');
    for (const [hash, name] of [
      ['#/people', 'people'], ['#/campaigns/camp1', 'campaign'], ['#/campaigns/camp1/remarks', 'remarks'],
      ['#/campaigns/camp1/new-vote', 'new-vote'], ['#/votes/Votesetup12345', 'vote-setup'], ['#/votes/Voteready12345', 'vote-ready'],
      ['#/votes/Votecounted12345', 'vote-counted'], ['#/votes/Votecounted12345/result', 'result'],
      ['#/votes/Votecounted12345/minutes', 'minutes'], ['#/records/camp1/person1', 'record-waiting'], ['#/accounts', 'no-right'], ['#/nowhere', 'no-page'],
    ] as const) {
      await visitor.go(hash);
      if (name === 'vote-setup') await visitor.page.getByRole('button', { name: 'Tạo liên kết mời: Tạ Kiểm Phiếu Hai' }).click();
      if (name === 'remarks') await visitor.page.getByText('Hoàng Thí Nghiệm').click();
      await visitor.look(name);
      if (name === 'minutes' || name === 'result') await visitor.print(`${name}-${width}`);
    }
    await visitor.page.emulateMedia({ colorScheme: 'dark' });
    await visitor.go('#/votes/Votecounted12345/result');
    await visitor.look('result-dark');
  }));

  test('office: import', () => visit('vanphong', async (visitor) => {
    await visitor.go('#/people/import');
    await visitor.look('import');
    const choose = () => visitor.page.locator('input[type=file]').setInputFiles({ name: 'danh-sach.csv', mimeType: 'text/csv', buffer: Buffer.from('Mã;Họ và tên\nTH1;Nguyễn Văn Thử\n') });
    const good = fake.preview;
    fake.preview = { ...good, problems: [{ line: 3, column: 'Ngày sinh', value: '31/2/1980', code: 'date-invalid', vi: 'Không có ngày này.', en: 'There is no such day.' }] };
    await choose();
    await visitor.page.getByText('Không có ngày này.').waitFor();
    await visitor.look('import-problems');
    fake.preview = good;
    // A long XLSX is opened here under the real policy, which lets the reader make no worker of its own.
    await visitor.page.locator('input[type=file]').setInputFiles({ name: 'dai.xlsx', mimeType: 'application/zip', buffer: Buffer.from(longList()) });
    await visitor.page.getByText('Đang xem: dai.xlsx').waitFor();
    await visitor.page.getByRole('button', { name: 'Ghi vào danh sách' }).waitFor();
    await choose();
    await visitor.page.getByText('Đang xem: danh-sach.csv').waitFor();
    await visitor.page.getByRole('button', { name: 'Ghi vào danh sách' }).waitFor();
    await visitor.look('import-preview');
    await visitor.page.getByRole('button', { name: 'Ghi vào danh sách' }).click();
    await visitor.page.getByText('Đã ghi vào danh sách.').waitFor();
    await visitor.look('import-written');
  }));

  test('chair', () => visit('chutri', async (visitor) => {
    await visitor.go('#/votes/Voteopen12345');
    await visitor.look('vote-open');
    await visitor.page.getByRole('button', { name: 'Đóng bỏ phiếu' }).click();
    await visitor.look('vote-close-dialog');
    await visitor.go('#/votes/Voteclosed12345');
    await visitor.look('vote-closed');
  }));

  test('inspector: the record, checked again from the archive; no button that changes anything', () => visit('kiemtra', async (visitor) => {
    await visitor.go('#/records/camp1/person0');
    await visitor.page.getByText('Đọc toàn văn').first().click();
    await visitor.look('record');
    await visitor.page.getByRole('button', { name: 'Kiểm tra lại từ kho phiếu' }).click();
    await visitor.page.getByText('Đã kiểm tra', { exact: false }).waitFor({ timeout: 120_000 });
    await visitor.look('record-checked');
    await visitor.print(`record-${width}`);
    await visitor.go('#/votes/Voteready12345');
    const buttons = await visitor.page.locator('main').getByRole('button').allTextContents();
    expect(buttons).toEqual([]);
  }));

  test('residence committee', () => visit('cutru', async (visitor) => {
    await visitor.look('residence-list');
    await visitor.page.getByRole('link', { name: 'Trần Thị Mẫu' }).click();
    await visitor.settled();
    await visitor.page.getByRole('button', { name: 'Xem lại trước khi gửi' }).click();
    await visitor.look('residence-form-missing');
    await visitor.page.getByLabel('Thời gian nhận xét').fill('năm 2026');
    await visitor.page.getByText('Đã lưu bản viết dở').waitFor();
    for (const group of await visitor.page.getByRole('group').filter({ hasText: 'Tốt' }).all()) await group.getByText('Tốt', { exact: true }).click();
    await visitor.page.getByLabel('Nhận xét chung').fill('Sống hòa nhã, tham gia đầy đủ.');
    await visitor.page.getByLabel('Chức vụ').fill('Bí thư Chi bộ');
    await visitor.look('residence-form');
    await visitor.page.getByRole('button', { name: 'Xem lại trước khi gửi' }).click();
    await visitor.page.getByRole('button', { name: 'Gửi nhận xét' }).waitFor();
    await visitor.look('residence-review');
    await visitor.page.getByRole('button', { name: 'Gửi nhận xét' }).click();
    await visitor.page.getByText('Đã gửi nhận xét').first().waitFor();
    await visitor.look('residence-sent');
    await visitor.print(`residence-${width}`);
    // The other width begins from the same story.
    fake.remarks.delete('req-person1');
    Object.assign(fake.requests.find((each) => each.id === 'req-person1')!, { state: 'asked', versions: 0, received_day: null });
  }));

  test('member', () => visit('dangvien', async (visitor) => {
    await visitor.look('my-records');
    await visitor.go('#/campaigns/camp1/self-review');
    await visitor.look('self-review');
    await visitor.page.getByRole('button', { name: 'English' }).click();
    await visitor.look('self-review-en');
  }));
});
