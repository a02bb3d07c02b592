import type { ImportPreview } from '../../../shared/contract/imports.ts';

/** The piles that are written. */
export const writtenPiles = ['new', 'changed', 'missing'] as const;
export type WrittenPile = (typeof writtenPiles)[number];

/** A change of a row. */
export interface ChangeRef {
  readonly rowNumber: number;
  readonly key: string;
}

/** A value of the file that is taken over one typed by hand, and the pile of its row, so that the last button can count. */
export interface TakenField extends ChangeRef {
  readonly pile: string;
}

/** A row and the pile that it stands in, so that the last button can count. */
export interface LeftRow {
  readonly rowNumber: number;
  readonly pile: 'new' | 'changed';
}

/** What a person takes of the plan; everything but the exceptions named here. */
export interface Acceptance {
  readonly leavePiles: readonly WrittenPile[];
  readonly leaveRows: readonly LeftRow[];
  readonly leaveFields: readonly ChangeRef[];
  /** Values of the file that win over values typed by hand. */
  readonly takeFields: readonly TakenField[];
  /** Missing pupils who stay as they are. */
  readonly leavePupils: readonly number[];
}

export type AcceptanceAction =
  | { readonly kind: 'pile-toggled'; readonly pile: WrittenPile }
  | { readonly kind: 'row-toggled'; readonly row: LeftRow }
  | { readonly kind: 'pupil-toggled'; readonly pupilId: number }
  | { readonly kind: 'field-toggled'; readonly change: TakenField; readonly kept: boolean };

/** Everything is taken. */
export const acceptAll: Acceptance = {
  leavePiles: [],
  leaveRows: [],
  leaveFields: [],
  takeFields: [],
  leavePupils: [],
};

/** What is taken after one more tick. */
export function acceptanceReducer(now: Acceptance, action: AcceptanceAction): Acceptance {
  switch (action.kind) {
    case 'pile-toggled':
      return { ...now, leavePiles: toggled(now.leavePiles, (one) => one === action.pile, action.pile) };
    case 'row-toggled':
      return {
        ...now,
        leaveRows: toggled(now.leaveRows, (one) => one.rowNumber === action.row.rowNumber, action.row),
      };
    case 'pupil-toggled':
      return { ...now, leavePupils: toggled(now.leavePupils, (one) => one === action.pupilId, action.pupilId) };
    case 'field-toggled': {
      const { change, kept } = action;
      const matches = (one: ChangeRef) => isSame(one, change);
      if (kept) return { ...now, takeFields: toggled(now.takeFields, matches, change) };
      return { ...now, leaveFields: toggled(now.leaveFields, matches, refOf(change)) };
    }
  }
}

function toggled<Item>(items: readonly Item[], matches: (item: Item) => boolean, item: Item): readonly Item[] {
  return items.some(matches) ? items.filter((one) => !matches(one)) : [...items, item];
}

const refOf = ({ rowNumber, key }: ChangeRef): ChangeRef => ({ rowNumber, key });

/** Do these name the same change? */
export function isSame(one: ChangeRef, other: ChangeRef): boolean {
  return one.rowNumber === other.rowNumber && one.key === other.key;
}

/** How many pupils the last button will add, change and mark. */
export function takenCounts(
  { counts }: ImportPreview,
  { leavePiles, leaveRows, leavePupils, takeFields }: Acceptance,
): Readonly<Record<WrittenPile, number>> {
  const leftOf = (pile: WrittenPile) =>
    pile === 'missing' ? leavePupils.length : leaveRows.filter((one) => one.pile === pile).length;
  const taken = (pile: WrittenPile) => (leavePiles.includes(pile) ? 0 : Math.max(0, counts[pile] - leftOf(pile)));
  const onlyByHand = new Set(takeFields.filter(({ pile }) => pile === 'same').map(({ rowNumber }) => rowNumber));
  return { new: taken('new'), changed: taken('changed') + onlyByHand.size, missing: taken('missing') };
}

/** The same in the words of the contract; undefined when no pile is taken. */
export function acceptanceInput(accepted: Acceptance) {
  const piles = writtenPiles.filter((pile) => !accepted.leavePiles.includes(pile));
  return {
    piles,
    leaveRows: accepted.leaveRows.map(({ rowNumber }) => rowNumber),
    leaveFields: [...accepted.leaveFields],
    takeFields: accepted.takeFields.map(refOf),
    leavePupils: [...accepted.leavePupils],
  };
}
