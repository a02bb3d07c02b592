import type { Correction } from '../contract/pupils.ts';
import type { FindingField } from '../contract/reconciliation-parts.ts';
import { findMixedScript, parseFullName } from './person-name.ts';
import { maskSnils } from './snils.ts';

/** A finding as far as deciding needs it. */
export interface DecidableFinding {
  readonly code: string;
  readonly field: FindingField;
  readonly personId: number | null;
  readonly portalId: number | null;
  readonly schoolValue: string;
  readonly portalValue: string;
}

/** Codes where the values of the two sides do not stand against each other: taking one would heal nothing. */
const notTakeable: ReadonlySet<string> = new Set([
  'pupil-guardian-same',
  'pupil-guardian-swapped',
  'guardians-share-email',
  'bound-to-other-parent',
  'leaver-in-portal',
  'guardian-twice',
]);

/** What can be done with a finding: take the portal's value, keep the school's, say that they are two people. */
export function mayDecide(finding: DecidableFinding): { take: boolean; keep: boolean; separate: boolean } {
  const { personId, portalId, field, code, portalValue } = finding;
  const isValue = field !== 'person' && portalValue !== '' && !(field === 'name' && isMisspelt(portalValue));
  return {
    take: personId !== null && portalId !== null && isValue && !notTakeable.has(code),
    keep: personId !== null,
    separate: personId !== null && portalId !== null,
  };
}

/** A Latin letter inside a Russian name must not come into the registry. */
const isMisspelt = (name: string): boolean => findMixedScript(name).length > 0;

/** A contact of the school that is valid now. */
export interface PresentContact {
  readonly id: number;
  readonly kind: 'phone' | 'email' | 'snils';
  readonly value: string;
}

/** The correction that puts the portal's value in place of the school's; undefined when there is nothing to put. */
export function correctionOf(
  finding: DecidableFinding,
  contacts: readonly PresentContact[],
): Pick<Correction, 'personId' | 'name' | 'addContacts' | 'closeContacts'> | undefined {
  const { personId, field, schoolValue, portalValue: value } = finding;
  if (personId === null || !mayDecide(finding).take) return undefined;
  if (field === 'name') return { personId, name: parseFullName(value), addContacts: [], closeContacts: [] };
  if (field === 'person') return undefined;
  const own = contacts.filter(({ kind }) => kind === field);
  const replaced = own.filter((contact) => contact.value === schoolValue || own.length === 1);
  const addContacts = [{ kind: field, value, label: '' }];
  return { personId, addContacts, closeContacts: replaced.map(({ id }) => id) };
}

const dots = '•••';

/**
 * A value with as much of it hidden as can be while its owner still recognises it: three last digits of a SNILS, four of a
 * phone, the first letter of a mailbox with its domain.
 */
export function maskValue(field: FindingField, value: string): string {
  if (value === '') return '';
  switch (field) {
    case 'snils':
      return maskSnils(value.replace(/\D/g, ''));
    case 'phone':
      return `${dots} ${value.replace(/\D/g, '').slice(-4)}`;
    case 'email':
      return value.replace(/^(.)[^@]*/, `$1${dots}`);
    case 'name':
    case 'person':
      return value;
  }
}

/** Both values hidden as far as they can still be told apart; of a SNILS never more than its last digits. */
export function maskPair(field: FindingField, one: string, other: string): readonly [string, string] {
  const shown = [maskValue(field, one), maskValue(field, other)] as const;
  if (one === other || field === 'snils' || shown[0] !== shown[1]) return shown;
  const more = [maskLess(field, one), maskLess(field, other)] as const;
  return more[0] === more[1] ? [one, other] : more;
}

function maskLess(field: FindingField, value: string): string {
  if (field === 'phone') return `${dots} ${value.replace(/\D/g, '').slice(-7)}`;
  return value.replace(/^(.{1,3})[^@]*(?=[^@]@)/, `$1${dots}`);
}
