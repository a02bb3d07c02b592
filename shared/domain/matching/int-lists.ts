/** For every person a few numbers, packed: those of person `n` stand at `start[n]` up to `start[n + 1]`. */
export interface IntLists {
  readonly start: Int32Array;
  readonly items: Int32Array;
}

/** Packs lists that are made one after another. */
export function packLists(lists: readonly (readonly number[])[]): IntLists {
  const start = new Int32Array(lists.length + 1);
  for (const [at, list] of lists.entries()) start[at + 1] = (start[at] ?? 0) + list.length;
  const items = new Int32Array(start[lists.length] ?? 0);
  for (const [at, list] of lists.entries()) items.set(list, start[at] ?? 0);
  return { start, items };
}

/** An element of a typed array that is known to be there. */
export function at(list: Int32Array | Uint8Array | Float64Array | Float32Array, index: number): number {
  return list[index] as number;
}

/** True when two lists have a number in common. */
export function meet(one: IntLists, a: number, other: IntLists, b: number): boolean {
  return common(one, a, other, b) >= 0;
}

/** The first number that two lists have in common; -1 when there is none. */
export function common(one: IntLists, a: number, other: IntLists, b: number): number {
  const [end, otherEnd] = [at(one.start, a + 1), at(other.start, b + 1)];
  for (let i = at(one.start, a); i < end; i += 1) {
    const item = at(one.items, i);
    for (let j = at(other.start, b); j < otherEnd; j += 1) if (at(other.items, j) === item) return item;
  }
  return -1;
}

/** True for a list without numbers. */
export function isEmpty({ start }: IntLists, index: number): boolean {
  return at(start, index) === at(start, index + 1);
}
