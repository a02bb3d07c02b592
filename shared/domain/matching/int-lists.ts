/** For every person a few numbers, packed: those of person `n` stand at `start[n]` up to `start[n + 1]`. */
export interface IntLists {
  readonly start: Int32Array;
  readonly items: Int32Array;
}

/** Packed lists in the making: numbers are added person by person, in the order of the people. */
export interface ListBuilder {
  readonly start: Int32Array;
  items: Int32Array<ArrayBuffer>;
  count: number;
}

export function buildLists(people: number): ListBuilder {
  return { start: new Int32Array(people + 1), items: new Int32Array(people + 16), count: 0 };
}

/** One more number of the person who is being added. */
export function putItem(lists: ListBuilder, item: number): void {
  if (lists.count === lists.items.length) lists.items = grown(lists.items);
  lists.items[lists.count] = item;
  lists.count += 1;
}

/** The person has all numbers. */
export function closeList(lists: ListBuilder, person: number): void {
  lists.start[person + 1] = lists.count;
}

/** The same numbers with room for as many more. */
export function grown(list: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(list.length * 2);
  larger.set(list);
  return larger;
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
  const end = at(one.start, a + 1);
  const otherEnd = at(other.start, b + 1);
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
