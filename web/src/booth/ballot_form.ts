// What the ballot looks like to a voter: persons with posts, levels, and the marks made so far.
import type { Language } from '../ui/i18n';
import { words } from './words';

export interface PersonLine {
  name: string;
  post: string;
}

/** "NGUYỄN VĂN A — Phó Giám đốc" → name and post; without the dash everything is the name. */
export function splitQuestion(question: string): PersonLine {
  const at = question.lastIndexOf(' — ');
  return at < 0 ? { name: question, post: '' } : { name: question.slice(0, at), post: question.slice(at + 3) };
}

/** For each person the index of the marked level, or null. */
export type Marks = readonly (number | null)[];

export const noMarks = (persons: number): Marks => Array.from({ length: persons }, () => null);

export const mark = (marks: Marks, person: number, level: number | null): Marks =>
  marks.map((old, i) => (i === person ? level : old));

export const countMarked = (marks: Marks): number => marks.filter((level) => level !== null).length;

/** The marks as the ballot holds them: a 0 or 1 for each level of each person. */
export const marksOfBallot = (marks: Marks, levels: readonly number[]): number[][] =>
  marks.map((level, person) => Array.from({ length: levels[person]! }, (_, i) => (i === level ? 1 : 0)));

const known = [words.levelHigh, words.levelTrust, words.levelLow];

/** The level as the ballot names it, in English where it is one of the three of the field. */
export function levelName(answer: string, language: Language): string {
  return known.find((sentence) => sentence.vi === answer)?.[language] ?? answer;
}
