import { checkEmail } from './email.ts';
import type { ImportedContact } from './import-people.ts';
import { normaliseNamePart, type PersonName } from './person-name.ts';
import { formatPhone, parsePhone } from './phone.ts';
import { checkSnils, formatSnils } from './snils.ts';

/** A contact as a person typed it. */
export interface TypedContact {
  readonly kind: ImportedContact['kind'];
  readonly value: string;
  readonly label: string;
}

/** A name as a person typed it, without double spaces and the like; undefined when surname or first name is empty. */
export function readTypedName(name: PersonName): PersonName | undefined {
  const [surname, firstName] = [normaliseNamePart(name.surname), normaliseNamePart(name.firstName)];
  if (surname === '' || firstName === '') return undefined;
  return { surname, firstName, patronymic: normaliseNamePart(name.patronymic) };
}

/**
 * A contact in the form in which it is kept, undefined when it cannot be one. A SNILS with a wrong control number is taken
 * with a warning, since schools do hold such numbers.
 */
export function readTypedContact({ kind, value, label }: TypedContact): ImportedContact | undefined {
  switch (kind) {
    case 'phone':
      return readPhone(value, label);
    case 'email':
      return readEmail(value, label);
    case 'snils':
      return readSnils(value, label);
  }
}

function readPhone(text: string, label: string): ImportedContact | undefined {
  const phone = parsePhone(text);
  if (phone === undefined || phone.kind === 'invalid') return undefined;
  return { kind: 'phone', value: formatPhone(phone.e164), key: phone.e164, label, checked: 'ok' };
}

function readEmail(text: string, label: string): ImportedContact | undefined {
  const check = checkEmail(text);
  return check.kind === 'ok' ? { kind: 'email', value: check.value, key: check.key, label, checked: 'ok' } : undefined;
}

function readSnils(text: string, label: string): ImportedContact | undefined {
  const check = checkSnils(text);
  if (check.kind !== 'ok' && check.kind !== 'wrong-checksum') return undefined;
  const checked = check.kind === 'ok' ? 'ok' : 'warning';
  return { kind: 'snils', value: formatSnils(check.digits), key: check.digits, label, checked };
}
