// Two languages, Vietnamese first. Every area keeps its sentences in its own words.ts:
//   export const words = dictionary({ send: { vi: 'Gửi phiếu', en: 'Send the ballot' } });
//   const t = useText(words);  t('send')  t('count', { n: 3 })   // {n} in the sentence is replaced
// The compiler refuses an unknown key; tests/ui/words.test.ts refuses a key without one of the
// languages, with different {values} in the two, or that no page uses (so: no computed keys).
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

export type Language = 'vi' | 'en';
export type Sentence = Readonly<Record<Language, string>>;
export type Dictionary = Readonly<Record<string, Sentence>>;
export type Values = Readonly<Record<string, string | number>>;
export type Text<D extends Dictionary> = (key: keyof D & string, values?: Values) => string;

export function dictionary<const D extends Dictionary>(words: D): D {
  return words;
}

/** The sentence in `language` with each {name} replaced by values[name]. */
export function fill(sentence: Sentence, language: Language, values: Values = {}): string {
  return sentence[language].replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in values ? String(values[name]) : whole,
  );
}

/** For code outside of components (and tests). */
export function textOf<D extends Dictionary>(words: D, language: Language): Text<D> {
  return (key, values) => fill(words[key] as Sentence, language, values);
}

export interface Settings {
  language: Language;
  setLanguage(language: Language): void;
  large: boolean;
  setLarge(large: boolean): void;
}

/** Held by mount(); the default serves components rendered alone in tests. */
export const SettingsContext = createContext<Settings>({
  language: 'vi',
  setLanguage: () => {},
  large: false,
  setLarge: () => {},
});

export function useSettings(): Settings {
  return useContext(SettingsContext);
}

export function useLanguage(): Language {
  return useSettings().language;
}

export function useText<D extends Dictionary>(words: D): Text<D> {
  return textOf(words, useLanguage());
}
