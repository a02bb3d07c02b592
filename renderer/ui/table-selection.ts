import { useCallback, useMemo, useState } from 'react';

/** The rows a person has chosen, by id; it lives as long as its page and survives sorting and scrolling. */
export interface Selection {
  readonly ids: ReadonlySet<number>;
  readonly count: number;
  has(id: number): boolean;
  toggle(id: number): void;
  /** Adds all, as a range or "select all" does. */
  add(ids: readonly number[]): void;
  clear(): void;
}

/** A page's selection, for `DataTable` and for the bar of actions. */
export function useSelection(): Selection {
  const [ids, setIds] = useState<ReadonlySet<number>>(() => new Set());
  const toggle = useCallback((id: number) => setIds((before) => toggled(before, id)), []);
  const add = useCallback((more: readonly number[]) => setIds((before) => new Set([...before, ...more])), []);
  const clear = useCallback(() => setIds(new Set()), []);
  return useMemo(
    () => ({ ids, count: ids.size, has: (id) => ids.has(id), toggle, add, clear }),
    [ids, toggle, add, clear],
  );
}

function toggled(before: ReadonlySet<number>, id: number): ReadonlySet<number> {
  const after = new Set(before);
  if (!after.delete(id)) after.add(id);
  return after;
}
