import type { Origin, PlanEntry, ProblemCode } from '../../../shared/contract/import-plan.ts';
import type { PlannedRow } from '../../../shared/domain/import-planned.ts';
import { differingFields } from '../../../shared/domain/matching/evidence.ts';
import type { KnownPupil } from '../../../shared/domain/matching/known-people.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import type { OpenRegistry } from '../context.ts';
import { originsOf, type PersonOrigins } from '../db/field-origins.ts';
import type { Planned } from './previews.ts';

/** A window of the rows in one pile, or of every row with a problem, a value kept by hand, or a decision. */
export interface EntriesWish {
  readonly pile: PlanEntry['pile'] | 'problems' | 'kept' | 'decided';
  readonly code?: ProblemCode | undefined;
  readonly page: { readonly offset: number; readonly limit: number };
}

interface Entries {
  readonly total: number;
  readonly entries: PlanEntry[];
}

type Origins = ReadonlyMap<number, PersonOrigins>;

/** Rows of a plan as the review shows them, in file order. */
export async function planEntries(
  db: OpenRegistry['db'],
  planned: Planned,
  { pile, code, page }: EntriesWish,
): Promise<Entries> {
  const window = <Item>(items: readonly Item[]) => items.slice(page.offset, page.offset + page.limit);
  const { plan } = planned;
  if (pile === 'missing') return { total: plan.missing.length, entries: window(plan.missing).map(missingEntry) };
  const rows = plan.rows.filter((row) => isIn(row, pile, code));
  const shown = window(rows);
  const people = shown.flatMap((row) => row.changes.flatMap(({ key }) => ownerOf(planned, row, key) ?? []));
  const origins = people.length === 0 ? new Map() : await originsOf(db, [...new Set(people)]);
  return { total: rows.length, entries: shown.map((row) => entryOf(planned, row, origins)) };
}

function isIn(row: PlannedRow, pile: EntriesWish['pile'], code: ProblemCode | undefined): boolean {
  switch (pile) {
    case 'problems':
      return row.problems.some((problem) => code === undefined || problem.code === code);
    case 'kept':
      return row.changes.some(({ kept }) => kept);
    case 'decided':
      return row.decided;
    default:
      return row.pile === pile;
  }
}

/** Whose value a change is of: the pupil's, the n-th guardian's, a member's of staff. */
function ownerOf({ plan }: Planned, { known, links, staff }: PlannedRow, key: string): number | undefined {
  if (key.startsWith('pupil.') || key.endsWith('.relation')) return known?.id;
  if (key.startsWith('staff.')) return staff?.known?.id;
  const place = Number(/^guardian\.(\d+)\./.exec(key)?.[1] ?? 0) - 1;
  return plan.guardians[links[place]?.guardian ?? -1]?.known?.id;
}

function entryOf(planned: Planned, row: PlannedRow, origins: Origins): PlanEntry {
  return {
    rowNumber: row.row.rowNumber,
    pile: row.pile,
    title: row.row.title,
    className: row.row.className,
    pupilId: row.known?.id ?? null,
    guardians: row.links.flatMap(({ guardian }) => namesOf(planned, guardian)),
    changes: row.changes.map((change) => ({
      ...change,
      who: /^(?:pupil|staff)\./.test(change.key) ? '' : change.who,
      origin: change.before === '' ? null : originOf(origins, ownerOf(planned, row, change.key), change.field),
    })),
    reason: row.reason,
    candidates: row.candidates.flatMap((id) => candidateOf(planned, row, id)),
    decided: row.decided,
    problems: [...row.problems],
  };
}

function originOf(origins: Origins, owner: number | undefined, field: string): Origin | null {
  const known = owner === undefined ? undefined : origins.get(owner);
  return known?.get(field) ?? known?.get('') ?? null;
}

function namesOf({ plan }: Planned, guardian: number): string[] {
  const planned = plan.guardians[guardian];
  return planned === undefined ? [] : [formatFullName(planned.person.name)];
}

function candidateOf({ people }: Planned, { row }: PlannedRow, id: number): PlanEntry['candidates'] {
  const known = people.pupils.get(id);
  if (known === undefined) return [];
  const differs = row.pupil === undefined ? [] : differingFields(row.pupil, known);
  return [
    { id, title: formatFullName(known.name), className: known.className, birthDate: known.birthDate ?? null, differs },
  ];
}

function missingEntry(pupil: KnownPupil): PlanEntry {
  const change = { key: 'pupil.status', field: 'status', who: '', before: 'active', after: 'to-check' };
  return {
    rowNumber: 0,
    pile: 'missing',
    title: formatFullName(pupil.name),
    className: pupil.className,
    pupilId: pupil.id,
    guardians: [],
    changes: [{ ...change, kept: false, origin: null }],
    reason: '',
    candidates: [],
    decided: false,
    problems: [],
  };
}
