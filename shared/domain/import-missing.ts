import type { Coverage, FileContent } from '../contract/import-plan.ts';
import type { PlannedRow } from './import-planned.ts';
import type { KnownPeople, KnownPupil } from './matching/known-people.ts';

/** A shorter list is hardly a whole class. */
const leastRows = 5;
/** Shares of the known pupils whom a list names when it is a complete one of its classes, and of the school. */
const mostOfClasses = 0.7;
const mostOfSchool = 0.9;

interface Named {
  readonly pupilIds: ReadonlySet<number>;
  readonly classKeys: ReadonlySet<string>;
  /** Names of pupils whose rows are refused. */
  readonly refused: ReadonlySet<string>;
  readonly rows: number;
}

/** Whom a list leaves out, and of whom it is complete: as a person said, or by how many of the known pupils it names. */
export function findMissing(
  rows: readonly PlannedRow[],
  people: KnownPeople,
  contents: readonly FileContent[],
  said: Coverage | undefined,
): { readonly coverage: Coverage; readonly missing: readonly KnownPupil[] } {
  const isList = contents.includes('class-list') && !contents.includes('leavers');
  if (!isList || said === 'part' || people.pupils.size === 0) return { coverage: 'part', missing: [] };
  const named = namedIn(rows);
  const placed = [...people.pupils.values()].filter(isHere);
  const coverage = said ?? guessCoverage(named, placed);
  return { coverage, missing: placed.filter((pupil) => isMissing(pupil, named, coverage)) };
}

/** In a class of this year, and not known to have left. */
export function isHere({ classKey, status }: KnownPupil): boolean {
  return classKey !== '' && status !== 'left';
}

/** Whoever an ambiguous row may mean, or a refused row names, is not missing. */
function namedIn(rows: readonly PlannedRow[]): Named {
  const pupilIds = new Set<number>();
  const classKeys = new Set<string>();
  const refused = new Set<string>();
  for (const { known, candidates, row, pile } of rows) {
    const key = row.refusedKey ?? row.pupil?.nameKey;
    if (pile === 'refused' && key !== undefined) refused.add(key);
    if (known !== undefined) pupilIds.add(known.id);
    for (const id of candidates) pupilIds.add(id);
    if (row.pupil !== undefined && row.pupil.schoolClass.key !== '') classKeys.add(row.pupil.schoolClass.key);
  }
  return { pupilIds, classKeys, refused, rows: rows.length };
}

function guessCoverage(named: Named, placed: readonly KnownPupil[]): Coverage {
  if (named.rows < leastRows) return 'part';
  const ofClasses = placed.filter(({ classKey }) => named.classKeys.has(classKey));
  if (share(ofClasses, named) < mostOfClasses) return 'part';
  return named.classKeys.size > 1 && share(placed, named) >= mostOfSchool ? 'school' : 'classes';
}

function share(pupils: readonly KnownPupil[], { pupilIds }: Named): number {
  return pupils.length === 0 ? 0 : pupils.filter(({ id }) => pupilIds.has(id)).length / pupils.length;
}

/** Who is marked already, or was found by a person to be here, is not marked again. */
function isMissing(pupil: KnownPupil, { pupilIds, classKeys, refused }: Named, coverage: Coverage): boolean {
  if (
    pupilIds.has(pupil.id) ||
    refused.has(pupil.nameKey) ||
    pupil.status === 'to-check' ||
    pupil.handFields?.has('status')
  )
    return false;
  return coverage === 'school' || (coverage === 'classes' && classKeys.has(pupil.classKey));
}
