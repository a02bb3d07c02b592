import { linkOptions } from '@tanstack/react-router';
import type { RoutePath } from '../../../shared/contract/index.ts';
import type { ClassProgress } from '../../../shared/contract/overview.ts';

const links = {
  issued: (classId: number | undefined) => linkOptions({ to: '/issue', search: { classId } }),
  handedOver: (classId: number | undefined) => linkOptions({ to: '/handover', search: { classId } }),
  activated: (classId: number | undefined) => linkOptions({ to: '/pupils', search: { classId, state: 'handed-over' } }),
  matched: (classId: number | undefined) => linkOptions({ to: '/reconciliation', search: { classId } }),
  codes: (classId: number | undefined) => linkOptions({ to: '/codes', search: { classId } }),
} as const;

/** One column of the overview: how many have come so far, and where those are who have not. */
export interface Measure {
  readonly name: keyof typeof links;
  readonly needs: RoutePath;
  readonly of: (progress: ClassProgress) => { readonly done: number; readonly total: number };
  readonly link: (typeof links)[keyof typeof links];
}

/** The columns that make sense: no codes where the diary has none, no portal before the first reconciliation. */
export function measuresOf(whole: ClassProgress | undefined): readonly Measure[] {
  const all: readonly Measure[] = [
    { name: 'issued', needs: 'credentials.candidates', of: (one) => ofPeople(one, one.issued), link: links.issued },
    { name: 'handedOver', needs: 'handover.list', of: (one) => ofPeople(one, one.handedOver), link: links.handedOver },
    { name: 'activated', needs: 'pupils.list', of: (one) => ofPeople(one, one.activated), link: links.activated },
    {
      name: 'matched',
      needs: 'reconciliation.overview',
      of: (one) => ofPeople(one, one.matched ?? 0),
      link: links.matched,
    },
    {
      name: 'codes',
      needs: 'codes.list',
      of: ({ codes, pupils }) => ({ done: codes ?? 0, total: pupils }),
      link: links.codes,
    },
  ];
  const missing = new Set([...(whole?.matched == null ? ['matched'] : []), ...(whole?.codes == null ? ['codes'] : [])]);
  return all.filter(({ name }) => !missing.has(name));
}

const ofPeople = ({ people }: ClassProgress, done: number) => ({ done, total: people });
