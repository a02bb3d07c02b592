import type { ImportedPupil } from '../import-people.ts';
import type { KnownPupil } from './known-people.ts';

/** Folded name parts. The words of a double surname are in alphabetical order, since documents differ in theirs. */
export interface FoldedName {
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic: string;
}

/** Takes a name key apart. */
export function foldedName(nameKey: string): FoldedName {
  const first = nameKey.indexOf('|');
  const second = nameKey.indexOf('|', first + 1);
  return {
    surname: orderedWords(nameKey.slice(0, first)),
    firstName: nameKey.slice(first + 1, second),
    patronymic: nameKey.slice(second + 1),
  };
}

/** `петрова иванова` becomes `иванова петрова`. */
export function orderedWords(folded: string): string {
  return folded.includes(' ') ? folded.split(' ').sort().join(' ') : folded;
}

/** How two values of one field stand to each other. */
export type Agreement = 'same' | 'differ' | 'unknown';

/** Why a row was taken for a known pupil, or why it was not: catalogue key `matches.<reason>`. */
export type MatchReason =
  | 'external-id'
  | 'account'
  | 'case-number'
  | 'decided'
  | 'similar-name'
  | 'snils'
  | 'all-equal'
  | 'class-differs'
  | 'patronymic-differs'
  | 'no-birth-date'
  | 'birth-date-differs'
  | 'surname-differs'
  | 'first-name-differs'
  | 'name-only'
  | 'snils-of-other'
  | 'several-candidates'
  | 'several-rows';

/** `sure` is applied, `exact` before it; `ask` is for a person. */
export interface Verdict {
  readonly rank: 'exact' | 'sure' | 'ask';
  readonly reason: MatchReason;
}

/**
 * Compares a row with a known pupil by surname, first name, birth date and class or patronymic. Three of four equal are
 * sure, unless what is left speaks against it: another birth date, another first name (a twin) or only a coincidence of
 * first name and birthday. Undefined: different persons.
 */
export function compareFacts(
  pupil: Pick<ImportedPupil, 'birthDate' | 'schoolClass'>,
  name: FoldedName,
  known: Pick<KnownPupil, 'nameKey' | 'formerSurnames' | 'birthDate' | 'classKey'>,
): Verdict | undefined {
  const other = foldedName(known.nameKey);
  const facts: Facts = {
    surname: name.surname === other.surname || known.formerSurnames.includes(name.surname),
    firstName: name.firstName === other.firstName,
    patronymic: agreement(name.patronymic, other.patronymic),
    birthDate: agreement(pupil.birthDate ?? '', known.birthDate ?? ''),
    sameClass: pupil.schoolClass.key !== '' && pupil.schoolClass.key === known.classKey,
  };
  return facts.surname && facts.firstName ? ofOneName(facts) : ofOtherName(facts);
}

interface Facts {
  readonly surname: boolean;
  readonly firstName: boolean;
  readonly patronymic: Agreement;
  readonly birthDate: Agreement;
  readonly sameClass: boolean;
}

function agreement(one: string, other: string): Agreement {
  if (one === '' || other === '') return 'unknown';
  return one === other ? 'same' : 'differ';
}

function ofOneName(facts: Facts): Verdict | undefined {
  switch (facts.birthDate) {
    case 'same':
      return ofOneBirthDate(facts);
    case 'unknown':
      return withoutBirthDate(facts);
    case 'differ':
      return ofOtherBirthDate(facts);
  }
}

function ofOneBirthDate({ patronymic, sameClass }: Facts): Verdict {
  if (patronymic === 'differ') return { rank: sameClass ? 'sure' : 'ask', reason: 'patronymic-differs' };
  return sameClass ? { rank: 'exact', reason: 'all-equal' } : { rank: 'sure', reason: 'class-differs' };
}

/** Without a birth date namesakes of two classes cannot be told apart from a pupil who moved. */
function withoutBirthDate({ patronymic, sameClass }: Facts): Verdict | undefined {
  if (patronymic === 'differ') return undefined;
  return sameClass ? { rank: 'sure', reason: 'no-birth-date' } : { rank: 'ask', reason: 'name-only' };
}

/** A corrected birth date, when all else is equal; a namesake otherwise. */
function ofOtherBirthDate({ patronymic, sameClass }: Facts): Verdict | undefined {
  if (!sameClass || patronymic === 'differ') return undefined;
  return { rank: patronymic === 'same' ? 'sure' : 'ask', reason: 'birth-date-differs' };
}

/** A changed surname, a changed first name, or a twin. */
function ofOtherName({ surname, firstName, patronymic, birthDate, sameClass }: Facts): Verdict | undefined {
  if (birthDate !== 'same' || patronymic === 'differ') return undefined;
  if (firstName && (sameClass || patronymic === 'same'))
    return { rank: sameClass && patronymic === 'same' ? 'sure' : 'ask', reason: 'surname-differs' };
  return surname && sameClass ? { rank: 'ask', reason: 'first-name-differs' } : undefined;
}

/** True when two names can be one person's: one first name, and surname or patronymic equal. */
export function sameNamedPerson(one: FoldedName, other: FoldedName): boolean {
  if (one.firstName !== other.firstName) return false;
  if (one.surname === other.surname) return one.patronymic === other.patronymic || !one.patronymic || !other.patronymic;
  return one.patronymic !== '' && one.patronymic === other.patronymic;
}

/** Facts that speak against a row being a known pupil, as field names; what one of them does not say is no difference. */
export function differingFields(pupil: ImportedPupil, known: KnownPupil): string[] {
  const [name, other] = [foldedName(pupil.nameKey), foldedName(known.nameKey)];
  const facts = [
    ['surname', agreement(name.surname, other.surname)],
    ['firstName', agreement(name.firstName, other.firstName)],
    ['patronymic', agreement(name.patronymic, other.patronymic)],
    ['birthDate', agreement(pupil.birthDate ?? '', known.birthDate ?? '')],
    ['class', agreement(pupil.schoolClass.key, known.classKey)],
  ] as const;
  return facts.filter(([, agreed]) => agreed === 'differ').map(([field]) => field);
}
