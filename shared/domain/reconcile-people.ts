import type { FindingField } from '../contract/reconciliation-parts.ts';
import type { PersonName } from './person-name.ts';
import type { PortalContact, PortalPerson } from './portal-people.ts';

/** A person of the registry as reconciliation sees one. Contacts are the school's that are valid now. */
export interface SchoolPerson extends Omit<PortalPerson, 'rowNumber' | 'place'> {
  readonly id: number;
  /** Ids of the guardians of a pupil, of the children of a guardian. */
  readonly kin: readonly number[];
  readonly sex: 'male' | 'female' | undefined;
  readonly formerSurnames: readonly string[];
  readonly formerContacts: readonly Pick<PortalContact, 'kind' | 'value' | 'key'>[];
  readonly left: boolean;
}

/** Why a link was made, or what speaks against it; words in the catalogue. */
export interface LinkReason {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A person of the file and whom of the registry it is thought to be; `score` is between 0 and 1. */
export interface PersonLink {
  /** Place in the list of the file's people. */
  readonly portal: number;
  readonly personId: number;
  readonly verdict: 'linked' | 'suggested';
  readonly score: number;
  readonly reasons: readonly LinkReason[];
}

/** Something that keeps a family out, or will. */
export interface Found {
  readonly code: string;
  readonly field: FindingField;
  readonly personId: number | undefined;
  readonly portal: number | undefined;
  readonly schoolValue: string;
  readonly portalValue: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What a person has said about a pair. */
export interface SaidPair {
  readonly portal: number;
  readonly personId: number;
  readonly same: boolean;
}

export interface ReconcileWish {
  readonly school: readonly SchoolPerson[];
  readonly portal: readonly PortalPerson[];
  readonly said: readonly SaidPair[];
}

const comparedContacts = ['email', 'phone', 'snils'] as const;

/** Links the file's people with the registry's, one to one. Yields how many are done. */
export function* linkPeople({ school, portal, said }: ReconcileWish): Generator<number, PersonLink[]> {
  const links: PersonLink[] = [];
  const taken = new Set<number>();
  const refused = new Set(said.filter(({ same }) => !same).map(({ portal: at, personId }) => `${at} ${personId}`));
  for (const { portal: at, personId, same } of said)
    if (same && !taken.has(personId)) {
      links.push({ portal: at, personId, verdict: 'linked', score: 1, reasons: [] });
      taken.add(personId);
    }
  const done = new Set(links.map(({ portal: at }) => at));
  const byKey = new Map<string, SchoolPerson[]>();
  for (const person of school) for (const key of keysOf(person)) byKey.set(key, [...(byKey.get(key) ?? []), person]);
  for (const [at, person] of portal.entries()) {
    if (at % 200 === 0) yield at;
    if (done.has(at)) continue;
    const found = bestOf(person, byKey, (id) => taken.has(id) || refused.has(`${at} ${id}`));
    if (found === undefined) continue;
    taken.add(found.personId);
    links.push({ portal: at, ...found });
  }
  return links;
}

function keysOf(person: Pick<SchoolPerson, 'kind' | 'nameKey' | 'contacts'>): string[] {
  return [
    `${person.kind} ${person.nameKey}`,
    ...person.contacts.map(({ kind, key }) => `${person.kind} ${kind} ${key}`),
  ];
}

function bestOf(
  person: PortalPerson,
  byKey: ReadonlyMap<string, readonly SchoolPerson[]>,
  taken: (id: number) => boolean,
): Omit<PersonLink, 'portal'> | undefined {
  const counts = new Map<number, number>();
  for (const key of keysOf(person))
    for (const { id } of byKey.get(key) ?? []) if (!taken(id)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  if (best === undefined) return undefined;
  const [personId, agreeing] = best;
  return {
    personId,
    verdict: agreeing >= 2 ? 'linked' : 'suggested',
    score: agreeing >= 2 ? 0.99 : 0.6,
    reasons: [{ code: 'contact-equal', params: {} }],
  };
}

/** What differs between linked people, and who is only on one side. */
export function findDifferences(
  { school, portal }: Pick<ReconcileWish, 'school' | 'portal'>,
  links: readonly PersonLink[],
): Found[] {
  const byId = new Map(school.map((person) => [person.id, person]));
  const linked = links.filter(({ verdict }) => verdict === 'linked');
  return linked.flatMap(({ portal: at, personId }) => {
    const [theirs, ours] = [portal[at], byId.get(personId)];
    return theirs === undefined || ours === undefined ? [] : differences(ours, theirs, at);
  });
}

function differences(ours: SchoolPerson, theirs: PortalPerson, at: number): Found[] {
  const pair = { personId: ours.id, portal: at, params: {} };
  const found: Found[] = [];
  for (const kind of comparedContacts) {
    const [own, other] = [ours.contacts.find((c) => c.kind === kind), theirs.contacts.find((c) => c.kind === kind)];
    if (own === undefined || other === undefined || own.key === other.key) continue;
    found.push({ ...pair, code: `${kind}-differs`, field: kind, schoolValue: own.value, portalValue: other.value });
  }
  if (ours.nameKey !== theirs.nameKey)
    found.push({
      ...pair,
      code: 'name-differs',
      field: 'name',
      schoolValue: fullName(ours.name),
      portalValue: fullName(theirs.name),
    });
  return found;
}

const fullName = ({ surname, firstName, patronymic }: PersonName) => `${surname} ${firstName} ${patronymic}`.trim();

/** Two records of the registry that may be one person. */
export interface DuplicatePair {
  readonly firstId: number;
  readonly secondId: number;
  readonly score: number;
  readonly reasons: readonly LinkReason[];
}

/** Pairs of one kind that may be one person, the most likely first. Yields how many are looked at. */
export function* findDuplicates(school: readonly SchoolPerson[]): Generator<number, DuplicatePair[]> {
  const byKey = new Map<string, SchoolPerson[]>();
  for (const person of school) {
    const key = `${person.kind} ${person.nameKey}`;
    byKey.set(key, [...(byKey.get(key) ?? []), person]);
  }
  yield school.length;
  return [...byKey.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : others.map((other) => ({ firstId: first.id, secondId: other.id, score: 0.7, reasons: [] })),
  );
}
