import type { Hold } from '../contract/import-plan.ts';
import { type Acceptance, type Accepted, acceptanceOf } from './import-accepted.ts';
import { isHere } from './import-missing.ts';
import type { ImportPlan, PlannedRow } from './import-planned.ts';
import type { KnownPeople } from './matching/known-people.ts';

/** A file of fewer rows is judged by nobody but the person. */
const leastRows = 10;
const leastRecognised = 0.7;
const mostLeaving = 0.1;
const mostChanging = 0.75;

/**
 * Brakes: what makes an import unlike an ordinary one, so that a person must type the number first. Only what is accepted
 * counts, except for a file that is not recognised at all.
 */
export function holdsOf(plan: ImportPlan, people: KnownPeople, accepted: Accepted): Hold[] {
  const acceptance = acceptanceOf(accepted);
  return [...otherFile(plan, people), ...manyChange(plan, acceptance), ...leavingHolds(plan, people, acceptance)];
}

const nobodyIn = { className: '' } as const;

/** Rows that are nobody's, in a class that has pupils or in a file that names no classes, and refused rows. */
function otherFile({ rows }: ImportPlan, people: KnownPeople): Hold[] {
  if (rows.length < leastRows) return [];
  const settled = new Set<string>();
  for (const pupil of people.pupils.values()) if (isHere(pupil)) settled.add(pupil.classKey);
  const strange = rows.filter((row) => isStrange(row, settled)).length;
  const isOther = rows.length - strange < rows.length * leastRecognised;
  return isOther ? [{ kind: 'other-file', number: strange, of: rows.length, ...nobodyIn }] : [];
}

function isStrange({ pile, row, decided }: PlannedRow, settled: ReadonlySet<string>): boolean {
  if (pile === 'refused') return true;
  return pile === 'new' && !decided && row.pupil !== undefined && settled.has(row.pupil.schoolClass.key);
}

/** A value that was empty before is no change of anything. */
function manyChange({ rows }: ImportPlan, acceptance: Acceptance): Hold[] {
  const known = rows.filter((row) => row.known !== undefined);
  if (known.length < leastRows) return [];
  const changing = known.filter((row) => acceptance.takesRow(row) && replacesSomething(row, acceptance)).length;
  if (changing <= known.length * mostChanging) return [];
  return [{ kind: 'many-change', number: changing, of: known.length, ...nobodyIn }];
}

function replacesSomething({ row, changes }: PlannedRow, acceptance: Acceptance): boolean {
  return changes.some((change) => change.before !== '' && acceptance.takesChange(row.rowNumber, change));
}

interface ClassMoves {
  readonly title: string;
  here: number;
  leaving: number;
  moving: number;
  coming: number;
}

function leavingHolds(plan: ImportPlan, people: KnownPeople, acceptance: Acceptance): Hold[] {
  const classes = classesOf(people);
  for (const pupil of plan.missing) {
    const moves = classes.get(pupil.classKey);
    if (moves !== undefined && acceptance.takesMissing(pupil.id)) moves.leaving += 1;
  }
  for (const row of plan.rows) if (acceptance.takesRow(row)) countRow(classes, row, acceptance);
  const all = [...classes.values()];
  const [here, leaving] = [sum(all, 'here'), sum(all, 'leaving')];
  return [
    ...(all.length > 1 && isMany(leaving, here) ? [leaveHold(leaving, here, '')] : []),
    ...all.flatMap(holdsOfClass),
  ];
}

function classesOf(people: KnownPeople): Map<string, ClassMoves> {
  const classes = new Map<string, ClassMoves>();
  for (const pupil of people.pupils.values()) {
    if (!isHere(pupil)) continue;
    const there = classes.get(pupil.classKey);
    if (there !== undefined) there.here += 1;
    else classes.set(pupil.classKey, { title: pupil.className, here: 1, leaving: 0, moving: 0, coming: 0 });
  }
  return classes;
}

function countRow(classes: ReadonlyMap<string, ClassMoves>, planned: PlannedRow, acceptance: Acceptance): void {
  const { known, status, movesTo, row, pile } = planned;
  const takes = (key: string) => {
    const change = planned.changes.find((one) => one.key === key);
    return change !== undefined && acceptance.takesChange(row.rowNumber, change);
  };
  const from = known === undefined || !isHere(known) ? undefined : classes.get(known.classKey);
  if (status?.to === 'left' && from !== undefined && takes('pupil.status')) from.leaving += 1;
  const moves = movesTo !== undefined && takes('pupil.class');
  if (moves && from !== undefined) from.moving += 1;
  const into = classes.get(moves ? movesTo : pile === 'new' ? (row.pupil?.schoolClass.key ?? '') : '');
  if (into !== undefined) into.coming += 1;
}

function sum(classes: readonly ClassMoves[], what: 'here' | 'leaving'): number {
  return classes.reduce((total, one) => total + one[what], 0);
}

function isMany(leaving: number, here: number): boolean {
  return leaving > 0 && leaving > here * mostLeaving;
}

function leaveHold(number: number, of: number, className: string): Hold {
  return { kind: 'many-leave', number, of, className };
}

/** A class that empties is told so; saying that many leave it would be the same again. */
function holdsOfClass({ title, here, leaving, moving, coming }: ClassMoves): Hold[] {
  const gone = leaving + moving;
  if (gone >= here && coming === 0 && here > 0)
    return [{ kind: 'class-emptied', number: gone, of: here, className: title }];
  return isMany(leaving, here) ? [leaveHold(leaving, here, title)] : [];
}

/** The brakes that a person has not confirmed. The number shown counts as well as the one that is left over. */
export function openHolds(
  actual: readonly Hold[],
  shown: readonly Hold[],
  confirmed: readonly Pick<Hold, 'kind' | 'number' | 'className'>[],
): Hold[] {
  return actual.filter((hold) => {
    const numbers = [hold, ...shown].filter((one) => isSame(one, hold)).map(({ number }) => number);
    return !confirmed.some((one) => isSame(one, hold) && numbers.includes(one.number));
  });
}

type Named = Pick<Hold, 'kind' | 'className'>;

function isSame(one: Named, other: Named): boolean {
  return one.kind === other.kind && one.className === other.className;
}
