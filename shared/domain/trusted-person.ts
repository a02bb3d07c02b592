import type { CredentialStateOrNone } from '../contract/base.ts';

/** How far an invitation of a trusted person has come (guides 001, 004). */
export const trustedStates = ['invited', 'accepted', 'active', 'withdrawn'] as const;
export type TrustedState = (typeof trustedStates)[number];

/** What a guardian lets a trusted person see on the portal (guides 001, 004). */
export const trustedServices = ['diary', 'attendance-meals'] as const;
export type TrustedService = (typeof trustedServices)[number];

/** The days of a trusted person's states, ISO 8601; null for a state not reached. */
export interface TrustedDays {
  readonly invitedOn: string;
  readonly acceptedOn: string | null;
  readonly activeOn: string | null;
  readonly withdrawnOn: string | null;
}

/** What can come after a state; a withdrawn person is invited anew. */
export const nextTrusted: Readonly<Record<TrustedState, readonly TrustedState[]>> = {
  invited: ['accepted', 'active', 'withdrawn'],
  accepted: ['active', 'withdrawn'],
  active: ['withdrawn'],
  withdrawn: ['invited'],
};

/**
 * The days after a step on a day: a step skipped happened on the same day, and an invitation anew forgets the former one.
 * Undefined when the step is not possible, or the day is before the last step.
 */
export function daysAfterStep(
  state: TrustedState,
  days: TrustedDays,
  to: TrustedState,
  on: string,
): TrustedDays | undefined {
  const last = [days.invitedOn, days.acceptedOn, days.activeOn, days.withdrawnOn].reduce<string>(
    (latest, day) => (day !== null && day > latest ? day : latest),
    '',
  );
  if (!nextTrusted[state].includes(to) || on < last) return undefined;
  switch (to) {
    case 'invited':
      return { invitedOn: on, acceptedOn: null, activeOn: null, withdrawnOn: null };
    case 'accepted':
      return { ...days, acceptedOn: on };
    case 'active':
      return { ...days, acceptedOn: days.acceptedOn ?? on, activeOn: on };
    case 'withdrawn':
      return { ...days, withdrawnOn: on };
  }
}

/** Access opens within a day of acceptance (guides 001, 004): has that day passed without it? `today` is ISO 8601. */
export function isAccessLate(state: TrustedState, { acceptedOn }: TrustedDays, today: string): boolean {
  if (state !== 'accepted' || acceptedOn === null) return false;
  return Date.parse(today) - Date.parse(acceptedOn) > 86_400_000;
}

/** Why somebody sees a child's diary, or does not. */
export type SightReason =
  | 'login'
  | 'portal'
  | 'no-login'
  | 'not-handed-over'
  | 'hidden'
  | 'trusted'
  | 'trusted-waiting'
  | 'trusted-withdrawn';

/** Whether somebody sees the diary, and why. */
export interface Sight {
  readonly sees: boolean;
  readonly why: SightReason;
}

const inUse: ReadonlySet<CredentialStateOrNone> = new Set(['handed-over', 'activated', 'changed']);

/** Does a pupil or guardian see the diary? `hidden`: the link to the child is not shown to that guardian. */
export function sightOfPerson(person: {
  readonly state: CredentialStateOrNone;
  readonly entryWay: 'portal' | 'diary-login' | 'esia' | null;
  readonly hidden: boolean;
}): Sight {
  if (person.hidden) return { sees: false, why: 'hidden' };
  if (inUse.has(person.state)) return { sees: true, why: 'login' };
  if (person.entryWay === 'portal' || person.entryWay === 'esia') return { sees: true, why: 'portal' };
  const waiting = person.state === 'generated' || person.state === 'printed';
  return { sees: false, why: waiting ? 'not-handed-over' : 'no-login' };
}

/** Does a trusted person see the diary? */
export function sightOfTrusted(state: TrustedState, services: readonly TrustedService[]): Sight {
  if (state === 'active' && services.includes('diary')) return { sees: true, why: 'trusted' };
  return { sees: false, why: state === 'withdrawn' ? 'trusted-withdrawn' : 'trusted-waiting' };
}
