// After the server has acknowledged the ballot: the tracker, and what can be done with it.
import { useState } from 'preact/hooks';
import { Button } from '../ui/controls';
import { wordLine } from '../ui/format';
import { useText } from '../ui/i18n';
import { Notice } from '../ui/notices';
import { StepHeading } from '../ui/page';
import type { Receipt } from './sending';
import { words } from './words';

interface ReceivedProps {
  receipt: Receipt;
  onFind: () => void;
  onAgain: () => void;
  onFinish: () => void;
}

export function Received({ receipt, onFind, onAgain, onFinish }: ReceivedProps) {
  const t = useText(words);
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(receipt.tracker);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  return (
    <section>
      <StepHeading>
        <span aria-hidden="true">✓ </span>
        {t('receivedTitle')}
      </StepHeading>
      {receipt.replaces && <p>{t('replaced')}</p>}
      <div class="panel tracker">
        <p class="note">{t('tracker')}</p>
        <p class="tracker-words">{wordLine(receipt.hash)}</p>
        <p class="code">{receipt.tracker}</p>
        <p class="note">{t('trackerNote')}</p>
        <div class="row no-print">
          <Button onClick={() => void copy()}>{t('copy')}</Button>
          <Button onClick={() => window.print()}>{t('print')}</Button>
        </div>
        <p role="status" class="no-print">
          {copied === true && t('copied')}
          {copied === false && t('copyFailed')}
        </p>
      </div>
      <p>{t('again')}</p>
      <div class="stack no-print">
        <Button onClick={onFind}>{t('checkMine')}</Button>
        <Button kind="main" onClick={onFinish}>
          {t('finish')}
        </Button>
        <Button kind="quiet" onClick={onAgain}>
          {t('voteAgain')}
        </Button>
      </div>
    </section>
  );
}

export function Finished() {
  const t = useText(words);
  return (
    <section>
      <StepHeading>{t('finishedTitle')}</StepHeading>
      <Notice kind="good">{t('finishedText')}</Notice>
    </section>
  );
}
