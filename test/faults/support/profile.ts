import { appendFileSync } from 'node:fs';

/** Everything (`npm run test:faults`), or the part of it that goes with every `npm test`. */
export const isFull = process.env.DIARY_DESK_FAULTS === 'full';

/** How often: a number for `npm test`, another for the full profile. */
export const times = (quick: number, full: number): number => (isFull ? full : quick);

/** One line of the table that is printed at the end. */
export interface FaultCount {
  readonly what: string;
  readonly tried: number;
  /** Outcomes by name: `before`, `after`, `refused`, `recovered`, `harmless`, `wrong`. */
  readonly outcomes: Readonly<Record<string, number>>;
}

/** Puts a line into the table; without a place for it (a single test file started by hand) it is only printed. */
export function report(count: FaultCount): void {
  const place = process.env.DIARY_DESK_FAULT_COUNTS;
  if (place) appendFileSync(place, `${JSON.stringify(count)}\n`);
  else process.stdout.write(`${lineOf(count)}\n`);
}

/** The line as a person reads it. */
export function lineOf({ what, tried, outcomes }: FaultCount): string {
  const told = Object.entries(outcomes).map(([name, count]) => `${name} ${count}`);
  return `${what.padEnd(44)} ${String(tried).padStart(6)}   ${told.join(', ')}`;
}

/** How often each outcome came. */
export function countOutcomes(outcomes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of outcomes) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
