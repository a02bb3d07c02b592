import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  collectedKinds,
  contactChange,
  familiesOf,
  gapsOf,
  maySignInByEsia,
  sheetGroups,
} from '../../shared/domain/contact-collection.ts';

const required = { pupil: [], guardian: ['phone', 'email'] } as const;

test('gaps are the required kinds that are not there', () => {
  expect(gapsOf('guardian', ['snils'], required)).toEqual(['phone', 'email']);
  expect(gapsOf('guardian', ['email', 'phone'], required)).toEqual([]);
  expect(gapsOf('pupil', [], required)).toEqual([]);
});

test('a gap is required and absent, and nothing else is', () => {
  const kinds = fc.subarray([...collectedKinds]);
  fc.assert(
    fc.property(kinds, kinds, fc.constantFrom('pupil' as const, 'guardian' as const), (wanted, present, role) => {
      const gaps = gapsOf(role, present, { pupil: wanted, guardian: wanted });
      return collectedKinds.every((kind) => gaps.includes(kind) === (wanted.includes(kind) && !present.includes(kind)));
    }),
    { seed: 4, numRuns: 200 },
  );
});

test('from the fourteenth birthday a pupil may use Gosuslugi', () => {
  const on = (day: string) => maySignInByEsia('2012-11-26', day);
  expect([on('2026-11-25'), on('2026-11-26'), maySignInByEsia(null, '2026-11-26')]).toEqual([false, true, false]);
  expect(maySignInByEsia('2012-02-29', '2026-02-28')).toBe(false);
  expect(maySignInByEsia('2012-02-29', '2026-03-01')).toBe(true);
});

test('a typed value takes the place of the first contact of its kind only', () => {
  const present = [
    { id: 1, kind: 'phone', value: '+7 926 111-22-33' },
    { id: 2, kind: 'phone', value: '+7 926 444-55-66' },
  ] as const;
  expect(contactChange(present, 'phone', ' +7 926 111-22-33 ')).toEqual({ add: undefined, close: undefined });
  expect(contactChange(present, 'phone', '')).toEqual({ add: undefined, close: 1 });
  expect(contactChange(present, 'phone', '9267778899')).toEqual({ add: '9267778899', close: 1 });
  expect(contactChange(present, 'email', 'a@example.ru')).toEqual({ add: 'a@example.ru', close: undefined });
});

test('pupils who share a guardian are one family, however they are joined', () => {
  const member = (personId: number, pupilId: number) => ({ personId, pupilId });
  // Pupils 1 and 3 have nothing in common but the guardians of 2.
  const members = [
    member(1, 1),
    member(10, 1),
    member(3, 3),
    member(30, 3),
    member(2, 2),
    member(10, 2),
    member(30, 2),
  ];
  expect(familiesOf([...members, member(4, 4)]).map((family) => family.length)).toEqual([7, 1]);
});

test('who is limited stands on a sheet alone, everybody stands on exactly one', () => {
  const people = fc
    .array(fc.boolean(), { maxLength: 6 })
    .map((limits) => limits.map((restricted, personId) => ({ personId, restricted })));
  fc.assert(
    fc.property(people, (family) => {
      const groups = sheetGroups(family);
      const ids = groups.flat().map(({ personId }) => personId);
      const apart = groups.every((group) => group.length === 1 || group.every(({ restricted }) => !restricted));
      return apart && [...ids].sort().join() === family.map(({ personId }) => personId).join();
    }),
    { seed: 6, numRuns: 200 },
  );
});
