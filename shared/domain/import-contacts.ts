import { checkEmail, emailKey, suggestDomain } from './email.ts';
import type { ImportedContact } from './import-people.ts';
import { cellOf, note, type OpenRow } from './import-row.ts';
import { formatPhone, type LabelledPhone, quickMobile, splitPhones } from './phone.ts';
import { remembering } from './remember.ts';
import { SHORTENED_NUMBER } from './shortened-number.ts';
import { checkSnils, formatSnils } from './snils.ts';

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
