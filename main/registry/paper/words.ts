import type { Language } from '../../../shared/contract/base.ts';
import type { PaperWords } from '../../../shared/domain/slip-texts.ts';
import { paper as english } from '../../../shared/i18n/en/paper.ts';
import { paper as russian } from '../../../shared/i18n/ru/paper.ts';

/** The words printed on paper in a language. */
export function paperWords(language: Language): PaperWords {
  return language === 'ru' ? russian : english;
}

/** A name that a file can have, for a text: what no file system takes becomes a hyphen. */
export const asFileName = (text: string): string => text.replace(/[\\/:*?"<>|\p{Cc}]/gu, '-');

/** «Листки 5А 2026-09-01.pdf»: what, of whom, when; without characters a file name cannot have. */
export function fileNameOf(kind: keyof PaperWords['file'], subject: string, date: string, words: PaperWords): string {
  const name = [words.file[kind], subject, date].filter((part) => part !== '').join(' ');
  return asFileName(`${name}.pdf`);
}
