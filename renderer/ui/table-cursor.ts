import { type KeyboardEvent, useRef, useState } from 'react';
import type { DataTableProps } from './table-types.ts';

/** Where the keyboard stands in a table, and what keys and clicks do there. */
export interface TableCursor {
  readonly index: number;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onClick: (index: number, withShift: boolean) => void;
  /** Chooses a row, or with `range` everything from the last chosen one to it. */
  readonly toggle: (index: number, range: boolean) => void;
}

const PAGE_ROWS = 12;

/** The keyboard of a table: arrows, J and K, Home, End, Page Up and Down, Space, Shift, Enter, Esc, first letter. */
export function useTableCursor<Row, Sort extends string>(
  table: DataTableProps<Row, Sort>,
  scrollTo: (index: number) => void,
): TableCursor {
  const [place, setPlace] = useState(0);
  const anchor = useRef(0);
  const index = Math.max(0, Math.min(placeOfOpen(table, place), table.total - 1));

  const moveTo = (target: number, extend: boolean) => {
    const to = Math.max(0, Math.min(target, table.total - 1));
    setPlace(to);
    scrollTo(to);
    if (extend) table.selection?.add(idsBetween(table, anchor.current, to));
    else anchor.current = to;
    if (!extend && table.openId !== undefined) openAt(table, to);
  };
  const toggle = (at: number, range: boolean) => {
    const row = table.rowAt(at);
    setPlace(at);
    if (row === undefined) return;
    if (range) table.selection?.add(idsBetween(table, anchor.current, at));
    else table.selection?.toggle(table.idOf(row));
    anchor.current = at;
  };
  const onClick = (at: number, withShift: boolean) => {
    if (withShift && table.selection !== undefined) return toggle(at, true);
    setPlace(at);
    anchor.current = at;
    openAt(table, at);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isInControl(event)) return;
    const target = targetOf(event.code, index, table.total);
    if (target !== undefined) moveTo(target, event.shiftKey);
    else if (event.key === ' ') toggle(index, event.shiftKey);
    else if (event.key === 'Enter') openAt(table, index);
    else if (event.key === 'Escape') return leave(table, event);
    else if (!jump(table, event.key, index, moveTo)) return;
    event.preventDefault();
  };
  return { index, onKeyDown, onClick, toggle };
}

/** The open row may have moved by a few since the keyboard was there: rows came back, or went away above it. */
function placeOfOpen<Row, Sort extends string>({ openId, rowAt, idOf }: DataTableProps<Row, Sort>, place: number) {
  if (openId === undefined) return place;
  const isOpen = (at: number) => {
    const row = rowAt(at);
    return row !== undefined && idOf(row) === openId;
  };
  for (let step = 0; step <= PAGE_ROWS; step += 1)
    for (const at of [place + step, place - step]) if (at >= 0 && isOpen(at)) return at;
  return place;
}

/** Keys of a button inside the grid (sort, checkbox) stay its own. */
function isInControl(event: KeyboardEvent): boolean {
  return (
    event.target instanceof Element && event.target !== event.currentTarget && event.target.matches('button, input, a')
  );
}

/** By the key's place, so that J and K work in the Russian layout as well. */
function targetOf(code: string, index: number, total: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: index + 1,
    KeyJ: index + 1,
    ArrowUp: index - 1,
    KeyK: index - 1,
    PageDown: index + PAGE_ROWS,
    PageUp: index - PAGE_ROWS,
    Home: 0,
    End: total - 1,
  };
  return steps[code];
}

function leave<Row, Sort extends string>(table: DataTableProps<Row, Sort>, event: KeyboardEvent): void {
  if ((table.selection?.count ?? 0) > 0 && table.openId === undefined) table.selection?.clear();
  else table.onEscape?.();
  event.preventDefault();
}

function openAt<Row, Sort extends string>(table: DataTableProps<Row, Sort>, index: number): void {
  const row = table.rowAt(index);
  if (row !== undefined) table.onOpen?.(row);
}

function idsBetween<Row, Sort extends string>(table: DataTableProps<Row, Sort>, from: number, to: number): number[] {
  const ids: number[] = [];
  for (let at = Math.min(from, to); at <= Math.max(from, to); at += 1) {
    const row = table.rowAt(at);
    if (row !== undefined) ids.push(table.idOf(row));
  }
  return ids;
}

function jump<Row, Sort extends string>(
  table: DataTableProps<Row, Sort>,
  key: string,
  index: number,
  moveTo: (index: number, extend: boolean) => void,
): boolean {
  if (!/^\p{L}$/u.test(key)) return false;
  const letter = key.toLocaleLowerCase();
  for (let step = 1; step <= table.total; step += 1) {
    const at = (index + step) % table.total;
    const row = table.rowAt(at);
    if (row !== undefined && table.nameOf(row).toLocaleLowerCase().startsWith(letter)) {
      moveTo(at, false);
      return true;
    }
  }
  return false;
}
