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

/** Adds a number under a key, unless it stands there. */
export function addOnce(map: MultiMap, key: string, value: number): void {
  const there = map.entries.get(key);
  if (there === value || (typeof there === 'object' && there.includes(value))) return;
  if (there === undefined && key !== '') map.entries.set(key, value);
  else addTo(map, key, value);
}

/** All numbers under a key, in the order in which they were added. */
export function under(map: MultiMap, key: string): readonly number[] {
  const there = map.entries.get(key);
  if (there === undefined) return none;
  return typeof there === 'number' ? [there] : there;
}
