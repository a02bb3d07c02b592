import type { Coverage, FieldChange, FileContent, Pile, RowProblem } from '../contract/import-plan.ts';
import type { PersonEdit } from './import-edit.ts';
import type { ImportedPerson, ImportedRow } from './import-people.ts';
import type { PlannedTeacher } from './import-teachers.ts';
import type { KnownLink, KnownPerson, KnownPupil } from './matching/known-people.ts';
import type { Relation } from './relation.ts';

/** Somebody the file speaks of beside its pupils: all that is said, and who it is in the registry (undefined: somebody new). */
export interface PlannedPerson {
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

/** A pupil's status that changes: comes back, or leaves on a day (ISO 8601). */
export interface StatusChange {
  readonly to: 'active' | 'left';
  readonly leftOn: string | null;
}

/** What an import would do with one row. */
export interface PlannedRow {
  readonly row: ImportedRow;
  readonly pile: Pile;
  readonly known: KnownPupil | undefined;
  /** Catalogue key `matches.<reason>`, '' for a new or refused row. */
  readonly reason: string;
  /** Ids of known pupils whom the row may mean. */
  readonly candidates: readonly number[];
  /** A person said who this is. */
  readonly decided: boolean;
  readonly edit: PersonEdit | undefined;
  /** Key of the class that the pupil moves into, undefined when the class stays. */
  readonly movesTo: string | undefined;
  readonly status: StatusChange | undefined;
  readonly links: readonly PlannedLink[];
  /** Class teacher that this row brings, as the first one of its class. */
  readonly teacher: PlannedTeacher | undefined;
  /** Set in rows of a staff list. */
  readonly staff: PlannedPerson | undefined;
  readonly changes: readonly FieldChange[];
  readonly problems: readonly RowProblem[];
}

/** Everything that an import would do, decided; writing it needs no further decision. */
export interface ImportPlan {
  readonly rows: readonly PlannedRow[];
  /** By index; undefined for guardians of rows that are refused after all. */
  readonly guardians: readonly (PlannedPerson | undefined)[];
  /** Pupils of the registry whom a complete list leaves out. */
  readonly missing: readonly KnownPupil[];
  readonly coverage: Coverage;
  readonly contents: readonly FileContent[];
  readonly counts: Readonly<Record<Pile, number>>;
  readonly guardiansNew: number;
  /** Titles of classes that are not in the registry, by key. */
  readonly classesNew: ReadonlyMap<string, string>;
  readonly warnings: number;
  readonly keptByHand: number;
  readonly decided: number;
  /** Same for the same rows and the same registry; it tells whether the registry changed meanwhile. */
  readonly hash: string;
}
