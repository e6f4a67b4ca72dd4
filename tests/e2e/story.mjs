// The whole story of the main job, as people live it: a remark, a secret vote, a count with one member absent, a record.
// Each step is a named test of run.mjs and builds on the one before.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Visitor } from './browser.mjs';
import { shots } from './places.mjs';
import { slipFaults } from './prints.mjs';
import { castByKeyboard, enterAfterAnother, enterByTypedCode, nextSlipWaits, sendTooLate } from './voters.mjs';

const PASSPHRASE = 'bốn từ dễ nhớ lắm';
const COMMITTEE = ['Mai Kiểm Phiếu Thử', 'Tạ Kiểm Phiếu Thử', 'Lý Kiểm Phiếu Thử'];
const LEVELS = ['Tín nhiệm cao', 'Tín nhiệm', 'Tín nhiệm thấp'];
const VOTERS = 12;
const SLIPS = 14;

// What each voter marks, a digit a person: 0 high, 1 trust, 2 low, - not marked. The two last rows are second ballots
// of the first two voters; the third never marks the second person.
const FIRST = ['000', '012', '0-1', '110', '001', '020', '100', '002', '010', '021', '000', '101'];
const AGAIN = { 0: '210', 1: '002' };
const COUNTED = FIRST.map((marks, voter) => AGAIN[voter] ?? marks);
export const expectedCounts = [0, 1, 2].map((person) => ({
  high: COUNTED.filter((m) => m[person] === '0').length,
  trust: COUNTED.filter((m) => m[person] === '1').length,
  low: COUNTED.filter((m) => m[person] === '2').length,
}));

// Half up, two decimals, in integers, with the comma of Vietnamese.
const percent = (count, base) => {
  const hundredths = Math.floor((count * 10000 * 2 + base) / (2 * base));
  return `${Math.floor(hundredths / 100)},${String(hundredths % 100).padStart(2, '0')}`;
};

export class Story {
  constructor({ browser, server, accounts }) {
    Object.assign(this, { browser, server, accounts });
    this.keyFiles = [];
    this.trackers = [];
  }

  visit(path = '/') {
    return Visitor.open(this.browser, this.server.origin, path);
  }

  async as(role) {
    const visitor = await this.visit();
    await visitor.signIn(this.accounts[role]);
    return visitor;
  }

  async api(visitor, path) {
    return visitor.page.evaluate(async (p) => (await fetch(`/api/v1${p}`)).json(), path);
  }

  // ---- people and remarks ----

