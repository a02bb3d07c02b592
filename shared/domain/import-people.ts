import type { RowProblem } from '../contract/import-plan.ts';
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
}

/** What another system calls a person: its identifier, the pupil's portal code, or the login (`account`). */
export interface ImportedCode {
  readonly kind: 'external-id' | 'portal-code' | 'account';
  readonly value: string;
  readonly key: string;
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
}

/** One row about a pupil, with everything doubtful about it. Without `pupil` the row is refused. */
export interface ImportedRow {
  /** As a spreadsheet numbers rows. */
  readonly rowNumber: number;
  /** The name for showing, even of a refused row. */
  readonly title: string;
  readonly className: string;
  readonly pupil: ImportedPupil | undefined;
  readonly problems: readonly RowProblem[];
}

/** A teacher's row of a class, in files that have a row for everybody. */
export interface ImportedTeacher {
  readonly schoolClass: ImportedClass;
  readonly name: PersonName;
}

/** All that a file says, in file order. */
export interface ImportedPeople {
  readonly rows: readonly ImportedRow[];
  readonly teachers: readonly ImportedTeacher[];
}
