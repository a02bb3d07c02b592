import type { HandoverRow } from '../../../shared/contract/credentials.ts';
import { foldSearch } from '../../../shared/domain/search-key.ts';

/** What can be done with a row: tick it, take its tick back, or nothing and why. */
export type RowStatus = 'waiting' | 'refused' | 'received' | 'not-printed' | 'expired' | 'revoked';

/** Whom the list shows. */
export type HandoverView = 'waiting' | 'all';

/** The status of a row by its credential's state. */
export function statusOf(row: HandoverRow): RowStatus {
  switch (row.state) {
    case 'printed':
      return row.refusedOn === null ? 'waiting' : 'refused';
    case 'handed-over':
    case 'activated':
    case 'changed':
      return 'received';
    case 'none':
    case 'generated':
      return 'not-printed';
    case 'expired':
    case 'revoked':
      return row.state;
  }
}

/** A line of the list: the name of a class, or a person with the place among the persons shown. */
export type ListLine =
  | { readonly kind: 'class'; readonly className: string }
  | { readonly kind: 'row'; readonly row: HandoverRow; readonly place: number };

/** Rows with the names of their classes between them; one class alone needs no name. */
export function linesOf(rows: readonly HandoverRow[], withClasses: boolean): readonly ListLine[] {
  const lines: ListLine[] = [];
  rows.forEach((row, place) => {
    if (withClasses && row.className !== rows[place - 1]?.className)
      lines.push({ kind: 'class', className: row.className });
    lines.push({ kind: 'row', row, place });
  });
  return lines;
}

interface Shown {
  readonly view: HandoverView;
  readonly query: string;
  /** Ticked a moment ago: they stay where they are until the person looks for somebody else. */
  readonly kept: ReadonlySet<number>;
}

/** The rows to show, in the order of the slips. Letters typed in the wrong keyboard layout find the same people. */
export function shownRows(rows: readonly HandoverRow[], { view, query, kept }: Shown): readonly HandoverRow[] {
  const open = view === 'all' ? rows : rows.filter((row) => statusOf(row) !== 'received' || kept.has(row.credentialId));
  const found = startingWith(open, foldSearch(query));
  return found.length > 0 ? found : startingWith(open, foldSearch(inRussianLayout(query)));
}

function startingWith(rows: readonly HandoverRow[], letters: string): readonly HandoverRow[] {
  if (letters === '') return rows;
  return rows.filter((row) => [row.title, ...row.children].some((name) => foldSearch(name).startsWith(letters)));
}

const latinKeys = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const russianKeys = 'ёйцукенгшщзхъфывапролджэячсмитьбю';

function inRussianLayout(text: string): string {
  return [...text.toLowerCase()].map((sign) => russianKeys[latinKeys.indexOf(sign)] ?? sign).join('');
}

/** Where the cursor goes after a tick: the next person who still waits, else it stays. */
export function nextWaiting(rows: readonly HandoverRow[], from: number): number {
  const next = rows.findIndex((row, place) => place > from && statusOf(row) === 'waiting');
  return next === -1 ? from : next;
}

/** How many have received their slip, of all who are to get one. */
export function progressOf(rows: readonly HandoverRow[]): { readonly done: number; readonly total: number } {
  const current = rows.filter((row) => statusOf(row) !== 'revoked');
  return { done: current.filter((row) => statusOf(row) === 'received').length, total: current.length };
}

/** The number on a slip: its print batch and its place in it, both from 1. */
export interface SlipNumber {
  readonly batchId: number;
  readonly position: number;
}

const printedNumber = /^№?\s*(\d{1,9})\s*[-–]\s*(\d{1,6})$/;

/** The number of a slip as it is printed («№ 12-3»); undefined when something else was typed. */
export function slipNumberIn(query: string): SlipNumber | undefined {
  const [whole, batch, place] = printedNumber.exec(query.trim()) ?? [];
  return whole === undefined ? undefined : { batchId: Number(batch), position: Number(place) };
}
