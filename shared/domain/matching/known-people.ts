import type { ImportedCode } from '../import-people.ts';
import type { PersonName } from '../person-name.ts';
import type { Relation } from '../relation.ts';
import type { Sex } from '../sex.ts';

/** A contact of the school or of the portal that is valid now. */
export interface KnownContact {
  readonly id: number;
  readonly kind: 'phone' | 'email' | 'snils';
  readonly value: string;
  readonly key: string;
  readonly checked: 'ok' | 'warning' | 'unchecked';
  /** Of the portal; the school's when it is not said. */
  readonly source?: 'portal';
}

/** A code of the school's diary system. */
export interface KnownCode extends ImportedCode {
  readonly id: number;
}

/** A person of the registry, as matching and planning see one. */
export interface KnownPerson {
  readonly id: number;
  readonly name: PersonName;
  readonly nameKey: string;
  readonly sex: Sex | undefined;
  /** ISO 8601. */
  readonly birthDate: string | undefined;
  readonly updatedAt: string;
  readonly contacts: readonly KnownContact[];
  readonly codes: readonly KnownCode[];
  /** Key of the login that works now. */
  readonly login?: string;
  /** Fields whose values were typed by hand; imports keep them. */
  readonly handFields?: ReadonlySet<string>;
}

export interface KnownPupil extends KnownPerson {
  /** The open enrolment; classes of earlier years count as none. */
  readonly enrolment: { readonly id: number; readonly classId: number } | undefined;
  /** '' without a class in the current academic year. */
  readonly classKey: string;
  readonly className: string;
  readonly guardians: readonly KnownLink[];
  /** Folded surnames the pupil had before. */
  readonly formerSurnames: readonly string[];
  /** Active when it is not said. */
  readonly status?: 'to-check' | 'left';
  /** ISO 8601: of one who left, when that was, and when the record goes to the archive and may be destroyed. */
  readonly leftOn?: string;
  readonly archiveOn?: string;
  readonly purgeOn?: string;
}

/** A guardian of a known pupil. */
export interface KnownLink {
  readonly id: number;
  readonly guardianId: number;
  readonly relation: Relation;
}

export interface KnownClass {
  readonly id: number;
  readonly key: string;
  readonly title: string;
  readonly teacherId: number | undefined;
}

export type CodeOwners = Readonly<Record<ImportedCode['kind'], ReadonlyMap<string, number>>>;

/** What the registry holds when an import is planned. Maps are by id, classes by key, staff by name key. */
export interface KnownPeople {
  readonly pupils: ReadonlyMap<number, KnownPupil>;
  readonly guardians: ReadonlyMap<number, KnownPerson>;
  readonly staff: ReadonlyMap<number, KnownPerson>;
  readonly classes: ReadonlyMap<string, KnownClass>;
  /** Owner of every code of the school's diary system, by kind and key. */
  readonly codeOwners: CodeOwners;
  /** Owner of every login that was ever made here, by its key. */
  readonly loginOwners: ReadonlyMap<string, number>;
}
