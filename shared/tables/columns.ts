import { type ColumnContent, contentOfColumn, isNameColumn } from './column-content.ts';
import {
  foldTitle,
  GUARDIAN_TITLES,
  meaningOfTitle,
  PERSON_TITLES,
  PUPIL_TITLES,
  WHOLE_TITLES,
} from './header-words.ts';
import { settleNameColumns } from './name-columns.ts';

/**
 * What both a pupil's and a guardian's column may hold. `phone` and `email` are the school's, `portalPhone` and
 * `portalEmail` what the portal has: the two are never merged.
 */
type PersonPart =
  | 'fullName'
  | 'surname'
  | 'firstName'
  | 'patronymic'
  | 'firstAndPatronymic'
  | 'login'
  | 'password'
  | 'phone'
  | 'email'
  | 'portalPhone'
  | 'portalEmail'
  | 'snils';

/** What a pupil's column holds; `caseNumber` is the number of the personal file, `leftOn` the day of leaving. */
export type PupilPart =
  | PersonPart
  | 'birthDate'
  | 'sex'
  | 'className'
  | 'grade'
  | 'letter'
  | 'externalId'
  | 'portalCode'
  | 'caseNumber'
  | 'leftOn';

/** What a column of the N-th guardian holds; `hidden` says that the school may not show this guardian with the child. */
export type GuardianPart = PersonPart | 'relation' | 'hidden';

/** What a column of a staff list holds. */
export type StaffPart = Exclude<PersonPart, 'portalPhone' | 'portalEmail'> | 'className' | 'externalId';

/**
 * What a column holds, for the column at the same position. `person` and `parent` are the two ends of a link in files
 * that have a row for everybody; `skip` is a column that is not read at all.
 */
export type Field =
  | `pupil.${PupilPart}`
  | `guardian.${number}.${GuardianPart}`
  | `staff.${StaffPart}`
  | 'class.teacher'
  | 'role'
  | 'person.externalId'
  | 'parent.externalId'
  | 'skip';

/** More guardians than any file was seen to number. */
export const MOST_GUARDIANS = 20;

/** Rows that are enough to recognise a column by its values. */
const SAMPLE_ROWS = 40;

/** Field that a title names by itself, or undefined for a title that says nothing. `#` in front asks to skip. */
export function fieldOfTitle(title: string): Field | undefined {
  if (title.trimStart().startsWith('#')) return 'skip';
  const folded = foldTitle(title);
  return folded === '' ? undefined : (WHOLE_TITLES.get(folded) ?? fieldOfWords(folded));
}

function fieldOfWords(folded: string): Field | undefined {
  const { subject, number, rest } = meaningOfTitle(folded);
  if (subject === 'guardian') return guardianField(number, rest);
  if (subject === 'pupil' && rest === '') return 'pupil.fullName';
  const part = PUPIL_TITLES.get(rest) ?? PERSON_TITLES.get(rest);
  return part === undefined ? undefined : `pupil.${part}`;
}

function guardianField(number: number, rest: string): Field | undefined {
  if (number > MOST_GUARDIANS) return undefined;
  const part = rest === '' ? 'fullName' : (GUARDIAN_TITLES.get(rest) ?? PERSON_TITLES.get(rest));
  return part === undefined ? undefined : `guardian.${number}.${part}`;
}

/**
 * Guesses every column by its title and, where there is none, by its values. Under an unknown title only a contact
 * is believed, and only when the title is a single word: «Телефон бабушки» is nobody's here. Position decides: titles may
 * repeat, but the first column of a field is the one that is read.
 */
export function guessColumns(header: readonly string[], sampleRows: readonly (readonly string[])[]): Field[] {
  const byTitle = withCarriedContacts(header, header.map(fieldOfTitle));
  const untitled = header.every((title) => title === '');
  const fields: Field[] = [];
  const wanted = new Set(byTitle);
  for (const [column, known] of byTitle.entries()) {
    const guessed =
      known ?? fieldOfValues({ fields, wanted, untitled, title: header[column] ?? '' }, valuesOf(sampleRows, column));
    fields.push(guessed === undefined || fields.includes(guessed) ? 'skip' : guessed);
  }
  return untitled ? withSettledNames(fields, sampleRows) : fields;
}

