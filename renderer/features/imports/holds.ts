import { refusalSchema } from '../../../shared/contract/base.ts';
import { type Hold, holdSchema } from '../../../shared/contract/import-plan.ts';
import type { ImportPreview } from '../../../shared/contract/imports.ts';
import { isDeskError } from '../../query.ts';
import type { Acceptance } from './acceptance.ts';

/** The brake that stopped the writing, told by its refusal (`held-<kind>` with number, of and class). */
export function heldOf(error: unknown): Hold | undefined {
  if (!isDeskError(error) || error.code !== 'HELD') return undefined;
  const refusal = refusalSchema.safeParse(error.data);
  if (!refusal.success) return undefined;
  const { number, of, className = '' } = refusal.data.params;
  return holdSchema.safeParse({ kind: refusal.data.reason.replace(/^held-/, ''), number, of, className }).data;
}

/** Brakes that stand in the way of what is accepted; the one that stopped the writing has the last number. */
export function openHolds(
  { holds }: ImportPreview,
  { leavePiles }: Acceptance,
  held: Hold | undefined,
): readonly Hold[] {
  const expected = holds.filter((hold) => {
    if (hold.kind === 'many-change') return !leavePiles.includes('changed');
    return hold.kind === 'other-file' || !leavePiles.includes('missing');
  });
  if (held === undefined) return expected;
  return [...expected.filter((hold) => hold.kind !== held.kind || hold.className !== held.className), held];
}
