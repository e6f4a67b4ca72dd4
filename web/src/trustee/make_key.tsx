// Step 1: passphrase, seed and certificate, first file. The certificate is handed in only after the
// file is saved: a seed that the others count on must not be lost with a closed page.
import { useState } from 'preact/hooks';
import type { Protocol } from '../protocol/client';
import type { Json } from '../protocol/json';
import type { Client } from '../ui/api';
import { Button } from '../ui/controls';
import { useText } from '../ui/i18n';
import { ErrorNotice, Notice, Progress } from '../ui/notices';
import { Actions, StepHeading } from '../ui/page';
import { Passphrase } from '../ui/passphrase';
import { SaveKey } from './save_key';
import { PASSPHRASE_MIN, fileName, labelOf, lengthOf, seatOf, type Held, type TrusteeStatus } from './status';
import { words } from './words';

interface MakeKeyProps {
  api: Client;
  protocol: Protocol;
  status: TrusteeStatus;
  onDone: (status: TrusteeStatus, held: Held) => void;
}

type Stage =
  | { at: 'passphrase' }
  | { at: 'making'; done: number }
  | { at: 'saving'; file: string; certificate: Json; held: Held }
  | { at: 'sending'; file: string; certificate: Json; held: Held };

export function MakeKey({ api, protocol, status, onDone }: MakeKeyProps) {
  const t = useText(words);
  const [stage, setStage] = useState<Stage>({ at: 'passphrase' });
  const [error, setError] = useState<unknown>(null);

  const make = async (passphrase: string) => {
    setError(null);
    setStage({ at: 'making', done: 0 });
    try {
      const { seed, certificate } = await protocol.run('startCeremony', { seat: seatOf(status) });
      const secrets = { seed };
      const file = await protocol.run('sealKeyfile', { label: labelOf(status), secrets, passphrase }, { progress: ({ done }) => setStage({ at: 'making', done }) });
      setStage({ at: 'saving', file, certificate, held: { ceremony: status.ceremony, fresh: true, secrets, passphrase } });
    } catch (fault) {
      setError(fault);
      setStage({ at: 'passphrase' });
    }
  };
  const send = async (made: Extract<Stage, { at: 'saving' | 'sending' }>) => {
    setError(null);
    setStage({ ...made, at: 'sending' });
    try {
      onDone(await api.post<TrusteeStatus>('/trustee/certificate', made.certificate), made.held);
    } catch (fault) {
      setError(fault);
      setStage({ ...made, at: 'saving' });
    }
  };

  return (
    <>
      {error !== null && <ErrorNotice error={error} kept={t('lostKept')} next={t('stepAgain')} />}
      {stage.at === 'passphrase' && <NewPassphrase onChosen={(passphrase) => void make(passphrase)} />}
      {stage.at === 'making' && <Progress label={t('making')} value={stage.done} />}
      {stage.at === 'saving' && (
        <SaveKey title={t('saveFirstTitle')} text={t('saveFirstText')} name={fileName(status, false)} file={stage.file} onSaved={() => void send(stage)} />
      )}
      {stage.at === 'sending' && <Progress label={t('sendingStep')} value={null} />}
    </>
  );
}

function NewPassphrase({ onChosen }: { onChosen: (passphrase: string) => void }) {
  const t = useText(words);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const short = lengthOf(passphrase) < PASSPHRASE_MIN;
  const differs = passphrase !== again;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!short && !differs) onChosen(passphrase);
      }}
    >
      <StepHeading>{t('makeTitle')}</StepHeading>
      <p>{t('makeText')}</p>
      <Notice kind="warning">{t('warning')}</Notice>
      <Passphrase
        label={t('passphrase')}
        value={passphrase}
        onInput={setPassphrase}
        hint={t('passphraseHint', { least: PASSPHRASE_MIN, length: lengthOf(passphrase) })}
        error={tried && short ? t('tooShort', { least: PASSPHRASE_MIN }) : null}
        again={{ label: t('passphraseAgain'), value: again, onInput: setAgain, error: tried && !short && differs ? t('notSame') : null }}
      />
      <Actions>
        <Button kind="main" submit>
          {t('make')}
        </Button>
      </Actions>
    </form>
  );
}
