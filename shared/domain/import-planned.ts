import type { Pile, RowProblem } from '../contract/import-plan.ts';
import type { FieldChange, PersonEdit } from './import-edit.ts';
import type { ImportedPerson, ImportedRow } from './import-people.ts';
import type { PlannedTeacher } from './import-teachers.ts';
import type { KnownLink, KnownPerson, KnownPupil } from './matching/known-people.ts';
import type { Relation } from './relation.ts';

/** A guardian of the file: everything that all rows say, and who it is in the registry (undefined: somebody new). */
export interface PlannedGuardian {
  readonly person: ImportedPerson;
  readonly known: KnownPerson | undefined;
  readonly edit: PersonEdit | undefined;
}

/** A guardian of a row; `link` is the link that the registry has already. */
export interface PlannedLink {
  /** Index in the plan's guardians. */
  readonly guardian: number;
  readonly relation: Relation;
  readonly link: KnownLink | undefined;
}

/** A known pupil whom a row may mean. */
export interface Candidate {
  readonly id: number;
  readonly title: string;
  readonly className: string;
}

/** What an import would do with one row. */
export interface PlannedRow {
  readonly row: ImportedRow;
  readonly pile: Pile;
  readonly known: KnownPupil | undefined;
  /** Catalogue key `matches.<reason>`, '' for a new or refused row. */
  readonly reason: string;
  readonly candidates: readonly Candidate[];
  readonly edit: PersonEdit | undefined;
  /** Key of the class that the pupil moves into, undefined when the class stays. */
  readonly movesTo: string | undefined;
  readonly links: readonly PlannedLink[];
  /** Class teacher that this row brings, as the first one of its class. */
  readonly teacher: PlannedTeacher | undefined;
  readonly changes: readonly FieldChange[];
  readonly problems: readonly RowProblem[];
}

/** Everything that an import would do, decided; writing it needs no further decision. */
export interface ImportPlan {
  readonly rows: readonly PlannedRow[];
  /** By index; undefined for guardians of rows that are refused after all. */
  readonly guardians: readonly (PlannedGuardian | undefined)[];
  readonly counts: Readonly<Record<Pile, number>>;
  readonly guardiansNew: number;
  /** Titles of classes that are not in the registry, by key. */
  readonly classesNew: ReadonlyMap<string, string>;
  readonly warnings: number;
  /** Same for the same rows and the same registry; it tells whether the registry changed meanwhile. */
  readonly hash: string;
}
