import type { RowProblem } from '../contract/import-plan.ts';
import { type CodeBook, createCodeBook, freeCodes } from './import-codes.ts';
import { editOf, type FieldChange } from './import-edit.ts';
import type { ImportedPeople, ImportedPupil, ImportedRow } from './import-people.ts';
import type { Candidate, PlannedGuardian, PlannedLink, PlannedRow } from './import-planned.ts';
import { type PlannedTeacher, planTeachers, teacherChange } from './import-teachers.ts';
import { type GroupedGuardians, groupGuardians } from './matching/guardian-groups.ts';
import type { KnownLink, KnownPeople, KnownPerson, KnownPupil } from './matching/known-people.ts';
import { matchGuardians, plannedPupil } from './matching/match-guardians.ts';
import type { PupilMatch } from './matching/match-pupils.ts';
import { formatFullName } from './person-name.ts';
import type { Relation } from './relation.ts';

/** A row that could be read. */
export type ReadableRow = ImportedRow & { readonly pupil: ImportedPupil };

/** Rows without a pupil are refused. */
export function hasPupil(row: ImportedRow): row is ReadableRow {
  return row.pupil !== undefined;
}

/** A plan being made. */
export interface Planner {
  readonly people: KnownPeople;
  readonly grouped: GroupedGuardians;
  readonly guardians: (PlannedGuardian | undefined)[];
  /** Known guardian of every group. */
  readonly known: readonly (KnownPerson | undefined)[];
  readonly codes: CodeBook;
  readonly teachers: Map<string, PlannedTeacher>;
  readonly classesNew: Map<string, string>;
  guardiansNew: number;
}

interface PlannerParts {
  readonly file: ImportedPeople;
  readonly people: KnownPeople;
  readonly pupils: readonly ImportedPupil[];
  readonly matches: readonly PupilMatch[];
}

/** Matches the guardians and gets ready to plan row by row. */
export function startPlanner({ file, people, pupils, matches }: PlannerParts): Planner {
  const grouped = groupGuardians(pupils.map((pupil, index) => plannedPupil(pupil, matches[index])));
  const known = matchGuardians(grouped.groups, matches, people);
  return {
    people,
    grouped,
    known,
    guardians: new Array<PlannedGuardian | undefined>(known.length).fill(undefined),
    codes: createCodeBook(people.codeOwners),
    teachers: planTeachers(file, people),
    classesNew: new Map(),
    guardiansNew: 0,
  };
}

const none: readonly never[] = [];

const undecided = {
  known: undefined,
  reason: '',
  candidates: none,
  edit: undefined,
  movesTo: undefined,
  links: none,
  teacher: undefined,
  changes: none,
} as const;

/** A row that stays out of the registry. */
export function refusedRow(row: ImportedRow): PlannedRow {
  return { ...undecided, row, pile: 'refused', problems: row.problems };
}

/** Decides one row; `index` is its place among the readable rows. */
export function planRow(planner: Planner, row: ReadableRow, match: PupilMatch | undefined, index: number): PlannedRow {
  if (match?.kind === 'known') return knownRow(planner, row, match, index);
  if (match?.kind !== 'ambiguous') return newRow(planner, row, index);
  const candidates = match.candidates.flatMap((id) => candidateOf(planner.people.pupils.get(id)));
  return { ...undecided, row, pile: 'ambiguous', reason: match.reason, candidates, problems: row.problems };
}

function candidateOf(known: KnownPupil | undefined): Candidate[] {
  return known === undefined ? [] : [{ id: known.id, title: formatFullName(known.name), className: known.className }];
}

function newRow(planner: Planner, row: ReadableRow, index: number): PlannedRow {
  if (row.pupil.schoolClass.key === '') return withoutClass(row);
  const problems = [...row.problems];
  const pupil = { ...row.pupil, codes: freeCodes(planner.codes, row, row.pupil, undefined, problems) };
  const links = linksOf(planner, { row, index, problems, pupil: undefined }).map(({ link }) => link);
  const teacher = takeTeacher(planner, pupil.schoolClass.key);
  needClass(planner, pupil);
  return { ...undecided, row: { ...row, pupil }, pile: 'new', links, teacher, problems };
}

function withoutClass(row: ReadableRow): PlannedRow {
  const { rowNumber } = row;
  const problem = { rowNumber, columnNumber: 0, columnTitle: '', value: '', code: 'class-missing', hint: '' } as const;
  return refusedRow({ ...row, problems: [...row.problems, { ...problem, severity: 'refused' }] });
}

