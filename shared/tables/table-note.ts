import { foldName } from '../domain/person-name.ts';
import { SHORTENED_NUMBER } from '../domain/shortened-number.ts';
import type { Field } from './columns.ts';
import type { TableRow } from './read-csv.ts';

/** Something worth saying about a table that is read all the same. Rows and columns are numbered from 1. */
export type TableNote =
  /** A line of text between the rows, which is nobody's row and is left out. */
  | { readonly kind: 'note-row'; readonly rowNumber: number; readonly text: string }
  /** A spreadsheet made `1,23E+10` of a long number: its last digits are lost. */
  | { readonly kind: 'digits-lost'; readonly rowNumber: number; readonly columnNumber: number; readonly value: string }
  /** A SNILS typed as a number lost the zeros in front. */
  | {
      readonly kind: 'leading-zeros-lost';
      readonly rowNumber: number;
      readonly columnNumber: number;
      readonly value: string;
    }
  /** A formula that failed: `#Н/Д`, `#REF!`, or a column too narrow to show its value. */
  | { readonly kind: 'cell-error'; readonly rowNumber: number; readonly columnNumber: number; readonly value: string };

const NOTE_WORD =
  /^(?:всего|итого|примечани\S*|список|директор|секретар\S*|завуч|классн\S*|учител\S*|руководител\S*|подпись|дата|параллель|класс|школа|внимание|№)$/;
const KIN_WORD = /^(?:оглы|оглу|кызы|кзы|гызы|улы|уулу|угли|углы)$/i;
const NAME_WORD = /^\p{Lu}[\p{L}'’.-]*$/u;

/** True for a row with text in one cell only, which is not somebody's name. */
export function isNoteRow(cells: readonly string[]): boolean {
  if (cells.length < 2) return false;
  const text = onlyText(cells);
  return text !== undefined && !isNameLike(text);
}

/** Text of the only filled cell; undefined when there is none or when there are several. */
export function onlyText(cells: readonly string[]): string | undefined {
  let only: string | undefined;
  for (const cell of cells) {
    if (cell === '') continue;
    if (only !== undefined) return undefined;
    only = cell;
  }
  return only;
}

function isNameLike(text: string): boolean {
  const words = text.split(/\s+/);
  if (words.length > 5 || words.some((word) => NOTE_WORD.test(foldName(word)))) return false;
  return words.every((word) => NAME_WORD.test(word) || KIN_WORD.test(word));
}

const CELL_ERROR =
  /^#(?:Н\/Д|ССЫЛКА!|ЗНАЧ!|ДЕЛ\/0!|ИМЯ\?|ЧИСЛО!|ПУСТО!|N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|#{3,})$/;
const SHORT_NUMBER = /^\d{8,10}$/;

/** What is to be said about the rows, made anew whenever it is iterated. */
export function* notesOf(rows: Iterable<TableRow>, fields: readonly Field[]): Generator<TableNote, undefined> {
  const isSnils = fields.map((field) => field.endsWith('.snils'));
  for (const { rowNumber, cells } of rows) {
    if (isNoteRow(cells)) {
      yield { kind: 'note-row', rowNumber, text: onlyText(cells) ?? '' };
      continue;
    }
    for (const [column, value] of cells.entries()) {
      const kind = faultOf(value, isSnils[column] === true);
      if (kind !== undefined) yield { kind, rowNumber, columnNumber: column + 1, value };
    }
  }
}

function faultOf(value: string, isSnils: boolean): Exclude<TableNote['kind'], 'note-row'> | undefined {
  if (value.length < 4) return undefined;
  if (SHORTENED_NUMBER.test(value)) return 'digits-lost';
  if (CELL_ERROR.test(value)) return 'cell-error';
  return isSnils && SHORT_NUMBER.test(value) ? 'leading-zeros-lost' : undefined;
}
