import { editDistance } from '../edit-distance.ts';
import type { ImportedPupil } from '../import-people.ts';
import type { KnownPeople, KnownPupil } from './known-people.ts';

/** Typing mistakes in a full name that still let it be the same. */
const mistakes = 2;

/** What matching has settled so far. */
interface Settled {
  readonly matches: readonly unknown[];
  readonly taken: ReadonlySet<number>;
}

/**
 * Rows about to become new pupils who have nearly the name of a classmate whom no row names: probably a typing mistake, so
 * that a person is asked. Another birth date means another child. Place of the row, ids of the pupils.
 */
export function similarPupils(
  rows: readonly ImportedPupil[],
  people: KnownPeople,
  { matches, taken }: Settled,
): ReadonlyMap<number, readonly number[]> {
  const similar = new Map<number, readonly number[]>();
  const open = rows.flatMap((_, row) => (matches[row] === undefined ? [row] : []));
  if (open.length === 0) return similar;
  const unnamed = byClass(people, taken);
  for (const row of open) {
    const pupil = rows[row];
    const ids = pupil === undefined ? [] : likely(pupil, unnamed.get(pupil.schoolClass.key) ?? []);
    if (ids.length > 0) similar.set(row, ids);
  }
  return similar;
}

function byClass({ pupils }: KnownPeople, taken: ReadonlySet<number>): ReadonlyMap<string, readonly KnownPupil[]> {
  const classes = new Map<string, KnownPupil[]>();
  for (const pupil of pupils.values()) {
    if (pupil.classKey === '' || taken.has(pupil.id)) continue;
    const others = classes.get(pupil.classKey);
    if (others === undefined) classes.set(pupil.classKey, [pupil]);
    else others.push(pupil);
  }
  return classes;
}

function likely(pupil: ImportedPupil, classmates: readonly KnownPupil[]): number[] {
  return classmates.filter((known) => isMistyped(pupil, known)).map(({ id }) => id);
}

type Named = Pick<KnownPupil, 'nameKey' | 'birthDate'>;

/** Can another name be a typing mistake in this one? Not when the birth dates are two. */
export function isMistyped(pupil: Named, known: Named): boolean {
  if (pupil.birthDate !== undefined && known.birthDate !== undefined && pupil.birthDate !== known.birthDate)
    return false;
  if (pupil.nameKey === known.nameKey || Math.abs(pupil.nameKey.length - known.nameKey.length) > mistakes) return false;
  return editDistance(pupil.nameKey, known.nameKey) <= mistakes;
}
