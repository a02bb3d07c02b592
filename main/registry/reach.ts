import { isConfined } from '../../shared/domain/permissions.ts';
import type { OpenRegistry } from './context.ts';
import type { ClassReach } from './db/findings.ts';
import { peopleWithin } from './db/people-reach.ts';
import { allWithin, classesOfUser, type NamedRow, pupilsOfClasses } from './db/reach.ts';
import { refuse } from './refuse.ts';

/** Classes whose people the signed-in person may see: a class teacher's own ones; undefined for all. */
export async function reachOf({ db, user }: Pick<OpenRegistry, 'db' | 'user'>): Promise<ClassReach> {
  return isConfined(user.role) ? classesOfUser(db, user.id) : undefined;
}

/** Those of the rows whose person is within reach. */
export async function onlyReached<Row>(
  registry: OpenRegistry,
  rows: readonly Row[],
  personOf: (row: Row) => number,
): Promise<Row[]> {
  const reach = await reachOf(registry);
  if (reach === undefined) return [...rows];
  const people = await peopleWithin(registry.db, reach, rows.map(personOf));
  return rows.filter((row) => people.has(personOf(row)));
}

/** Names under which inputs carry ids. Findings and applications are checked by their own queries. */
const rowsOfKeys: Readonly<Record<string, NamedRow>> = {
  classId: 'class',
  classIds: 'class',
  pupilId: 'person',
  pupilIds: 'person',
  personId: 'person',
  applicantId: 'person',
  keepPersonId: 'person',
  dropPersonId: 'person',
  credentialId: 'credential',
  credentialIds: 'credential',
  codeId: 'code',
  batchId: 'batch',
  issueId: 'issue',
};

/**
 * Holds a checked input to the person's reach: ids of others are refused with `not-found` wherever in the input they
 * stand, and the whole school becomes the pupils of the own classes.
 */
export async function holdToReach(registry: OpenRegistry, input: unknown): Promise<void> {
  const reach = await reachOf(registry);
  if (reach === undefined || !isObject(input)) return;
  for (const [row, ids] of idsIn(input)) {
    if (!(await allWithin(registry.db, reach, row, ids))) throw refuse('not-found');
  }
  for (const holder of objectsIn(input)) {
    if (isObject(holder.scope) && holder.scope.kind === 'school') {
      // The input was made by the check just before, so nobody else holds it.
      holder.scope = { kind: 'pupils', pupilIds: await pupilsOfClasses(registry.db, reach) };
    }
  }
}

interface Fields extends Record<string, unknown> {
  scope?: unknown;
  kind?: unknown;
}

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

function* objectsIn(value: unknown): Generator<Fields> {
  if (!isObject(value)) return;
  yield value;
  for (const inner of Object.values(value)) yield* objectsIn(inner);
}

function* idsIn(input: Fields): Generator<readonly [NamedRow, readonly number[]]> {
  for (const holder of objectsIn(input)) {
    for (const [key, value] of Object.entries(holder)) {
      const row = Array.isArray(holder) ? undefined : rowsOfKeys[key];
      if (row === undefined || value === null || value === undefined) continue;
      yield [row, [value].flat().filter((id) => typeof id === 'number')];
    }
  }
}
