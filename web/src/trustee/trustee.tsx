// The page of one member of the counting committee: asks the server what comes next and shows that.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Protocol } from '../protocol/client';
import { asApiError, type Client } from '../ui/api';
import { formatDay } from '../ui/format';
import { useText } from '../ui/i18n';
import { Loading, Notice } from '../ui/notices';
import { Page, StepHeading } from '../ui/page';
import { LinkFailed, NoToken } from '../ui/trouble';
import { useGuard } from '../ui/view';
import { Count } from './count';
import { Drill } from './drill';
import { CompleteKey, Polynomial } from './exchange';
import { keyChanged } from './own_place';
import { Fingerprint } from './fingerprint';
import { MakeKey } from './make_key';
import { Members, Way } from './members';
import type { Held, TrusteeStatus } from './status';
import { Unlock } from './unlock';
import { words } from './words';

interface TrusteeProps {
  api: Client;
  /** A new worker: the drill must not find anything in the memory of an old one. */
  start: () => Protocol;
  hasToken: boolean;
  every?: number;
}

export function Trustee({ api, start, hasToken, every = 4_000 }: TrusteeProps) {
  const t = useText(words);
  const protocol = useRef<Protocol | null>(null);
  const worker = () => (protocol.current ??= start());
  const [status, setStatus] = useState<TrusteeStatus | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [held, setHeld] = useState<Held | null>(null);
  const [wasReset, setWasReset] = useState(false);
  const [changed, setChanged] = useState(false);
  const last = useRef<TrusteeStatus | null>(null);
  const changes = useRef(0);
  const ended = useRef(false); // the link: another one was made, or the vote is counted

  const forget = () => {
    setHeld(null);
    protocol.current?.close();
    protocol.current = null;
  };
  const take = (next: TrusteeStatus) => {
    setError(null);
    ended.current = false;
    changes.current += 1;
    if (last.current && keyChanged(last.current, next)) setChanged(true);
    const reset = last.current !== null && last.current.ceremony !== next.ceremony;
    if (reset) setWasReset(true);
    if (reset || (next.step === 'drill' && last.current?.step !== 'drill')) forget();
    last.current = next;
    setStatus(next);
  };
  const look = async () => {
    const before = changes.current;
    try {
      const next = await api.get<TrusteeStatus>('/trustee');
      // An answer that was asked for before a step was finished would turn the page back.
      if (changes.current === before) take(next);
    } catch (fault) {
      ended.current = asApiError(fault).status === 401;
      setError(fault);
    }
  };
  useEffect(() => {
    if (!hasToken) return;
    void look();
    const timer = setInterval(() => void (ended.current || look()), every);
    return () => clearInterval(timer);
  }, []);
  // From the secrets to the saved complete file, leaving asks first.
  useGuard(held !== null);

  const vote = status?.vote;
  return (
    <Page title={t('title')} subtitle={vote && `${vote.name} · ${formatDay(vote.day)}`}>
      {!hasToken && <NoToken />}
      {hasToken && status === null && (error === null ? <Loading /> : <LinkFailed error={error} onRetry={() => void look()} />)}
      {status && (
        <>
          <p class="note">{t('whoAmI', { name: status.name, index: status.index, size: status.size, threshold: status.threshold })}</p>
          {error !== null && !ended.current && <Notice kind="warning">{t('polling')}</Notice>}
          {error !== null && ended.current && status.step !== 'done' && <LinkFailed error={error} onRetry={() => void look()} />}
          {wasReset && <Notice kind="warning" title={t('resetTitle')}>{t('resetText')}</Notice>}
          {changed ? (
            <Notice kind="error" title={t('changedTitle')}>{t('changedText')}</Notice>
          ) : (
            <Now key={`${status.ceremony} ${status.step}`} api={api} worker={worker} status={status} held={held} onHeld={setHeld} onStatus={take} />
          )}
          <Members status={status} />
          <Way status={status} />
        </>
      )}
    </Page>
  );
}

interface NowProps {
  api: Client;
  worker: () => Protocol;
  status: TrusteeStatus;
  held: Held | null;
  onHeld: (held: Held) => void;
  onStatus: (status: TrusteeStatus) => void;
}

/** The one thing to do now. */
function Now({ api, worker, status, held, onHeld, onStatus }: NowProps) {
  const t = useText(words);
  const { step } = status;
  const shared = { api, status, onStatus };

  if (step === 'certificate') {
    return (
      <MakeKey
        {...shared}
        protocol={worker()}
        onDone={(next, made) => {
          onHeld(made);
          onStatus(next);
        }}
      />
    );
  }
  // A page that was opened again cannot know whether its seed has answered already, and must not answer twice.
  if (step === 'polynomial' && !held?.fresh) {
    return (
      <section>
        <StepHeading>{t('exchangeTitle')}</StepHeading>
        <Notice kind="warning" title={t('closedTitle')}>{t('closedText')}</Notice>
      </section>
    );
  }
  if (step === 'polynomial' || step === 'key') {
    if (!held) {
      const open = (secrets: Held['secrets'], passphrase: string) => onHeld({ ceremony: status.ceremony, fresh: false, secrets, passphrase });
      return <Unlock protocol={worker()} status={status} title={t('resumeTitle')} text={t('resumeText')} action={t('open')} onOpen={open} />;
    }
    if (step === 'polynomial') return <Polynomial {...shared} protocol={worker()} held={held} />;
    return <CompleteKey {...shared} protocol={worker()} held={held} onSaved={async (message) => onStatus(await api.post<TrusteeStatus>('/trustee/key', message))} />;
  }
  if (step === 'drill') {
    return (
      <>
        <Drill {...shared} protocol={worker()} />
        {status.fingerprint && <Fingerprint text={status.fingerprint} />}
      </>
    );
  }
  if (step === 'share') return <Count {...shared} protocol={worker()} />;
  return <Quiet status={status} />;
}

/** Nothing to do: what is waited for, and whether the page may be closed. */
function Quiet({ status }: { status: TrusteeStatus }) {
  const t = useText(words);
  const mine = status.members.find((member) => member.index === status.index)?.done;
  const [title, text] =
    status.step === 'wait-open'
      ? [t('readyTitle'), t('readyText')]
      : status.step === 'voting'
        ? [t('votingTitle'), t('votingText')]
        : status.step === 'done'
          ? [t('doneTitle'), t('doneText')]
          : [t('waitTitle'), mine === 'certificate' ? t('stayText') : t('waitText')];
  return (
    <section>
      <StepHeading>{title}</StepHeading>
      <Notice kind={status.step === 'wait' || status.step === 'voting' ? 'info' : 'good'}>{text}</Notice>
      {status.fingerprint && status.step !== 'wait' && status.step !== 'done' && <Fingerprint text={status.fingerprint} />}
      {status.step === 'done' && (
        <p>
          <a href={`/v/${status.vote.uuid}`}>{t('doneVerify')}</a>
        </p>
      )}
    </section>
  );
}
