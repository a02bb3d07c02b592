import type { Snapshot } from '../contract/registry.ts';

/** A copy as far as rotation needs it. Numbers order copies: clocks are set back sometimes. */
export interface RotatedCopy extends Pick<Snapshot, 'takenAt' | 'reason'> {
  readonly number: number;
}

/** How many copies of each kind are kept. */
export const keptCopies = { asked: 20, days: 14, months: 12 } as const;

const hourMs = 3_600_000;
const byItself: ReadonlySet<Snapshot['reason']> = new Set(['hourly', 'daily']);

/**
 * The copies that may go: not the newest of all, not the newest of an hour of the newest day, of the 14 newest days, of the
 * 12 newest months, and not the 20 newest that were made for a reason (an import, a migration, a restore, a wish). Days
 * and months without a copy do not count, so a summer without work costs nothing.
 */
export function outdatedCopies<Copy extends RotatedCopy>(copies: readonly Copy[]): Copy[] {
  const newestFirst = [...copies].sort((a, b) => b.number - a.number);
  const today = newestFirst[0]?.takenAt.slice(0, 10) ?? '';
  const kept = new Set<Copy>([
    ...newestFirst.slice(0, 1),
    ...newestFirst.filter(({ reason }) => !byItself.has(reason)).slice(0, keptCopies.asked),
    ...newestOfEach(
      newestFirst.filter(({ takenAt }) => takenAt.startsWith(today)),
      'YYYY-MM-DDTHH'.length,
      24,
    ),
    ...newestOfEach(newestFirst, 'YYYY-MM-DD'.length, keptCopies.days),
    ...newestOfEach(newestFirst, 'YYYY-MM'.length, keptCopies.months),
  ]);
  return newestFirst.filter((copy) => !kept.has(copy));
}

/** The newest copy of each of the first `most` spans that a moment's first `length` letters name. */
function newestOfEach<Copy extends RotatedCopy>(newestFirst: readonly Copy[], length: number, most: number): Copy[] {
  const spans = new Map<string, Copy>();
  for (const copy of newestFirst) {
    const span = copy.takenAt.slice(0, length);
    if (!spans.has(span)) spans.set(span, copy);
  }
  return [...spans.values()].slice(0, most);
}

/** Is it time for the hour's copy: an hour since the newest one (either way, clocks move), and something done since? */
export function isCopyDue(
  newest: { readonly takenAt: string; readonly anchor: string } | undefined,
  anchor: string,
  now: Date,
): boolean {
  if (newest === undefined) return true;
  return newest.anchor !== anchor && Math.abs(now.getTime() - Date.parse(newest.takenAt)) >= hourMs;
}
