// A vote seen by the office, the chair and the inspector: what is next, who must act, and the way there.

import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../ui/controls';
import { formatDay } from '../ui/format';
import { Notice, StepList } from '../ui/notices';
import { useAccount } from './account';
import * as client from './client';
import { voteStateWords } from './codes';
import type { Account, Vote } from './contract';
import { Frame } from './frame';
import type { PageProps } from './pages';
import { isOffice } from './router';
import { useRead, useSay } from './say';
import { Loaded, useLoad } from './state';
import { PublicLinks } from './public_links';
import { stepBody } from './vote_steps';
import { nextTask, stepNote, stepTitle } from './vote_words';

/** What this account may do in this vote. An inspector may do nothing. */
export interface Rights {
  office: boolean;
  chair: boolean;
}

export function rightsIn(vote: Vote, account: Account): Rights {
  return { office: isOffice(account), chair: vote.chair.id === account.id };
}

const POLL_MS = 4000;

export function VotePage({ params }: PageProps) {
  const say = useSay();
  const read = useRead();
  const uuid = params['vote']!;
  const load = useLoad(() => client.vote(uuid), uuid);
  const vote = load.data;

  // Others act on their own machines; their steps appear here without a reload.
  const waiting = vote !== null && vote.state !== 'recorded';
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => document.visibilityState === 'visible' && load.reload(), POLL_MS);
    return () => clearInterval(timer);
  }, [waiting, load.reload]);

  return (
    <Frame
      trail={vote ? [
        { href: '#/campaigns', label: say('Đợt đánh giá', 'Campaigns') },
        { href: `#/campaigns/${encodeURIComponent(vote.campaign_id)}`, label: say('Đợt này', 'This campaign') },
      ] : []}
      title={vote?.name ?? say('Lấy phiếu tín nhiệm', 'Confidence vote')}
      subtitle={vote && `${formatDay(vote.day)} · ${say('chủ trì', 'chair')}: ${vote.chair.name} · ${read(voteStateWords[vote.state])}`}
    >
      <Loaded load={load}>{(known) => <Steps vote={known} onChange={load.put} reload={load.reload} />}</Loaded>
    </Frame>
  );
}

// On a phone the steps that are done fill the first screen.
function goToCurrentStep(): void {
  currentStep()?.scrollIntoView();
  currentStep()?.focus({ preventScroll: true });
}

const currentStep = () => document.querySelector<HTMLElement>('[aria-current="step"]');

interface StepsProps {
  vote: Vote;
  onChange: (vote: Vote) => void;
  reload: () => void;
}

function Steps({ vote, onChange, reload }: StepsProps) {
  const say = useSay();
  const rights = rightsIn(vote, useAccount());
  const task = nextTask(vote, say);
  // What was pressed goes away with its step; the focus goes on to the next one.
  const acted = useRef(false);
  const take = (next: Vote) => {
    acted.current = true;
    onChange(next);
  };
  useEffect(() => {
    if (acted.current && document.activeElement === document.body) currentStep()?.focus({ preventScroll: true });
    acted.current = false;
  }, [vote]);
  return (
    <>
      {task ? (
        <Notice title={say(`Việc tiếp theo: ${task.what}`, `Next: ${task.what}`)}>
          <p>
            {say('Người làm', 'Who acts')}: {task.who}
          </p>
          {(rights.office || rights.chair) && (
            <p class="only-narrow">
              <Button kind="quiet" onClick={goToCurrentStep}>
                {say('Đến bước này', 'Go to this step')}
              </Button>
            </p>
          )}
        </Notice>
      ) : (
        <Notice kind="good" title={say('Lần lấy phiếu này đã xong; kết quả ở trong hồ sơ từng người.', 'This vote is complete; the results are in the records.')} />
      )}
      <StepList
        steps={vote.steps.map((step) => ({
          id: step.id,
          title: stepTitle(step.id, say),
          state: step.state,
          note: stepNote(vote, step, say),
          body: stepBody({ vote, step, rights, onChange: take, reload }),
        }))}
      />
      <PublicLinks vote={vote} />
    </>
  );
}
