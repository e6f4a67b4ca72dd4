// @vitest-environment happy-dom
// The record of a person, the result and the minutes as they are read.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { App } from '../../src/office/app';
import type { AuditReport } from '../../src/protocol/audit';
import { auditInWorker, Recheck } from '../../src/record/recheck';
import { wordLine } from '../../src/ui/format';
import { BOX } from '../office/fake_server';
import { show, type Stage } from '../office/stage';

let stage: Stage;
afterEach(() => stage.leave());

const vote = {
  name: 'Lấy phiếu năm 2026', day: '2026-12-15', persons: ['person0', 'person1', 'person2', 'person3'], chair_id: 'acc-chutri', threshold: 2, slips: 60,
  trustees: [{ name: 'Mai Thử Một', post: 'Ủy viên' }, { name: 'Tạ Thử Hai', post: '' }, { name: 'Lý Thử Ba', post: '' }],
};

function open(login: string, hash: string, prepare: (stage: Stage) => void): void {
  stage = show(<App />, { login });
  prepare(stage);
  location.hash = hash;
  dispatchEvent(new Event('hashchange'));
}

describe('the record', () => {
  const twice = ({ server }: Stage) => {
    server.ask('person0', '2026-12-05', null);
    for (const general of ['bản đầu', 'bản sau']) {
      server.handle({ method: 'POST', path: '/remarks', login: 'cutru', body: { request_id: 'req-person0', fields: { general }, signed_by: { name: 'Đinh Cư Trú Thử', post: 'Bí thư' } } });
    }
  };

  test('both versions stand there, the older marked; what is missing is said', async () => {
    open('dangvien', '#/records/camp1/person0', twice);
    await stage.find('.notice', 'Hồ sơ còn thiếu');
    const lines = [...document.querySelectorAll('.timeline > li')];
    expect(lines.map((line) => line.className)).toEqual(['', 'superseded', '']);
    expect(lines[0]!.textContent).toContain('bản sau');
    expect(lines[1]!.textContent).toContain('bản đầu');
    expect(lines[1]!.textContent).toContain('đã có bản mới (mục 3)');
    expect(lines.map((line) => line.textContent!.includes('Nguồn: '))).toEqual([true, true, true]);
    await stage.find('a', 'Viết bản tự kiểm điểm');
  });

  test('somebody else may not read it, and the page says so', async () => {
    open('dangvien', '#/records/camp1/person1', twice);
    await stage.find('[role=alert]', 'không được làm việc đó');
  });
});

describe('the result', () => {
  test('balance, base, figures with a comma, the band with its article; another order on request', async () => {
    open('kiemtra', '#/votes/U1/result', ({ server }) => server.addVote('counted', vote, 'U1'));
    await stage.find('.results');
    expect(document.querySelector('.balance')!.textContent).toBe('triệu tập 50có mặt 48phát ra 47thu về 47hợp lệ 47không hợp lệ 0');
    expect(stage.text()).toContain('Tỷ lệ tính trên số phiếu thu về: 47.');
    const names = () => [...document.querySelectorAll('.result-name')].map((each) => each.firstChild!.textContent!.trim());
    expect(names()).toEqual(['Nguyễn Văn Thử', 'Trần Thị Mẫu', 'Lê Ví Dụ', 'Phạm Giả Định']);
    const last = [...document.querySelectorAll('.results > li')].at(-1)!;
    expect(last.textContent).toContain('53,19 %');
    expect(last.textContent).toContain('Trên một nửa phiếu tín nhiệm thấp. (Quy định 96-QĐ/TW, mục sử dụng kết quả)');
    expect(last.querySelector('svg')!.getAttribute('aria-label')).toContain('không tính 1');
    (document.querySelector('input[value=low]') as HTMLInputElement).click();
    await stage.find('.results > li:first-child', 'Phạm Giả Định');
    expect(names()).toEqual(['Phạm Giả Định', 'Lê Ví Dụ', 'Trần Thị Mẫu', 'Nguyễn Văn Thử']);
  });
});

