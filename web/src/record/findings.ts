// What the regulation says, as the API gives it (docs/api/openapi.yaml), and how a page puts it in order: by what
// has to be done. Nothing is decided here; the server's verdict is only arranged.

import type { Sentence } from '../ui/i18n';

export type LevelState = 'possible' | 'unproven' | 'forbidden';
export type FindingKind = 'forbids' | 'missing' | 'would-break' | 'warns';

export interface NamedLevel extends Sentence {
  id: string;
}

export interface RatingRules {
  id: string;
  number: string;
  title_vi: string;
  title_en: string;
  levels: NamedLevel[];
}

/** A figure as used in a sentence; `entries` are numbers of entries of the record. */
export interface Figure extends Sentence {
  name: string;
  value: string | null;
  entries: string[];
}

export interface Finding extends Sentence {
  kind: FindingKind;
  rule: string;
  article: string;
  about: string;
  levels: string[];
  figures: Figure[];
}

export interface NotApplied {
  why: 'missing' | 'contradicted';
  rule: string;
  article: string;
  about: string;
  needs: Figure[];
  levels: string[];
}

export interface FileFindings {
  file: string;
  rated: boolean;
  level: string | null;
  levels: { level: string; state: LevelState; why: string[] }[];
  findings: Finding[];
  not_applied: NotApplied[];
  rules: RatingRules;
  unit: { id: string; name: string } | null;
  /** False for the member: what counts others is left out. */
  caps_shown: boolean;
}

export interface Cap {
  rule: string;
  unit: string;
  group: string | null;
  subject: 'person' | 'collective';
  level: string;
  base: number;
  most: number;
  used: number;
  free: number;
  open: number;
  have: string[];
  compete: string[];
  /** Cells of the organisation of whose persons nothing is known: they leave the cap open. */
  without_files: string[];
}

export interface UnitFindings {
  caps: Cap[];
  findings: Finding[];
  not_applied: NotApplied[];
  rules: RatingRules;
  campaign_name: string;
  unit: { id: string; name: string; tier: 'cell' | 'grassroots' | 'above' | 'province' };
  /** The organisation in which the caps of persons are counted, and who competes there from its other units. */
  counted_with: { id: string; name: string } | null;
  elsewhere: { file: string; person_id: string; name: string; unit: string }[];
  people: {
    person_id: string;
    name: string;
    post: string;
    file: string;
    rated: boolean;
    level: string | null;
    levels: { level: string; state: LevelState }[];
    counts: Record<FindingKind | 'not-applied', number>;
  }[];
}

export interface Consequence {
  file: string;
  gone: Finding[];
  come: Finding[];
  levels: { file: string; level: string; before: LevelState; after: LevelState }[];
}

/** The groups in which findings stand, in this order. The sign goes before the words: no colour alone. */
export const groups: readonly (Sentence & { kind: FindingKind; sign: string })[] = [
  { kind: 'forbids', sign: '×', vi: 'Không được làm', en: 'Not allowed' },
  { kind: 'missing', sign: '○', vi: 'Còn thiếu', en: 'Still missing' },
  { kind: 'would-break', sign: '▲', vi: 'Đã sát giới hạn', en: 'At the limit' },
  { kind: 'warns', sign: '!', vi: 'Lưu ý', en: 'To be noted' },
];

export function grouped(findings: readonly Finding[]): { group: (typeof groups)[number]; findings: Finding[] }[] {
  return groups
    .map((group) => ({ group, findings: findings.filter((each) => each.kind === group.kind) }))
    .filter((each) => each.findings.length > 0);
}

export const levelStates: Record<LevelState, Sentence & { mark: string; tone: 'done' | 'wait' | 'late' }> = {
  possible: { vi: 'Được', en: 'Possible', mark: '✓', tone: 'done' },
  unproven: { vi: 'Chưa đủ căn cứ', en: 'Not shown yet', mark: '?', tone: 'wait' },
  forbidden: { vi: 'Không được', en: 'Not possible', mark: '×', tone: 'late' },
};

/** What stands in the way of a level: sentences that forbid it, else what is missing for it. */
export function whyNot(level: string, verdict: Pick<FileFindings, 'levels' | 'findings' | 'not_applied'>): { findings: Finding[]; not_applied: NotApplied[] } {
  const state = verdict.levels.find((each) => each.level === level)?.state;
  const about = <T extends { levels: string[] }>(all: readonly T[]) => all.filter((each) => each.levels.includes(level));
  if (state === 'forbidden') return { findings: about(verdict.findings).filter((each) => each.kind === 'forbids'), not_applied: [] };
  if (state === 'unproven') return { findings: about(verdict.findings).filter((each) => each.kind === 'missing'), not_applied: about(verdict.not_applied) };
  return { findings: [], not_applied: [] };
}

/** Findings about the file that would come; one that says what another said before is none. */
export function wouldCome({ file, gone, come }: Pick<Consequence, 'file' | 'gone' | 'come'>): Finding[] {
  const saidBefore = (each: Finding) => gone.some((before) => before.about === file && before.rule === each.rule && before.kind === each.kind && before.vi === each.vi);
  return come.filter((each) => each.about === file && !saidBefore(each));
}

export interface Needed {
  figure: Figure;
  articles: string[];
  contradicted: boolean;
}

/** Which figures the rules that could not be applied wait for, each once, with the articles that ask for it. A
 *  figure that is there is not waited for, unless its entries contradict each other. */
export function needed(notApplied: readonly NotApplied[]): Needed[] {
  const all = new Map<string, Needed>();
  for (const each of notApplied) {
    for (const figure of each.needs) {
      const contradicted = each.why === 'contradicted' && figure.value === null && figure.entries.length > 0;
      if (figure.value !== null) continue;
      const known = all.get(figure.name) ?? { figure, articles: [], contradicted: false };
      if (!known.articles.includes(each.article)) known.articles.push(each.article);
      known.contradicted ||= contradicted;
      all.set(figure.name, known);
    }
  }
  return [...all.values()];
}

/** Rules that wait for no figure of their own: the figures are there, but others may still change them (a cap, while
 *  somebody has no level yet). */
export function undecided(notApplied: readonly NotApplied[]): NotApplied[] {
  return notApplied.filter((each) => each.needs.every((figure) => figure.value !== null));
}
