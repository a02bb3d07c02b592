import type {
  ClassDecisionInput,
  EndingClass,
  PupilDecisionInput,
  RolloverDecisions,
  YearLogins,
} from '../../../shared/contract/rollover.ts';

/** Steps of the assistant in their order. */
export const yearSteps = ['look', 'classes', 'exceptions', 'preview'] as const;
export type YearStep = (typeof yearSteps)[number];

/** What a person has decided so far; nothing of it is written. */
export interface YearDraft {
  readonly step: YearStep;
  readonly classes: Readonly<Record<number, ClassDecisionInput>>;
  readonly pupils: Readonly<Record<number, PupilDecisionInput>>;
  readonly logins: YearLogins | undefined;
}

/** What a person does in the assistant. */
export type YearAct =
  | { readonly kind: 'went-to'; readonly step: YearStep }
  | { readonly kind: 'class-decided'; readonly decision: ClassDecisionInput }
  | { readonly kind: 'pupils-decided'; readonly decisions: readonly PupilDecisionInput[] }
  | { readonly kind: 'pupils-follow'; readonly pupilIds: readonly number[] }
  | { readonly kind: 'logins-decided'; readonly logins: YearLogins };

export const startOfYear: YearDraft = { step: 'look', classes: {}, pupils: {}, logins: undefined };

/** The draft after what a person did. */
export function yearReducer(draft: YearDraft, act: YearAct): YearDraft {
  switch (act.kind) {
    case 'went-to':
      return { ...draft, step: act.step };
    case 'class-decided':
      return { ...draft, classes: { ...draft.classes, [act.decision.classId]: act.decision } };
    case 'pupils-decided':
      return { ...draft, pupils: { ...draft.pupils, ...byPupil(act.decisions) } };
    case 'pupils-follow': {
      const follow = new Set(act.pupilIds);
      return { ...draft, pupils: byPupil(Object.values(draft.pupils).filter(({ pupilId }) => !follow.has(pupilId))) };
    }
    case 'logins-decided':
      return { ...draft, logins: act.logins };
  }
}

const byPupil = (decisions: readonly PupilDecisionInput[]) =>
  Object.fromEntries(decisions.map((one) => [one.pupilId, one]));

/** What is decided for a class: by a person, or as proposed. */
export function decisionOf(draft: YearDraft, { id, proposed }: EndingClass): ClassDecisionInput {
  return draft.classes[id] ?? proposed;
}

/** The decisions as the desk wants them. */
export function decisionsOf({ classes, pupils, logins }: YearDraft): RolloverDecisions {
  return {
    classes: Object.values(classes),
    pupils: Object.values(pupils),
    ...(logins === undefined ? {} : { logins }),
  };
}
