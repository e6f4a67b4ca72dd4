// @vitest-environment happy-dom
// The verdict on the record page: one click says why, a figure leads to its entry, the office states what is missing.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { App } from '../../src/office/app';
// Fetched when somebody goes there; here before the clock of a test runs.
import '../../src/office/unit';
import '../../src/record/record';
import { show, type Stage } from '../office/stage';
import { verdict } from './a_verdict';

let stage: Stage;
afterEach(() => stage.leave());

async function open(login: string, hash: string, prepare: (stage: Stage) => void = () => {}): Promise<void> {
  stage = show(<App />, { login });
  stage.server.verdict = verdict;
  prepare(stage);
  location.hash = hash;
  dispatchEvent(new Event('hashchange'));
  await stage.find('h1');
}

const twoStatements = ({ server }: Stage) => {
  server.file('person0', 'stated-facts', 'statement', { topic: 'score', says: { total: '89.996' } }, { kind: 'office', text: 'Văn phòng' }, 'Thử');
  server.file('person0', 'stated-facts', 'statement', { topic: 'tasks', says: { assigned: '20', late: '4' } }, { kind: 'office', text: 'Văn phòng' }, 'Thử');
};

describe('levels', () => {
  test('each with its state in words; one click says why not, with sentence, article and figures', async () => {
    await open('kiemtra', '#/records/camp1/person0', twoStatements);
    await stage.find('.level-list');
    const lines = [...document.querySelectorAll('.level-list > li')].map((line) => line.querySelector('.tag')!.textContent);
    expect(lines).toEqual(['× Không được', '? Chưa đủ căn cứ', '? Chưa đủ căn cứ', '✓ Được']);
    expect(stage.text()).toContain('366-QĐ/TW, Quy định về kiểm điểm');
    const details = document.querySelector<HTMLDetailsElement>('.level-list details')!;
    expect(details.open).toBe(false);
    await stage.click('.level-list summary', 'Vì sao không được?');
    expect(details.open).toBe(true);
    expect(details.textContent).toContain('Đúng hạn 16/20 nhiệm vụ');
    expect(details.textContent).toContain('366-QĐ/TW Điều 11');
    expect(details.textContent).toContain('tổng điểm: 89,996');
    expect(details.textContent).not.toContain('Còn 1 đơn thư');
    expect(stage.none('.state-fact')).toBe(true); // an inspector changes nothing
  });

  test('a figure leads to its entry and the focus moves there', async () => {
    await open('kiemtra', '#/records/camp1/person0', twoStatements);
    const link = await stage.find<HTMLAnchorElement>('.level-list a', 'mục 2');
    Element.prototype.scrollIntoView = vi.fn();
    link.click();
    const line = document.getElementById('entry-2')!;
    expect(document.activeElement).toBe(line);
    expect(line.textContent).toContain('Nhiệm vụ được giao: số nhiệm vụ được giao 20; số nhiệm vụ chậm hạn 4.');
    expect(link.getAttribute('href')).toBe('#/records/camp1/person0/entry/2');
  });

  test('the address of an entry opens the record there', async () => {
    Element.prototype.scrollIntoView = vi.fn();
    await open('kiemtra', '#/records/camp1/person0/entry/1', twoStatements);
    await stage.find('#entry-1');
    await vi.waitFor(() => expect(document.activeElement?.id).toBe('entry-1'));
  });

  test('groups by what has to be done; what could not be told is folded away', async () => {
    await open('dangvien', '#/records/camp1/person0', twoStatements);
    await stage.find('.level-list');
    expect([...document.querySelectorAll('.finding-group h3')].map((each) => each.textContent)).toEqual(['× Không được làm (1)', '○ Còn thiếu (1)', '▲ Đã sát giới hạn (1)', '! Lưu ý (1)']);
    const folded = await stage.find<HTMLDetailsElement>('details.finding-group', 'Chưa đủ dữ liệu để xét (2)');
    expect(folded.open).toBe(false);
    expect(folded.textContent).toContain('vai trò ở nơi được xếp loại');
    expect(stage.none('a', 'Cả đơn vị')).toBe(true); // a member sees the own record only
  });

  test('without a regulation the record still stands', async () => {
    await open('kiemtra', '#/records/camp1/person0', (s) => (twoStatements(s), (s.server.verdict = null)));
    await stage.find('[role=alert]', 'Không có quy định về xếp loại');
    await stage.find('#entry-2');
  });
});

