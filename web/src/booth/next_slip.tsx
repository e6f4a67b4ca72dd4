// The next slip, opened in this tab while the ballot of the one before is not in the box yet: nothing is lost unasked.
import { useLayoutEffect, useState } from 'preact/hooks';
import { Button } from '../ui/controls';
import { useText } from '../ui/i18n';
import type { NextAddress } from '../ui/new_address';
import { Notice } from '../ui/notices';
import { Actions, StepHeading } from '../ui/page';
import { words } from './words';

/** What opens the slip that waits; null when none does. It waits only while `underway`. */
export function useNextSlip(next: NextAddress, underway: boolean): (() => void) | null {
  const [waiting, setWaiting] = useState<(() => void) | null>(null);
  useLayoutEffect(() => {
    next.hold = underway ? (open) => setWaiting(() => open) : null;
    return () => {
      next.hold = null;
    };
  }, [underway]);
  return waiting;
}

/** Asks while the ballot is under way; afterwards the next slip is one button away. */
export function NextSlip({ open, underway }: { open: () => void; underway: boolean }) {
  const t = useText(words);
  const [waits, setWaits] = useState<() => void>(); // the slip for which waiting was chosen
  if (underway && waits !== open) {
    return (
      <section>
        <StepHeading key="ask">{t('nextAskTitle')}</StepHeading>
        <Notice kind="warning">
          <p>{t('nextAskText')}</p>
        </Notice>
        <Actions>
          <Button kind="main" onClick={() => setWaits(() => open)}>
            {t('nextWait')}
          </Button>
          <Button onClick={open}>
            {t('nextDrop')}
          </Button>
        </Actions>
      </section>
    );
  }
  return (
    <section>
      <Notice title={t('nextWaits')}>{underway ? <p>{t('nextLater')}</p> : <p>{t('nextReady')}</p>}</Notice>
      {!underway && (
        <Actions>
          <Button onClick={open}>{t('nextOpen')}</Button>
        </Actions>
      )}
    </section>
  );
}
