// @vitest-environment happy-dom
// The app as people meet it: signing in, what the role lets them see, a session that runs out.
import { afterEach, describe, expect, test } from 'vitest';
import { App } from '../../src/office/app';
import { show, type Stage } from './stage';

let stage: Stage;
afterEach(() => stage.leave());

const menuOf = (on: Stage) => on.find('nav.menu').then((menu) => [...menu.querySelectorAll('a')].map((link) => link.textContent));

describe('signing in', () => {
  test('a wrong password says so and keeps what was typed; the right one opens the pages of the role', async () => {
    stage = show(<App />);
    await stage.type('Tên đăng nhập', 'vanphong');
    await stage.type('Mật khẩu', 'sai mat khau');
    (await stage.find('form')).dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    await stage.find('[role=alert]', 'Tên đăng nhập hoặc mật khẩu không đúng.');
    expect((document.querySelector('input[type=password]') as HTMLInputElement).value).toBe('sai mat khau');
    await stage.type('Mật khẩu', stage.server.password);
    (await stage.find('form')).dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    await stage.find('a', 'Kiểm điểm, đánh giá, xếp loại năm 2026');
    expect(await menuOf(stage)).toEqual(['Đợt đánh giá', 'Danh sách người']);
  });

  test('somebody signed in goes on where the address says; signing out ends it', async () => {
    stage = show(<App />, { login: 'quantri', hash: '#/accounts' });
    await stage.find('td', 'Hồ Kiểm Tra Thử');
    await stage.click('button', 'Đăng xuất');
    await stage.find('h1', 'Đăng nhập');
    expect(stage.session.login).toBeNull();
  });

  test('in English', async () => {
    stage = show(<App />, { language: 'en' });
    await stage.find('h1', 'Sign in');
  });
});

describe('rights', () => {
  test('a page of another role says for whom it is, and the way out', async () => {
    stage = show(<App />, { login: 'cutru', hash: '#/people' });
    await stage.find('h1', 'Không thuộc quyền xem');
    expect(stage.text()).toContain('Văn phòng, Cấp ủy, Ủy ban kiểm tra');
    await stage.find('a', 'Về trang đầu');
  });

  test.each([['campaigns/camp1'], ['campaigns/camp1/remarks'], ['people'], ['accounts']])('the inspector reads #/%s and finds nothing to press', async (hash) => {
    stage = show(<App />, { login: 'kiemtra', hash: `#/${hash}` });
    await stage.find('main table, main .empty');
    expect([...document.querySelectorAll('main button')].map((button) => button.textContent)).toEqual([]);
  });
});

test('when the session ends, a dialog asks to sign in again and the page stays', async () => {
  stage = show(<App />, { login: 'vanphong', hash: '#/people' });
  await stage.find('td', 'Nguyễn Văn Thử');
  stage.session.login = null;
  await stage.type('Tìm theo tên', 'mẫu');
  await stage.find('dialog', 'Phiên làm việc đã hết');
  await stage.find('h1', 'Danh sách người');
});

test('a fresh server leads to the set-up', async () => {
  stage = show(<App />);
  stage.server.setupNeeded = true;
  stage.leave();
  stage = show(<App />, { hash: '#/setup/TOKEN' });
  await stage.find('h1', 'Thiết lập lần đầu');
  // The fake says that it is set up already; the page must not offer the form then.
  await stage.find('.notice', 'Máy chủ đã được thiết lập.');
});
