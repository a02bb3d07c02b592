import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysAfter } from '../../shared/domain/expiry.ts';
import {
  daysAfterStep,
  isAccessLate,
  nextTrusted,
  sightOfPerson,
  sightOfTrusted,
  type TrustedDays,
  type TrustedState,
  trustedStates,
} from '../../shared/domain/trusted-person.ts';

const invited: TrustedDays = { invitedOn: '2026-09-01', acceptedOn: null, activeOn: null, withdrawnOn: null };

test('steps leave their days; a step skipped happened on the same day', () => {
  expect(daysAfterStep('invited', invited, 'active', '2026-09-03')).toEqual({
    ...{ ...invited, acceptedOn: '2026-09-03', activeOn: '2026-09-03' },
  });
  const withdrawn = { ...invited, withdrawnOn: '2026-09-05' };
  expect(daysAfterStep('withdrawn', withdrawn, 'invited', '2026-09-09')).toEqual({
    ...{ ...invited, invitedOn: '2026-09-09' },
  });
});

test('no step goes back, and none happens before the last', () => {
  expect(daysAfterStep('active', invited, 'accepted', '2026-09-03')).toBeUndefined();
  expect(daysAfterStep('invited', invited, 'accepted', '2026-08-31')).toBeUndefined();
  expect(
    daysAfterStep('withdrawn', { ...invited, withdrawnOn: '2026-09-05' }, 'invited', '2026-09-04'),
  ).toBeUndefined();
});

test('any walk keeps the days of a life in their order', () => {
  const steps = fc.array(fc.tuple(fc.constantFrom(...trustedStates), fc.integer({ min: 0, max: 9 })), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(steps, (walk) => {
      let [state, days, today]: [TrustedState, TrustedDays, string] = ['invited', invited, invited.invitedOn];
      for (const [to, later] of walk) {
        today = daysAfter(today, later);
        const after = daysAfterStep(state, days, to, today);
        if ((after !== undefined) !== nextTrusted[state].includes(to)) return false;
        if (after !== undefined) [state, days] = [to, after];
        const known = [days.invitedOn, days.acceptedOn, days.activeOn, days.withdrawnOn].filter((day) => day !== null);
        if (known.some((day, place) => place > 0 && day < (known[place - 1] ?? ''))) return false;
        if ((state === 'withdrawn') !== (days.withdrawnOn !== null)) return false;
      }
      return true;
    }),
    { seed: 5, numRuns: 300 },
  );
});

test('access that has not opened a day after acceptance is late', () => {
  const accepted = { ...invited, acceptedOn: '2026-09-02' };
  expect(['2026-09-02', '2026-09-03', '2026-09-04'].map((day) => isAccessLate('accepted', accepted, day))).toEqual([
    false,
    false,
    true,
  ]);
  expect(isAccessLate('active', accepted, '2026-10-01')).toBe(false);
});

test('who sees the diary: a login in use, a portal account, an active trusted person', () => {
  const person = { state: 'none', entryWay: null, hidden: false } as const;
  expect(sightOfPerson(person)).toEqual({ sees: false, why: 'no-login' });
  expect(sightOfPerson({ ...person, state: 'printed' })).toEqual({ sees: false, why: 'not-handed-over' });
  expect(sightOfPerson({ ...person, state: 'handed-over' })).toEqual({ sees: true, why: 'login' });
  expect(sightOfPerson({ ...person, entryWay: 'esia' })).toEqual({ sees: true, why: 'portal' });
  expect(sightOfPerson({ ...person, entryWay: 'portal', hidden: true })).toEqual({ sees: false, why: 'hidden' });
  expect(sightOfTrusted('active', ['diary'])).toEqual({ sees: true, why: 'trusted' });
  expect(sightOfTrusted('active', ['attendance-meals']).sees).toBe(false);
  expect(sightOfTrusted('accepted', ['diary'])).toEqual({ sees: false, why: 'trusted-waiting' });
});
