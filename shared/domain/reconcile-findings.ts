import { nameLevel } from './name-level.ts';
import { findMixedScript, foldName, formatFullName, type PersonName } from './person-name.ts';
import type { PortalContact, PortalPerson } from './portal-people.ts';
import { emailCode, phoneCode } from './reconcile-contacts.ts';
import { findFamilyTrouble } from './reconcile-family.ts';
import type { Found, PersonLink, ReconcileWish, SchoolPerson } from './reconcile-people.ts';

/** What keeps families out: what differs between linked people, who is on one side only, what is mixed up in a
 * family. Yields how many pairs are looked at. */
export function* findDifferences(
  { school, portal }: Pick<ReconcileWish, 'school' | 'portal'>,
  links: readonly PersonLink[],
): Generator<number, Found[]> {
  const byId = new Map(school.map((person) => [person.id, person]));
  const linked = links.filter(({ verdict }) => verdict === 'linked');
  const own: Found[] = [];
  for (const [done, { portal: at, personId }] of linked.entries()) {
    const [theirs, ours] = [portal[at], byId.get(personId)];
    if (theirs !== undefined && ours !== undefined) own.push(...differences(ours, theirs, at));
    if (done % 200 === 0) yield done;
  }
  return [...own, ...findFamilyTrouble(byId, portal, linked), ...oneSided(school, portal, links)];
}

function differences(ours: SchoolPerson, theirs: PortalPerson, at: number): Found[] {
  if (ours.left) return [found('leaver-in-portal', ours, at)];
  return [...nameFindings(ours, theirs, at), ...contactFindings(ours, theirs, at)];
}

function found(code: string, person: SchoolPerson, portal: number | undefined, rest: Partial<Found> = {}): Found {
  const nothing = { field: 'person', schoolValue: '', portalValue: '', params: {} } as const;
  return { ...nothing, code, personId: person.id, portal, ...rest };
}

function nameFindings(ours: SchoolPerson, theirs: PortalPerson, at: number): Found[] {
  const [schoolValue, portalValue] = [formatFullName(ours.name), formatFullName(theirs.name)];
  if (schoolValue === portalValue) return [];
  return [found(nameCode(ours, theirs), ours, at, { field: 'name', schoolValue, portalValue })];
}

function nameCode(ours: SchoolPerson, theirs: PortalPerson): string {
  const texts = [formatFullName(ours.name), formatFullName(theirs.name)];
  if (ours.nameKey === theirs.nameKey) {
    if (texts.some((text) => findMixedScript(text).length > 0)) return 'name-look-alike';
    const [a, b] = texts.map((text) => text.toLowerCase());
    return a?.replaceAll('ё', 'е') === b?.replaceAll('ё', 'е') && a !== b ? 'name-yo' : 'name-spelling';
  }
  switch (nameLevel(ours, theirs)) {
    case 'patronymic-missing':
      return 'name-patronymic';
    case 'surname-changed':
      return 'name-surname';
    case 'name-typo':
      return 'name-typo';
    case 'name-order':
      return 'name-order';
    default:
      return isRenamed(ours.name, theirs.name) ? 'name-surname' : 'name-differs';
  }
}

/** Another surname with the same first name: it may have changed. */
function isRenamed(ours: PersonName, theirs: PersonName): boolean {
  return foldName(ours.surname) !== foldName(theirs.surname) && foldName(ours.firstName) === foldName(theirs.firstName);
}

function contactFindings(ours: SchoolPerson, theirs: PortalPerson, at: number): Found[] {
  return (['email', 'phone', 'snils'] as const).flatMap((kind) => {
    const own = ours.contacts.filter((contact) => contact.kind === kind);
    const other = theirs.contacts.filter((contact) => contact.kind === kind);
    const wrong = own.find(({ checked }) => checked === 'warning');
    const [mine, its] = [own[0], other[0]];
    if (its === undefined) return kind === 'snils' && wrong !== undefined ? [wrongCheck(ours, wrong, at)] : [];
    if (mine === undefined)
      return kind === 'snils' ? [] : [found(`${kind}-missing`, ours, at, { field: kind, portalValue: its.value })];
    const equal = own.find(({ key }) => other.some((contact) => contact.key === key));
    if (equal !== undefined) return caseOnly(ours, equal, other, at);
    const code = contactCode(kind, mine, its, ours);
    const values = { field: kind, schoolValue: mine.value, portalValue: its.value };
    return [found(code, ours, at, values)];
  });
}

function wrongCheck(ours: SchoolPerson, { value }: PortalContact, at: number): Found {
  return found('snils-wrong-check', ours, at, { field: 'snils', schoolValue: value });
}

/** The portal is said to tell capital letters apart. */
function caseOnly(ours: SchoolPerson, mine: PortalContact, other: readonly PortalContact[], at: number): Found[] {
  const its = other.find(({ key }) => key === mine.key);
  if (mine.kind !== 'email' || its === undefined || its.value === mine.value) return [];
  return [found('email-case', ours, at, { field: 'email', schoolValue: mine.value, portalValue: its.value })];
}

function contactCode(
  kind: 'email' | 'phone' | 'snils',
  mine: PortalContact,
  its: PortalContact,
  { formerContacts }: SchoolPerson,
): string {
  if (kind === 'email') return emailCode(mine, its);
  if (kind === 'phone') return phoneCode(mine, its, formerContacts);
  return mine.checked === 'warning' ? 'snils-wrong-check' : 'snils-differs';
}

/** People of the classes in the file whom the portal lacks, and people of the file whom nobody here is like. */
function oneSided(
  school: readonly SchoolPerson[],
  portal: readonly PortalPerson[],
  links: readonly PersonLink[],
): Found[] {
  const people = new Set(links.map(({ personId }) => personId));
  const places = new Set(links.map((link) => link.portal));
  const classes = new Set(portal.map(({ classKey }) => classKey).filter((key) => key !== ''));
  const kinds = new Set(portal.map(({ kind }) => kind));
  const absent = school.filter(
    ({ id, kind, classKey, left }) => !left && kinds.has(kind) && classes.has(classKey) && !people.has(id),
  );
  const strangers = portal.flatMap((person, at) => (places.has(at) ? [] : [strange(person, at)]));
  return [...absent.map(absence), ...strangers];
}

function absence(person: SchoolPerson): Found {
  return found(person.contacts.length === 0 ? 'no-contact' : 'only-in-school', person, undefined);
}

function strange({ name }: PortalPerson, portal: number): Found {
  const portalValue = formatFullName(name);
  const nothing = { field: 'person', schoolValue: '', params: {} } as const;
  return { ...nothing, code: 'only-in-portal', personId: undefined, portal, portalValue };
}