describe('stating a fact', () => {
  const choose = async (id: string) => {
    const select = await stage.find<HTMLSelectElement>('.state-fact select');
    select.value = id;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await new Promise((drawn) => setTimeout(drawn));
  };

  test('what stands is offered, what would change is shown first, then it is filed as an entry', async () => {
    await open('vanphong', '#/records/camp1/person0', twoStatements);
    await choose('tasks');
    expect((await stage.find<HTMLInputElement>('.state-fact input')).value).toBe('20');
    await stage.type('Số nhiệm vụ chậm hạn', '5');
    await stage.click('button', 'Xem trước thay đổi');
    expect((await stage.find('.what-if')).textContent).toContain('Hoàn thành tốt nhiệm vụ: ✓ Được →thành × Không được');
    expect(stage.server.stated).toEqual([]);
    await stage.click('button', 'Ghi vào hồ sơ');
    await stage.find('.notice.good', 'Đã ghi thành mục 3');
    expect(stage.server.stated).toEqual([{ topic: 'tasks', says: { assigned: '20', late: '5' } }]);
    await stage.find('#entry-3', 'số nhiệm vụ chậm hạn 5');
  });

  test('what is missing is said here, what does not fit is said by the server; nothing is filed', async () => {
    await open('vanphong', '#/records/camp1/person0');
    await choose('shortcomings');
    await stage.click('button', 'Ghi vào hồ sơ');
    await stage.find('[role=alert]', 'số hạn chế; đã khắc phục');
    await choose('tasks');
    await stage.type('Số nhiệm vụ chậm hạn', 'bốn');
    await stage.click('button', 'Ghi vào hồ sơ');
    await stage.find('[role=alert]', '/says/late Phải là số.');
    expect(stage.server.stated).toEqual([]);
  });

  test('what a rule waits for opens the form at its topic; a list has items with numbers of their own', async () => {
    Element.prototype.scrollIntoView = vi.fn();
    await open('vanphong', '#/records/camp1/person0');
    await stage.click('.finding-group button', 'Ghi vai trò');
    const select = await stage.find<HTMLSelectElement>('.state-fact select');
    await vi.waitFor(() => expect(select.value).toBe('posts'));
    await vi.waitFor(() => expect(document.activeElement).toBe(select));
    await stage.click('button', 'Thêm một mục');
    await stage.click('button', 'Thêm một mục');
    await stage.click('button', 'Bỏ mục 1');
    expect(stage.none('legend', 'Mục 1')).toBe(true);
    expect((await stage.find('fieldset.item')).textContent).toContain('Đảng bộ Sở Thử Nghiệm / Chi bộ Phòng Kế hoạch');
  });
});

describe('the unit', () => {
  test('how many may be best, who has it and who claims it, everybody with a way to the record', async () => {
    await open('kiemtra', '#/campaigns/camp1/units/plan');
    const caps = (await stage.find('.caps')).textContent!;
    for (const part of ['Hoàn thành xuất sắc nhiệm vụ', '6 (1 người chưa có mức)', '× vượt 1', 'Nguyễn Văn Thử (đang xếp)', 'Trần Thị Mẫu (tự nhận)']) expect(caps).toContain(part);
    expect(stage.text()).toContain('Được coi là chi bộ (không có đơn vị bên dưới).');
    await stage.find('h3', 'Không được làm (1)');
    const rows = [...document.querySelectorAll('table:not(.caps) tbody tr')];
    expect(rows).toHaveLength(2);
    expect(rows[1]!.textContent).toContain('không xếp loại');
    expect(rows[0]!.querySelector('a')!.getAttribute('href')).toBe('#/records/camp1/person0');
  });

  test('is not for a member', async () => {
    await open('dangvien', '#/campaigns/camp1/units/plan');
    expect(stage.none('.caps')).toBe(true);
  });

  test('the campaign leads there', async () => {
    await open('vanphong', '#/campaigns/camp1');
    const link = await stage.find('a', 'Chi bộ Phòng Kế hoạch');
    expect(link.getAttribute('href')).toBe('#/campaigns/camp1/units/plan');
  });
});
