import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { IntlProvider } from 'use-intl';
import type { Language } from '../../shared/contract/base.ts';
import { type Messages, messagesOf } from '../../shared/i18n/index.ts';
import { readRemembered, remember } from './remembered.ts';

declare module 'use-intl' {
  interface AppConfig {
    Locale: Language;
    Messages: Messages;
  }
}

interface LanguageChoice {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

const LanguageContext = createContext<LanguageChoice>({ language: 'ru', choose: () => undefined });

/** Gives the page its words. The language is remembered on this computer, for the lock screen comes before the settings. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => (readRemembered('language') === 'en' ? 'en' : 'ru'));
  const choose = useCallback((chosen: Language) => {
    remember('language', chosen);
    setLanguage(chosen);
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
    window.diaryDesk.speak(language);
  }, [language]);
  const choice = useMemo(() => ({ language, choose }), [language, choose]);
  return (
    <LanguageContext value={choice}>
      <IntlProvider
        locale={language}
        messages={messagesOf(language)}
        timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}
      >
        {children}
      </IntlProvider>
    </LanguageContext>
  );
}

/** The page's language and how to change it. */
export function useLanguage(): LanguageChoice {
  return useContext(LanguageContext);
}
