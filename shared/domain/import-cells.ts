import type { RowProblem } from '../contract/import-plan.ts';
import { birthDateOfShortYear, type ParsedBirthDate, parseDate } from './birth-date.ts';
import { checkEmail, emailKey, suggestDomain } from './email.ts';
import type { ReadName } from './import-names.ts';
import type { ImportedCode, ImportedContact } from './import-people.ts';
import { findMixedScript, formatFullName } from './person-name.ts';
import { formatPhone, type LabelledPhone, quickMobile, splitPhones } from './phone.ts';
import { checkPortalCode } from './portal-code.ts';
import { parseRelation, type Relation } from './relation.ts';
import { remembering } from './remember.ts';
import { parseSex, type Sex } from './sex.ts';
import { SHORTENED_NUMBER } from './shortened-number.ts';
import { checkSnils, formatSnils } from './snils.ts';

/** One row while it is read: its cells, and the problems found so far. */
export interface OpenRow {
  readonly rowNumber: number;
  readonly cells: readonly string[];
  /** Of the line above that begins a class. */
  readonly className: string | undefined;
  readonly header: readonly string[];
  /** ISO 8601. */
  readonly today: string;
  readonly birthDates: (text: string) => ParsedBirthDate;
  readonly problems: RowProblem[];
}

/** Text of a cell; '' for a column that the file does not have. */
export function cellOf(row: OpenRow, column: number | undefined): string {
  return column === undefined ? '' : (row.cells[column] ?? '');
}

/** What is wrong, and where; `column` counts from 0, undefined when the whole row is meant. */
export interface Finding {
  readonly column: number | undefined;
  readonly code: RowProblem['code'];
  readonly severity: RowProblem['severity'];
  /** What was expected, as data without words: a number, a domain, the name of an expectation. */
  readonly hint?: string;
  readonly value?: string;
}

/** Notes a problem with its place. */
export function note(row: OpenRow, finding: Finding): void {
  const { column, code, severity, hint = '' } = finding;
  row.problems.push({
    rowNumber: row.rowNumber,
    columnNumber: column === undefined ? 0 : column + 1,
    columnTitle: column === undefined ? '' : (row.header[column] ?? ''),
    value: finding.value ?? cellOf(row, column),
    code,
    severity,
    hint,
  });
}

/** Phones, e-mail and SNILS columns of one person, the school's and the portal's. */
export interface ContactColumns {
  readonly portalPhone?: number;
  readonly portalEmail?: number;
  readonly phone?: number;
  readonly email?: number;
  readonly snils?: number;
}

const noContacts: readonly ImportedContact[] = [];

/** All contacts of a person in a row. What is doubtful is kept as typed, with a warning. */
export function readContacts(row: OpenRow, columns: ContactColumns): readonly ImportedContact[] {
  const contacts: ImportedContact[] = [];
  readPhones(row, columns.phone, contacts);
  readEmail(row, columns.email, contacts);
  readSnils(row, columns.snils, contacts);
  const schools = contacts.length;
  readPhones(row, columns.portalPhone, contacts);
  readEmail(row, columns.portalEmail, contacts);
  for (let at = schools; at < contacts.length; at += 1) contacts[at] = ofPortal(contacts[at]);
  // As long as it is: a list that was grown keeps room for many more, and there are hundreds of thousands of them.
  return contacts.length === 0 ? noContacts : contacts.slice();
}

function ofPortal(contact: ImportedContact | undefined): ImportedContact {
  if (contact === undefined) throw new RangeError('no such contact');
  return { ...contact, source: 'portal' };
}

/** The cell of a contact; '' when it says in words that there is none, or when the spreadsheet has spoilt it. */
function contactCell(row: OpenRow, column: number | undefined): string {
  const text = cellOf(row, column);
  if (!SHORTENED_NUMBER.test(text)) return nobodysContact.test(text) ? '' : text;
  note(row, { column, code: 'digits-lost', severity: 'warning' });
  return '';
}

