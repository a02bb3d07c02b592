import type { Dispatch } from 'react';
import type { desk } from '../../api.ts';
import type { YearAct, YearDraft } from './year-draft.ts';

/** What stands before the new year. */
export type YearLook = Awaited<ReturnType<typeof desk.rollover.look>>;

/** What every step is given. */
export interface YearStepProps {
  readonly look: YearLook;
  readonly draft: YearDraft;
  readonly dispatch: Dispatch<YearAct>;
}
