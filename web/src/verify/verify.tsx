// Checks an archive, from the server or from a file, and says what that proves.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { AuditProgress, AuditReport } from '../protocol/audit';
import type { Protocol } from '../protocol/client';
import type { ArchiveSource } from '../protocol/tasks';
import { asApiError, type ApiError, type Client } from '../ui/api';
import { Checking, isNoVerdict, NoVerdict, nothingYet } from '../ui/checking';
import { Button, FilePick } from '../ui/controls';
import { formatDay } from '../ui/format';
import { useText } from '../ui/i18n';
import { ErrorNotice, Notice } from '../ui/notices';
import { Actions, Page } from '../ui/page';
import { useKeptFocus } from '../ui/view';
import { Report } from './report';
import { words } from './words';

interface VerifyProps {
  api: Client;
  protocol: Protocol;
  /** Empty: no vote in the address, only files. */
  uuid: string;
}

type Stage =
  | { at: 'start' }
  | { at: 'working'; progress: AuditProgress }
  | { at: 'stopped' }
  | { at: 'holds'; report: AuditReport }
  | { at: 'rejected'; error: ApiError };

export const archiveAddress = (uuid: string): string => `/api/v1/elections/${uuid}/archive.bel`;

export function Verify({ api, protocol, uuid }: VerifyProps) {
  const t = useText(words);
  const [stage, setStage] = useState<Stage>({ at: 'start' });
  const [vote, setVote] = useState<{ name: string; day: string } | null>(null);
  const stop = useRef<AbortController | null>(null);
  // From the button that starts to the one that stops, and back.
  const place = useKeptFocus<HTMLDivElement>(stage.at);

  useEffect(() => {
    // Only for the line below the title: the check itself does not need it.
    if (uuid) api.get<{ name: string; day: string }>(`/elections/${uuid}`).then(setVote, () => {});
    return () => stop.current?.abort();
  }, []);
  const check = async (source: ArchiveSource) => {
    const { signal } = (stop.current = new AbortController());
    // What was stopped, here or by another check, says nothing any more.
    const tell = (now: Stage) => !signal.aborted && setStage(now);
    tell({ at: 'working', progress: nothingYet });
    try {
      const progress = (now: AuditProgress) => tell({ at: 'working', progress: now });
      const report = await protocol.run('audit', { source }, { progress, signal });
      tell({ at: 'holds', report });
    } catch (fault) {
      tell({ at: 'rejected', error: asApiError(fault) });
    }
  };
  const cancel = () => {
    stop.current?.abort();
    setStage({ at: 'stopped' });
  };

  return (
    <Page title={t('title')} subtitle={vote && `${vote.name} · ${formatDay(vote.day)}`}>
      <p>{t('intro')}</p>
      <div ref={place}>
        {stage.at === 'working' && <Checking progress={stage.progress} onStop={cancel} />}
        {stage.at === 'holds' && <Report report={stage.report} />}
        {stage.at === 'stopped' && <Notice>{t('stopped')}</Notice>}
        {stage.at === 'rejected' && <Rejected error={stage.error} />}
        {stage.at !== 'working' && <Choose uuid={uuid} again={stage.at !== 'start'} onCheck={(source) => void check(source)} />}
      </div>
    </Page>
  );
}

function Rejected({ error }: { error: ApiError }) {
  const t = useText(words);
  if (error.code === 'not-fetched') return <ErrorNotice error={error} next={t('notFetchedNext')} />;
  if (isNoVerdict(error.code)) return <NoVerdict error={error} />;
  return (
    <>
      <h2>{t('rejectedTitle')}</h2>
      <ErrorNotice error={error} next={t('rejectedNext')}>
        {typeof error.details === 'string' && error.details !== '' && <p class="note code">{error.details}</p>}
      </ErrorNotice>
    </>
  );
}

interface ChooseProps {
  uuid: string;
  again: boolean;
  onCheck: (source: ArchiveSource) => void;
}

function Choose({ uuid, again, onCheck }: ChooseProps) {
  const t = useText(words);
  return (
    <>
      {uuid && (
        <Actions>
          <Button kind={again ? 'plain' : 'main'} onClick={() => onCheck({ url: archiveAddress(uuid) })}>
            {again ? t('again') : t('start')}
          </Button>
          <a class="button" href={archiveAddress(uuid)} download={`${uuid}.bel`}>
            {t('download')}
          </a>
        </Actions>
      )}
      <section class="panel no-print">
        <h2>{t('fileTitle')}</h2>
        <FilePick label={t('fileLabel')} hint={t('fileHint')} accept=".bel" onFile={(file) => onCheck({ file })} />
      </section>
    </>
  );
}
