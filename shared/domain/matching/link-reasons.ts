import type { LinkReasonCode } from '../link-reason-code.ts';
import { findMixedScript } from '../person-name.ts';
import type { PortalPerson } from '../portal-people.ts';
import type { LinkReason } from '../reconcile-people.ts';
import { at, isEmpty } from './int-lists.ts';
import { type Comparing, type Field, type Level, levelIn, levels } from './link-levels.ts';
import { nameReadings } from './name-reading.ts';

type Names = Pick<PortalPerson, 'name' | 'nameKey'>;

/** Words for the levels of everything but the name; a field that is missing here says nothing at that level. */
const contactReasons: Partial<Record<Field, Partial<Record<Level, LinkReasonCode>>>> = {
  phone: { equal: 'phone-equal', 'other-form': 'phone-former', near: 'phone-near', differ: 'phone-differs' },
  email: { equal: 'email-equal', 'other-form': 'email-former', near: 'email-near', differ: 'email-differs' },
  snils: { equal: 'snils-equal', near: 'snils-near', differ: 'snils-differs' },
  birthDate: { equal: 'birth-date-equal', near: 'birth-date-near', differ: 'birth-date-differs' },
  code: { equal: 'code-equal', differ: 'code-differs' },
  classKey: { equal: 'class-equal', differ: 'class-differs' },
};

const contactFields = Object.keys(contactReasons) as readonly Field[];

/** Reasons are few and repeat: each is made once. */
const made = new Map<string, LinkReason>();

function reason(code: LinkReasonCode): LinkReason {
  const known = made.get(code) ?? { code, params: {} };
  made.set(code, known);
  return known;
}

/** The pair whose reasons are wanted. */
export interface ExplainedPair {
  readonly portal: number;
  readonly school: number;
  readonly pattern: number;
  readonly family: number;
  /** Others are nearly as like on either side. */
  readonly rivalled: boolean;
}

/** Why a pair was linked and what speaks against it, the name first. */
export function reasonsOf(comparing: Comparing, pair: ExplainedPair, ours: Names, theirs: Names): LinkReason[] {
  const reasons = nameReasons(comparing, pair, ours, theirs).map(reason);
  for (const field of contactFields) {
    const code = contactReasons[field]?.[levels[levelIn(pair.pattern, field)] ?? 'unknown'];
    if (code !== undefined) reasons.push(reason(code));
  }
  if (pair.family !== 0) reasons.push(reason(pair.family > 0 ? 'family-equal' : 'family-differs'));
  if (pair.rivalled) reasons.push(reason('several-alike'));
  return reasons;
}

function nameReasons(
  { portal, school }: Comparing,
  { portal: p, school: s, pattern }: ExplainedPair,
  ours: Names,
  theirs: Names,
): LinkReasonCode[] {
  const reading = nameReadings[at(portal.reading, p)] ?? 'as-written';
  const [surname, firstName, patronymic] = [
    levelIn(pattern, 'surname'),
    levelIn(pattern, 'firstName'),
    levelIn(pattern, 'patronymic'),
  ];
  const found: LinkReasonCode[] = reading === 'as-written' ? [] : [`name-${reading}`];
  if (surname === 1 && firstName === 1 && patronymic <= 1)
    return [...found, ...equalNames(patronymic, found.length > 0, ours, theirs)];
  if (surname === 4) found.push(firstName <= 2 && patronymic <= 2 ? 'surname-changed' : 'surname-differs');
  if (surname === 2) found.push(surnameForm(school, s, ours, theirs));
  if (firstName === 4) found.push('first-name-differs');
  if (patronymic === 4) found.push('patronymic-differs');
  if (hasTypo(surname, firstName, patronymic)) found.push('name-typo');
  if (patronymic === 0 && firstName === 1 && surname === 1) found.push('patronymic-missing');
  if (firstName === 0) found.push('first-name-missing');
  return [...new Set(found)];
}

/** Levels 2 and 3 of a word that is not a known form of the other. */
function hasTypo(surname: number, firstName: number, patronymic: number): boolean {
  if (surname === 3 || firstName === 3 || patronymic === 3) return true;
  return firstName === 2 || (patronymic === 2 && surname !== 4);
}

function equalNames(patronymic: number, read: boolean, ours: Names, theirs: Names): LinkReasonCode[] {
  if (patronymic === 0 && (ours.name.patronymic !== '' || theirs.name.patronymic !== '')) return ['patronymic-missing'];
  return read ? [] : [sameName(ours, theirs)];
}

function surnameForm(school: Comparing['school'], s: number, ours: Names, theirs: Names): LinkReasonCode {
  const [a, b] = [ours.nameKey, theirs.nameKey].map((key) => key.slice(0, key.indexOf('|')));
  if (a?.includes(' ') !== b?.includes(' ')) return 'surname-half';
  return isEmpty(school.formerSurnames, s) ? 'name-typo' : 'surname-former';
}

const yo = /[ёЁ]/;

/** Equal in meaning: letter by letter, or but for ё, letters that look alike, hyphens, spaces, capitals. */
function sameName(ours: Names, theirs: Names): LinkReasonCode {
  if (ours.nameKey !== theirs.nameKey) return 'name-form';
  const [a, b] = [written(ours), written(theirs)];
  if (a === b) return 'name-equal';
  if (findMixedScript(a).length > 0 || findMixedScript(b).length > 0) return 'name-look-alike';
  return yo.test(a) !== yo.test(b) ? 'name-yo' : 'name-spelling';
}

function written({ name }: Names): string {
  return `${name.surname} ${name.firstName} ${name.patronymic}`;
}
