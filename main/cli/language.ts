import type { Language } from '../../shared/contract/base.ts';

/** The language of the system as POSIX tells it; Russian unless it is plainly English. */
export function systemLanguage(env: NodeJS.ProcessEnv): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^en\b|^en_/i.test(locale) ? 'en' : 'ru';
}
