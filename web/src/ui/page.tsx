// The frame of every page: demo banner, name, language and type size, title, content.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useSettings, useText } from './i18n';
import { useInfo } from './mount';
import { words } from './words';

interface PageProps {
  title: string;
  /** One quiet line below the title: which organisation, which day. */
  subtitle?: ComponentChildren;
  /** Beside the brand: signed-in name, menu. */
  tools?: ComponentChildren;
  /** Below the bar, above the title: navigation between the parts of an application. */
  navigation?: ComponentChildren;
  /** Tables and result sheets use the whole width of a desktop. */
  wide?: boolean;
  children: ComponentChildren;
}

export function Page({ title, subtitle, tools, navigation, wide = false, children }: PageProps) {
  const t = useText(words);
  const { language, setLanguage, large, setLarge } = useSettings();
  const info = useInfo();
  useEffect(() => {
    document.title = `${title} · ${words.brand.vi}`;
  }, [title]);
  return (
    <div class={wide ? 'page wide' : 'page'}>
      <a class="skip" href="#content" onClick={skipToContent}>
        {t('skip')}
      </a>
      {info?.demo && (
        <p class="demo-banner" role="note">
          {t('demo')}
        </p>
      )}
      <header class="bar no-print">
        <span class="brand">{t('brand')}</span>
        {tools}
        <span class="bar-settings">
          <button type="button" class="quiet" lang={language === 'vi' ? 'en' : 'vi'} onClick={() => setLanguage(language === 'vi' ? 'en' : 'vi')}>
            {t('otherLanguage')}
          </button>
          <button type="button" class="quiet" aria-pressed={large} onClick={() => setLarge(!large)}>
            {t('large')}
          </button>
        </span>
      </header>
      {navigation}
      <main id="content" tabIndex={-1}>
        <div class="title">
          <h1>{title}</h1>
          {subtitle && <p class="subtitle">{subtitle}</p>}
        </div>
        {children}
      </main>
    </div>
  );
}

// The fragment of some pages is a secret or a route, so the skip link must not change it.
function skipToContent(event: Event): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}

/** A heading that takes the focus when it appears, so that a screen reader follows the step. */
export function StepHeading({ children }: { children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    const top = heading.current?.getBoundingClientRect().top ?? 0;
    if (top < 0 || top > window.innerHeight / 2) heading.current?.scrollIntoView();
  }, []);
  return (
    <h2 ref={heading} tabIndex={-1} class="step-heading">
      {children}
    </h2>
  );
}

/** The one main action of a page. `sticky`: on phones it stays at the bottom while a long page scrolls
 *  (not for forms: it would cover the fields above the keyboard). */
export function Actions({ children, sticky = false }: { children: ComponentChildren; sticky?: boolean }) {
  return <div class={sticky ? 'actions sticky no-print' : 'actions no-print'}>{children}</div>;
}
