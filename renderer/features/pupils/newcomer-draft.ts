import type { OfferedGuardian, TypedPupil } from '../../../shared/contract/newcomers.ts';
import {
  type Faults,
  type GuardianField,
  isBlankGuardian,
  type PupilField,
  readNewGuardian,
  readNewPupil,
} from '../../../shared/domain/newcomer.ts';
import { formatFullName, guessSex, normaliseNamePart, type PersonName } from '../../../shared/domain/person-name.ts';
import type { Relation } from '../../../shared/domain/relation.ts';
import type { Sex } from '../../../shared/domain/sex.ts';

/** A guardian while typed; `key` tells blocks apart. With `linked` it is that record of the registry. */
export interface GuardianDraft extends PersonName {
  readonly key: number;
  readonly relation: Relation;
  readonly phone: string;
  readonly email: string;
  readonly linked: OfferedGuardian | undefined;
}

/** A new pupil while typed. A sex that nobody has chosen follows the name. */
export interface PupilDraft extends PersonName {
  readonly className: string;
  readonly birthDate: string;
  readonly sex: Sex | null | undefined;
  readonly guardians: readonly GuardianDraft[];
}

const nobody: PersonName = { surname: '', firstName: '', patronymic: '' };

export function emptyGuardian(key: number, relation: Relation): GuardianDraft {
  return { ...nobody, key, relation, phone: '', email: '', linked: undefined };
}

/** Nothing typed yet, with room for one guardian. */
export function emptyPupil(className: string): PupilDraft {
  return { ...nobody, className, birthDate: '', sex: undefined, guardians: [emptyGuardian(1, 'mother')] };
}

/** The chosen sex, or what the name tells. */
export function sexOf({ sex, ...name }: PupilDraft): Sex | null {
  return sex === undefined ? (guessSex(name) ?? null) : sex;
}

/** The name as it will stand in the registry. */
export function shownName({ surname, firstName, patronymic }: PersonName): string {
  const [one, two, three] = [surname, firstName, patronymic].map(normaliseNamePart);
  return formatFullName({ surname: one ?? '', firstName: two ?? '', patronymic: three ?? '' });
}

/** Something was typed that closing would lose. */
export function isTouched({ guardians, ...pupil }: PupilDraft): boolean {
  const typed = [pupil.surname, pupil.firstName, pupil.patronymic, pupil.birthDate];
  return typed.some((text) => text.trim() !== '') || guardians.some((guardian) => !isBlank(guardian));
}

/** The guardians of whom something was typed. */
export function filledGuardians({ guardians }: PupilDraft): readonly GuardianDraft[] {
  return guardians.filter((guardian) => !isBlank(guardian));
}

function isBlank(guardian: GuardianDraft): boolean {
  return guardian.linked === undefined && isBlankGuardian(formOf(guardian));
}

const nameOf = ({ surname, firstName, patronymic }: PersonName): PersonName => ({ surname, firstName, patronymic });

function formOf({ relation, phone, email, ...name }: GuardianDraft) {
  return { name: nameOf(name), relation, phone, email };
}

const pupilFormOf = (draft: PupilDraft) => ({
  ...{ name: nameOf(draft), className: draft.className, birthDate: draft.birthDate, sex: sexOf(draft) },
});

/** As the contract takes a guardian. */
export function typedGuardianOf(draft: GuardianDraft): TypedPupil['guardians'][number] {
  const { linked, relation } = draft;
  return linked === undefined ? formOf(draft) : { guardianId: linked.id, relation };
}

/** As the contract takes a pupil. */
export function typedPupilOf(draft: PupilDraft, despite: number[]): TypedPupil {
  return { ...pupilFormOf(draft), guardians: filledGuardians(draft).map(typedGuardianOf), despite };
}

/** What is wrong with the pupil's own fields. */
export function pupilFaults(draft: PupilDraft): Faults<PupilField> {
  const reading = readNewPupil(pupilFormOf(draft), new Date().toISOString().slice(0, 10));
  return reading.kind === 'faulty' ? reading.faults : {};
}

/** What is wrong with a guardian's fields. */
export function guardianFaults(draft: GuardianDraft): Faults<GuardianField> {
  if (draft.linked !== undefined) return {};
  const reading = readNewGuardian(formOf(draft));
  return reading.kind === 'faulty' ? reading.faults : {};
}

export function hasFaults(draft: PupilDraft): boolean {
  const all = [pupilFaults(draft), ...filledGuardians(draft).map(guardianFaults)];
  return all.some((faults) => Object.keys(faults).length > 0);
}
