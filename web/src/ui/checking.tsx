// How far the check of an archive is: ballots, size, ballots a second, time left; with a button that stops it.
import { useRef } from 'preact/hooks';
import type { AuditProgress } from '../protocol/audit';
import { Button } from './controls';
import { formatCount, formatSize, formatSpeed } from './format';
import { useLanguage, useText } from './i18n';
import { ErrorNotice, Progress } from './notices';
import { Pace } from './pace';
import { words } from './words';

/** Is this a fault of the page or of the browser, which says nothing about the archive? */
export const isNoVerdict = (code: string): boolean => ['page-fault', 'worker-start', 'browser-arithmetic', 'cancelled'].includes(code);

export function NoVerdict({ error, kept }: { error: unknown; kept?: string }) {
  const t = useText(words);
  return <ErrorNotice error={error} kept={kept} next={t('noVerdictNext')} />;
}

export const nothingYet: AuditProgress = { bytes: 0, size: null, ballots: 0, step: 'Setup' };

interface CheckingProps {
  progress: AuditProgress;
  /** What goes on after the last ballot. */
  counting?: string;
  onStop: () => void;
}

export function Checking({ progress, counting, onStop }: CheckingProps) {
  const t = useText(words);
  const pace = useRef(new Pace());
  const noted = useRef<AuditProgress | null>(null);
  const { bytes, size, ballots, step } = progress;
  if (noted.current !== progress) {
    noted.current = progress;
    if (step === 'Ballot') pace.current.note({ at: performance.now(), ballots, bytes });
  }
  // The label is read out when it changes; the figures, which change all the time, are not.
  const label = step === 'Setup' ? t('checkingStart') : step === 'Ballot' ? t('checking') : (counting ?? t('checkingResult'));
  return (
    <div class="no-print">
      <Progress label={label} value={size === null ? null : bytes} max={size ?? 1}>
        {step === 'Ballot' && <Figures progress={progress} pace={pace.current} />}
      </Progress>
      <Button onClick={onStop}>{t('stop')}</Button>
    </div>
  );
}

function Figures({ progress: { ballots, bytes, size }, pace }: { progress: AuditProgress; pace: Pace }) {
  const t = useText(words);
  const language = useLanguage();
  const left = pace.secondsLeft(size);
  const speed = pace.ballotsPerSecond;
  const done = { ballots: formatCount(ballots, language), size: formatSize(bytes, language) };
  return (
    <p class="note">
      {size === null ? t('checked', done) : t('checkedOf', { ...done, whole: formatSize(size, language) })}
      {speed !== null && ` · ${t('ballotsPerSecond', { speed: formatSpeed(speed, language) })}`}
      {left !== null && ` · ${left < 55 ? t('secondsLeft', { seconds: 5 * Math.ceil(left / 5 || 1) }) : t('minutesLeft', { minutes: Math.ceil(left / 60) })}`}
    </p>
  );
}
