import { createTranslator } from 'use-intl/core';
import type { Language } from '../contract/base.ts';
import { en, ru } from './catalogue.ts';

/** The catalogue as messages are typed after it: keys and arguments of the Russian texts. */
export type Messages = typeof ru;

// English has the same keys and arguments (checked by `WordsLike` and by a test), so it stands in for the typed Russian.
const catalogues: Readonly<Record<Language, Messages>> = { ru, en: en as Messages };

/** All words in one language. */
export function messagesOf(language: Language): Messages {
  return catalogues[language];
}

/**
 * The translator for places without React: the registry process, the command line, the shell's menus.
 * `words('errors.disk-full.title')`; a missing key or argument does not compile.
 */
export function createWords(language: Language) {
  return createTranslator({ locale: language, messages: messagesOf(language) });
}

/** What `createWords` answers. */
export type Words = ReturnType<typeof createWords>;
