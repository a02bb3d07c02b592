import { cyrillicTwin, removeInvisible, unifyScripts } from './look-alikes.ts';

const plain = /^[а-я0-9 ]*$/;
const spaces = /\s+/g;
const dashes = /[\u2010-\u2015\u2212]/g;
const apostrophes = /[`´‘’ʼ]/g;
const stress = /\p{M}/gu;
const latinClass = /(^| )(\d{1,2})([abcehkmoptxy])(?= |$)/g;

/**
 * The form in which searchable text is stored and in which a query is looked up: lower case, ё as е, look-alike letters
 * of a mixed word brought to one alphabet, one kind of space, hyphen and apostrophe. Digits stay as they are.
 * A class typed with a Latin letter («5A») becomes Cyrillic.
 */
export function foldSearch(text: string): string {
  const lower = text.toLowerCase();
  return plain.test(lower) && !lower.includes('  ') ? lower.trim() : foldUncommon(lower);
}

function foldUncommon(lower: string): string {
  const letters = removeInvisible(lower).normalize('NFC').replaceAll('ё', 'е').replace(stress, '');
  const signs = letters.replace(dashes, '-').replace(apostrophes, "'").replace(spaces, ' ').trim();
  return unifyScripts(signs).replace(latinClass, cyrillicClass);
}

function cyrillicClass(_match: string, before: string, grade: string, letter: string): string {
  return `${before}${grade}${cyrillicTwin(letter) ?? letter}`;
}
