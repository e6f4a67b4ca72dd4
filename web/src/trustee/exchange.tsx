// The two steps that need no decision: the polynomial, and putting the key together. Each starts by
// itself as soon as the secrets are in the page and everybody's parts are there.
import { useEffect, useState } from 'preact/hooks';
import type { Protocol } from '../protocol/client';
import type { Json } from '../protocol/json';
import type { Client } from '../ui/api';
import { useText } from '../ui/i18n';
import { ErrorNotice, Progress } from '../ui/notices';
import { StepHeading } from '../ui/page';
import { TryAgain } from '../ui/trouble';
import { SaveKey } from './save_key';
import { fileName, labelOf, seatOf, type Held, type TrusteeStatus } from './status';
import { words } from './words';

interface ExchangeProps {
  api: Client;
  protocol: Protocol;
  status: TrusteeStatus;
  held: Held;
  onStatus: (status: TrusteeStatus) => void;
}

export function Polynomial({ api, protocol, status, held, onStatus }: ExchangeProps) {
  const t = useText(words);
  const [error, setError] = useState<unknown>(null);
  const run = async () => {
    setError(null);
    try {
      const wish = { seed: held.secrets.seed, seat: seatOf(status), certificates: status.certificates ?? [] };
      onStatus(await api.post<TrusteeStatus>('/trustee/polynomial', await protocol.run('makePolynomial', wish)));
    } catch (fault) {
      setError(fault);
    }
  };
  useEffect(() => void run(), []);
  return (
    <section>
      <StepHeading>{t('exchangeTitle')}</StepHeading>
      {error === null ? <Progress label={t('exchanging')} value={null} /> : <Failed error={error} onRetry={() => void run()} />}
    </section>
  );
}

interface CompleteKeyProps extends Omit<ExchangeProps, 'onStatus'> {
  /** The complete file is saved; `message` is what the others are waiting for. */
  onSaved: (message: Json) => Promise<void>;
}

/** Step 3, and again later for whom the complete file got lost: key, complete file, saved. */
export function CompleteKey({ protocol, status, held, onSaved }: CompleteKeyProps) {
  const t = useText(words);
  const [made, setMade] = useState<{ file: string; message: Json } | null>(null);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const run = async () => {
    setError(null);
    try {
      const { seed } = held.secrets;
      const wish = { seed, seat: seatOf(status), certificates: status.certificates ?? [], vinput: status.vinput };
      const { message, decryptionKey } = await protocol.run('finishKey', wish);
      const secrets = { seed, decryptionKey };
      const file = await protocol.run('sealKeyfile', { label: labelOf(status), secrets, passphrase: held.passphrase });
      setMade({ file, message });
    } catch (fault) {
      setError(fault);
    }
  };
  useEffect(() => void run(), []);
  const send = async (message: Json) => {
    setError(null);
    setSending(true);
    try {
      await onSaved(message);
    } catch (fault) {
      setError(fault);
    } finally {
      setSending(false);
    }
  };

  if (error !== null) return <Failed error={error} onRetry={() => void (made ? send(made.message) : run())} />;
  if (sending) return <Progress label={t('sendingStep')} value={null} />;
  if (!made) return <Progress label={t('finishing')} value={null} />;
  return (
    <SaveKey title={t('saveLastTitle')} text={t('saveLastText')} name={fileName(status, true)} file={made.file} onSaved={() => void send(made.message)} />
  );
}

function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useText(words);
  return (
    <>
      <ErrorNotice error={error} kept={t('lostKept')} next={t('exchangeFailedNext')} />
      <TryAgain onRetry={onRetry} />
    </>
  );
}
