// "Check again from the ballot box": downloads the archive, verifies all of it in this browser, adds up
// the ballots, and only then compares with what the record says. The server's word is not taken.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { AuditProgress, AuditReport } from '../protocol/audit';
import { Checking, isNoVerdict, nothingYet } from '../ui/checking';
import { Button } from '../ui/controls';
import { useLanguage } from '../ui/i18n';
import { Notice } from '../ui/notices';
import { useKeptFocus } from '../ui/view';
import { Cell } from '../office/cell';
import { archiveAddress } from '../office/client';
import { useSay, type Say } from '../office/say';
import { compare, type Claim, type Compared, type Point } from './compare';

type State =
  | { at: 'ready' }
  | { at: 'running'; progress: AuditProgress }
  | { at: 'done'; report: AuditReport; compared: { claim: Claim; lines: Compared[] }[] }
  | { at: 'failed'; vi: string; en: string; code: string };

export type Audit = (uuid: string, progress: (p: AuditProgress) => void, signal: AbortSignal) => Promise<AuditReport>;

/** The whole verification in the worker; its code is fetched only when somebody asks for it. */
export const auditInWorker: Audit = async (uuid, progress, signal) => {
  const { startProtocol } = await import('../protocol/client');
  const protocol = startProtocol();
  // At once: it ends the worker's helpers with it, and nothing waits for an answer.
  signal.addEventListener('abort', () => protocol.close());
  try {
    return await protocol.run('audit', { source: { url: archiveAddress(uuid) } }, { progress, signal });
  } finally {
    protocol.close();
  }
};

interface RecheckProps {
  /** All about the same vote. */
  claims: readonly Claim[];
  audit?: Audit;
}

export function Recheck({ claims, audit = auditInWorker }: RecheckProps) {
  const say = useSay();
  const language = useLanguage();
  const [state, setState] = useState<State>({ at: 'ready' });
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  // From the button that starts to the one that stops, and back.
  const place = useKeptFocus<HTMLDivElement>(state.at);
  const uuid = claims[0]?.uuid;
  if (!uuid) return null;

  const run = async () => {
    const gone = new AbortController();
    stop.current = gone;
    setState({ at: 'running', progress: nothingYet });
    try {
      const report = await audit(uuid, (progress) => !gone.signal.aborted && setState({ at: 'running', progress }), gone.signal);
      if (!gone.signal.aborted) setState({ at: 'done', report, compared: claims.map((claim) => ({ claim, lines: compare(claim, report) })) });
    } catch (fault) {
      if (!gone.signal.aborted) setState({ at: 'failed', ...asSentence(fault) });
    }
  };
  const cancel = () => {
    stop.current?.abort();
    setState({ at: 'ready' });
  };

  return (
    <div ref={place}>
      {state.at === 'ready' && (
        <div class="recheck no-print">
          <Button onClick={() => void run()}>{say('Kiểm tra lại từ kho phiếu', 'Check again from the ballot box')}</Button>
          <p class="note">
            {say('Máy này tải kho phiếu công khai, kiểm tra từng phiếu và cộng lại. Có thể mất vài phút.', 'This machine downloads the public archive, checks every ballot and adds up again. It may take some minutes.')}
          </p>
        </div>
      )}
      {state.at === 'running' && (
        <div class="recheck">
          <Checking progress={state.progress} onStop={cancel} />
        </div>
      )}
      {state.at === 'failed' && (
        <Notice kind={isNoVerdict(state.code) ? 'warning' : 'error'} title={titleOfFault(state.code, say)}>
          <p>{language === 'vi' ? state.vi : state.en}</p>
          <p class="note">{say(`Mã lỗi khi cần hỗ trợ: ${state.code}`, `Code for support: ${state.code}`)}</p>
          <p class="no-print">
            <Button onClick={() => void run()}>{say('Thử lại', 'Try again')}</Button>
          </p>
        </Notice>
      )}
      {state.at === 'done' && <Outcome report={state.report} compared={state.compared} />}
    </div>
  );
}

/** The archive is blamed only for what stands in it. */
function titleOfFault(code: string, say: Say): string {
  return isNoVerdict(code)
    ? say('Chưa kiểm tra được: lỗi ở trang hoặc trình duyệt này, không phải ở kho phiếu.', 'Not checked yet: the fault is of this page or browser, not of the archive.')
    : say('Không kiểm tra được kho phiếu, hoặc kho phiếu không hợp lệ.', 'The archive could not be checked, or is not valid.');
}

