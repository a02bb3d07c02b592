import { createWords, type Words } from '../../../shared/i18n/index.ts';

/** What is read on the screen, from the same catalogue that the page reads. */
export const ru: Words = createWords('ru');
export const en: Words = createWords('en');
