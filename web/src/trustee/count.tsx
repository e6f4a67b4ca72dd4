// The count: the whole archive is downloaded, verified and added up on this device. The figures are
// shown before the share leaves, so that members notice when the server shows each of them another
// box. A share is made only for the sum that was recomputed here.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { AuditProgress, AuditReport } from '../protocol/audit';
import type { Protocol } from '../protocol/client';
import { fewestBallots } from '../protocol/fewest';
import type { KeyfileSecrets } from '../protocol/keyfile';
import { ApiError, asApiError, type Client } from '../ui/api';
import { Button, Check } from '../ui/controls';
import { formatCount } from '../ui/format';
import { BoxMark } from '../ui/box_mark';
import { Checking, isNoVerdict, NoVerdict, nothingYet } from '../ui/checking';
import { Grouped } from '../ui/grouped';
import { useLanguage, useText } from '../ui/i18n';
import { ErrorNotice, Notice } from '../ui/notices';
import { Actions } from '../ui/page';
import { useKeptFocus } from '../ui/view';
import { seatOf, type TrusteeStatus } from './status';
import { Unlock } from './unlock';
import { words } from './words';

interface CountProps {
  api: Client;
  protocol: Protocol;
  status: TrusteeStatus;
  onStatus: (status: TrusteeStatus) => void;
}

type Stage =
  | { at: 'file' }
  | { at: 'auditing'; progress: AuditProgress }
  | { at: 'stopped' }
  | { at: 'audited'; report: AuditReport; share: string; handing: boolean };

/** The key of the complete file, or made again from the first one. */
async function keyOf(protocol: Protocol, status: TrusteeStatus, secrets: KeyfileSecrets): Promise<string> {
  if (secrets.decryptionKey !== undefined) return secrets.decryptionKey;
  const wish = { seed: secrets.seed, seat: seatOf(status), certificates: status.certificates ?? [], vinput: status.vinput };
  return (await protocol.run('finishKey', wish)).decryptionKey;
}

function checkReport(report: AuditReport, status: TrusteeStatus): void {
  if (!report.hardened) throw new ApiError({ status: 1, code: 'profile-missing', ...words.otherElection });
  if (report.fingerprint !== status.fingerprint) throw new ApiError({ status: 1, code: 'fingerprint-differs', ...words.otherFingerprint });
}

export function Count({ api, protocol, status, onStatus }: CountProps) {
  const t = useText(words);
  const [stage, setStage] = useState<Stage>({ at: 'file' });
  const [error, setError] = useState<unknown>(null);
  const [same, setSame] = useState(false);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const place = useKeptFocus<HTMLDivElement>(stage.at);

  const audit = async (secrets: KeyfileSecrets) => {
    setError(null);
    const { signal } = (stop.current = new AbortController());
    // A share that was made in spite of a Stop is thrown away.
    const tell = (now: Stage) => !signal.aborted && setStage(now);
    tell({ at: 'auditing', progress: nothingYet });
    try {
      const { uuid } = status.vote;
      const decryptionKey = await keyOf(protocol, status, secrets);
      const wish = { source: { url: `/api/v1/elections/${uuid}/archive.bel` }, uuid, trustee: status.index, decryptionKey };
      const { report, share } = await protocol.run('decrypt', wish, {
        progress: (progress) => tell({ at: 'auditing', progress }),
        signal,
      });
      checkReport(report, status);
      setSame(false);
      tell({ at: 'audited', report, share, handing: false });
    } catch (fault) {
      if (signal.aborted) return;
      setError(fault);
      tell({ at: 'file' });
    }
  };
  const cancel = () => {
    stop.current?.abort();
    setStage({ at: 'stopped' });
  };
  const handIn = async (checked: Extract<Stage, { at: 'audited' }>) => {
    setError(null);
    setStage({ ...checked, handing: true });
    try {
      onStatus(await api.postText<TrusteeStatus>('/trustee/share', checked.share));
    } catch (fault) {
      setError(fault);
      setStage({ ...checked, handing: false });
    }
  };

  return (
    <div ref={place}>
      {stage.at === 'auditing' && <Checking progress={stage.progress} counting={t('computing')} onStop={cancel} />}
      {stage.at === 'audited' && (
        <>
          <Audited report={stage.report} />
          {error !== null && <ErrorNotice error={error} kept={t('lostKept')} next={t('stepAgain')} />}
          <Check label={t('sameBox')} checked={same} disabled={stage.handing} onChange={setSame} />
          <Actions>
            <Button kind="main" disabled={!same} busy={stage.handing} onClick={() => void handIn(stage)}>
              {stage.handing ? t('handing') : t('handIn')}
            </Button>
          </Actions>
        </>
      )}
      {(stage.at === 'file' || stage.at === 'stopped') && (
        <>
          {stage.at === 'stopped' && <Notice>{t('auditStopped')}</Notice>}
          {error !== null && <Failed error={error} />}
          <Unlock protocol={protocol} status={status} title={t('countTitle')} text={t('countText')} action={t('count')} onOpen={(secrets) => void audit(secrets)} />
        </>
      )}
    </div>
  );
}

function Failed({ error }: { error: unknown }) {
  const t = useText(words);
  const { code, details } = asApiError(error);
  if (isNoVerdict(code)) return <NoVerdict error={error} kept={t('auditFailed')} />;
  const next = code === 'too-few-ballots' ? t('tooFewNext', { counted: String(details), least: fewestBallots }) : t('auditFailedNext');
  return <ErrorNotice error={error} kept={t('auditFailed')} next={next} />;
}

function Audited({ report }: { report: AuditReport }) {
  const t = useText(words);
  const language = useLanguage();
  return (
    <Notice kind="good" title={t('auditedTitle')}>
      <p>{t('auditedText')}</p>
      <BoxMark box={report.box!} />
      <dl class="facts">
        <dt>{t('auditedReplaced')}</dt>
        <dd>{formatCount(report.ballots.length - report.counted, language)}</dd>
        <dt>{t('auditedWords')}</dt>
        <dd>
          <Grouped text={report.fingerprint} />
        </dd>
      </dl>
    </Notice>
  );
}
