// Statements: what the office or the committee states about a topic. The topics with their fields and words come
// from the server; here they become a form's values and back, and a sentence of the timeline.

import { formatDay } from '../ui/format';
import type { Language } from '../ui/i18n';
import type { NamedLevel, RatingRules } from './findings';

export interface TopicField {
  id: string;
  type: 'number' | 'choice' | 'id' | 'unit' | 'day' | 'items';
  required: boolean;
  vi: string;
  en: string;
  options: NamedLevel[];
}

export interface Topic {
  id: string;
  /** "explanation:", to be followed by an id of one's own. */
  open: boolean;
  vi: string;
  en: string;
  fields: TopicField[];
  item_fields: TopicField[];
}

export interface Topics {
  rules: RatingRules;
  topics: Topic[];
}

type Says = Record<string, string | Record<string, string>[]>;
export interface Statement {
  topic: string;
  says: Says;
}

/** What is typed; '' is nothing. */
export interface Typed {
  /** What follows the name of an open topic. */
  own: string;
  values: Record<string, string>;
  items: Record<string, string>[];
}

export const nothingTyped: Typed = { own: '', values: {}, items: [] };

export function topicOf(id: string, topics: readonly Topic[]): Topic | null {
  return topics.find((each) => each.id === id) ?? topics.find((each) => each.open && id.startsWith(each.id)) ?? null;
}

/** The topic that states a figure: "tasks.late" is of "tasks", "level.self" of "level:self", a paper of itself. */
export function topicOfFigure(figure: string, topics: readonly Topic[]): string | null {
  if (topicOf(figure, topics)) return figure;
  const [name = '', field = ''] = figure.split('.');
  const candidates = [name, `${name}:${field}`, ...(name === 'quarters' ? ['quarter:1'] : []), ...(name === 'person' ? ['posts'] : [])];
  return candidates.find((each) => topics.some((topic) => topic.id === each)) ?? null;
}

/** As people write a number here; the server takes a point. */
const plainNumber = (typed: string) => typed.trim().replace(',', '.');

const fieldValue = (field: TopicField, typed: string | undefined) => (field.type === 'number' ? plainNumber(typed ?? '') : (typed ?? '').trim());

export function statementOf(topic: Topic, typed: Typed): Statement {
  const says: Says = {};
  const written = (fields: TopicField[], values: Record<string, string>) =>
    Object.fromEntries(fields.map((field) => [field.id, fieldValue(field, values[field.id])] as const).filter(([, value]) => value !== ''));
  Object.assign(says, written(topic.fields.filter((field) => field.type !== 'items'), typed.values));
  if (topic.fields.some((field) => field.type === 'items')) {
    says['items'] = typed.items.map((item, i) => ({ id: item['id'] ?? String(i + 1), ...written(topic.item_fields, item) }));
  }
  return { topic: topic.open ? topic.id + typed.own.trim() : topic.id, says };
}

/** A statement that stands, to be corrected. */
export function typedOf(statement: Statement | null, topic: Topic): Typed {
  if (!statement) return nothingTyped;
  const values = Object.fromEntries(Object.entries(statement.says).filter((each): each is [string, string] => typeof each[1] === 'string'));
  const items = statement.says['items'];
  return { own: topic.open ? statement.topic.slice(topic.id.length) : '', values, items: Array.isArray(items) ? items : [] };
}

/** Required fields that are still empty, by label. */
export function lacking(topic: Topic, typed: Typed, language: Language): string[] {
  const empty = (fields: TopicField[], values: Record<string, string>) =>
    fields.filter((field) => field.required && field.type !== 'items' && fieldValue(field, values[field.id]) === '').map((field) => field[language]);
  const own = topic.open && typed.own.trim() === '' ? [topic[language]] : [];
  return [...new Set([...own, ...empty(topic.fields, typed.values), ...typed.items.flatMap((item) => empty(topic.item_fields, item))])];
}

function shownValue(field: TopicField | undefined, value: string, language: Language): string {
  if (field?.type === 'day') return formatDay(value);
  if (field?.type === 'number') return language === 'vi' ? value.replace('.', ',') : value;
  return field?.options.find((each) => each.id === value)?.[language] ?? value;
}

/** One sentence for the timeline: "Nhiệm vụ được giao: số nhiệm vụ được giao 20; số nhiệm vụ chậm hạn 4." */
export function statementSentence(statement: Statement, topics: readonly Topic[], language: Language): string {
  const topic = topicOf(statement.topic, topics);
  const own = topic?.open ? ` ${statement.topic.slice(topic.id.length)}` : '';
  const title = (topic?.[language] ?? statement.topic) + own;
  // In the order of the topic's fields, not of the entry's bytes.
  const parts = (fields: TopicField[], says: Record<string, string>) => {
    const place = (id: string) => fields.findIndex((each) => each.id === id);
    return Object.entries(says)
      .sort(([a], [b]) => place(a) - place(b))
      .map(([id, value]) => {
        const field = fields[place(id)];
        return `${field?.[language] ?? id} ${shownValue(field, value, language)}`;
      });
  };
  const says = statement.says;
  const words = parts(topic?.fields ?? [], Object.fromEntries(Object.entries(says).filter((each): each is [string, string] => typeof each[1] === 'string')));
  const items = says['items'];
  if (Array.isArray(items)) {
    words.push(
      items.length === 0
        ? language === 'vi' ? 'không có' : 'none'
        : items.map(({ id, ...rest }) => [id, parts(topic?.item_fields ?? [], rest).join(', ')].filter(Boolean).join(': ')).join('; '),
    );
  }
  return words.length === 0 ? `${title}.` : `${title}: ${words.join('; ')}.`;
}
