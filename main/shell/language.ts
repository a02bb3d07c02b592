import { app } from 'electron';
import type { Language } from '../../shared/contract/base.ts';
import { systemLanguage } from '../cli/language.ts';

/** The language of menus and native dialogs: the system's, Russian unless that is English. */
export function shellLanguage(): Language {
  if (process.platform === 'linux') return systemLanguage(process.env);
  return app.getPreferredSystemLanguages()[0]?.startsWith('en') ? 'en' : 'ru';
}
