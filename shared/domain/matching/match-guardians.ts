import type { ImportedPupil } from '../import-people.ts';
import { canBeOne, type GuardianGroup, isOneOfChild } from './guardian-groups.ts';
import { addKeys, createGuardianKeys, type GuardianKeys, numbersOf } from './guardian-keys.ts';
import type { KnownPeople, KnownPerson } from './known-people.ts';
import type { PupilMatch } from './match-pupils.ts';

/**
 * Finds the known guardian of every group, undefined for a new person: by e-mail, sound SNILS or login in the whole
 * school, by phone or name only among the guardians of the same child. Nobody is given to two groups. Yields groups done.
 */
export function* matchGuardians(
  groups: readonly GuardianGroup[],
  matches: readonly PupilMatch[],
  people: KnownPeople,
): Generator<number, (KnownPerson | undefined)[]> {
  if (people.guardians.size === 0) return groups.map(() => undefined);
  const taken = new Set<number>();
  const index = yield* indexOf(people);
  const found: (KnownPerson | undefined)[] = [];
  for (const group of groups) {
    found.push(take(taken, anywhere(group, people, index)));
    if (found.length % often === 0) yield found.length;
  }
  return found.map((known, at) => known ?? take(taken, ofChildren(groups[at], matches, people)));
}

/** People between two turns of others. */
const often = 200;

/** True when the row's pupil is going to be in the registry, so that the guardians matter. */
export function isPlanned(match: PupilMatch | undefined): boolean {
  return match !== undefined && match.kind !== 'ambiguous';
}

/** Pupils whose guardians take part; others stand as if they had none. */
export function plannedPupil(pupil: ImportedPupil, match: PupilMatch | undefined): ImportedPupil {
  return isPlanned(match) || pupil.guardians.length === 0 ? pupil : { ...pupil, guardians: [] };
}

function* indexOf(people: KnownPeople): Generator<number, GuardianKeys> {
  const keys = createGuardianKeys();
  let done = 0;
  for (const guardian of people.guardians.values()) {
    addKeys(keys, guardian, guardian.id);
    done += 1;
    if (done % often === 0) yield 0;
  }
  return keys;
}

function anywhere({ person }: GuardianGroup, people: KnownPeople, keys: GuardianKeys): KnownPerson[] {
  const found = known(people, numbersOf(keys, person));
  return best(
    person.nameKey,
    found.filter((other) => canBeOne(person, other)),
  );
}

function ofChildren(
  group: GuardianGroup | undefined,
  matches: readonly PupilMatch[],
  people: KnownPeople,
): KnownPerson[] {
  if (group === undefined) return [];
  const ids = group.rows.flatMap((row) => {
    const match = matches[row];
    const pupil = match?.kind === 'known' ? people.pupils.get(match.id) : undefined;
    return pupil?.guardians.map(({ guardianId }) => guardianId) ?? [];
  });
  return best(
    group.person.nameKey,
    known(people, ids).filter((other) => isOneOfChild(group.person, other)),
  );
}

function known(people: KnownPeople, ids: readonly number[]): KnownPerson[] {
  return ids.flatMap((id) => people.guardians.get(id) ?? []);
}

/** Those of exactly this name first, then the oldest record. */
function best(nameKey: string, people: readonly KnownPerson[]): KnownPerson[] {
  if (people.length < 2) return [...people];
  return [...people].sort((one, other) => rank(one, nameKey) - rank(other, nameKey) || one.id - other.id);
}

function rank(person: KnownPerson, nameKey: string): number {
  return person.nameKey === nameKey ? 0 : 1;
}

function take(taken: Set<number>, candidates: readonly KnownPerson[]): KnownPerson | undefined {
  const free = candidates.find(({ id }) => !taken.has(id));
  if (free !== undefined) taken.add(free.id);
  return free;
}
