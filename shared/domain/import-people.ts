import type { FileContent, RowProblem } from '../contract/import-plan.ts';
import type { PersonName } from './person-name.ts';
import type { Relation } from './relation.ts';
import type { Sex } from './sex.ts';

/** A contact as a file gives it. `value` is for showing (as typed when it is doubtful), `key` for comparing. */
export interface ImportedContact {
  readonly kind: 'phone' | 'email' | 'snils';
  readonly value: string;
  readonly key: string;
  /** Words beside a phone number («мама»). */
  readonly label: string;
  readonly checked: 'ok' | 'warning';
  /** Of the portal; the school's when it is not said. */
  readonly source?: 'portal';
}

/**
 * What another system calls a person: its identifier, the number of the personal file, the pupil's portal code, or the login
 * (`account`), with the first password when the diary system has made one.
 */
export interface ImportedCode {
  readonly kind: 'external-id' | 'case-number' | 'portal-code' | 'account';
  readonly value: string;
  readonly key: string;
  readonly password?: string;
}

/** A person as a row gives it; what the file does not say is undefined or empty. */
export interface ImportedPerson {
  readonly name: PersonName;
  /** Folded, see `nameKey`. */
  readonly nameKey: string;
  readonly sex: Sex | undefined;
  /** ISO 8601. */
  readonly birthDate: string | undefined;
  readonly contacts: readonly ImportedContact[];
  readonly codes: readonly ImportedCode[];
}

/** A guardian of the pupil in the same row; the relation is undefined when the file does not say it. */
export interface ImportedGuardian extends ImportedPerson {
  readonly relation: Relation | undefined;
}

/** A class by its title and comparison key, both '' when the row has none. */
export interface ImportedClass {
  readonly title: string;
  readonly key: string;
}

/** A pupil's row, read. */
export interface ImportedPupil extends ImportedPerson {
  readonly schoolClass: ImportedClass;
  readonly guardians: readonly ImportedGuardian[];
  /** Class teacher of the pupil's class, when the row names one. */
  readonly teacher: PersonName | undefined;
  /** Day of leaving, ISO 8601, in lists of leavers. */
  readonly leftOn?: string;
}

/** One row about a pupil or a member of staff, with everything doubtful about it. Without either the row is refused. */
export interface ImportedRow {
  /** As a spreadsheet numbers rows. */
  readonly rowNumber: number;
  /** The name for showing, even of a refused row. */
  readonly title: string;
  readonly className: string;
  readonly pupil: ImportedPupil | undefined;
  /** Whom a refused row is about, as `nameKey`: what cannot be read of a pupil does not make the pupil missing. */
  readonly refusedKey?: string;
  /** Set in rows of a staff list. */
  readonly staff?: ImportedTeacher;
  readonly problems: readonly RowProblem[];
}

/** A teacher's row, in staff lists and in files that have a row for everybody; the class may be none. */
export interface ImportedTeacher {
  readonly rowNumber: number;
  readonly schoolClass: ImportedClass;
  readonly person: ImportedPerson;
}

/** All that a file says, in file order. */
export interface ImportedPeople {
  readonly rows: readonly ImportedRow[];
  readonly teachers: readonly ImportedTeacher[];
  readonly contents: readonly FileContent[];
}