const nobodysContact =
  /^(?:нету?|не (?:указан|имеет|помн|зна)\p{L}*|отсутств\p{L}*|неизвестн?\p{L}*|н\/?[дуо]|[-–—.?]+)$/iu;

function readPhones(row: OpenRow, column: number | undefined, into: ImportedContact[]): void {
  const text = contactCell(row, column);
  if (text === '') return;
  const mobile = quickMobile(text);
  if (mobile !== undefined) {
    into.push({ kind: 'phone', value: formatMobile(mobile), key: mobile, label: '', checked: 'ok' });
    return;
  }
  const phones = splitPhones(text);
  if (phones.length === 0) note(row, { column, code: 'phone-invalid', severity: 'warning' });
  into.push(...distinct(phones.map((phone) => phoneContact(row, column, phone))));
}

/** `+7 926 123-45-67`, joined into one piece: a text put together with `+` keeps all its parts in memory. */
function formatMobile(e164: string): string {
  const number = ['+7 ', e164.slice(2, 5), ' ', e164.slice(5, 8), '-', e164.slice(8, 10), '-', e164.slice(10)];
  return number.join('');
}

function phoneContact(row: OpenRow, column: number | undefined, phone: LabelledPhone): ImportedContact {
  const { e164: key, label } = phone;
  if (phone.kind !== 'invalid') return { kind: 'phone', value: formatPhone(key), key, label, checked: 'ok' };
  note(row, { column, code: 'phone-invalid', severity: 'warning', value: phone.raw });
  return { kind: 'phone', value: phone.raw, key, label, checked: 'warning' };
}

function distinct(contacts: readonly ImportedContact[]): readonly ImportedContact[] {
  if (contacts.length < 2) return contacts;
  return contacts.filter((contact, index) => contacts.findIndex(({ key }) => key === contact.key) === index);
}

function readEmail(row: OpenRow, column: number | undefined, into: ImportedContact[]): void {
  const text = contactCell(row, column);
  if (text === '') return;
  const check = checkEmail(text);
  if (check.kind === 'empty' || check.kind === 'filler') return;
  if (check.kind === 'ok') {
    into.push(okEmail(row, column, check));
    return;
  }
  note(row, { column, code: 'email-invalid', severity: 'warning', hint: check.expected });
  into.push({ kind: 'email', value: text, key: emailKey(text), label: '', checked: 'warning' });
}

/** Domains are few, and each is compared with the popular ones once. */
const domainHint = remembering((domain) => suggestDomain(`x@${domain}`));

function okEmail(row: OpenRow, column: number | undefined, email: { value: string; key: string }): ImportedContact {
  const hint = domainHint(email.key.slice(email.key.indexOf('@') + 1));
  if (hint !== undefined) note(row, { column, code: 'email-typo', severity: 'warning', hint });
  const checked = hint === undefined ? 'ok' : 'warning';
  return { kind: 'email', value: email.value, key: email.key, label: '', checked };
}

function readSnils(row: OpenRow, column: number | undefined, into: ImportedContact[]): void {
  const text = contactCell(row, column);
  if (text === '') return;
  const check = checkSnils(text);
  if (check.kind === 'empty') return;
  if (check.kind === 'ok') into.push(snilsContact(formatSnils(check.digits), check.digits, 'ok'));
  else into.push(doubtfulSnils(row, column, text, check));
}

type DoubtfulSnils = Exclude<ReturnType<typeof checkSnils>, { readonly kind: 'ok' | 'empty' }>;

function doubtfulSnils(row: OpenRow, column: number | undefined, text: string, check: DoubtfulSnils): ImportedContact {
  if (check.kind === 'not-snils') {
    note(row, { column, code: 'snils-invalid', severity: 'warning' });
    return snilsContact(text, text.toLowerCase(), 'warning');
  }
  note(row, { column, code: 'snils-checksum', severity: 'warning', hint: check.expected });
  return snilsContact(text, check.digits, 'warning');
}

function snilsContact(value: string, key: string, checked: ImportedContact['checked']): ImportedContact {
  return { kind: 'snils', value, key, label: '', checked };
}

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
