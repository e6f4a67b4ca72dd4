// Findings as sentences with their article, grouped by what has to be done; each figure leads to its entry.

import type { ComponentChildren } from 'preact';
import { formatDay } from '../ui/format';
import { useLanguage, type Sentence } from '../ui/i18n';
import { useRead, useSay } from '../office/say';
import { grouped, needed, undecided, type Figure, type Finding, type NotApplied, type RatingRules } from './findings';

/** Where the record is whose entries the figures come from; null when they come from no single record. */
export type RecordAddress = { campaign: string; person: string } | null;

export const entryId = (seq: string | number) => `entry-${seq}`;

export function entryAddress(record: NonNullable<RecordAddress>, entry: string): string {
  return `#/records/${encodeURIComponent(record.campaign)}/${encodeURIComponent(record.person)}/entry/${encodeURIComponent(entry)}`;
}

/** Takes the eye and the focus to an entry of the timeline. False when it is not on this page. */
export function goToEntry(entry: string): boolean {
  const line = document.getElementById(entryId(entry));
  if (!line) return false;
  line.scrollIntoView({ block: 'start' });
  line.focus({ preventScroll: true });
  return true;
}

interface Shared {
  rules: RatingRules;
  record: RecordAddress;
}

export function FindingGroups({ findings, rules, record }: Shared & { findings: readonly Finding[] }) {
  const read = useRead();
  return (
    <>
      {grouped(findings).map(({ group, findings: those }) => (
        <section class={`finding-group ${group.kind}`} key={group.kind}>
          <h3>
            <span aria-hidden="true">{group.sign} </span>
            {read(group)} ({those.length})
          </h3>
          <FindingItems findings={those} rules={rules} record={record} />
        </section>
      ))}
    </>
  );
}

export function FindingItems({ findings, rules, record }: Shared & { findings: readonly Finding[] }) {
  const read = useRead();
  return (
    <ul class="findings">
      {findings.map((finding, i) => (
        <li key={`${finding.rule} ${i}`}>
          <p>
            {read(finding)} <span class="article">{finding.article}</span>
          </p>
          <Figures figures={finding.figures} rules={rules} record={record} />
        </li>
      ))}
    </ul>
  );
}

function Figures({ figures, rules, record }: Shared & { figures: readonly Figure[] }) {
  const read = useRead();
  const shown = useShown(rules);
  const there = figures.filter((figure) => figure.value !== null || figure.entries.length > 0);
  if (there.length === 0) return null;
  return (
    <ul class="used-figures">
      {there.map((figure) => (
        <li key={figure.name}>
          {read(figure)}: <strong>{shown(figure)}</strong>
          {figure.entries.map((entry) => (
            <EntryLink key={entry} entry={entry} record={record} />
          ))}
        </li>
      ))}
    </ul>
  );
}

/** Leads to an entry, on this page or on the record's own. */
export function EntryLink({ entry, record, children }: { entry: string; record: RecordAddress; children?: ComponentChildren }) {
  const say = useSay();
  if (!record || entry === 'new') return null;
  return (
    <>
      {' '}
      <a
        href={entryAddress(record, entry)}
        onClick={(event) => {
          if (!event.ctrlKey && !event.metaKey && !event.shiftKey && goToEntry(entry)) event.preventDefault();
        }}
      >
        {children ?? say(`mục ${entry}`, `entry ${entry}`)}
      </a>
    </>
  );
}

const flags: Record<string, Sentence> = { yes: { vi: 'có', en: 'yes' }, no: { vi: 'không', en: 'no' } };

/** A value as people read it: levels and flags in words, days and numbers as they are written here. */
export function useShown(rules: RatingRules): (figure: Figure) => string {
  const say = useSay();
  const language = useLanguage();
  return ({ value }) => {
    if (value === null) return say('chưa rõ', 'not known');
    const word = rules.levels.find((level) => level.id === value) ?? flags[value];
    if (word) return word[language];
    const [low, high] = value.split('..');
    if (high !== undefined) return say(`từ ${low} đến ${high}`, `${low} to ${high}`);
    const plain = formatDay(value);
    return language === 'vi' && /^-?\d+\.\d+$/.test(plain) ? plain.replace('.', ',') : plain;
  };
}

/** What the rules wait for that could not be applied: each figure once, folded away by the caller. */
export function NeededList({ notApplied, rules, onState }: { notApplied: readonly NotApplied[]; rules: RatingRules; onState?: ((figure: string) => (() => void) | null) | undefined }) {
  const say = useSay();
  const read = useRead();
  const shown = useShown(rules);
  return (
    <ul class="findings">
      {undecided(notApplied).map((each, i) => (
        <li key={`${each.rule} ${i}`}>
          {say('Chưa chắc, vì có người chưa rõ mức hoặc chưa rõ có xếp loại không: ', 'Not sure, because somebody has no level yet or may not be rated: ')}
          {each.needs.map((figure) => `${read(figure)} ${shown(figure)}`).join(', ')} <span class="article">{each.article}</span>
        </li>
      ))}
      {needed(notApplied).map(({ figure, articles, contradicted }) => {
        const state = onState?.(figure.name);
        return (
          <li key={figure.name}>
            {read(figure)}
            {contradicted && <> {say('(các mục nói khác nhau)', '(entries contradict each other)')}</>} <span class="article">{articles.join('; ')}</span>
            {state && (
              <>
                {' '}
                <button type="button" class="quiet no-print" onClick={state}>
                  {say('Ghi', 'State')}
                  <span class="hidden"> {read(figure)}</span>
                </button>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
