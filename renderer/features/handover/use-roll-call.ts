import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { HandoverRow } from '../../../shared/contract/credentials.ts';
import { desk } from '../../api.ts';
import { type HandoverView, nextWaiting, type SlipNumber, shownRows, slipNumberIn, statusOf } from './handover-rows.ts';
import type { Marking, Receipt } from './use-marking.ts';

/**
 * Calling people up: letters find, arrows move, Enter ticks, and the number of a slip, typed or scanned, with Enter ticks
 * whoever it is for; the letters are then selected, so typing finds the next.
 */
export interface RollCall {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly rows: readonly HandoverRow[];
  readonly query: string;
  readonly view: HandoverView;
  readonly cursor: number;
  readonly find: (query: string) => void;
  readonly show: (view: HandoverView) => void;
  readonly moveTo: (place: number) => void;
  readonly toggle: (place: number) => void;
  /** Ticks a person whose slip somebody else took, or on another day. */
  readonly receive: (row: HandoverRow, receipt: Receipt) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

const nobody: ReadonlySet<number> = new Set();
const PAGE_ROWS = 8;
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE_ROWS, PageUp: -PAGE_ROWS };

/** The state of the list. `key` names the choice of people: another one begins anew. */
export function useRollCall(all: readonly HandoverRow[], marking: Marking, key: string): RollCall {
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [view, setView] = useState<HandoverView>('waiting');
  const [kept, setKept] = useState(nobody);
  const [place, setPlace] = useState<number>();
  const arrowsLast = useRef(false);
  const rows = shownRows(all, { view, query, kept });
  const first = rows.findIndex((row) => statusOf(row) === 'waiting');
  const cursor = Math.max(0, Math.min(place ?? first, rows.length - 1));

  const begin = () => {
    setKept(nobody);
    setPlace(undefined);
    arrowsLast.current = false;
  };
  const find = (next: string) => {
    setQuery(next);
    begin();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: begins anew when other people are chosen, and only then
  useEffect(() => {
    find('');
    input.current?.focus();
  }, [key]);
  useTypingAnywhere(input);

  const mark = (at: number) => {
    const row = rows[at];
    if (row === undefined || !canReceive(row)) return;
    setKept((before) => new Set([...before, row.credentialId]));
    marking.mark([row]);
    setPlace(nextWaiting(rows, at));
    input.current?.select();
  };
  const markByNumber = async (number: SlipNumber) => {
    const slip = await desk.handover.findSlip(number).catch(() => null);
    const row = all.find(({ credentialId }) => credentialId === slip?.credentialId);
    if (row !== undefined && slip?.good && canReceive(row)) marking.mark([row]);
    input.current?.select();
  };
  const receive = (row: HandoverRow, receipt: Receipt) => {
    setKept((before) => new Set([...before, row.credentialId]));
    marking.mark([row], receipt);
  };
  const toggle = (at: number) => {
    const row = rows[at];
    if (row !== undefined && statusOf(row) === 'received') {
      setPlace(at);
      marking.takeBack([row]);
    } else mark(at);
  };
  const moveTo = (to: number) => {
    arrowsLast.current = true;
    setPlace(Math.max(0, Math.min(to, rows.length - 1)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isElsewhere(event)) return;
    const held = event.repeat && !(event.key in steps);
    if (held || event.ctrlKey || event.metaKey || event.altKey) return;
    const typesSpace = event.target === input.current && query !== '' && !arrowsLast.current;
    const action = actionOf(event.key, typesSpace);
    if (action === undefined) return;
    event.preventDefault();
    action();
  };
  const actionOf = (key: string, typesSpace: boolean): (() => void) | undefined => {
    const step = steps[key];
    if (step !== undefined) return () => moveTo(cursor + step);
    const number = slipNumberIn(query);
    if (key === 'Enter') return () => (number === undefined ? mark(cursor) : void markByNumber(number));
    if (key === ' ' && !typesSpace) return () => toggle(cursor);
    if (key === 'Escape' && query !== '') return () => find('');
    return undefined;
  };
  const show = (next: HandoverView) => {
    setView(next);
    begin();
  };
  return { input, rows, query, view, cursor, find, show, moveTo, toggle, receive, onKeyDown };
}

/**
 * Keys of a row's own button, menu or dialog are not for the list. React sends them here from a dialog as well, although
 * it stands elsewhere in the page.
 */
function isElsewhere({ target, currentTarget }: KeyboardEvent): boolean {
  return target instanceof Element && (!currentTarget.contains(target) || target.closest('button') !== null);
}

/** A refusal is no obstacle: people change their minds. */
function canReceive(row: HandoverRow): boolean {
  const status = statusOf(row);
  return status === 'waiting' || status === 'refused';
}

/** Letters typed anywhere on the page go to the search field, and digits, which a scanner types. */
function useTypingAnywhere(input: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const { target } = event;
      if (target instanceof Element && target.closest('input, textarea, select, [role="dialog"], [role="menu"]'))
        return;
      if (/^[\p{L}\d]$/u.test(event.key)) input.current?.focus();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [input]);
}
