// One voter's way: mark, review, encrypt, send, tracker. The choices live here, in memory, until
// the ballot is sent; the ballot lives here until it is acknowledged.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Protocol } from '../protocol/client';
import type { Counted } from '../protocol/tasks';
import { asApiError, type ApiError, type Client } from '../ui/api';
import { Button } from '../ui/controls';
import { useText } from '../ui/i18n';
import type { NextAddress } from '../ui/new_address';
import { ErrorNotice, Notice, Progress } from '../ui/notices';
import { Actions, StepHeading } from '../ui/page';
import { useGuard } from '../ui/view';
import { countMarked, mark, marksOfBallot, noMarks, type Marks } from './ballot_form';
import type { BallotForm } from './load';
import { Marking } from './marking';
import { NextSlip, useNextSlip } from './next_slip';
import { Received } from './receipt';
import { Review } from './review';
import { Sending, type Receipt, type SendingState } from './sending';
import { words } from './words';

interface BallotProps {
  api: Client;
  protocol: Protocol;
  uuid: string;
  form: BallotForm;
  credential: string;
  reviewing: boolean;
  onReview: () => void;
  /** Back to marking. */
  onBack: () => void;
  onFind: (tracker: string) => void;
  /** The voter is done: the page forgets everything. */
  onFinish: () => void;
  next: NextAddress;
}

type Stage =
  | { at: 'choosing' }
  | { at: 'encrypting'; done: number; total: number }
  | { at: 'sending'; state: SendingState }
  | { at: 'received'; receipt: Receipt }
  | { at: 'refused'; error: ApiError; encrypted: boolean };

export function Ballot({ api, protocol, uuid, form, credential, reviewing, onReview, onBack, onFind, onFinish, next }: BallotProps) {
  const persons = form.view.questions.length;
  const [marks, setMarks] = useState<Marks>(() => noMarks(persons));
  const [stage, setStage] = useState<Stage>({ at: 'choosing' });
  const sending = useRef<Sending | null>(null);

  const underway = stage.at === 'encrypting' || stage.at === 'sending';
  const open = useNextSlip(next, underway);
  const unsent = underway || (stage.at === 'choosing' && countMarked(marks) > 0);
  useGuard(unsent);
  useEffect(() => () => sending.current?.stop(), []);
  useEffect(() => {
    const back = () => void sending.current?.now();
    window.addEventListener('online', back);
    return () => window.removeEventListener('online', back);
  }, []);

  const report = (state: SendingState) => {
    if (state.step === 'received') {
      setMarks(noMarks(persons)); // the choices are not needed any more
      setStage({ at: 'received', receipt: state.receipt });
    } else if (state.step === 'refused') {
      setStage({ at: 'refused', error: state.error, encrypted: true });
    } else {
      setStage({ at: 'sending', state });
    }
  };
  const send = async () => {
    setStage({ at: 'encrypting', done: 0, total: persons });
    try {
      const levels = form.view.questions.map((question) => question.answers.length);
      const wish = { election: form.bytes, credential, marks: marksOfBallot(marks, levels) };
      const progress = ({ done, total }: Counted) => setStage({ at: 'encrypting', done, total });
      const sealed = await protocol.run('makeBallot', wish, { progress });
      sending.current = new Sending(api, uuid, sealed, report);
      await sending.current.now();
    } catch (fault) {
      setStage({ at: 'refused', error: asApiError(fault), encrypted: false });
    }
  };
  // From the latest marks, so that two quick taps are both kept.
  const onMark = (person: number, level: number | null) => setMarks((latest) => mark(latest, person, level));
  const choose = () => {
    setStage({ at: 'choosing' });
    if (reviewing) onBack();
  };

  if (stage.at !== 'choosing') {
    return (
      <>
        {open && underway && <NextSlip open={open} underway />}
        {stage.at === 'received' && (
          <Received receipt={stage.receipt} onFind={() => onFind(stage.receipt.tracker)} onAgain={choose} onFinish={onFinish} />
        )}
        {stage.at === 'refused' && <Refused error={stage.error} encrypted={stage.encrypted} onBack={() => setStage({ at: 'choosing' })} />}
        {(stage.at === 'encrypting' || stage.at === 'sending') && <Underway stage={stage} onNow={() => void sending.current?.now()} />}
        {open && !underway && <NextSlip open={open} underway={false} />}
      </>
    );
  }
  if (reviewing) return <Review view={form.view} marks={marks} onSend={() => void send()} onChange={onBack} />;
  return <Marking view={form.view} marks={marks} onMark={onMark} onReview={onReview} />;
}

function Underway({ stage, onNow }: { stage: Extract<Stage, { at: 'encrypting' | 'sending' }>; onNow: () => void }) {
  const t = useText(words);
  const waiting = stage.at === 'sending' && stage.state.step === 'waiting' ? stage.state.why : null;
  return (
    <section>
      <StepHeading>{t('sendingTitle')}</StepHeading>
      {waiting === null && stage.at === 'encrypting' && <Progress label={t('encrypting')} value={stage.done} max={stage.total} />}
      {waiting === null && stage.at === 'sending' && <Progress label={t('sending')} value={null} />}
      {waiting !== null && (
        <>
          <Notice kind="warning">
            <p>{waiting === 'busy' ? t('busy') : t('lostWhileSending')}</p>
          </Notice>
          <Actions>
            <Button kind="main" onClick={onNow}>
              {t('sendNow')}
            </Button>
          </Actions>
        </>
      )}
    </section>
  );
}

function Refused({ error, encrypted, onBack }: { error: ApiError; encrypted: boolean; onBack: () => void }) {
  const t = useText(words);
  const closed = error.code === 'vote-closed';
  return (
    <section>
      <StepHeading>{t('refusedTitle')}</StepHeading>
      <ErrorNotice
        error={error}
        {...(closed ? {} : { kept: `${encrypted ? '' : `${t('encryptFailed')} `}${t('refusedKept')}` })}
        next={closed ? t('refusedClosedNext') : t('refusedNext')}
      />
      {!closed && (
        <Actions>
          <Button kind="main" onClick={onBack}>
            {t('back')}
          </Button>
        </Actions>
      )}
    </section>
  );
}
