import type { PortalContact, PortalPerson } from './portal-people.ts';
import type { Found, PersonLink, SchoolPerson } from './reconcile-people.ts';

type People = ReadonlyMap<number, SchoolPerson>;

/** What is mixed up inside a family: contacts of a child and a parent, two records of one parent, the other parent's account. */
export function findFamilyTrouble(
  people: People,
  portal: readonly PortalPerson[],
  linked: readonly PersonLink[],
): Found[] {
  const portalOf = new Map(linked.map((link) => [link.personId, link.portal]));
  return [...people.values()].flatMap((person) => {
    if (person.kind !== 'pupil' || person.left || !portalOf.has(person.id)) return [];
    const family = person.kin.flatMap((id) => people.get(id) ?? []);
    return [
      ...sharedWithChild(person, family, portalOf),
      ...exchangedWithChild(person, family, portal, portalOf),
      ...sharedByGuardians(family, portalOf),
      ...enteredTwice(family, portalOf),
      ...otherParents(family, portal, portalOf),
    ];
  });
}

function found(code: string, person: SchoolPerson, portal: number | undefined, rest: Partial<Found>): Found {
  const nothing = { field: 'person', schoolValue: '', portalValue: '', params: {} } as const;
  return { ...nothing, code, personId: person.id, portal, ...rest };
}

/** Child and parent need accounts of their own, so contacts of their own. */
function sharedWithChild(pupil: SchoolPerson, family: readonly SchoolPerson[], portalOf: ReadonlyMap<number, number>) {
  return pupil.contacts.flatMap((contact) => {
    const owner = family.find((guardian) => sharing(guardian, contact));
    if (owner === undefined || contact.kind === 'snils') return [];
    const values = { field: contact.kind, schoolValue: contact.value };
    return [found('pupil-guardian-same', pupil, portalOf.get(pupil.id), values)];
  });
}

/** The portal has the child's contact at the parent and the parent's at the child. */
function exchangedWithChild(
  pupil: SchoolPerson,
  family: readonly SchoolPerson[],
  portal: readonly PortalPerson[],
  portalOf: ReadonlyMap<number, number>,
): Found[] {
  const accountOf = ({ id }: SchoolPerson) => portal[portalOf.get(id) ?? -1]?.contacts ?? [];
  const ofOther = (contact: PortalContact, owner: SchoolPerson, holder: SchoolPerson) =>
    sharing(owner, contact) && !sharing(holder, contact);
  return accountOf(pupil).flatMap((contact) => {
    const parent = family.find((guardian) => ofOther(contact, guardian, pupil));
    const isExchanged =
      parent !== undefined &&
      accountOf(parent).some((other) => other.kind === contact.kind && ofOther(other, pupil, parent));
    if (!isExchanged) return [];
    const own = pupil.contacts.find(({ kind }) => kind === contact.kind)?.value ?? '';
    const values = { field: contact.kind, schoolValue: own, portalValue: contact.value };
    return [found('pupil-guardian-swapped', pupil, portalOf.get(pupil.id), values)];
  });
}

const sharing = ({ contacts }: Pick<SchoolPerson, 'contacts'>, { kind, key }: { kind: string; key: string }) =>
  contacts.some((one) => one.kind === kind && one.key === key);

function sharedByGuardians(family: readonly SchoolPerson[], portalOf: ReadonlyMap<number, number>): Found[] {
  return family.flatMap((guardian, at) =>
    guardian.contacts.flatMap((contact) => {
      const earlier = family.slice(0, at).some((other) => sharing(other, contact));
      if (contact.kind !== 'email' || !earlier) return [];
      const values = { field: contact.kind, schoolValue: contact.value };
      return [found('guardians-share-email', guardian, portalOf.get(guardian.id), values)];
    }),
  );
}

function enteredTwice(family: readonly SchoolPerson[], portalOf: ReadonlyMap<number, number>): Found[] {
  return family.flatMap((guardian, at) =>
    family.slice(0, at).some(({ nameKey }) => nameKey === guardian.nameKey)
      ? [found('guardian-twice', guardian, portalOf.get(guardian.id), {})]
      : [],
  );
}

/** The portal has a parent's account with the contacts of the other one. */
function otherParents(
  family: readonly SchoolPerson[],
  portal: readonly PortalPerson[],
  portalOf: ReadonlyMap<number, number>,
): Found[] {
  return family.flatMap((guardian) => {
    const at = portalOf.get(guardian.id);
    const theirs = portal[at ?? -1]?.contacts ?? [];
    const foreign = theirs.find(
      (contact) => !sharing(guardian, contact) && family.some((other) => other !== guardian && sharing(other, contact)),
    );
    if (foreign === undefined) return [];
    const own = guardian.contacts.find(({ kind }) => kind === foreign.kind)?.value ?? '';
    const values = { field: foreign.kind, schoolValue: own, portalValue: foreign.value };
    return [found('bound-to-other-parent', guardian, at, values)];
  });
}
