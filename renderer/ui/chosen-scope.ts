import type { Scope } from '../../shared/contract/base.ts';

/**
 * The people chosen on one page for a job on another. Kept in memory, not in the address: thousands of ids are too long
 * for it. After a restart the job starts with the class choice.
 */
let chosen: Scope | undefined;

/** Takes a choice along to the next page. */
export function rememberScope(scope: Scope): void {
  chosen = scope;
}

/** The choice taken along, if any. */
export function chosenScope(): Scope | undefined {
  return chosen;
}
