// What a page says about itself: notices, errors, progress, the list of steps.
import type { ComponentChildren } from 'preact';
import { asApiError } from './api';
import { useLanguage, useText } from './i18n';
import { words } from './words';

interface NoticeProps {
  /** info (default), good, warning, error: drawn with a sign, not by colour alone. */
  kind?: 'info' | 'good' | 'warning' | 'error';
  title?: string;
  children?: ComponentChildren;
}

const signs = { info: 'i', good: '✓', warning: '!', error: '×' };

export function Notice({ kind = 'info', title, children }: NoticeProps) {
  return (
    <div class={`notice ${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
      <span class="notice-sign" aria-hidden="true">
        {signs[kind]}
      </span>
      <div>
        {title && <p class="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  );
}

interface ErrorNoticeProps {
  error: unknown;
  /** What was kept, and what to do next. */
  kept?: string;
  next?: string;
  children?: ComponentChildren;
}

/** What happened, what was kept, what to do next; the code stands small at the end. */
export function ErrorNotice({ error, kept, next, children }: ErrorNoticeProps) {
  const t = useText(words);
  const language = useLanguage();
  const problem = asApiError(error);
  return (
    <Notice kind="error" title={problem.text(language)}>
      {kept && <p>{kept}</p>}
      {next && <p>{next}</p>}
      {children}
      <p class="note">{t('code', { code: problem.code })}</p>
    </Notice>
  );
}

interface ProgressProps {
  /** What is going on; read out when it changes. */
  label: string;
  /** null: no end known. */
  value: number | null;
  max?: number;
  /** Figures that change all the time and are not read out. */
  children?: ComponentChildren;
}

/** A bar that fills. */
export function Progress({ label, value, max = 1, children }: ProgressProps) {
  return (
    <div class="progress">
      <p role="status">{label}</p>
      <progress aria-label={label} {...(value === null ? {} : { value, max })} />
      {children}
    </div>
  );
}

/** While the first answer of the server is awaited; keeps its place so that nothing jumps. */
export function Loading() {
  const t = useText(words);
  return (
    <p class="loading" role="status">
      {t('loading')}
    </p>
  );
}

export interface Step {
  id: string;
  title: string;
  state: 'done' | 'current' | 'ahead';
  /** Short: who or how many. */
  note?: ComponentChildren;
  /** Shown below the title (the one thing to do, in the current step). */
  body?: ComponentChildren;
}

export function StepList({ steps }: { steps: readonly Step[] }) {
  const t = useText(words);
  const sign = { done: '✓', current: '●', ahead: '○' };
  const name = { done: t('stepDone'), current: t('stepCurrent'), ahead: t('stepAhead') };
  return (
    <ol class="steps">
      {steps.map((step, i) => (
        <li key={step.id} class={`step ${step.state}`} aria-current={step.state === 'current' ? 'step' : undefined} tabIndex={step.state === 'current' ? -1 : undefined}>
          <span class="step-sign" aria-hidden="true">
            {sign[step.state]}
          </span>
          <div class="step-text">
            <p class="step-title">
              {i + 1}. {step.title}
              <span class="hidden"> ({name[step.state]})</span>
              {step.note && <span class="note"> {step.note}</span>}
            </p>
            {step.body}
          </div>
        </li>
      ))}
    </ol>
  );
}
