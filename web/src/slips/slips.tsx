// The slip printer's page: make, print, look, publish. In that order, because a published list whose
// slips did not come out of the printer is a vote that cannot take place.
import { useEffect, useState } from 'preact/hooks';
import type { Protocol } from '../protocol/client';
import { asApiError, type Client } from '../ui/api';
import { Button, Check } from '../ui/controls';
import { formatCount, formatDay } from '../ui/format';
import { useLanguage, useText } from '../ui/i18n';
import { ErrorNotice, Loading, Notice, Progress } from '../ui/notices';
import { Actions, Page, StepHeading } from '../ui/page';
import { LinkFailed, NoToken } from '../ui/trouble';
import { useGuard } from '../ui/view';
import { publish } from './publish';
import { PER_SHEET, Sheets } from './sheet';
import type { SlipsStatus } from './status';
import { words } from './words';

interface SlipsProps {
  api: Client;
  protocol: Protocol;
  hasToken: boolean;
  /** Of this page, for the absolute address on the slips. */
  origin: string;
}

interface Made {
  credentials: readonly string[];
  publicCredentials: readonly string[];
}

export function Slips({ api, protocol, hasToken, origin }: SlipsProps) {
  const t = useText(words);
  const [status, setStatus] = useState<SlipsStatus | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const [made, setMade] = useState<Made | null>(null);
  useGuard(made !== null || progress !== null);

  const look = async () => {
    setError(null);
    try {
      setStatus(await api.get<SlipsStatus>('/slips'));
    } catch (fault) {
      setError(fault);
    }
  };
  useEffect(() => {
    if (hasToken) void look();
  }, []);
  const make = async ({ uuid, count }: SlipsStatus) => {
    setProgress(0);
    setError(null);
    try {
      setMade(await protocol.run('makeCredentials', { uuid, count }, { progress: ({ done }) => setProgress(done) }));
    } catch (fault) {
      setError(fault);
    } finally {
      setProgress(null);
    }
  };
  const published = () => {
    setMade(null);
    protocol.close(); // and with it what the worker still holds in memory
    setStatus((old) => old && { ...old, registered: true });
  };

  return (
    <>
      <div class="no-print">
        <Page title={t('title')} subtitle={status && `${status.name} · ${formatDay(status.day)}`}>
          {!hasToken && <NoToken />}
          {hasToken && !status && error === null && <Loading />}
          {error !== null && <LinkFailed error={error} onRetry={() => void look()} />}
          {status?.registered && <Ready count={status.count} />}
          {status && !status.registered && progress !== null && (
            <Progress label={t('making', { done: progress, total: status.count })} value={progress} max={status.count} />
          )}
          {status && !status.registered && progress === null && !made && status.fingerprint !== null && <Start status={status} onStart={() => void make(status)} />}
          {status && !status.registered && !made && status.fingerprint === null && error === null && <NoKeyYet onLook={look} />}
          {status && made && <PrintAndPublish api={api} status={status} made={made} onDone={published} />}
        </Page>
      </div>
      {status && made && <Sheets status={status} address={`${origin}${status.ballot_path}`} credentials={made.credentials} />}
    </>
  );
}

/** Slips carry the fingerprint of the vote, and there is none before the key. */
function NoKeyYet({ onLook }: { onLook: () => Promise<void> }) {
  const t = useText(words);
  const [busy, setBusy] = useState(false);
  const again = async () => {
    setBusy(true);
    await onLook();
    setBusy(false);
  };
  return (
    <section>
      <StepHeading>{t('noKeyTitle')}</StepHeading>
      <Notice>{t('noKeyText')}</Notice>
      <p>{t('noKeyNext')}</p>
      <Actions>
        <Button kind="main" busy={busy} onClick={() => void again()}>
          {t('lookAgain')}
        </Button>
      </Actions>
    </section>
  );
}

function Start({ status, onStart }: { status: SlipsStatus; onStart: () => void }) {
  const t = useText(words);
  const language = useLanguage();
  return (
    <section>
      <StepHeading>{t('startTitle', { count: formatCount(status.count, language) })}</StepHeading>
      <p>{t('startText')}</p>
      <ul>
        <li>{t('needPrinter')}</li>
        <li>{t('needSheets', { sheets: Math.ceil(status.count / PER_SHEET) })}</li>
        <li>{t('needOnce')}</li>
      </ul>
      <Actions>
        <Button kind="main" onClick={onStart}>
          {t('start')}
        </Button>
      </Actions>
    </section>
  );
}

interface PrintProps {
  api: Client;
  status: SlipsStatus;
  made: Made;
  onDone: () => void;
}

function PrintAndPublish({ api, status, made, onDone }: PrintProps) {
  const t = useText(words);
  const language = useLanguage();
  const [printed, setPrinted] = useState(false);
  const [all, setAll] = useState(false);
  const [sharp, setSharp] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const count = formatCount(status.count, language);

  const send = async () => {
    setBusy(true);
    setError(null);
    try {
      await publish(api, status.uuid, made.publicCredentials);
      onDone();
    } catch (fault) {
      setError(fault);
      setBusy(false);
    }
  };
  // What makes the slips printed here useless, and what to do then.
  const code = error === null ? null : asApiError(error).code;
  const lost = code === 'slips-registered' ? t('otherListNext') : code === 'keys-missing' ? t('keyGoneNext') : null;
  return (
    <section>
      <StepHeading>{t('printTitle')}</StepHeading>
      <p>{t('printText')}</p>
      <Button
        kind={printed ? 'plain' : 'main'}
        onClick={() => {
          window.print();
          setPrinted(true);
        }}
      >
        {printed ? t('printAgain') : t('print')}
      </Button>
      <h2>{t('checkTitle')}</h2>
      <Check label={t('checkCount', { count })} checked={all} disabled={!printed} onChange={setAll} />
      <Check label={t('checkSharp')} checked={sharp} disabled={!printed} onChange={setSharp} />
      <p>{t('publishText')}</p>
      {error !== null && <ErrorNotice error={error} {...(lost ? { next: lost } : { kept: t('publishKept'), next: t('publishNext') })} />}
      <Actions>
        <Button kind={printed ? 'main' : 'plain'} disabled={!all || !sharp || lost !== null} busy={busy} onClick={() => void send()}>
          {busy ? t('publishing') : t('publish')}
        </Button>
      </Actions>
    </section>
  );
}

function Ready({ count }: { count: number }) {
  const t = useText(words);
  const language = useLanguage();
  return (
    <section>
      <StepHeading>{t('doneTitle')}</StepHeading>
      <Notice kind="good">{t('doneText', { count: formatCount(count, language) })}</Notice>
      <ol>
        <li>{t('doneCut')}</li>
        <li>{t('doneBox')}</li>
        <li>{t('doneSpare')}</li>
      </ol>
    </section>
  );
}
