import {
  foldName,
  formatFullName,
  looksLikePatronymic,
  nameKey,
  normaliseNamePart,
  type PersonName,
  parseFirstAndPatronymic,
  parseFullName,
} from './person-name.ts';
import { remembering } from './remember.ts';

/** A name as it was read, with its form for comparing. */
export interface ReadName {
  readonly name: PersonName;
  readonly key: string;
  /** Made of Russian letters alone, so that no letter of another alphabet can hide in it. */
  readonly plain: boolean;
  /** What stood in brackets beside the name («новенький», a former surname); it is no part of it. */
  readonly remark?: string;
}

/** Which columns hold a person's name, from 0. */
export interface NameColumns {
  readonly fullName?: number;
  readonly surname?: number;
  readonly firstName?: number;
  readonly patronymic?: number;
  readonly firstAndPatronymic?: number;
}

interface Word {
  readonly text: string;
  readonly folded: string;
  readonly isPatronymic: boolean;
}

const nobody: ReadName = { name: { surname: '', firstName: '', patronymic: '' }, key: '||', plain: true };

/** «Иванова Анна Петровна», as nearly every cell is. */
const threeWords = /^([А-ЯЁ][а-яё]+) ([А-ЯЁ][а-яё]+) ([А-ЯЁ][а-яё]+)$/;
const oneWord = /^[А-ЯЁ][а-яё]+$/;

/** Words are met again and again, so each is looked at once. */
const wordOf = remembering((text): Word => {
  return { text, folded: foldName(text), isPatronymic: looksLikePatronymic(text) };
});
const foldedOf = remembering(foldName);
const partOf = remembering((text) => normaliseNamePart(bareOf(text)));

/** The number of a line in front of a name: `1. `, `2) `, `3 `. */
const lineNumber = /^\s*\d{1,4}(?:\s*[.)]\s*|\s+)(?=\p{L})/u;
/** Words in brackets behind or between the words of a name: «(новенький)», «Петрова(Иванова)». */
const brackets = /(?<=^|\s|\p{Script=Cyrillic})[([]([^()[\]]*\p{L}[^()[\]]*)[)\]](?=\s|$)/gu;

function bareOf(text: string): string {
  const bare = text.replace(lineNumber, '').replace(brackets, ' ').trim();
  return bare === '' ? text : bare;
}

function remarkIn(texts: readonly string[]): string {
  const shortened = texts.filter((text) => bareOf(text) !== text);
  const remarks = shortened.flatMap((text) => [...text.matchAll(brackets)].map(([, remark = '']) => remark.trim()));
  return remarks.filter((remark) => remark !== '').join(', ');
}

/** Reads the name in a row; `cell` gives the text of a column. */
export function readName(cell: (column: number | undefined) => string, columns: NameColumns): ReadName {
  if (columns.fullName !== undefined) return readFullName(cell(columns.fullName));
  const texts = [
    cell(columns.surname),
    cell(columns.firstAndPatronymic ?? columns.firstName),
    cell(columns.patronymic),
  ];
  const surname = readPart(texts[0] ?? '');
  if (columns.firstAndPatronymic !== undefined)
    return named({ surname, ...parseFirstAndPatronymic(bareOf(texts[1] ?? '')) }, texts);
  const [firstName, patronymic] = [readPart(texts[1] ?? ''), readPart(texts[2] ?? '')];
  return named({ surname, firstName, patronymic }, texts);
}

function readPart(text: string): string {
  return text === '' || oneWord.test(text) ? text : partOf(text);
}

/** Reads a full name from one cell, as `parseFullName` does. */
export function readFullName(text: string): ReadName {
  if (text === '') return nobody;
  const words = threeWords.exec(text);
  if (words === null) return named(parseFullName(bareOf(text)), [text]);
  const [surname, first, last] = [wordOf(words[1] ?? ''), wordOf(words[2] ?? ''), wordOf(words[3] ?? '')];
  if (first.isPatronymic || !last.isPatronymic) return named(parseFullName(text));
  const name = { surname: surname.text, firstName: first.text, patronymic: last.text };
  return { name, key: `${surname.folded}|${first.folded}|${last.folded}`, plain: true };
}

function named(name: PersonName, texts: readonly string[] = []): ReadName {
  if (name.surname === '' && name.firstName === '' && name.patronymic === '') return nobody;
  const remark = texts.some((text) => text.includes('(') || text.includes('[')) ? remarkIn(texts) : '';
  const parts = [name.surname, name.firstName, name.patronymic];
  const plain = remark === '' && parts.every((part) => part === '' || oneWord.test(part));
  if (!plain) return { name, key: nameKey(name), plain, ...(remark !== '' && { remark }) };
  return { name, key: `${foldedOf(name.surname)}|${foldedOf(name.firstName)}|${foldedOf(name.patronymic)}`, plain };
}

/** True when nothing of a name was there. */
export function isNobody(read: ReadName): boolean {
  return read === nobody || formatFullName(read.name) === '';
}
