// "Is my ballot there?": asks the board for a tracker, from any device, without logging in.
import { useEffect, useState } from 'preact/hooks';
import { ApiError, asApiError, type Client } from '../ui/api';
import { Button, Field } from '../ui/controls';
import { wordLine } from '../ui/format';
import { useText } from '../ui/i18n';
import { ErrorNotice, Notice } from '../ui/notices';
import { Actions, StepHeading } from '../ui/page';
import { hashOfTracker } from './tracker';
import { words } from './words';

interface FindProps {
  api: Client;
  uuid: string;
  /** A tracker to look for at once. */
  tracker?: string;
  onBack: () => void;
}

type Finding = 'idle' | 'looking' | 'counted' | 'replaced' | 'none' | ApiError;

async function find(api: Client, uuid: string, hash: string): Promise<Finding> {
  try {
    const { counted } = await api.get<{ counted: boolean }>(`/elections/${uuid}/ballots/${hash}`);
    return counted ? 'counted' : 'replaced';
  } catch (fault) {
    const error = asApiError(fault);
    return error.code === 'ballot-unknown' ? 'none' : error;
  }
}

export function FindBallot({ api, uuid, tracker: known = '', onBack }: FindProps) {
  const t = useText(words);
  const [tracker, setTracker] = useState(known);
  const [finding, setFinding] = useState<Finding>('idle');
  const [bad, setBad] = useState(false);

  const look = async () => {
    const hash = hashOfTracker(tracker);
    setBad(hash === null);
    if (hash === null) return;
    setFinding('looking');
    setFinding(await find(api, uuid, hash));
  };
  useEffect(() => {
    if (known) void look();
  }, []);

  return (
    <section>
      <StepHeading>{t('findTitle')}</StepHeading>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void look();
        }}
      >
        <Field
          label={t('findLabel')}
          hint={t('findHint')}
          value={tracker}
          onInput={(value) => {
            setTracker(value);
            setFinding('idle');
          }}
          error={bad ? t('findBad') : null}
          rows={2}
          code
        />
        <FindingNotice finding={finding} hash={hashOfTracker(tracker)} />
        <Actions>
          <Button kind="main" submit busy={finding === 'looking'}>
            {t('findGo')}
          </Button>
          <Button kind="quiet" onClick={onBack}>
            {t('back')}
          </Button>
        </Actions>
      </form>
    </section>
  );
}

function FindingNotice({ finding, hash }: { finding: Finding; hash: string | null }) {
  const t = useText(words);
  if (finding === 'idle') return null;
  if (finding === 'looking') return <p role="status">{t('looking')}</p>;
  if (finding === 'counted') return <Notice kind="good" title={t('foundCounted')}>{hash && wordLine(hash)}</Notice>;
  if (finding === 'replaced') return <Notice title={t('foundReplaced')}>{hash && wordLine(hash)}</Notice>;
  if (finding === 'none') return <Notice kind="warning" title={t('foundNone')}>{t('foundNoneNext')}</Notice>;
  return <ErrorNotice error={finding} kept={t('findKept')} next={t('findNext')} />;
}
