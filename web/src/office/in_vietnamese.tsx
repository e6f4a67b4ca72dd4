// Papers that are signed and filed are in Vietnamese, whatever language the page is read in.

import type { ComponentChildren } from 'preact';
import { SettingsContext, useSettings } from '../ui/i18n';

export function InVietnamese({ children }: { children: ComponentChildren }) {
  const settings = useSettings();
  return <SettingsContext.Provider value={{ ...settings, language: 'vi' }}>{children}</SettingsContext.Provider>;
}
