// The ballot page: finds out where the vote stands and shows what fits.
import { useEffect, useState } from 'preact/hooks';
import type { Protocol } from '../protocol/client';
import { ApiError, asApiError, type Client } from '../ui/api';
import { Button } from '../ui/controls';
import { formatDay } from '../ui/format';
import { useText } from '../ui/i18n';
import type { NextAddress } from '../ui/new_address';
import { ErrorNotice, Loading, Notice } from '../ui/notices';
import { Page } from '../ui/page';
import { TryAgain } from '../ui/trouble';
import { useView } from '../ui/view';
import type { BoothAddress } from './address';
import { Ballot } from './ballot';
import { CodeEntry } from './code_entry';
import { FindBallot } from './find_ballot';
import { admit, loadForm, type BallotForm, type VoteNotice } from './load';
import { Finished } from './receipt';
import { Secrecy, SecrecyLine } from './secrecy';
import { words } from './words';

interface BoothProps {
  api: Client;
  protocol: Protocol;
  address: BoothAddress;
  /** Milliseconds between two looks at a vote that is not open yet. */
  every?: number;
  /** Holds the next slip back while a ballot is under way. */
  next?: NextAddress;
}

const nobodyNext: NextAddress = { hold: null };

type Stand =
  | { at: 'loading' }
  | { at: 'failed'; error: ApiError }
  | { at: 'waiting' }
  | { at: 'closed' }
  | { at: 'code'; form: BallotForm; first?: { typed: string; problem: unknown } }
  | { at: 'voting'; form: BallotForm; credential: string }
  | { at: 'finished' };

export function Booth({ api, protocol, address, every = 8_000, next = nobodyNext }: BoothProps) {
  const t = useText(words);
  const { view, go, back } = useView<'ballot' | 'review' | 'secrecy' | 'find'>('ballot');
  const [vote, setVote] = useState<VoteNotice | null>(null);
  const [stand, setStand] = useState<Stand>({ at: 'loading' });
  const [tracker, setTracker] = useState('');

  const enter = async (notice: VoteNotice) => {
    const form = await loadForm(api, protocol, notice);
    const typed = address.credential;
    if (typed === null) return setStand({ at: 'code', form });
    try {
      setStand({ at: 'voting', form, credential: await admit(protocol, notice.uuid, form, typed) });
    } catch (problem) {
      setStand({ at: 'code', form, first: { typed, problem } });
    }
    address.credential = null; // from here on only `stand` holds it
  };
  const look = async () => {
    try {
      const notice = await api.get<VoteNotice>(`/elections/${address.uuid}`);
      setVote(notice);
      if (notice.state === 'preparing') setStand({ at: 'waiting' });
      else if (notice.state === 'open') await enter(notice);
      else setStand({ at: 'closed' });
    } catch (fault) {
      const error = asApiError(fault);
      // A page that waits for the opening goes on waiting through a short loss of the network.
      setStand((old) => (old.at === 'waiting' && error.passing ? { at: 'waiting' } : { at: 'failed', error }));
    }
  };
  useEffect(() => void look(), []);
  useEffect(() => {
    if (stand.at !== 'waiting') return;
    const timer = setTimeout(() => void look(), every * (0.75 + Math.random() / 2));
    return () => clearTimeout(timer);
  }, [stand]);

  const findBallot = (known = '') => {
    setTracker(known);
    go('find');
  };
  const finish = () => {
    setStand({ at: 'finished' });
    protocol.close();
    window.close(); // works only where a script or a scanner application opened the page
  };
  const overlaid = view === 'secrecy' || view === 'find';
  return (
    <Page title={t('title')} subtitle={vote && `${vote.name} · ${formatDay(vote.day)}`}>
      {view === 'secrecy' && <Secrecy onBack={back} />}
      {view === 'find' && <FindBallot api={api} uuid={address.uuid} tracker={tracker} onBack={back} />}
      <div hidden={overlaid}>
        {stand.at === 'voting' ? (
          <Ballot
            api={api}
            protocol={protocol}
            uuid={address.uuid}
            form={stand.form}
            credential={stand.credential}
            reviewing={view === 'review'}
            onReview={() => go('review')}
            onBack={back}
            onFind={findBallot}
            onFinish={finish}
            next={next}
          />
        ) : (
          <Before
            stand={stand}
            uuid={address.uuid}
            onRetry={() => {
              setStand({ at: 'loading' });
              void look();
            }}
            onCode={async (form, typed) => {
              setStand({ at: 'voting', form, credential: await admit(protocol, address.uuid, form, typed) });
            }}
          />
        )}
        {vote && (
          <footer class="no-print">
            <SecrecyLine onOpen={() => go('secrecy')} />
            <Button kind="quiet" onClick={() => findBallot()}>
              {t('findLink')}
            </Button>
          </footer>
        )}
      </div>
    </Page>
  );
}

interface BeforeProps {
  stand: Exclude<Stand, { at: 'voting' }>;
  uuid: string;
  onRetry: () => void;
  onCode: (form: BallotForm, typed: string) => Promise<void>;
}

/** Everything that is not the ballot itself. */
function Before({ stand, uuid, onRetry, onCode }: BeforeProps) {
  const t = useText(words);
  if (stand.at === 'loading') return <Loading />;
  if (stand.at === 'finished') return <Finished />;
  if (stand.at === 'failed') return <Failed error={stand.error} onRetry={onRetry} />;
  return (
    <>
      {stand.at === 'waiting' && <Notice title={t('notOpenTitle')}>{t('notOpenText')}</Notice>}
      {stand.at === 'closed' && (
        <>
          <Notice title={t('closedTitle')}>{t('closedText')}</Notice>
          <p>
            <a class="button" href={`/v/${uuid}`}>
              {t('closedVerify')}
            </a>
          </p>
        </>
      )}
      {stand.at === 'code' && (
        <CodeEntry {...(stand.first ? { first: stand.first } : {})} onCode={(typed) => onCode(stand.form, typed)} />
      )}
    </>
  );
}

function Failed({ error, onRetry }: { error: ApiError; onRetry: () => void }) {
  const t = useText(words);
  if (error.code === 'election-unknown') {
    return (
      <Notice kind="warning" title={t('unknownTitle')}>
        {t('unknownText')}
      </Notice>
    );
  }
  const differs = error.code === 'fingerprint-differs';
  return (
    <>
      {differs ? <ErrorNotice error={error} next={t('differsNext')} /> : <ErrorNotice error={error} kept={t('lostText')} next={t('lostNext')} />}
      {!differs && <TryAgain onRetry={onRetry} />}
    </>
  );
}
