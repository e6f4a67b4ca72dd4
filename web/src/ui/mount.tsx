// Starts a page: holds the two settings of every page (language, large type) in memory only and
// learns whether the server runs on demo data.
import { createContext, render, type ComponentChildren } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { publicApi, type Info } from './api';
import { SettingsContext, type Language } from './i18n';
import './style.css';

const InfoContext = createContext<Info | null>(null);

/** What the server says about itself; null until it has answered. */
export function useInfo(): Info | null {
  return useContext(InfoContext);
}

interface RootProps {
  children: ComponentChildren;
  language?: Language;
  onLanguage?: (language: Language) => void;
}

export function Root({ children, language: first = 'vi', onLanguage }: RootProps) {
  const [language, setLanguage] = useState<Language>(first);
  const [large, setLarge] = useState(false);
  const [info, setInfo] = useState<Info | null>(null);

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    document.documentElement.classList.toggle('large', large);
  }, [large]);
  useEffect(() => {
    const gone = new AbortController();
    // Without an answer the page still works; each page tells of a lost server where it matters.
    publicApi.get<Info>('/info', { signal: gone.signal }).then(setInfo, () => {});
    return () => gone.abort();
  }, []);

  const choose = (next: Language) => {
    setLanguage(next);
    onLanguage?.(next);
  };
  return (
    <SettingsContext.Provider value={{ language, setLanguage: choose, large, setLarge }}>
      <InfoContext.Provider value={info}>{children}</InfoContext.Provider>
    </SettingsContext.Provider>
  );
}

/** The answer takes the page away again, with all that its components hold. */
export function mount(page: ComponentChildren, options: Omit<RootProps, 'children'> = {}): () => void {
  const place = document.getElementById('app');
  if (!place) return () => {};
  render(<Root {...options}>{page}</Root>, place);
  return () => render(null, place);
}
