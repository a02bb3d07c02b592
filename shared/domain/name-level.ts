import { editDistance } from './edit-distance.ts';
import { foldedName } from './matching/evidence.ts';
import type { SchoolPerson } from './reconcile-people.ts';

type Named = Pick<SchoolPerson, 'nameKey'> & { readonly formerSurnames?: readonly string[] };

/** How two names agree, the strongest first. */
export type NameLevel =
  | 'name-equal'
  | 'name-order'
  | 'patronymic-missing'
  | 'name-typo'
  | 'surname-changed'
  | 'first-name-equal';

/** How two names agree, the strongest level that fits; undefined for names of different people. */
export function nameLevel(one: Named, other: Named): NameLevel | undefined {
  if (one.nameKey === other.nameKey) return 'name-equal';
  const [a, b] = [foldedName(one.nameKey), foldedName(other.nameKey)];
  const givenEqual = a.firstName === b.firstName;
  const patronymicEqual = a.patronymic === b.patronymic;
  const words = (name: typeof a) => `${name.surname} ${name.firstName} ${name.patronymic}`.split(' ').sort().join(' ');
  if (words(a) === words(b)) return 'name-order';
  const lacks = a.patronymic === '' || b.patronymic === '';
  if (a.surname === b.surname && givenEqual && lacks) return 'patronymic-missing';
  if (typos(a.surname, b.surname) + typos(a.firstName, b.firstName) + typos(a.patronymic, b.patronymic) <= 2)
    return 'name-typo';
  if (givenEqual && patronymicEqual && a.patronymic !== '') return 'surname-changed';
  if (givenEqual && (one.formerSurnames?.includes(b.surname) ?? false)) return 'surname-changed';
  return givenEqual ? 'first-name-equal' : undefined;
}

/** Typing mistakes between two words; short words may have none. */
function typos(a: string, b: string): number {
  if (a === b) return 0;
  if (Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > 2) return 9;
  return editDistance(a, b);
}
