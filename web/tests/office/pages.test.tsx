// @vitest-environment happy-dom
// Import, requests and the steps of a vote.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { App } from '../../src/office/app';
import { wordLine } from '../../src/ui/format';
import { BOX } from './fake_server';
import { show, type Stage } from './stage';

let stage: Stage;
afterEach(() => stage.leave());

async function choose(csv: string): Promise<void> {
  const input = await stage.find<HTMLInputElement>('input[type=file]');
  Object.defineProperty(input, 'files', { value: [new File([csv], 'bang.csv')], configurable: true });
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('import', () => {
  test('problems name line, column, value and reason, and there is nothing to write', async () => {
    stage = show(<App />, { login: 'vanphong', hash: '#/people/import' });
    stage.server.preview = {
      ...stage.server.preview,
      problems: [{ line: 3, column: 'Ngày sinh', value: '31/2/1980', code: 'date-invalid', vi: 'Không có ngày này.', en: 'No such day.' }],
    };
    await choose('x');
    const row = await stage.find('tbody tr');
    expect([...row.querySelectorAll('td')].map((cell) => cell.textContent)).toEqual(['Dòng 3', 'Ngày sinh', '31/2/1980', 'Không có ngày này.']);
    expect(stage.none('button', 'Ghi vào danh sách')).toBe(true);
    expect(stage.text()).toContain('Cột không dùngGhi chú');
  });

  test('a good table is written only after the button', async () => {
    stage = show(<App />, { login: 'vanphong', hash: '#/people/import' });
    const sent = vi.spyOn(stage.server, 'handle');
    const paths = () => sent.mock.calls.map(([asked]) => `${asked.method} ${asked.path}`).filter((path) => path.includes('imports'));
    await choose('Mã;Họ và tên\nTH1;Nguyễn Văn Thử\n');
    await stage.find('button', 'Ghi vào danh sách');
    expect(paths()).toEqual(['POST /imports/people/preview']);
    await stage.click('button', 'Ghi vào danh sách');
    await stage.find('.notice', 'Đã ghi vào danh sách.');
    expect(paths()).toEqual(['POST /imports/people/preview', 'POST /imports/people']);
  });

  test('a file that is no table is refused here, nothing is sent', async () => {
    stage = show(<App />, { login: 'vanphong', hash: '#/people/import' });
    await choose('');
    await stage.find('[role=alert]', 'Tệp không có dòng nào.');
  });
});

describe('requests for remarks', () => {
  test('one asked, one exempt; then they stand on the list', async () => {
    stage = show(<App />, { login: 'vanphong', hash: '#/campaigns/camp1/remarks' });
    await stage.click('.choice', 'Nguyễn Văn Thử');
    await stage.click('.choice', 'Phạm Giả Định');
    const select = await stage.find<HTMLSelectElement>('.field select');
    const exempt = [...document.querySelectorAll<HTMLSelectElement>('.field select')].at(-1)!;
    expect(select).not.toBe(exempt);
    exempt.value = 'rotated';
    exempt.dispatchEvent(new Event('change', { bubbles: true }));
    await stage.click('button', 'Gửi yêu cầu cho 2 người');
    await stage.find('h2', 'Đã xin (2)');
    expect(stage.server.requests.map(({ name, state }) => [name, state])).toEqual([['Nguyễn Văn Thử', 'asked'], ['Phạm Giả Định', 'exempt']]);
    await stage.find('td', 'Được luân chuyển');
  });
});

describe('the vote', () => {
  const vote = {
    name: 'Lấy phiếu', day: '2026-12-15', persons: ['person0', 'person1'], chair_id: 'acc-chutri', threshold: 2, slips: 60,
    trustees: [{ name: 'Mai Thử Một', post: '' }, { name: 'Tạ Thử Hai', post: '' }, { name: 'Lý Thử Ba', post: '' }],
  };
  const open = async (login: string, state: 'setup' | 'ready' | 'open' | 'closed' | 'counted') => {
    stage = show(<App />, { login, hash: '#/campaigns' });
    stage.server.addVote(state, vote, 'U1');
    location.hash = '#/votes/U1';
    dispatchEvent(new Event('hashchange'));
    await stage.find('.steps');
  };

  test('the office invites; the link is shown once, whole', async () => {
    await open('vanphong', 'setup');
    await stage.find('.notice', 'Việc tiếp theo: tạo khóa');
    await stage.click('button', 'Tạo liên kết mời: Tạ Thử Hai');
    const link = await stage.find('.link-shown');
    expect(link.textContent).toMatch(/^https?:\/\/[^/]+\/t\/#\w{40,}$/);
  });

  test('the chair sees who is waited for but makes no links', async () => {
    await open('chutri', 'setup');
    expect(stage.none('button', 'Tạo liên kết')).toBe(true);
  });

  test('attendance that cannot be is not sent; without a quorum it says so', async () => {
    await open('chutri', 'ready');
    await stage.type('Triệu tập', '31');
    await stage.type('Có mặt', '32');
    await stage.type('Phát ra', '20');
    await stage.find('.field-error', 'Không thể nhiều hơn số triệu tập.');
    expect((await stage.find<HTMLButtonElement>('button', 'Lưu số liệu')).disabled).toBe(true);
    await stage.type('Có mặt', '20');
    await stage.find('.notice', 'Chưa đủ 2/3');
    (await stage.find('form.numbers')).dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    await stage.find('button', 'Sửa số');
    await stage.click('button', 'Mở bỏ phiếu');
    await stage.click('dialog button', 'Mở bỏ phiếu');
    await stage.find('dialog [role=alert]', 'Chưa đủ hai phần ba');
    expect(stage.server.votes[0]!.state).toBe('ready');
  });

  test('while open only the number of ballots is shown, and only the chair closes', async () => {
    await open('vanphong', 'open');
    expect(stage.text()).toContain('47 phiếu đã thu, trên 47 phiếu phát ra');
    expect(stage.none('button', 'Đóng bỏ phiếu')).toBe(true);
    stage.leave();
    await open('chutri', 'open');
    await stage.click('button', 'Đóng bỏ phiếu');
    expect(stage.server.votes[0]!.state).toBe('open');
    await stage.click('dialog button', 'Đóng bỏ phiếu');
    await stage.find('button', 'Kết thúc kiểm phiếu');
    expect(stage.server.votes[0]!.state).toBe('closed');
  });

  test('after the close the number and the mark of the box are there for all to compare', async () => {
    for (const login of ['chutri', 'vanphong']) {
      await open(login, 'closed');
      const mark = await stage.find('.box-mark');
      expect(mark.querySelector('.box-count')!.textContent).toBe('47');
      expect(mark.textContent).toContain(BOX.head);
      expect(mark.textContent).toContain(wordLine(BOX.head));
      stage.leave();
    }
    await open('chutri', 'open');
    expect(stage.none('.box-mark')).toBe(true);
  });

  test.each([['ready', 'Mở bỏ phiếu'], ['open', 'Đóng bỏ phiếu'], ['closed', 'Kết thúc kiểm phiếu']] as const)('%s: "%s" is for the chair alone', async (state, label) => {
    await open('vanphong', state);
    expect(stage.none('button', label)).toBe(true);
    stage.leave();
    await open('chutri', state);
    await stage.find('button', label);
  });

  test('the inspector has nothing to press in any state', async () => {
    for (const state of ['setup', 'ready', 'open', 'closed', 'counted'] as const) {
      await open('kiemtra', state);
      expect([...document.querySelectorAll('main button')].map((button) => button.textContent), state).toEqual([]);
      stage.leave();
    }
    stage = show(<App />);
  });
});
