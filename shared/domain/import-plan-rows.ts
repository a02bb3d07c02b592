import type { FieldChange, RowProblem } from '../contract/import-plan.ts';
import { freeCodes } from './import-codes.ts';
import { editOf } from './import-edit.ts';
import type { ImportedRow } from './import-people.ts';
import { planLinks, type ReadableRow } from './import-plan-links.ts';
import type { PlannedRow, StatusChange } from './import-planned.ts';
import { needClass, type Planner, takeTeacher } from './import-planner.ts';
import { teacherChange } from './import-teachers.ts';
import type { KnownPupil } from './matching/known-people.ts';
import type { PupilMatch } from './matching/match-pupils.ts';
import { formatFullName } from './person-name.ts';

/** Rows without a pupil are refused, or of staff. */
export function hasPupil(row: ImportedRow): row is ReadableRow {
  return row.pupil !== undefined;
}

const none: readonly never[] = [];

/** What a row means that is neither known nor new. */
export const undecided = {
  known: undefined,
  reason: '',
  candidates: none,
  decided: false,
  edit: undefined,
  movesTo: undefined,
  status: undefined,
  links: none,
  teacher: undefined,
  staff: undefined,
  changes: none,
} as const;

/** A row that stays out of the registry. */
export function refusedRow(row: ImportedRow): PlannedRow {
  return { ...undecided, row, pile: 'refused', problems: row.problems };
}

/** Decides one row; `index` is its place among the readable rows. */
export function planRow(planner: Planner, row: ReadableRow, match: PupilMatch | undefined, index: number): PlannedRow {
  if (match?.kind === 'known') return knownRow(planner, row, match, index);
  if (match?.kind !== 'ambiguous') return newRow(planner, row, index, match?.decided ?? false);
  const { candidates, reason } = match;
  return { ...undecided, row, pile: 'ambiguous', reason, candidates, problems: row.problems };
}

function newRow(planner: Planner, row: ReadableRow, index: number, decided: boolean): PlannedRow {
  if (row.pupil.leftOn !== undefined) return refusedFor(row, 'leaver-unknown');
  if (row.pupil.schoolClass.key === '') return refusedFor(row, 'class-missing');
  const problems = [...row.problems];
  const codes = freeCodes(planner.codes, row, row.pupil, undefined, problems);
  const free = codes === row.pupil.codes ? row : { ...row, pupil: { ...row.pupil, codes } };
  const links = planLinks(planner, { row, index, known: undefined, problems, changes: [] });
  const teacher = takeTeacher(planner, row.pupil.schoolClass.key);
  needClass(planner, row.pupil.schoolClass);
  return { ...undecided, row: free, pile: 'new', decided, links, teacher, problems: shared(problems) };
}

function shared(problems: readonly RowProblem[]): readonly RowProblem[] {
  return problems.length === 0 ? none : problems;
}

function refusedFor(row: ReadableRow, code: RowProblem['code']): PlannedRow {
  const { rowNumber, problems } = row;
  const place = { rowNumber, columnNumber: 0, columnTitle: '', value: '', hint: '' };
  return refusedRow({ ...row, problems: [...problems, { ...place, code, severity: 'refused' }] });
}

type KnownMatch = Extract<PupilMatch, { readonly kind: 'known' }>;

function knownRow(planner: Planner, row: ReadableRow, match: KnownMatch, index: number): PlannedRow {
  const known = planner.people.pupils.get(match.id);
  if (known === undefined) return newRow(planner, row, index, false);
  const problems = [...row.problems];
  const codes = freeCodes(planner.codes, row, row.pupil, known, problems);
  const edit = editOf(known, codes === row.pupil.codes ? row.pupil : { ...row.pupil, codes }, 'pupil.');
  const changes: FieldChange[] = edit === undefined ? [] : [...edit.changes];
  const movesTo = planMove(planner, known, row, changes);
  const status = planStatus(known, row, changes);
  const links = planLinks(planner, { row, index, known, problems, changes });
  const teacher = takeTeacher(planner, row.pupil.schoolClass.key);
  if (teacher !== undefined) changes.push(teacherChange(teacher));
  return {
    ...undecided,
    row,
    known,
    pile: changes.some(({ kept }) => !kept) ? 'changed' : 'same',
    reason: match.reason,
    decided: match.reason === 'decided',
    edit,
    movesTo,
    status,
    links,
    teacher,
    changes: changes.length === 0 ? none : changes,
    problems: shared(problems),
  };
}

function planMove(planner: Planner, known: KnownPupil, { pupil }: ReadableRow, changes: FieldChange[]) {
  const { key, title } = pupil.schoolClass;
  if (key === '' || key === known.classKey) return undefined;
  needClass(planner, pupil.schoolClass);
  changes.push(ownChange(known, 'class', known.className, title));
  return key;
}

/** Leaving is said by the file; who stands in a class list again has come back. */
function planStatus(known: KnownPupil, { pupil }: ReadableRow, changes: FieldChange[]): StatusChange | undefined {
  const now = known.status ?? 'active';
  const leaves = pupil.leftOn !== undefined;
  const returns = !leaves && pupil.schoolClass.key !== '' && now !== 'active';
  if (!returns && !(leaves && now !== 'left')) return undefined;
  const to = leaves ? 'left' : 'active';
  changes.push(ownChange(known, 'status', now, to));
  return { to, leftOn: pupil.leftOn ?? null };
}

function ownChange(known: KnownPupil, field: string, before: string, after: string): FieldChange {
  const kept = known.handFields?.has(field) ?? false;
  return { key: `pupil.${field}`, field, who: formatFullName(known.name), before, after, kept };
}
