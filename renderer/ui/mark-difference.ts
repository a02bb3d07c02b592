/** A new value cut at what differs from the old one: equal start, changed middle, equal end. */
export interface MarkedDifference {
  readonly start: string;
  readonly changed: string;
  readonly end: string;
}

/** Finds the shortest middle of `after` that is not in `before`; nothing is marked when there was no value before. */
export function markDifference(before: string, after: string): MarkedDifference {
  if (before === '') return { start: after, changed: '', end: '' };
  const old = [...before];
  const fresh = [...after];
  const shorter = Math.min(old.length, fresh.length);
  let start = 0;
  while (start < shorter && old[start] === fresh[start]) start += 1;
  let end = 0;
  while (end < shorter - start && old[old.length - 1 - end] === fresh[fresh.length - 1 - end]) end += 1;
  return {
    start: fresh.slice(0, start).join(''),
    changed: fresh.slice(start, fresh.length - end).join(''),
    end: fresh.slice(fresh.length - end).join(''),
  };
}
