import type { RowProblem } from '../contract/import-plan.ts';
import { birthDateOfShortYear, parseDate } from './birth-date.ts';
import type { ReadName } from './import-names.ts';
import type { ImportedCode } from './import-people.ts';
import { cellOf, note, type OpenRow } from './import-row.ts';
import { findMixedScript, formatFullName } from './person-name.ts';
import { checkPortalCode } from './portal-code.ts';
import { parseRelation, type Relation } from './relation.ts';
import { remembering } from './remember.ts';
import { parseSex, type Sex } from './sex.ts';

/** A birth date in ISO 8601. One that cannot be read refuses the row, since it tells namesakes apart. */
export function readBirthDate(row: OpenRow, column: number | undefined): string | undefined {
  const text = cellOf(row, column);
  if (text === '') return undefined;
  const date = row.birthDates(text);
  if (date.kind === 'ok') return date.iso;
  if (date.kind === 'empty') return undefined;
  const whole = date.expected === 'four-digit-year' ? birthDateOfShortYear(text, row.today) : undefined;
  if (whole !== undefined) {
    const hint = whole.split('-').reverse().join('.');
    note(row, { column, code: 'birth-date-short-year', severity: 'warning', hint });
    return whole;
  }
  const [year] = /\d{4}/.exec(text) ?? [];
  if (date.expected === 'age-3-to-100' && year !== undefined)
    note(row, { column, code: 'birth-date-unlikely', severity: 'refused', hint: yearsSince(year, row.today) });
  else note(row, { column, code: 'birth-date-invalid', severity: 'refused', hint: date.expected });
  return undefined;
}

function yearsSince(year: string, today: string): string {
  return String(Number(today.slice(0, 4)) - Number(year));
}

const knownSex = remembering(parseSex);

export function readSex(row: OpenRow, column: number | undefined): Sex | undefined {
  const text = cellOf(row, column);
  if (text === '') return undefined;
  const sex = knownSex(text);
  if (sex === undefined) note(row, { column, code: 'sex-unknown', severity: 'warning' });
  return sex;
}

const knownRelation = remembering((text) => parseRelation(text));
const isParent = remembering((text) => parseRelation(text, 'female') !== parseRelation(text, 'male'));

/** Relation of a guardian; the sex, which is asked for only then, helps with words such as «родитель». */
export function readRelation(
  row: OpenRow,
  column: number | undefined,
  sex: () => Sex | undefined,
): Relation | undefined {
  const text = cellOf(row, column);
  if (text === '') return undefined;
  const relation = isParent(text) ? parseRelation(text, sex()) : knownRelation(text);
  if (relation === undefined) note(row, { column, code: 'relation-unknown', severity: 'warning' });
  return relation;
}

const bracedGuid = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i;

/** An identifier of another system: a GUID in its usual form, anything else as typed. */
export function externalIdOf(text: string): ImportedCode | undefined {
  if (text === '') return undefined;
  const clean = text.trim();
  if (clean === '') return undefined;
  const value = bracedGuid.exec(clean)?.[1]?.toUpperCase() ?? clean;
  return { kind: 'external-id', value, key: value.toUpperCase() };
}

/** The number of the personal file («К-528»), which is the school's own identifier. */
export function caseNumberOf(text: string): ImportedCode | undefined {
  if (text === '') return undefined;
  const value = text.trim();
  return value === '' ? undefined : { kind: 'case-number', value, key: value.replace(/[\s№-]+/g, '').toUpperCase() };
}

/** A login alone. */
export function accountOf(text: string): ImportedCode | undefined {
  const value = text.trim();
  return value === '' ? undefined : { kind: 'account', value, key: value.toLowerCase() };
}

/** The login, with the first password that the diary system made for it. */
export function readAccount(
  row: OpenRow,
  columns: { readonly login?: number; readonly password?: number },
): ImportedCode | undefined {
  const [value, password] = [cellOf(row, columns.login).trim(), cellOf(row, columns.password)];
  if (value !== '') return { kind: 'account', value, key: value.toLowerCase(), ...(password !== '' && { password }) };
  if (password !== '')
    note(row, { column: columns.password, code: 'password-without-login', severity: 'warning', value: '•••' });
  return undefined;
}

/** A day of leaving in ISO 8601; one that cannot be read refuses the row. */
export function readLeftOn(row: OpenRow, column: number | undefined): string | undefined {
  const text = cellOf(row, column);
  if (text === '') return undefined;
  const date = parseDate(text);
  if (date === undefined) note(row, { column, code: 'left-on-invalid', severity: 'refused' });
  return date;
}

/** The pupil's code on the portal; one with letters of two alphabets is not kept, since it could never work. */
export function readPortalCode(row: OpenRow, column: number | undefined): ImportedCode | undefined {
  const text = cellOf(row, column);
  if (text === '') return undefined;
  const check = checkPortalCode(text, bracedGuid.test(text) ? 'guid' : 'text');
  if (check.kind === 'ok') return { kind: 'portal-code', value: check.value, key: check.value.toUpperCase() };
  if (check.kind === 'invalid')
    note(row, { column, code: 'code-invalid', severity: 'warning', hint: check.char ?? check.expected });
  return undefined;
}

/** An initial where a first name should stand. */
const initial = /^\p{L}\.?$/u;
/** A sign that no name has; the hyphen, the apostrophes and the dots of initials are in names. */
const oddSign = /[^\p{L}\p{M}\s'’ʼ`.\u2010-\u2015-]/u;

/** Warns of what is doubtful in a name: letters of another alphabet, initials, odd signs, a remark; the name stays as typed. */
export function warnOfName(row: OpenRow, column: number | undefined, read: ReadName): void {
  if (read.plain) return;
  const value = formatFullName(read.name);
  const warn = (code: RowProblem['code'], hint: string) =>
    note(row, { column, code, severity: 'warning', hint, value });
  const [found] = findMixedScript(value);
  if (found !== undefined) warn('name-mixed-alphabets', found.char);
  if (read.remark !== undefined) warn('name-remark', read.remark);
  if (initial.test(read.name.firstName)) warn('name-initials', '');
  const [odd] = oddSign.exec(value) ?? [];
  if (odd !== undefined) warn('name-odd-sign', odd);
}
