import { useNavigate, useSearch } from '@tanstack/react-router';
import type { HolderRole, Scope } from '../../shared/contract/base.ts';
import type { Coverage, SchoolCoverage } from '../../shared/contract/classes.ts';
import type { ListKind } from '../../shared/contract/slips.ts';
import type { GuardianGroup } from '../../shared/domain/relation.ts';
import { chosenScope } from './chosen-scope.ts';

/** The three steps of issuing, which share one choice of people. */
export type IssueStep = 'issue' | 'slips' | 'handover';

/** What the address keeps of that choice; without class and `chosen` it is the whole school. */
export interface IssueSearch {
  readonly classId?: number | undefined;
  readonly chosen?: boolean | undefined;
  readonly for?: HolderRole[] | undefined;
  /** On the page of slips: a list for the school instead of slips. */
  readonly list?: ListKind | undefined;
  /** On the page of slips: only these of the guardians. */
  readonly guardians?: GuardianGroup | undefined;
  /** On the page of logins: guardians with two of them are shown. */
  readonly twins?: boolean | undefined;
}

/** Whom a step is about, and how to change it. */
export interface IssueScope {
  readonly search: IssueSearch;
  readonly scope: Scope;
  readonly holders: HolderRole[];
  readonly change: (change: IssueSearch) => void;
}

const everybody: HolderRole[] = ['pupil', 'guardian'];
const pathOf = { issue: '/issue', slips: '/slips', handover: '/handover' } as const;

/** The choice of a step from the address. A change replaces the address, so that Back leaves the page. */
export function useIssueScope(step: IssueStep): IssueScope {
  const { classId, chosen, for: asked, list, guardians, twins } = useSearch({ strict: false });
  const search: IssueSearch = { classId, chosen, for: asked };
  const navigate = useNavigate();
  const change = (changes: IssueSearch) =>
    void navigate({ to: pathOf[step], search: { ...search, list, guardians, twins, ...changes }, replace: true });
  return { search, scope: scopeOf(search), holders: asked ?? everybody, change };
}

function scopeOf({ classId, chosen }: IssueSearch): Scope {
  if (classId !== undefined) return { kind: 'class', classId };
  return (chosen === true ? chosenScope() : undefined) ?? { kind: 'school' };
}

/** What is left to do at a step: persons, and whether nothing is left at it or before it. */
export interface Remaining {
  readonly need: number;
  readonly ready: boolean;
  readonly persons: number;
}

/** What is left to do at a step in some classes for some roles. */
export function remainingOf(
  step: IssueStep,
  classes: readonly SchoolCoverage[],
  holders: readonly HolderRole[],
): Remaining {
  const { persons, none, generated, printed } = coverageOf(classes, holders);
  switch (step) {
    case 'issue':
      return { need: none, ready: none === 0, persons };
    case 'slips':
      return { need: generated, ready: none + generated === 0, persons };
    case 'handover':
      return { need: printed, ready: none + generated + printed === 0, persons };
  }
}

/** How far people of these roles in these classes have come, together. */
export function coverageOf(classes: readonly SchoolCoverage[], holders: readonly HolderRole[]): Coverage {
  const parts = classes.flatMap((one) => holders.map((role) => (role === 'pupil' ? one.pupils : one.guardians)));
  const sum = (key: keyof Coverage) => parts.reduce((total, part) => total + part[key], 0);
  return {
    persons: sum('persons'),
    none: sum('none'),
    generated: sum('generated'),
    printed: sum('printed'),
    handedOver: sum('handedOver'),
  };
}
