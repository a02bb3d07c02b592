import type { z } from 'zod';
import type { Coverage, Decision, Hold, Pile, Reading } from '../../../shared/contract/import-plan.ts';
import type { ImportPreview, importResultSchema } from '../../../shared/contract/imports.ts';
import type { ChosenFile } from '../../desk-bridge.ts';
import { type Acceptance, type AcceptanceAction, acceptAll, acceptanceReducer } from './acceptance.ts';

export type ImportResult = z.infer<typeof importResultSchema>;

/** A pile of the plan, or rows gathered for another reason: a remark, a value kept, a decision. */
export type ShownPile = Pile | 'problems' | 'kept' | 'decided';

/** What a person chose over the guesses; empty means: as guessed. */
export interface ImportChoices {
  readonly reading: Partial<Reading>;
  readonly fields: readonly string[] | undefined;
  readonly className: string | undefined;
  readonly presetId: string | undefined;
  readonly coverage: Coverage | undefined;
}

/** A brake and the number that a person typed at it. */
export type TypedHold = Pick<Hold, 'kind' | 'number' | 'className'>;

/** Where the wizard stands. Nothing is written before `done`. */
export type ImportState =
  | { readonly step: 'file' }
  | {
      readonly step: 'columns' | 'review';
      readonly file: ChosenFile;
      readonly choices: ImportChoices;
      readonly preview: ImportPreview | undefined;
      /** The choices that the preview was made for: while they stand, there is nothing to plan again. */
      readonly plannedFor: ImportChoices | undefined;
      readonly decisions: readonly Decision[];
      /** The decisions that the preview was made with. */
      readonly decidedFor: readonly Decision[];
      readonly accepted: Acceptance;
      readonly confirmed: readonly TypedHold[];
    }
  | { readonly step: 'done'; readonly result: ImportResult; readonly previewId: string };

export type ImportAction =
  | AcceptanceAction
  | { readonly kind: 'file-chosen'; readonly file: ChosenFile }
  | { readonly kind: 'choices-changed'; readonly choices: Partial<ImportChoices> }
  | { readonly kind: 'preview-arrived'; readonly preview: ImportPreview; readonly decisions: readonly Decision[] }
  | { readonly kind: 'decided'; readonly rowNumber: number; readonly pupilId: Decision['pupilId'] | undefined }
  | { readonly kind: 'hold-typed'; readonly hold: TypedHold }
  | { readonly kind: 'went-to'; readonly step: 'file' | 'columns' | 'review' }
  | { readonly kind: 'applied'; readonly result: ImportResult };

const asGuessed: ImportChoices = {
  reading: {},
  fields: undefined,
  className: undefined,
  presetId: undefined,
  coverage: undefined,
};

/** Nobody has been decided about. One value, so that "nothing new" is seen by identity. */
export const noDecisions: readonly Decision[] = [];

const untouched = { decisions: noDecisions, decidedFor: noDecisions, accepted: acceptAll, confirmed: [] } as const;

/** The wizard before a file is chosen. */
export const startOfImport: ImportState = { step: 'file' };

/** The wizard after an action; pure, so that every path is tested without a window. */
export function importReducer(state: ImportState, action: ImportAction): ImportState {
  switch (action.kind) {
    case 'file-chosen':
      return {
        step: 'columns',
        file: action.file,
        choices: asGuessed,
        preview: undefined,
        plannedFor: undefined,
        ...untouched,
      };
    case 'applied':
      return withFile(state, ({ preview }) => ({
        step: 'done',
        result: action.result,
        previewId: preview?.previewId ?? '',
      }));
    case 'went-to':
      return goTo(state, action.step);
    case 'choices-changed':
      return changed(state, ({ choices }) => ({ choices: { ...choices, ...action.choices }, ...untouched }));
    case 'preview-arrived':
      return changed(state, ({ choices }) => ({
        preview: action.preview,
        plannedFor: choices,
        decidedFor: action.decisions,
      }));
    case 'decided':
      return changed(state, ({ decisions }) => ({ decisions: decide(decisions, action) }));
    case 'hold-typed':
      return changed(state, ({ confirmed }) => ({ confirmed: [...otherHolds(confirmed, action.hold), action.hold] }));
    default:
      return changed(state, ({ accepted }) => ({ accepted: acceptanceReducer(accepted, action) }));
  }
}

function goTo(state: ImportState, step: 'file' | 'columns' | 'review'): ImportState {
  return step === 'file' ? startOfImport : changed(state, () => ({ step }));
}

type WithFile = Extract<ImportState, { readonly file: ChosenFile }>;

function withFile(state: ImportState, next: (state: WithFile) => ImportState): ImportState {
  return state.step === 'columns' || state.step === 'review' ? next(state) : state;
}

function changed(state: ImportState, change: (state: WithFile) => Partial<WithFile>): ImportState {
  return withFile(state, (now) => ({ ...now, ...change(now) }));
}

function decide(
  decisions: readonly Decision[],
  { rowNumber, pupilId }: Extract<ImportAction, { kind: 'decided' }>,
): readonly Decision[] {
  const others = decisions.filter((one) => one.rowNumber !== rowNumber);
  if (pupilId === undefined) return others.length === 0 ? noDecisions : others;
  return [...others, { rowNumber, pupilId }];
}

function otherHolds(confirmed: readonly TypedHold[], { kind, className }: TypedHold): readonly TypedHold[] {
  return confirmed.filter((one) => one.kind !== kind || one.className !== className);
}

/** Has a person typed this brake's number? */
export function isConfirmed(confirmed: readonly TypedHold[], hold: TypedHold): boolean {
  return confirmed.some(
    (one) => one.kind === hold.kind && one.className === hold.className && one.number === hold.number,
  );
}
