// @vitest-environment happy-dom
// A residence officer's way: the list, the form, once more, sent, a second version.
import { afterEach, describe, expect, test } from 'vitest';
import { App } from '../../src/office/app';
import { show, type Stage } from '../office/stage';

let stage: Stage;
afterEach(() => stage.leave());

const submit = async () => (await stage.find('form')).dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));

async function fill(): Promise<void> {
  await stage.type('Thời gian nhận xét', 'năm 2026');
  for (const group of document.querySelectorAll('fieldset.choices')) {
    (group.querySelector('input[value=good]') as HTMLInputElement).click();
    await new Promise((drawn) => setTimeout(drawn));
  }
  await stage.type('Nhận xét chung', 'Hòa nhã với bà con.');
  await stage.type('Chức vụ', 'Bí thư Chi bộ');
}

async function start(): Promise<void> {
  stage = show(<App />, { login: 'cutru', hash: '#/residence' });
  stage.server.ask('person0', '2026-12-05', null);
  stage.server.ask('person1', '2026-11-10', null);
  stage.server.ask('person2', '2026-12-05', { reason: 'barracks' });
}

describe('the list', () => {
  test('what is due first stands first; exempt people are not asked for', async () => {
    await start();
    await stage.find('h2', 'Cần nhận xét (2)');
    expect([...document.querySelectorAll('.rows a')].map((link) => link.textContent)).toEqual(['Trần Thị Mẫu', 'Nguyễn Văn Thử']);
    expect(stage.text()).toContain('đã quá hạn 11 ngày');
    await stage.type('Tìm theo tên', 'nguyen');
    await stage.find('h2', 'Cần nhận xét (1)');
  });
});

describe('the form', () => {
  test('what is missing is said only after going on, and nothing is sent', async () => {
    await start();
    await stage.click('a', 'Nguyễn Văn Thử');
    await stage.find('form');
    expect(stage.text()).not.toContain('Mục này cần có.');
    await submit();
    await stage.find('.field-error', 'Còn 4 mục cần ghi.');
    expect(stage.server.remarks.size).toBe(0);
  });

  test('review, send, and again as a second version that supersedes the first', async () => {
    await start();
    await stage.click('a', 'Nguyễn Văn Thử');
    await stage.find('form');
    await fill();
    await submit();
    await stage.find('.panel', 'Hòa nhã với bà con.');
    expect(stage.server.remarks.size).toBe(0);
    await stage.click('button', 'Gửi nhận xét');
    await stage.find('.notice', 'Đã gửi nhận xét.');
    const sheet = await stage.find('.sheet');
    expect(sheet.textContent).toContain('Bí thư Chi bộ');
    expect(sheet.textContent).toContain('Ngày 21 tháng 11 năm 2026');
    await stage.find('button', 'In để ký');

    await stage.click('button', 'Viết bản mới thay bản này');
    await stage.type('Nhận xét chung', 'Rất hòa nhã.');
    await submit();
    await stage.find('p', 'Bản này sẽ thay bản thứ 1');
    await stage.click('button', 'Gửi nhận xét');
    await stage.find('p', 'Bản thứ 2');
    const entries = stage.server.entries.get('person0')!.filter((entry) => entry.kind === 'remark');
    expect(entries.map((entry) => entry.superseded_by)).toEqual([entries[1]!.seq, null]);
  });

  test('what was being written is there again', async () => {
    await start();
    stage.server.drafts.set('req-person0', { general: 'Đang viết dở', law: { choice: 'fair', note: 'một ý' } });
    await stage.click('a', 'Nguyễn Văn Thử');
    await stage.find('textarea');
    expect((document.querySelector('textarea') as HTMLTextAreaElement).value).toBe('Đang viết dở');
    expect((document.querySelector('input[value=fair]') as HTMLInputElement).checked).toBe(true);
  });
});
