// What the server says and hears, as the API describes it (docs/api/openapi.yaml). Types only.

export type Role = 'operator' | 'office' | 'committee' | 'residence' | 'inspector' | 'member';

export interface Account {
  id: string;
  login: string;
  name: string;
  roles: Role[];
  person_id: string | null;
  residence_committee_id: string | null;
  disabled?: boolean;
}

export interface Unit {
  id: string;
  parent_id: string | null;
  code: string;
  name: string;
}

export interface Named {
  id: string;
  name: string;
}

export interface ResidenceCommittee extends Named {
  ward: string;
}

export interface Post {
  title: string;
  unit_id: string;
  unit_name: string;
  main: boolean;
}

export interface Person {
  id: string;
  code: string;
  name: string;
  birth_day: string | null;
  posts: Post[];
  residence_committee: Named | null;
}

export interface ImportProblem {
  line: number;
  column: string;
  value: string;
  code: string;
  vi: string;
  en: string;
}

export interface ImportPreview {
  lines: number;
  columns: { header: string; field: string | null }[];
  problems: ImportProblem[];
  summary: {
    people_new: number;
    people_changed: number;
    people_same: number;
    posts_new: number;
    units_new: number;
    committees_new: number;
  };
  written?: boolean;
}

/** A table from the office: the text of a CSV file, or the cells of an XLSX sheet. */
export type ImportSource = { source: string; text: string } | { source: string; rows: string[][] };

export interface Profile {
  id: string;
  title_vi: string;
  title_en: string;
  base: string;
  levels: number;
}

export type ChannelId = 'self-review' | 'residence-remark' | 'confidence-vote' | 'stated-facts';
export type ChannelState = 'not-asked' | 'asked' | 'exempt' | 'received' | 'late' | 'none';

export interface Campaign {
  id: string;
  name: string;
  year: number;
  root_unit_id: string;
  root_unit_name: string;
  profile: string;
  remark_due: string;
  people: number;
}

export interface FormField {
  id: string;
  kind: 'choice' | 'text' | 'number' | 'paragraph';
  label_vi: string;
  label_en: string;
  required: boolean;
  options?: { id: string; label_vi: string; label_en: string }[];
  note?: boolean;
}

export type FieldValue = string | number | { choice: string; note: string };
export type Fields = Record<string, FieldValue>;

export interface Channel {
  id: ChannelId;
  title_vi: string;
  title_en: string;
  required: boolean;
  form: FormField[];
}

export interface CampaignDetail extends Campaign {
  channels: Channel[];
}

export interface CampaignPerson {
  person_id: string;
  name: string;
  post: string;
  unit_name: string;
  channels: Record<ChannelId, ChannelState>;
}

export type ExemptReason = 'barracks' | 'travelling' | 'rotated' | 'student' | 'other';
export interface Exempt {
  reason: ExemptReason;
  note?: string;
}

export interface RemarkRequest {
  id: string;
  person_id: string;
  name: string;
  post: string;
  committee: Named | null;
  state: 'asked' | 'exempt' | 'received' | 'late';
  /** Null for those exempt. */
  due: string | null;
  asked_day: string;
  received_day: string | null;
  exempt: Exempt | null;
  versions: number;
  overdue: boolean;
}

export interface SignedBy {
  name: string;
  post: string;
}

export interface ResidenceRequest {
  id: string;
  person: { name: string; post: string; workplace: string };
  campaign: { name: string; year: number };
  due: string;
  state: 'asked' | 'exempt' | 'received' | 'late';
  form: FormField[];
  draft: Fields | null;
  sent: { fields: Fields; signed_by: SignedBy; day: string; version: number } | null;
}

export interface Filed {
  state: 'received' | 'late';
  version: number;
  entry: { seq: number; hash: string; day: string };
}

export interface Counts {
  high: number;
  trust: number;
  low: number;
}

export interface Percents {
  high: string;
  trust: string;
  low: string;
}

export interface Band {
  code: 'low-over-half' | 'low-two-thirds';
  article: string;
  vi: string;
  en: string;
}

export interface Base {
  kind: 'collected' | 'issued' | 'eligible';
  number: number;
}

export interface VoteResultContent {
  vote: string;
  uuid: string;
  question: number;
  counts: Counts;
  not_counted: number;
  base: Base;
  percent: Percents;
  band: Band | null;
  archive_hash: string;
  fingerprint: string;
  profile: string;
}

export type EntryKind = 'asked' | 'exempt' | 'remark' | 'self-review' | 'vote-result' | 'statement';

export interface Entry {
  seq: number;
  day: string;
  channel: ChannelId;
  kind: EntryKind;
  actor: string;
  content: Record<string, unknown>;
  source: {
    kind: 'residence-committee' | 'member' | 'archive' | 'office' | 'committee';
    text: string;
    archive_hash?: string;
    uuid?: string;
    question?: number;
  };
  hash: string;
  superseded_by: number | null;
}

export interface RecordPage {
  person: Person;
  campaign: Campaign;
  file: {
    id: string;
    head: string;
    entries: number;
    complete: boolean;
    missing: { channel: ChannelId; due: string | null }[];
  };
  channels: {
    id: ChannelId;
    title_vi: string;
    title_en: string;
    state: ChannelState;
    due: string | null;
    exempt: Exempt | null;
  }[];
  entries: Entry[];
}

export interface MyRecord {
  campaign_id: string;
  campaign_name: string;
  year: number;
  person_id: string;
}

export type VoteState = 'setup' | 'ready' | 'open' | 'closed' | 'counted' | 'recorded';
export type StepId = 'list' | 'trustees' | 'keys' | 'drill' | 'slips' | 'open' | 'count' | 'record';
export type TrusteeDone = 'none' | 'certificate' | 'polynomial' | 'key' | 'drill' | 'share';

export interface Step {
  id: StepId;
  state: 'done' | 'current' | 'ahead';
  waiting_for: string[];
  who: 'office' | 'chair' | 'trustees' | 'slips';
}

export interface Vote {
  uuid: string;
  campaign_id: string;
  name: string;
  day: string;
  state: VoteState;
  profile: string;
  chair: Named;
  threshold: number;
  persons: { question: number; person_id: string; name: string; post: string }[];
  trustees: { index: number; name: string; post: string; done: TrusteeDone }[];
  slips: { count: number; registered: boolean };
  attendance: Attendance | null;
  fingerprint: string | null;
  ballots: number | null;
  /** From `closed` on. */
  box: ClosedBox | null;
  steps: Step[];
}

/** What everybody who counts compares: ballots in the tally, and the hash of the event that wrote it. */
export interface ClosedBox {
  counted: number;
  head: string;
}

export interface Attendance {
  summoned: number;
  present: number;
  issued: number;
}

export interface VoteLine {
  uuid: string;
  name: string;
  day: string;
  state: VoteState;
}

export interface NewVote {
  name: string;
  day: string;
  persons: string[];
  chair_id: string;
  trustees: SignedBy[];
  threshold: number;
  slips: number;
}

export interface PersonResult {
  question: number;
  person_id: string;
  name: string;
  post: string;
  counts: Counts;
  not_counted: number;
  percent: Percents;
  band: Band | null;
}

export interface VoteResult {
  uuid: string;
  name: string;
  day: string;
  profile: string;
  balance: {
    summoned: number;
    present: number;
    issued: number;
    collected: number;
    valid: number;
    invalid: number;
  };
  base: Base;
  archive_hash: string;
  fingerprint: string;
  box: ClosedBox;
  trustees: { index: number; name: string; share: boolean }[];
  chair: string;
  persons: PersonResult[];
}