test('the minutes hold every field, in Vietnamese also for those who read English', async () => {
  stage = show(<App />, { login: 'vanphong', language: 'en' });
  stage.server.addVote('counted', vote, 'U1');
  location.hash = '#/votes/U1/minutes';
  dispatchEvent(new Event('hashchange'));
  const text = (await stage.find('.sheet')).textContent!;
  for (const part of [
    'Biên bản kiểm phiếu', 'Đảng bộ Sở Thử Nghiệm', 'ngày 15 tháng 12 năm 2026', 'Quy định 96-QĐ/TW', 'Ngô Chủ Trì Thử',
    'Mai Thử Một, Ủy viên', 'Lý Thử Ba (không tham gia mở kết quả)', '2 trong 3 thành viên (cần 2)',
    'Số người được triệu tập50', 'Số người có mặt48', '2Số phiếu phát ra47', 'Số phiếu thu về47', 'Số phiếu hợp lệ47', 'Số phiếu không hợp lệ0',
    '1940,4324,262553,191', 'Thư ký', 'Chủ trì', 'c0ffee', 'abababab', `47 · ${wordLine(BOX.head)}${BOX.head}`,
  ]) expect(text, part).toContain(part);
});

describe('checking again', () => {
  const claim = { uuid: 'U', question: 0, counts: { high: 2, trust: 1, low: 0 }, not_counted: 1, archive_hash: 'aa', fingerprint: 'f', name: 'Lê Ví Dụ' };
  const report = {
    uuid: 'U', fingerprint: 'f', archiveHash: 'aa', counted: 4, ballots: [1, 2, 3, 4, 5], shares: [1, 3], trustees: 3,
    questions: [{ question: 'LÊ VÍ DỤ — Chủ tịch' }], result: [['2', '1', '0']],
  } as unknown as AuditReport;

  test('agrees', async () => {
    stage = show(<Recheck claims={[claim]} audit={async (_, progress) => (progress({ bytes: 9, size: null, ballots: 1, step: 'Ballot' }), report)} />);
    await stage.click('button', 'Kiểm tra lại từ kho phiếu');
    await stage.find('.notice.good', 'Khớp.');
    expect(stage.text()).toContain('Đã kiểm tra 5 phiếu trong kho, tính 4, 1 phiếu được thay bằng phiếu sau; 2 trong 3');
  });

  test('differs: says which point, with both figures', async () => {
    stage = show(<Recheck claims={[{ ...claim, counts: { high: 3, trust: 0, low: 0 } }]} audit={async () => report} />);
    await stage.click('button', 'Kiểm tra lại');
    await stage.find('.notice.error', 'KHÔNG KHỚP');
    expect((await stage.find('tr', 'không khớp')).textContent).toContain('3 · 0 · 02 · 1 · 0');
  });

  test('an archive that does not hold: the reason and its code', async () => {
    const refusal = Object.assign(new Error(), { code: 'tally-wrong', vi: 'Tổng không đúng.', en: 'The tally is wrong.' });
    stage = show(<Recheck claims={[claim]} audit={async () => Promise.reject(refusal)} />);
    await stage.click('button', 'Kiểm tra lại');
    const notice = await stage.find('.notice.error', 'Tổng không đúng.');
    expect(notice.textContent).toContain('tally-wrong');
  });

  test('can be stopped', async () => {
    let stopped = false;
    stage = show(<Recheck claims={[claim]} audit={(_, __, signal) => new Promise((_done, fail) => signal.addEventListener('abort', () => ((stopped = true), fail(new Error()))))} />);
    await stage.click('button', 'Kiểm tra lại');
    await stage.click('button', 'Dừng');
    await stage.find('button', 'Kiểm tra lại từ kho phiếu');
    expect(stopped).toBe(true);
  });

  test('stops even when the worker is silent, which is ended', async () => {
    const [started, ended] = [vi.fn(), vi.fn()];
    vi.stubGlobal('Worker', class extends EventTarget {
      postMessage = started;
      terminate = ended;
    });
    const abort = new AbortController();
    const answer = auditInWorker('U', () => {}, abort.signal).catch((e: { code: string }) => e.code);
    await vi.waitFor(() => expect(started).toHaveBeenCalled());
    abort.abort();
    expect(await answer).toBe('cancelled');
    expect(ended).toHaveBeenCalled();
    vi.unstubAllGlobals();
  });
});
