import type { z } from 'zod';
import type { Pile, Reading } from '../../../shared/contract/import-plan.ts';
import type { ImportPreview, importResultSchema } from '../../../shared/contract/imports.ts';
import type { ChosenFile } from '../../desk-bridge.ts';

export type ImportResult = z.infer<typeof importResultSchema>;

/** A pile of the plan, or every row with a remark. */
export type ShownPile = Pile | 'problems';

/** What a person decided over the guesses; empty means: as guessed. */
export interface ImportChoices {
  readonly reading: Partial<Reading>;
  readonly fields: readonly string[] | undefined;
  readonly className: string;
}

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
      readonly leaveRows: readonly number[];
    }
  | { readonly step: 'done'; readonly result: ImportResult };

export type ImportAction =
  | { readonly kind: 'file-chosen'; readonly file: ChosenFile }
  | { readonly kind: 'choices-changed'; readonly choices: Partial<ImportChoices> }
  | { readonly kind: 'preview-arrived'; readonly preview: ImportPreview }
  | { readonly kind: 'row-toggled'; readonly rowNumber: number }
  | { readonly kind: 'went-to'; readonly step: 'file' | 'columns' | 'review' }
  | { readonly kind: 'applied'; readonly result: ImportResult };

const asGuessed: ImportChoices = { reading: {}, fields: undefined, className: '' };

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
        leaveRows: [],
      };
    case 'applied':
      return { step: 'done', result: action.result };
    case 'went-to':
      return goTo(state, action.step);
    case 'choices-changed':
      return withFile(state, ({ choices }) => ({ choices: { ...choices, ...action.choices }, leaveRows: [] }));
    case 'preview-arrived':
      return withFile(state, ({ choices }) => ({ preview: action.preview, plannedFor: choices }));
    case 'row-toggled':
      return withFile(state, ({ leaveRows }) => ({ leaveRows: toggled(leaveRows, action.rowNumber) }));
  }
}

function goTo(state: ImportState, step: 'file' | 'columns' | 'review'): ImportState {
  return step === 'file' ? startOfImport : withFile(state, () => ({ step }));
}

type WithFile = Extract<ImportState, { readonly file: ChosenFile }>;

function withFile(state: ImportState, change: (state: WithFile) => Partial<WithFile>): ImportState {
  return state.step === 'columns' || state.step === 'review' ? { ...state, ...change(state) } : state;
}

function toggled(rows: readonly number[], row: number): readonly number[] {
  return rows.includes(row) ? rows.filter((one) => one !== row) : [...rows, row];
}
