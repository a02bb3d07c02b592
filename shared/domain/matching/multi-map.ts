/** A map from a key to all numbers under it; nearly every key has one, so lists are made only for the others. */
export interface MultiMap {
  readonly entries: Map<string, number | number[]>;
}

const none: readonly number[] = [];

export function createMultiMap(): MultiMap {
  return { entries: new Map() };
}

/** Adds a number under a key; the empty key holds nothing. */
export function addTo(map: MultiMap, key: string, value: number): void {
  if (key === '') return;
  const there = map.entries.get(key);
  if (there === undefined) map.entries.set(key, value);
  else if (typeof there === 'number') map.entries.set(key, [there, value]);
  else there.push(value);
}

/** All numbers under a key, in the order in which they were added. */
export function under(map: MultiMap, key: string): readonly number[] {
  const there = map.entries.get(key);
  if (there === undefined) return none;
  return typeof there === 'number' ? [there] : there;
}