/** Two or three columns of single words next to each other, before any guardian, are the parts of the pupil's name. */
function withSettledNames(fields: readonly Field[], sampleRows: readonly (readonly string[])[]): Field[] {
  const start = fields.findIndex((_, column) => isNameColumn(valuesOf(sampleRows, column)));
  if (start < 0 || fields.slice(0, start).some((field) => guardianOf(field) > 0)) return [...fields];
  const columns = [start, start + 1, start + 2].map((column) => valuesOf(sampleRows, column));
  const end = columns.findIndex((values) => !isNameColumn(values));
  const names = end < 0 ? columns : columns.slice(0, end);
  if (names.length < 2) return [...fields];
  const settled = settleNameColumns(names);
  const others = fields.map((field): Field => (NAME_FIELDS.has(field) ? 'skip' : field));
  return others.map((field, column): Field => {
    const part = settled[column - start];
    return part === undefined ? field : `pupil.${part}`;
  });
}

const NAME_FIELDS: ReadonlySet<Field> = new Set<Field>(['pupil.surname', 'pupil.firstName', 'pupil.patronymic']);

function valuesOf(rows: readonly (readonly string[])[], column: number): string[] {
  return rows
    .slice(0, SAMPLE_ROWS)
    .map((cells) => cells[column] ?? '')
    .filter((value) => value !== '');
}

/** «Телефон» right of a guardian's name is the guardian's, unless the title says whose it is. */
function withCarriedContacts(header: readonly string[], fields: readonly (Field | undefined)[]): (Field | undefined)[] {
  let guardian = 0;
  return fields.map((field, column) => {
    const carried = field === undefined ? undefined : carriedContact(guardian, header[column] ?? '', field);
    const settled = carried === undefined || fields.includes(carried) ? field : carried;
    if (settled !== undefined) guardian = guardianOf(settled);
    return settled;
  });
}

function carriedContact(guardian: number, title: string, field: Field): Field | undefined {
  const [subject, part = ''] = field.split('.');
  if (guardian === 0 || subject !== 'pupil' || guardianContact(guardian, part) === undefined) return undefined;
  return meaningOfTitle(foldTitle(title)).subject === undefined ? guardianContact(guardian, part) : undefined;
}

function guardianContact(guardian: number, part: string): Field | undefined {
  const contact = GUARDIAN_CONTACTS.find((known) => known === part);
  return contact === undefined ? undefined : `guardian.${guardian}.${contact}`;
}

const GUARDIAN_CONTACTS = ['phone', 'email', 'snils', 'login'] as const;

/** Number of the guardian that a field speaks of, 0 for none. */
export function guardianOf(field: Field): number {
  return Number(/^guardian\.(\d+)\./.exec(field)?.[1] ?? 0);
}

interface Guess {
  /** Fields of the columns to the left. */
  readonly fields: readonly Field[];
  /** Fields that titles name, wherever they stand. */
  readonly wanted: ReadonlySet<Field | undefined>;
  /** No column has a title. */
  readonly untitled: boolean;
  readonly title: string;
}

/** Kinds of value that no title has to confirm. */
const CERTAIN: ReadonlySet<ColumnContent> = new Set<ColumnContent>(['snils', 'email', 'phone']);

function fieldOfValues(guess: Guess, values: readonly string[]): Field | undefined {
  const content = contentOfColumn(values);
  if (content === undefined || !(guess.untitled || isBelieved(guess.title, content))) return undefined;
  const field = fieldOfContent(guess.fields, content);
  return guess.wanted.has(field) ? undefined : field;
}

function isBelieved(title: string, content: ColumnContent): boolean {
  return CERTAIN.has(content) && !foldTitle(title).includes(' ');
}

function fieldOfContent(left: readonly Field[], content: ColumnContent): Field | undefined {
  const guardian = Math.max(0, ...left.map(guardianOf));
  if (content === 'role') return 'role';
  if (content === 'relation') return `guardian.${guardian + 1}.relation`;
  if (content === 'fullName' && left.includes('pupil.fullName')) return nextGuardianName(left);
  if (guardian > 0) return guardianContact(guardian, content) ?? `pupil.${content}`;
  return `pupil.${content}`;
}

function nextGuardianName(left: readonly Field[]): Field | undefined {
  const numbers = Array.from({ length: MOST_GUARDIANS }, (_, index) => index + 1);
  const free = numbers.find((number) => !left.includes(`guardian.${number}.fullName`));
  return free === undefined ? undefined : `guardian.${free}.fullName`;
}