function asSentence(fault: unknown): { vi: string; en: string; code: string } {
  const known = fault as Partial<{ vi: string; en: string; code: string }>;
  if (typeof known?.vi === 'string' && typeof known.en === 'string') return { vi: known.vi, en: known.en, code: known.code ?? 'refused' };
  return { vi: 'Trang này gặp lỗi ngoài dự kiến khi kiểm tra.', en: 'The page met an unexpected fault while checking.', code: 'page-fault' };
}

function Outcome({ report, compared }: { report: AuditReport; compared: { claim: Claim; lines: Compared[] }[] }) {
  const say = useSay();
  const all = compared.every(({ lines }) => lines.every((line) => line.agrees));
  const dropped = report.ballots.length - report.counted;
  return (
    <div class="recheck">
      <Notice
        kind={all ? 'good' : 'error'}
        title={
          all
            ? say('Khớp. Kho phiếu hợp lệ và cho đúng những con số này.', 'It agrees. The archive is valid and gives exactly these figures.')
            : say('KHÔNG KHỚP. Kho phiếu hợp lệ nhưng cho số liệu khác.', 'IT DOES NOT AGREE. The archive is valid but gives other figures.')
        }
      >
        <p>
          {say(
            `Đã kiểm tra ${report.ballots.length} phiếu trong kho, tính ${report.counted}${dropped > 0 ? `, ${dropped} phiếu được thay bằng phiếu sau` : ''}; ${report.shares.length} trong ${report.trustees} người kiểm phiếu đã góp khóa.`,
            `${report.ballots.length} ballots checked, ${report.counted} counted${dropped > 0 ? `, ${dropped} replaced by later ones` : ''}; ${report.shares.length} of ${report.trustees} trustees took part.`,
          )}
        </p>
        {!all && (
          <p>{say('Giữ nguyên trang này, báo ủy ban kiểm tra và so với biên bản kiểm phiếu đã ký.', 'Keep this page, tell the inspectors, and compare with the signed minutes.')}</p>
        )}
      </Notice>
      {compared.map(({ claim, lines }) => (
        <Lines key={claim.question} title={compared.length > 1 ? claim.name : null} lines={compared.length > 1 && lines.every((line) => line.agrees) ? [] : lines} />
      ))}
    </div>
  );
}

function Lines({ title, lines }: { title: string | null; lines: Compared[] }) {
  const say = useSay();
  if (lines.length === 0) return null;
  return (
    <div class="table">
      {title && <h3>{title}</h3>}
      <table class="cards">
        <thead>
          <tr>
            <th>{say('So sánh', 'Compared')}</th>
            <th>{say('Trong hồ sơ', 'In the record')}</th>
            <th>{say('Tính lại', 'Recomputed')}</th>
            <th class="nowrap">{say('Kết luận', 'Outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.point}>
              <td class="lead">{pointText(line.point, say)}</td>
              <Cell label={say('Trong hồ sơ', 'In the record')} code={isHash(line.point)} long={isHash(line.point)}>{line.claimed}</Cell>
              <Cell label={say('Tính lại', 'Recomputed')} code={isHash(line.point)} long={isHash(line.point)}>{line.found}</Cell>
              <Cell label={say('Kết luận', 'Outcome')}><span class="nowrap">{line.agrees ? `✓ ${say('khớp', 'agrees')}` : `× ${say('không khớp', 'differs')}`}</span></Cell>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const isHash = (point: Point) => point === 'vote' || point === 'fingerprint' || point === 'archive';

function pointText(point: Point, say: Say): string {
  switch (point) {
    case 'vote': return say('Lần lấy phiếu', 'Vote');
    case 'fingerprint': return say('Dấu vân tay của lần lấy phiếu', 'Fingerprint of the vote');
    case 'archive': return say('Dấu của kho phiếu', 'Mark of the archive');
    case 'person': return say('Người', 'Person');
    case 'counts': return say('Cao · tín nhiệm · thấp', 'High · trust · low');
    case 'not-counted': return say('Không tính', 'Not counted');
  }
}
