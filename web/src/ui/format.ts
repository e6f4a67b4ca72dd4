// Numbers, days and sizes as people of each language write them.
import { trackerWords } from '../protocol/trackerWords';
import type { Language } from './i18n';

/** "2026-12-15" → "15/12/2026" (both languages; the English pages serve the same offices).
 *  Anything that is not a day comes back unchanged. */
export function formatDay(day: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  return parts ? `${Number(parts[3])}/${Number(parts[2])}/${parts[1]}` : day;
}

/** "15/12/2026" or "5/1/2026" → "2026-12-15"; null when there is no such day. */
export function parseDay(text: string): string | null {
  const parts = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*$/.exec(text);
  if (!parts) return null;
  const [day, month, year] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : null;
}

/** 1234567 → "1.234.567" (vi) or "1,234,567" (en). Whole numbers only. */
export function formatCount(n: number, language: Language): string {
  return String(Math.trunc(n)).replace(/\B(?=(\d{3})+$)/g, language === 'vi' ? '.' : ',');
}

/** "40.43", as the server writes it, → "40,43 %" (vi) or "40.43%" (en). */
export function formatPercent(plain: string, language: Language): string {
  return language === 'vi' ? `${plain.replace('.', ',')} %` : `${plain}%`;
}

/** Bytes as kB or MB with one decimal. */
export function formatSize(bytes: number, language: Language): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  const plain = value.toFixed(1);
  return `${language === 'vi' ? plain.replace('.', ',') : plain} ${unit}`;
}

/** How many a second: whole from 10 up, one decimal below. */
export function formatSpeed(perSecond: number, language: Language): string {
  const plain = perSecond.toFixed(perSecond < 10 ? 1 : 0);
  return language === 'vi' ? plain.replace('.', ',') : plain;
}

/** The order of names in a Vietnamese list. */
export const compareVietnamese = new Intl.Collator('vi').compare;

/** Four words for a hash (64 digits), for the eye: "cây lúa · dòng sông · chim én · bình minh".
 *  Lines break between the words, not within one. */
export const wordLine = (hash: string): string =>
  trackerWords(hash).map((word) => word.replaceAll(' ', '\u00a0')).join(' · ');