  async officeImports() {
    const office = await this.as('office');
    await office.look('01-campaigns');
    await office.go('/#/people');
    await office.look('02-people');
    await office.go('/#/people/import');
    const file = (text) => ({ name: 'danh-sach.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    const header = '\ufeffNgày sinh;Họ và tên;Mã;Đơn vị;Chức vụ;Cấp ủy nơi cư trú;Phường/xã\r\n';
    const unit = (await this.api(office, '/units')).units.find((each) => each.parent_id === null).name;
    const committee = (await this.api(office, '/residence-committees')).committees.map((each) => `${each.name};${each.ward}`)[0];
    await office.page.locator('input[type=file]').setInputFiles(file(`${header}31/2/1980;Đào Thị Nhập Thử;E2E1;${unit};Chuyên viên;${committee}\r\n`));
    await office.page.getByText('Dòng 2', { exact: false }).or(office.page.getByText('31/2/1980')).first().waitFor();
    await office.look('03-import-problem');
    await office.page.locator('input[type=file]').setInputFiles(file(`${header}1/2/1980;Đào Thị Nhập Thử;E2E1;${unit};Chuyên viên;${committee}\r\n`));
    await office.page.getByRole('button', { name: 'Ghi vào danh sách' }).waitFor();
    await office.look('04-import-preview');
    await office.press('Ghi vào danh sách');
    await office.see('Đã ghi vào danh sách.');
    await office.look('05-import-written');
    const found = await this.api(office, '/people?q=dao thi nhap');
    assert.equal(found.people.length, 1);
    assert.equal(found.people[0].birth_day, '1980-02-01');
    await office.leave();
  }

  async officeAsksForRemarks() {
    const office = await this.as('office');
    const { campaigns } = await this.api(office, '/campaigns');
    this.campaign = campaigns[0];
    const { people } = await this.api(office, `/campaigns/${this.campaign.id}/people`);
    const committees = (await this.api(office, '/people')).people;
    const ward = this.accounts.residence.committee;
    this.subjects = people
      .filter((person) => person.channels['residence-remark'] === 'not-asked')
      .filter((person) => committees.find((each) => each.id === person.person_id)?.residence_committee?.id === ward)
      .slice(0, 1)
      .concat(people.filter((person) => person.channels['residence-remark'] !== 'not-asked').slice(0, 2));
    const [asked] = this.subjects;
    assert.ok(asked, 'the demo has somebody of this ward who was not asked about');
    await office.go(`/#/campaigns/${this.campaign.id}`);
    await office.look('06-campaign');
    await office.go(`/#/campaigns/${this.campaign.id}/remarks`);
    await office.page.getByRole('checkbox', { name: new RegExp(asked.name) }).check();
    await office.look('07-ask-remarks');
    await office.press('Gửi yêu cầu cho 1 người');
    await office.see('Đã ghi 1 người.');
    await office.look('08-remarks');
    await office.leave();
  }

  async residenceCommitteeRemarks() {
    const officer = await this.as('residence');
    const [asked] = this.subjects;
    await officer.look('09-residence-list');
    await officer.page.getByRole('link', { name: asked.name }).click();
    await officer.settled();
    await officer.page.getByLabel('Thời gian nhận xét').fill('năm 2026');
    await officer.see('Đã lưu bản viết dở');
    const good = officer.page.getByRole('group').getByText('Tốt', { exact: true });
    for (let i = 0; i < (await good.count()); i++) await good.nth(i).click();
    await officer.page.getByLabel('Nhận xét chung').fill('Sống hòa nhã, tham gia đầy đủ.');
    await officer.page.getByRole('textbox', { name: /^Họ và tên/ }).fill('Đinh Cư Trú Thử');
    await officer.page.getByRole('textbox', { name: /^Chức vụ/ }).fill('Bí thư Chi bộ');
    await officer.look('10-residence-form');
    await officer.press('Xem lại trước khi gửi');
    await officer.look('11-residence-review');
    await officer.press('Gửi nhận xét');
    await officer.see('Đã gửi nhận xét');
    await officer.look('12-residence-sent');
    await officer.print('residence-remark');
    await officer.leave();
  }

  // ---- the vote: set-up ----

  async officePreparesVote() {
    const office = await this.as('office');
    await office.go(`/#/campaigns/${this.campaign.id}/new-vote`);
    await office.page.getByLabel('Tên lần lấy phiếu').fill('Lấy phiếu tín nhiệm năm 2026 (thử)');
    for (const person of this.subjects) await office.page.getByRole('checkbox', { name: new RegExp(person.name) }).check();
    await office.page.getByLabel('Chủ trì', { exact: false }).selectOption({ label: this.accounts.chair.name });
    for (const [i, name] of COMMITTEE.entries()) {
      await office.page.getByLabel(`Họ và tên người thứ ${i + 1}`).fill(name);
      await office.page.getByLabel('Chức vụ').nth(i).fill('Ủy viên ban kiểm phiếu');
    }
    await office.page.getByLabel('Cần bao nhiêu người để mở kết quả').fill('2');
    await office.page.getByLabel('Số phiếu in').fill(String(SLIPS));
    await office.look('13-new-vote');
    await office.press('Lập lần lấy phiếu');
    await office.page.waitForURL(/#\/votes\//);
    await office.settled();
    this.uuid = decodeURIComponent(office.page.url().split('#/votes/')[1]);
    this.invitations = [];
    for (const name of COMMITTEE) {
      await office.press(`Tạo liên kết mời: ${name}`);
      await office.page.locator('.link-shown').nth(this.invitations.length).waitFor();
      assert.equal(await office.page.evaluate(() => document.activeElement.textContent), 'Sao chép liên kết', 'the focus goes on to what replaced the button');
      this.invitations.push((await office.page.locator('.link-shown').allTextContents()).at(-1));
    }
    await office.look('14-vote-keys');
    this.invitations = await office.page.locator('.link-shown').allTextContents();
    assert.equal(new Set(this.invitations).size, 3);
    await office.leave();
  }

  pathOf(link) {
    return link.slice(new URL(link).origin.length);
  }

  async saveKeyFile(member) {
    const [download] = await Promise.all([member.page.waitForEvent('download'), member.press('Lưu tệp khóa')]);
    await member.page.getByRole('checkbox').last().check();
    const kept = join(mkdtempSync(join(tmpdir(), 'minhtin-key-')), download.suggestedFilename());
    await download.saveAs(kept);
    return kept;
  }

  async committeeMakesKey() {
    const members = [];
    for (const [i, link] of this.invitations.entries()) {
      const member = await this.visit(this.pathOf(link));
      members.push(member);
      await member.page.getByLabel('Mật khẩu của tệp khóa').fill(PASSPHRASE);
      await member.page.getByLabel('Gõ lại mật khẩu').fill(PASSPHRASE);
      if (i === 0) await member.look('15-trustee-start');
      await member.press('Tạo phần khóa');
      await member.page.getByRole('button', { name: 'Lưu tệp khóa' }).waitFor({ timeout: 120_000 });
      this.keyFiles[i] = await this.saveKeyFile(member);
      await member.press('Tiếp tục');
      if (i === 0) {
        await member.see('Đang chờ các thành viên khác');
        await member.look('16-trustee-wait');
      }
    }
    for (const [i, member] of members.entries()) {
      await member.page.getByText('Lưu tệp khóa hoàn chỉnh').first().waitFor({ timeout: 120_000 });
      await member.page.getByRole('button', { name: 'Lưu tệp khóa' }).waitFor({ timeout: 120_000 });
      if (i === 0) await member.look('17-trustee-complete');
      this.keyFiles[i] = await this.saveKeyFile(member);
      await member.press('Tiếp tục');
      await member.see('Trang đã quên phần khóa');
    }
    this.members = members;
  }

  async committeePassesDrill() {
    // Before everybody has tried the own file, the vote cannot open.
    for (const [i, member] of this.members.entries()) {
      if (i === 0) await member.look('18-trustee-drill');
      await member.page.getByLabel('Tệp khóa', { exact: true }).setInputFiles(this.keyFiles[i]);
      await member.page.getByLabel('Mật khẩu của tệp khóa').fill(PASSPHRASE);
      await member.press('Thử khóa');
      await member.page.getByText('Khóa đã sẵn sàng').waitFor({ timeout: 120_000 });
      if (i === 0) await member.look('19-trustee-ready');
      await member.leave();
    }
  }

  async slipsArePrinted() {
    const office = await this.as('office');
    await office.go(`/#/votes/${this.uuid}`);
    await office.press('Tạo liên kết cho tổ phát phiếu');
    await office.page.locator('.link-shown').first().waitFor();
    const link = (await office.page.locator('.link-shown').allTextContents()).at(-1);
    await office.look('20-vote-slips');
    await office.leave();

    const printer = await this.visit(this.pathOf(link));
    await printer.see(`Tạo và in ${SLIPS} phiếu`);
    await printer.look('21-slips-start');
    const sent = [];
    printer.page.on('request', (request) => sent.push(request.postData() ?? ''));
    await printer.press('Tạo phiếu');
    await printer.page.getByText('Trong hộp in').waitFor({ timeout: 60_000 });
    await printer.page.evaluate(() => (window.print = () => {}));
    await printer.press('In phiếu');
    await printer.print('slips');
    assert.deepEqual(await slipFaults(printer.page), []);
    await printer.look('22-slips-print');
    this.slips = await printer.page.evaluate(() =>
      [...document.querySelectorAll('.slip')].map((slip) => [...slip.querySelectorAll('.slip-code span')].map((s) => s.textContent).join('-')),
    );
    assert.equal(new Set(this.slips).size, SLIPS);
    for (const box of await printer.page.getByRole('checkbox').all()) await box.check();
    await printer.press('Công bố danh sách mã');
    await printer.see('Phiếu đã sẵn sàng');
    await printer.look('23-slips-done');
    for (const slip of this.slips) assert.ok(!sent.join().includes(slip.slice(0, 11)), 'a private credential left the page');
    await printer.leave();
  }

  // ---- the vote: voting ----

  async chairOpens() {
    const early = await this.visit(`/b/${this.uuid}#${this.slips[0]}`);
    await early.see('Chưa đến giờ bỏ phiếu');
    await early.look('24-booth-early');
    await early.leave();
    const chair = await this.as('chair');
    await chair.go(`/#/votes/${this.uuid}`);
    await chair.press('Đến bước này');
    await chair.page.getByLabel('Triệu tập').fill('15');
    await chair.page.getByLabel('Có mặt').fill('12');
    await chair.page.getByLabel('Phát ra').fill('12');
    await chair.press('Lưu số liệu');
    await chair.look('25-vote-ready');
    await chair.changesMind('Mở bỏ phiếu');
    await chair.confirm('Mở bỏ phiếu');
    await chair.see('phiếu đã thu');
    assert.equal(await chair.page.evaluate(() => document.activeElement.getAttribute('aria-current')), 'step');
    await chair.look('26-vote-open');
    await chair.leave();
  }

  /** Marks and sends from an open ballot page. */
  async cast(voter, marks, { look, drop = false, keys = false } = {}) {
    if (keys) await castByKeyboard(voter, marks, LEVELS);
    else await this.castByTouch(voter, marks, look, drop);
    const tracker = (await voter.page.locator('main').innerText()).match(/[A-Za-z0-9+/]{43}/)?.[0];
    assert.ok(tracker, 'the page shows the tracker');
    this.trackers.push(tracker);
  }

  async castByTouch(voter, marks, look, drop) {
    await voter.see('3 người · đã đánh dấu 0');
    if (look) await voter.look('27-booth-empty');
    for (const [i, mark] of [...marks].entries()) {
      if (mark !== '-') await voter.page.getByRole('group').nth(i).getByLabel(LEVELS[Number(mark)], { exact: true }).check();
    }
    if (look) await voter.look('28-booth-marked');
    await voter.press('Xem lại phiếu');
    if (look) await voter.look('29-booth-review');
    if (drop) await voter.page.route('**/ballots', (route) => route.abort());
    await voter.press('Gửi phiếu');
    if (drop) {
      await voter.see('Chưa gửi được vì mất mạng');
      await voter.look('30-booth-lost');
      await nextSlipWaits(voter, this.uuid, this.slips[5]);
      await voter.page.unroute('**/ballots');
      await voter.press('Gửi lại ngay');
    }
    await voter.page.getByText('Đã nhận phiếu').waitFor();
    if (look) await voter.look('31-booth-received');
  }

  async votersVote() {
    for (let i = 0; i < VOTERS; i++) {
      const typed = i === 6;
      const shared = i === 7;
      const opened = this.slips[shared ? 5 : i];
      const voter = await this.visit(`/b/${this.uuid}${typed ? '' : `#${opened}`}`);
      if (typed) await enterByTypedCode(voter, this.slips[i]);
      if (shared) await enterAfterAnother(voter, this.uuid, opened, this.slips[i]);
      await this.cast(voter, FIRST[i], { look: i === 2, drop: i === 4, keys: i === 3 });
      // With the code of the one before, this would have been that person's second ballot.
      if (shared) assert.ok(!(await voter.page.locator('main').innerText()).includes('Phiếu này thay phiếu trước.'));
      if (AGAIN[i]) {
        await voter.press('Bỏ phiếu lại');
        await this.cast(voter, AGAIN[i]);
        await voter.see('Phiếu này thay phiếu trước.');
      }
      await voter.press('Kiểm tra phiếu có trong hòm');
      await voter.see('Phiếu có trong hòm và là phiếu được tính.');
      if (i === 2) await voter.look('32-booth-found');
      assert.deepEqual(await voter.context.cookies(), []);
      assert.deepEqual(await voter.page.evaluate(async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length]), [0, 0, 0]);
      await voter.leave();
    }
    assert.equal(new Set(this.trackers).size, VOTERS + 2);
  }

  // ---- the vote: counting ----

  async chairCloses() {
    const chair = await this.as('chair');
    await chair.go(`/#/votes/${this.uuid}`);
    await chair.see('phiếu đã thu');
    assert.match(await chair.page.locator('.big-number').innerText(), /^12\b/);
    const slow = await this.visit(`/b/${this.uuid}#${this.slips[12]}`);
    await slow.page.getByRole('group').first().getByLabel(LEVELS[0], { exact: true }).check();
    await chair.confirm('Đóng bỏ phiếu');
    await chair.look('33-vote-closed');
    await chair.leave();
    await sendTooLate(slow);
    await slow.leave();
    const late = await this.visit(`/b/${this.uuid}#${this.slips[13]}`);
    await late.see('Đã hết giờ bỏ phiếu');
    await late.look('34-booth-closed');
    await late.leave();
  }

  async twoOfThreeCount() {
    for (const i of [0, 2]) {
      const member = await this.visit(this.pathOf(this.invitations[i]));
      await member.page.getByLabel('Tệp khóa', { exact: true }).setInputFiles(this.keyFiles[i]);
      await member.page.getByLabel('Mật khẩu của tệp khóa').fill(PASSPHRASE);
      if (i === 0) await member.look('35-trustee-count');
      await member.press('Kiểm tra kho phiếu');
      await member.page.getByText('Kho phiếu đúng').waitFor({ timeout: 240_000 });
      if (i === 0) await member.look('36-trustee-verified');
      await member.page.getByRole('checkbox').last().check();
      await member.press('Nộp phần kiểm phiếu');
      await member.see('Đã xong phần việc');
      if (i === 0) await member.look('37-trustee-done');
      await member.leave();
    }
    const chair = await this.as('chair');
    await chair.go(`/#/votes/${this.uuid}`);
    await chair.confirm('Kết thúc kiểm phiếu');
    await chair.page.getByRole('link', { name: 'Xem kết quả' }).first().waitFor();
    await chair.confirm('Chuyển kết quả vào hồ sơ');
    await chair.look('38-vote-recorded');
    await chair.leave();
  }

  async resultIsRight() {
    const office = await this.as('office');
    const result = await this.api(office, `/votes/${this.uuid}/result`);
    assert.deepEqual(result.persons.map((person) => person.counts), expectedCounts);
    assert.deepEqual(result.persons.map((person) => person.not_counted), [0, 1, 0].map((_, i) => VOTERS - Object.values(expectedCounts[i]).reduce((a, b) => a + b)));
    assert.deepEqual(result.balance, { summoned: 15, present: 12, issued: 12, collected: 12, valid: 12, invalid: 0 });
    await office.go(`/#/votes/${this.uuid}/result`);
    const text = await office.page.locator('main').innerText();
    for (const counts of expectedCounts) for (const count of Object.values(counts)) assert.ok(text.includes(percent(count, VOTERS)), `${percent(count, VOTERS)} is on the page`);
    await office.look('39-result');
    await office.print('result');
    await office.go(`/#/votes/${this.uuid}/minutes`);
    await office.look('40-minutes');
    await office.print('minutes');
    await office.leave();
  }

  async recordLeadsToSources() {
    const inspector = await this.as('inspector');
    await inspector.go(`/#/records/${this.campaign.id}/${this.subjects[0].person_id}`);
    await inspector.see('Lấy phiếu tín nhiệm năm 2026 (thử)');
    await inspector.look('41-record');
    await inspector.press('Kiểm tra lại từ kho phiếu');
    await inspector.page.getByText('Đã kiểm tra', { exact: false }).waitFor({ timeout: 240_000 });
    await inspector.look('42-record-checked');
    await inspector.print('record');
    const record = await this.api(inspector, `/records/${this.campaign.id}/${this.subjects[0].person_id}`);
    const kinds = record.entries.map((entry) => entry.kind);
    assert.ok(kinds.includes('remark') && kinds.includes('vote-result'), kinds.join());
    const line = record.entries.find((entry) => entry.kind === 'vote-result');
    assert.equal(line.content.archive_hash, createHash('sha256').update(await this.archive()).digest('hex'));
    await inspector.leave();
  }

  async archive() {
    const response = await fetch(`${this.server.origin}/api/v1/elections/${this.uuid}/archive.bel`);
    assert.equal(response.status, 200);
    return Buffer.from(await response.arrayBuffer());
  }

  async anybodyVerifies() {
    const bytes = await this.archive();
    this.archiveFile = resolve(shots, `${this.uuid}.bel`);
    writeFileSync(this.archiveFile, bytes);
    const anybody = await this.visit(`/v/${this.uuid}`);
    await anybody.see('Tải và kiểm tra kho phiếu');
    await anybody.look('43-verify-start');
    await anybody.press('Tải và kiểm tra kho phiếu');
    await anybody.page.getByText('Kho phiếu đúng, kết quả đúng bằng tổng các phiếu').waitFor({ timeout: 240_000 });
    await anybody.page.getByLabel('Mã phiếu', { exact: true }).fill(this.trackers[0]);
    await anybody.press('Tìm');
    await anybody.see('đã có phiếu gửi sau thay phiếu này');
    await anybody.look('44-verify-holds');
    await anybody.leave();
  }

  async memberSeesOwnRecord() {
    const member = await this.as('member');
    await member.look('45-my-records');
    await member.leave();
    const operator = await this.as('operator');
    await operator.go('/#/accounts');
    await operator.look('46-accounts');
    await operator.leave();
  }

  savedFilesHoldNoSecretInClear() {
    for (const file of this.keyFiles) {
      const key = JSON.parse(readFileSync(file, 'utf8'));
      assert.equal(key.complete, true);
      assert.ok(!('seed' in key) && !('decryption_key' in key));
    }
  }
}
