// What an audit found, in figures; what it proves and what it does not.
import { useState } from 'preact/hooks';
import type { AuditReport } from '../protocol/audit';
import { Button, Field } from '../ui/controls';
import { formatCount, wordLine } from '../ui/format';
import { Grouped } from '../ui/grouped';
import { useLanguage, useText } from '../ui/i18n';
import { LevelBar, LevelLegend } from '../ui/level_bar';
import { Notice } from '../ui/notices';
import { StepHeading } from '../ui/page';
import { words } from './words';

export function Report({ report }: { report: AuditReport }) {
  const t = useText(words);
  const title = { counted: t('holdsCounted'), closed: t('holdsClosed'), open: t('holdsOpen') }[report.state];
  return (
    <section>
      <StepHeading>
        <span aria-hidden="true">✓ </span>
        {title}
      </StepHeading>
      <Figures report={report} />
      {report.result && <Result report={report} result={report.result} />}
      <Find report={report} />
      <Meaning report={report} />
    </section>
  );
}

function Figures({ report }: { report: AuditReport }) {
  const t = useText(words);
  const language = useLanguage();
  return (
    <>
      <h2>{t('factsTitle')}</h2>
      <dl class="facts">
        <dt>{t('factVote')}</dt>
        <dd>{report.name}</dd>
        <dt>{t('factCodes')}</dt>
        <dd>{formatCount(report.credentials, language)}</dd>
        <dt>{t('factCounted')}</dt>
        <dd>
          <strong>{formatCount(report.counted, language)}</strong>
        </dd>
        <dt>{t('factReplaced')}</dt>
        <dd>{formatCount(report.ballots.length - report.counted, language)}</dd>
        <dt>{t('factShares')}</dt>
        <dd>{t('factSharesValue', { shares: report.shares.length, trustees: report.trustees })}</dd>
        <dt>{t('factArchive')}</dt>
        <dd>
          {wordLine(report.archiveHash)}
          <br />
          <Grouped text={report.archiveHash} />
        </dd>
        <dt>{t('factFingerprint')}</dt>
        <dd>
          <Grouped text={report.fingerprint} />
        </dd>
      </dl>
      <p class="note">{t('compare')}</p>
    </>
  );
}

function Result({ report, result }: { report: AuditReport; result: readonly (readonly string[])[] }) {
  const t = useText(words);
  // The bar knows three levels; any other election is shown in plain figures.
  const levels = report.questions.every((question) => question.answers.length === 3 && !question.blank);
  return (
    <>
      <h2>{t('resultTitle')}</h2>
      {levels && <LevelLegend />}
      <ol class="results">
        {report.questions.map((question, i) => (
          <li key={i}>
            <p class="result-name">
              {i + 1}. {question.question}
            </p>
            {levels ? <Levels counts={result[i]!.map(Number)} base={report.counted} /> : <p>{plain(question.answers, result[i]!)}</p>}
          </li>
        ))}
      </ol>
    </>
  );
}

// With a blank position in front there is one number more than there are answers.
const plain = (answers: readonly string[], counts: readonly string[]): string =>
  counts.map((count, i) => `${answers[i - (counts.length - answers.length)] ?? '∅'}: ${count}`).join(' · ');

function Levels({ counts, base }: { counts: readonly number[]; base: number }) {
  const t = useText(words);
  const [high = 0, trust = 0, low = 0] = counts;
  return (
    <>
      <LevelBar counts={{ high, trust, low }} base={base} />
      <p>{t('line', { high, trust, low, rest: base - high - trust - low })}</p>
    </>
  );
}

function Find({ report }: { report: AuditReport }) {
  const t = useText(words);
  const [tracker, setTracker] = useState('');
  const [finding, setFinding] = useState<'counted' | 'replaced' | 'none' | 'bad' | null>(null);
  const look = () => {
    const tidy = tracker.replace(/\s+/g, '').replace(/=+$/, '');
    if (tidy.length !== 43) return setFinding('bad');
    const ballot = report.ballots.find((b) => b.tracker === tidy);
    setFinding(ballot ? (ballot.counted ? 'counted' : 'replaced') : 'none');
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        look();
      }}
    >
      <h2>{t('findTitle')}</h2>
      <Field
        label={t('findLabel')}
        hint={t('findHint')}
        value={tracker}
        onInput={(value) => {
          setTracker(value);
          setFinding(null);
        }}
        error={finding === 'bad' ? t('findBad') : null}
        rows={2}
        code
      />
      {finding === 'counted' && <Notice kind="good">{t('foundCounted')}</Notice>}
      {finding === 'replaced' && <Notice>{t('foundReplaced')}</Notice>}
      {finding === 'none' && <Notice kind="warning">{t('foundNone')}</Notice>}
      <Button submit>{t('find')}</Button>
    </form>
  );
}

function Meaning({ report }: { report: AuditReport }) {
  const t = useText(words);
  // The first warning of an archive without the profile is said in words; others are for experts.
  const others = report.hardened ? report.warnings : report.warnings.slice(1);
  return (
    <>
      <h2>{t('provedTitle')}</h2>
      <ul>
        <li>{t('provedBallots')}</li>
        <li>{t('provedOnce')}</li>
        <li>{t('provedChain')}</li>
        {report.state === 'counted' && <li>{t('provedSum')}</li>}
      </ul>
      <h2>{t('notProvedTitle')}</h2>
      <ul>
        {!report.hardened && <li>{t('notHardened')}</li>}
        <li>{t('notProvedPeople')}</li>
        <li>{t('notProvedPhone')}</li>
        <li>{t('notProvedSame')}</li>
        <li>{t('notProvedPage')}</li>
      </ul>
      {others.length > 0 && (
        <>
          <h2>{t('oddities')}</h2>
          <ul>
            {others.map((warning) => (
              <li key={warning} class="code">
                {warning}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
