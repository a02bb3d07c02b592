import { app } from 'electron';
import type { Language } from '../../shared/contract/base.ts';
import { createWords, type Words } from '../../shared/i18n/index.ts';
import { systemLanguage } from '../cli/language.ts';

/** What the shell says: menus, native dialogs, answers about printing. */
export interface Speech {
  words(): Words;
  /** The page tells the language that a person chose there. */
  choose(language: Language): void;
}

/** Speaks the system's language (Russian unless that is English) until the page chooses; `onChange` redraws the menu. */
export function startSpeech(onChange: () => void): Speech {
  let language = shellLanguage();
  let words = createWords(language);
  return {
    words: () => words,
    choose: (chosen) => {
      if (chosen === language) return;
      language = chosen;
      words = createWords(chosen);
      onChange();
    },
  };
}

function shellLanguage(): Language {
  if (process.platform === 'linux') return systemLanguage(process.env);
  return app.getPreferredSystemLanguages()[0]?.startsWith('en') ? 'en' : 'ru';
}
