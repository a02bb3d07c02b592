import { cyrillicTwin, removeInvisible } from './look-alikes.ts';
import { foldSearch } from './search-key.ts';

/** A class (grade 1–11 and a capital letter, '' in a school with one class a year), or another group, or nothing. */
export type ParsedClass =
  | { readonly kind: 'class'; readonly grade: number; readonly letter: string }
  | { readonly kind: 'group'; readonly title: string }
  | { readonly kind: 'empty' };

const compact = /^(\d{1,2})([А-ЯЁ])$/;
const spelled = /^(\d{1,2})(?:[- ]?(?:ый|ой|й)(?=[ -]))?[ -]*([а-яёa-z]?)(?:[ -]*(?:класс[ае]?|кл\.?))?$/i;
const quotes = /[«»"“”„‟'`’‘]/g;
const dashes = /[\u2010-\u2015\u2212]/g;

/**
 * Reads a class however a school writes it: `9Б`, `9 б`, `9-Б`, `10 «Б»`, `8 А класс`, a Latin letter for its Cyrillic
 * twin. What is not a class (`ГКП 88А`) is kept as a group under its own title.
 */
export function parseClassName(text: string): ParsedClass {
  const quick = compact.exec(text);
  if (quick !== null) return asClass(quick, text);
  const title = removeInvisible(text).replace(/\s+/g, ' ').trim();
  if (title === '') return { kind: 'empty' };
  const bare = title.replace(quotes, ' ').replace(dashes, '-').replace(/\s+/g, ' ').trim();
  const match = spelled.exec(bare);
  return match === null ? { kind: 'group', title } : asClass(match, title);
}

function asClass(match: RegExpExecArray, title: string): ParsedClass {
  const grade = Number(match[1]);
  const letter = (match[2] ?? '').toUpperCase();
  if (grade < 1 || grade > 11) return { kind: 'group', title };
  return { kind: 'class', grade, letter: cyrillicTwin(letter) ?? letter };
}

/** The way the product writes a class: `5А`, `10Б`; a group under its title. */
export function formatClassName(parsed: ParsedClass): string {
  switch (parsed.kind) {
    case 'class':
      return `${parsed.grade}${parsed.letter}`;
    case 'group':
      return parsed.title;
    case 'empty':
      return '';
  }
}

/** Equal for all spellings of one class, different for different classes: `5А`, `10Б`, `group:гкп 88а`, ''. */
export function classKey(text: string): string {
  const parsed = parseClassName(text);
  return parsed.kind === 'group' ? `group:${foldSearch(parsed.title)}` : formatClassName(parsed);
}

const collator = new Intl.Collator('ru', { numeric: true });

/** Order for lists: by grade, then by letter (Ё after Е), groups after classes, nothing last. */
export function compareClasses(left: string, right: string): number {
  const [a, b] = [parseClassName(left), parseClassName(right)];
  return sortRank(a) - sortRank(b) || collator.compare(formatClassName(a), formatClassName(b));
}

function sortRank(parsed: ParsedClass): number {
  if (parsed.kind === 'class') return parsed.grade;
  return parsed.kind === 'group' ? 100 : 101;
}