function needClass({ people, classesNew }: Planner, { schoolClass }: ImportedPupil): void {
  if (!people.classes.has(schoolClass.key)) classesNew.set(schoolClass.key, schoolClass.title);
}

function knownRow(
  planner: Planner,
  row: ReadableRow,
  match: Extract<PupilMatch, { readonly kind: 'known' }>,
  index: number,
): PlannedRow {
  const known = planner.people.pupils.get(match.id);
  if (known === undefined) return newRow(planner, row, index);
  const problems = [...row.problems];
  const codes = freeCodes(planner.codes, row, row.pupil, known.id, problems);
  const edit = editOf(known, { ...row.pupil, codes });
  const links = linksOf(planner, { row, index, problems, pupil: known });
  const move = moveOf(planner, known, row.pupil);
  const teacher = takeTeacher(planner, row.pupil.schoolClass.key);
  const changes = [
    ...(edit?.changes ?? none),
    ...move.changes,
    ...links.flatMap((planned) => planned.changes),
    ...(teacher === undefined ? none : [teacherChange(teacher)]),
  ];
  return {
    ...undecided,
    row,
    known,
    pile: changes.length === 0 ? 'same' : 'changed',
    reason: match.reason,
    edit,
    movesTo: move.to,
    links: links.map(({ link }) => link),
    teacher,
    changes,
    problems,
  };
}

function moveOf(planner: Planner, known: KnownPupil, pupil: ImportedPupil) {
  const { key, title } = pupil.schoolClass;
  if (key === '' || key === known.classKey) return { to: undefined, changes: none };
  needClass(planner, pupil);
  const change = { field: 'class', who: formatFullName(known.name), before: known.className, after: title };
  return { to: key, changes: [change] };
}

/** The first accepted row of a class brings its teacher. */
function takeTeacher({ teachers }: Planner, classKey: string): PlannedTeacher | undefined {
  const teacher = teachers.get(classKey);
  teachers.delete(classKey);
  return teacher;
}

interface LinkAndChanges {
  readonly link: PlannedLink;
  readonly changes: readonly FieldChange[];
}

interface RowParts {
  readonly row: ReadableRow;
  readonly index: number;
  readonly problems: RowProblem[];
  readonly pupil: KnownPupil | undefined;
}

/** A guardian named twice in one row is linked once. */
function linksOf(planner: Planner, parts: RowParts): LinkAndChanges[] {
  const groups = planner.grouped.ofRow[parts.index] ?? none;
  return groups.flatMap((guardian, place) => {
    const relation = parts.row.pupil.guardians[place]?.relation;
    return groups.indexOf(guardian) === place ? [linkOf(planner, parts, guardian, relation)] : [];
  });
}

function linkOf(planner: Planner, parts: RowParts, guardian: number, relation: Relation | undefined): LinkAndChanges {
  const first = planner.guardians[guardian] === undefined;
  const planned = planner.guardians[guardian] ?? settleGuardian(planner, guardian, parts);
  const link = parts.pupil?.guardians.find(({ guardianId }) => guardianId === planned.known?.id);
  const changes = linkChanges(parts.row, planned, link, relation);
  return {
    link: { guardian, relation: relation ?? link?.relation ?? 'other', link },
    changes: first ? [...(planned.edit?.changes ?? none), ...changes] : changes,
  };
}

/** Decided once, with the first row that names the guardian. */
function settleGuardian(planner: Planner, index: number, { row, problems }: RowParts): PlannedGuardian {
  const known = planner.known[index];
  const person = planner.grouped.groups[index]?.person ?? row.pupil;
  const codes = freeCodes(planner.codes, row, person, known?.id, problems);
  const given = { ...person, codes };
  const planned = { person: given, known, edit: known === undefined ? undefined : editOf(known, given) };
  planner.guardians[index] = planned;
  if (known === undefined) planner.guardiansNew += 1;
  return planned;
}

function linkChanges(
  row: ReadableRow,
  { person }: PlannedGuardian,
  link: KnownLink | undefined,
  relation: Relation | undefined,
): readonly FieldChange[] {
  const name = formatFullName(person.name);
  if (link === undefined) return [{ field: 'guardian', who: row.title, before: '', after: name }];
  if (relation === undefined || relation === link.relation) return none;
  return [{ field: 'relation', who: name, before: link.relation, after: relation }];
}
