// The fire drill: the stored file and the remembered passphrase open a random test value, before
// anybody votes. Only the complete file will do, and only for a key that the own share is part of.
import { useState } from 'preact/hooks';
import type { Protocol } from '../protocol/client';
import type { Client } from '../ui/api';
import { Button } from '../ui/controls';
import { useText } from '../ui/i18n';
import { ErrorNotice, Notice, Progress } from '../ui/notices';
import { StepHeading } from '../ui/page';
import { CompleteKey } from './exchange';
import { checkOwnPlace } from './own_place';
import type { Held, TrusteeStatus } from './status';
import { Unlock } from './unlock';
import { words } from './words';

interface DrillProps {
  api: Client;
  protocol: Protocol;
  status: TrusteeStatus;
  onStatus: (status: TrusteeStatus) => void;
}

type Stage = { at: 'file' } | { at: 'trying' } | { at: 'incomplete'; held: Held } | { at: 'remaking'; held: Held };

export function Drill({ api, protocol, status, onStatus }: DrillProps) {
  const t = useText(words);
  const [stage, setStage] = useState<Stage>({ at: 'file' });
  const [error, setError] = useState<unknown>(null);

  const attempt = async (secrets: Held['secrets'], decryptionKey: string) => {
    setError(null);
    setStage({ at: 'trying' });
    try {
      await checkOwnPlace(protocol, status, secrets);
      const { id, r } = await api.post<{ id: string; r: string }>('/trustee/drill/start', {});
      const answer = await protocol.run('answerDrill', { decryptionKey, id, r });
      onStatus(await api.post<TrusteeStatus>('/trustee/drill', answer)); // trustee.tsx: nothing that was checked may change
    } catch (fault) {
      setError(fault);
      setStage({ at: 'file' });
    }
  };
  if (stage.at === 'trying') return <Progress label={t('drilling')} value={null} />;
  if (stage.at === 'remaking') {
    return <CompleteKey api={api} protocol={protocol} status={status} held={stage.held} onSaved={async () => setStage({ at: 'file' })} />;
  }
  if (status.trustees === null) {
    return (
      <section>
        <StepHeading>{t('drillTitle')}</StepHeading>
        <p>{t('drillText')}</p>
        <Notice>{t('waitKeys')}</Notice>
      </section>
    );
  }
  return (
    <>
      {error !== null && <ErrorNotice error={error} kept={t('drillFailed')} next={t('fileNext')} />}
      {stage.at === 'incomplete' && (
        <Notice kind="warning" title={t('incomplete')}>
          <p>{t('remakeText')}</p>
          <Button onClick={() => setStage({ at: 'remaking', held: stage.held })}>{t('remake')}</Button>
        </Notice>
      )}
      <Unlock
        protocol={protocol}
        status={status}
        title={t('drillTitle')}
        text={t('drillText')}
        action={t('drill')}
        onOpen={(secrets, passphrase) => {
          if (secrets.decryptionKey !== undefined) void attempt(secrets, secrets.decryptionKey);
          else setStage({ at: 'incomplete', held: { ceremony: status.ceremony, fresh: false, secrets, passphrase } });
        }}
      />
    </>
  );
}
