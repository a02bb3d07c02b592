import type { PlannedRow } from './import-planned.ts';

/** A change of a row, by its number and the change's key. */
export interface ChangeRef {
  readonly rowNumber: number;
  readonly key: string;
}

/** What a person accepted of a plan. */
export interface Accepted {
  readonly piles: readonly ('new' | 'changed' | 'missing')[];
  /** Row numbers that stay out. */
  readonly leaveRows: readonly number[];
  /** Changes that stay out of rows that are taken. */
  readonly leaveFields: readonly ChangeRef[];
  /** Values of the file that are taken although the registry's were typed by hand. */
  readonly takeFields: readonly ChangeRef[];
  /** Missing pupils who stay as they are. */
  readonly leavePupils: readonly number[];
}

/** Everything, for the brakes that a preview shows. */
export const everything: Accepted = {
  piles: ['new', 'changed', 'missing'],
  leaveRows: [],
  leaveFields: [],
  takeFields: [],
  leavePupils: [],
};

/** Answers what is taken. */
export interface Acceptance {
  readonly takesRow: (row: PlannedRow) => boolean;
  /** Asked by the row and the key of a change, and whether it is kept by hand. */
  readonly takesChange: (rowNumber: number, change: { readonly key: string; readonly kept: boolean }) => boolean;
  readonly takesMissing: (pupilId: number) => boolean;
}

/** Makes ready to answer for many rows. */
export function acceptanceOf(accepted: Accepted): Acceptance {
  const piles = new Set<string>(accepted.piles);
  const leftRows = new Set(accepted.leaveRows);
  const left = keysByRow(accepted.leaveFields);
  const taken = keysByRow(accepted.takeFields);
  const leftPupils = new Set(accepted.leavePupils);
  return {
    takesRow: ({ pile, row: { rowNumber } }) =>
      !leftRows.has(rowNumber) && (piles.has(pile) || (pile === 'same' && taken.has(rowNumber))),
    takesChange: (rowNumber, { key, kept }) =>
      !(left.get(rowNumber)?.has(key) ?? false) && (!kept || (taken.get(rowNumber)?.has(key) ?? false)),
    takesMissing: (pupilId) => piles.has('missing') && !leftPupils.has(pupilId),
  };
}

function keysByRow(refs: readonly ChangeRef[]): ReadonlyMap<number, ReadonlySet<string>> {
  const rows = new Map<number, Set<string>>();
  for (const { rowNumber, key } of refs) rows.set(rowNumber, (rows.get(rowNumber) ?? new Set()).add(key));
  return rows;
}
