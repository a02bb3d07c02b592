import type { NewGuardian, NewPupil } from '../newcomer.ts';
import { compareFacts, foldedName } from './evidence.ts';
import { isOneOfChild } from './guardian-groups.ts';
import type { KnownPupil } from './known-people.ts';
import { isMistyped } from './similar-pupils.ts';

type KnownFacts = Pick<KnownPupil, 'nameKey' | 'formerSurnames' | 'birthDate' | 'classKey'>;

/**
 * Pupils of the registry who may be the one that was typed: of the same whole name, whom an import would take for the same
 * or ask about, or with a typing mistake in the name and the same class or birth date. Those of the same name come first.
 */
export function alikePupils<Known extends KnownFacts>(typed: NewPupil, known: readonly Known[]): Known[] {
  const alike = known.filter((pupil) => isAlike(typed, pupil));
  const isSame = ({ nameKey }: Known) => nameKey === typed.nameKey;
  return [...alike.filter(isSame), ...alike.filter((pupil) => !isSame(pupil))];
}

function isAlike(typed: NewPupil, known: KnownFacts): boolean {
  if (known.nameKey === typed.nameKey) return true;
  if (compareFacts(typed, foldedName(typed.nameKey), known) !== undefined) return true;
  const near = typed.schoolClass.key === known.classKey || isBornWith(typed, known);
  return near && isMistyped(typed, known);
}

function isBornWith(typed: NewPupil, known: KnownFacts): boolean {
  return typed.birthDate !== undefined && typed.birthDate === known.birthDate;
}

type Contacts = readonly { readonly kind: string; readonly key: string }[];
type Reachable = { readonly nameKey: string; readonly contacts: Contacts };

/**
 * May a guardian of the registry be the one that was typed: by e-mail address, or by phone and name; among the guardians of
 * the same pupil also by name alone.
 */
export function isOfferedFor(
  typed: Pick<NewGuardian, 'nameKey' | 'contacts'>,
  known: Reachable,
  ofPupil: boolean,
): boolean {
  if (shares(typed, known, 'email')) return true;
  return (ofPupil || shares(typed, known, 'phone')) && isOneOfChild(typed, known);
}

function shares(one: Reachable, other: Reachable, wanted: 'email' | 'phone'): boolean {
  return one.contacts.some(
    ({ kind, key }) => kind === wanted && other.contacts.some((it) => it.kind === kind && it.key === key),
  );
}
