import { formatClassName, parseClassName } from './class-name.ts';

/** `5А класса`, `5 «А» класс`, `5-а кл.`: number, letter, the word. */
const beforeWord = /(?<![\p{L}\d.])(\d{1,2})[\s-]*["«„]?([а-яёa-z])["»“]?[\s-]*(?:класс|кл\.)/iu;
/** `класс 5А`, `Класс: 5 «А»`. */
const afterWord = /(?<!\p{L})класс\p{L}*[\s:№-]*(\d{1,2})[\s-]*["«„]?([а-яёa-z])(?!\p{L})/iu;

/** `5 класса`, in a school with one class a year; «11 классов» are a number of classes. */
const withoutLetter = /(?<![\p{L}\d.-])(\d{1,2})\s+класса?(?!\p{L})/iu;

/**
 * The class that a line of a list names: its title («Список учеников 5А класса»), or a line that holds nothing else («5 «А»»);
 * undefined when it names none. A number and a letter alone are a class only when they are the whole text, since «школа № 5 г.
 * Орла» is none.
 */
export function classInText(text: string): string | undefined {
  const found = beforeWord.exec(text) ?? afterWord.exec(text) ?? withoutLetter.exec(text);
  return found === null ? lettered(text) : titleOf(`${found[1]}${found[2] ?? ''}`);
}

/** The class that a file is named after: `5А.xlsx`, `список_5Б_2026.csv`, `10-А класс.csv`; 1С is a program. */
export function classInFileName(name: string): string | undefined {
  const stem = name.replace(/\.\p{L}+$/u, '');
  const whole = classInText(stem.replaceAll('_', ' '));
  const parts = stem.split(/[\s_(),.]+/).map(lettered);
  const classes = new Set([whole, ...parts].filter((one) => one !== undefined && one !== '1С'));
  return classes.size === 1 ? [...classes][0] : undefined;
}

function lettered(text: string): string | undefined {
  return /\p{L}/u.test(text) ? titleOf(text) : undefined;
}

function titleOf(text: string): string | undefined {
  const parsed = parseClassName(text);
  return parsed.kind === 'class' ? formatClassName(parsed) : undefined;
}
