// Sentences that only one page says stand where they are said, always as a pair: say('Danh sách', 'List').
// (Sentences that several pages share are in dictionaries, see ui/i18n.)

import { useLanguage, type Sentence } from '../ui/i18n';

export type Say = (vi: string, en: string) => string;

export function useSay(): Say {
  const language = useLanguage();
  return (vi, en) => (language === 'vi' ? vi : en);
}

/** For sentences that come as data: from the server, or from the tables of codes. */
export function useRead(): (sentence: Sentence) => string {
  const language = useLanguage();
  return (sentence) => sentence[language];
}

/** Titles and labels of channels, profiles and form fields, which carry both languages as data. */
export function useTitle(): (data: { title_vi: string; title_en: string } | { label_vi: string; label_en: string }) => string {
  const language = useLanguage();
  return (data) =>
    'title_vi' in data ? (language === 'vi' ? data.title_vi : data.title_en) : language === 'vi' ? data.label_vi : data.label_en;
}
