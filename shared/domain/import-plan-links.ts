import type { FieldChange, RowProblem } from '../contract/import-plan.ts';
import { freeCodes } from './import-codes.ts';
import { editOf } from './import-edit.ts';
import type { ImportedPupil, ImportedRow } from './import-people.ts';
import type { PlannedLink, PlannedPerson } from './import-planned.ts';
import type { Planner } from './import-planner.ts';
import type { KnownLink, KnownPupil } from './matching/known-people.ts';
import { formatFullName } from './person-name.ts';
import type { Relation } from './relation.ts';

/** A row that could be read. */
export type ReadableRow = ImportedRow & { readonly pupil: ImportedPupil };

/** A row whose guardians are planned; problems and changes are added to its lists. */
export interface RowBeingPlanned {
  readonly row: ReadableRow;
  /** Place among the readable rows. */
  readonly index: number;
  readonly known: KnownPupil | undefined;
  readonly problems: RowProblem[];
  readonly changes: FieldChange[];
}

const none: readonly never[] = [];

/** The links that a row asks for. A guardian named twice in one row is linked once. */
export function planLinks(planner: Planner, planned: RowBeingPlanned): readonly PlannedLink[] {
  const groups = planner.grouped.ofRow[planned.index] ?? none;
  if (groups.length === 0) return none;
  const links: PlannedLink[] = [];
  for (let place = 0; place < groups.length; place += 1) {
    const guardian = groups[place];
    if (guardian !== undefined && groups.indexOf(guardian) === place)
      links.push(linkOf(planner, planned, guardian, place));
  }
  return links.slice();
}

function linkOf(planner: Planner, planned: RowBeingPlanned, guardian: number, place: number): PlannedLink {
  const { row, known } = planned;
  const prefix = `guardian.${place + 1}.`;
  const person = planner.guardians[guardian] ?? settleGuardian(planner, planned, guardian, prefix);
  const link = known?.guardians.find(({ guardianId }) => guardianId === person.known?.id);
  const relation = row.pupil.guardians[place]?.relation;
  if (known !== undefined) noteLink(planned, person, { prefix, link, relation });
  return { guardian, relation: relation ?? link?.relation ?? 'other', link };
}

/** Decided once, with the first row that names the guardian. */
function settleGuardian(planner: Planner, planned: RowBeingPlanned, index: number, prefix: string): PlannedPerson {
  const { row, problems, changes } = planned;
  const known = planner.known[index];
  const person = planner.grouped.groups[index]?.person ?? row.pupil;
  const codes = freeCodes(planner.codes, row, person, known, problems);
  const given = codes === person.codes ? person : { ...person, codes };
  const edit = known === undefined ? undefined : editOf(known, given, prefix);
  if (known === undefined) planner.guardiansNew += 1;
  if (edit !== undefined) changes.push(...edit.changes);
  const settled = { person: given, known, edit };
  planner.guardians[index] = settled;
  return settled;
}

interface LinkFacts {
  readonly prefix: string;
  readonly link: KnownLink | undefined;
  readonly relation: Relation | undefined;
}

function noteLink(
  { row, known: pupil, changes }: RowBeingPlanned,
  { person }: PlannedPerson,
  { prefix, link, relation }: LinkFacts,
) {
  if (link === undefined) {
    const after = formatFullName(person.name);
    changes.push({ key: `${prefix}link`, field: 'guardian', who: row.title, before: '', after, kept: false });
  } else if (relation !== undefined && relation !== link.relation) {
    const [key, who] = [`${prefix}relation`, formatFullName(person.name)];
    const kept = pupil?.handFields?.has('relation') ?? false;
    changes.push({ key, field: 'relation', who, before: link.relation, after: relation, kept });
  }
}
