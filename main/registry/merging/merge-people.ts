import type { Transaction } from 'kysely';
import type { MergeField } from '../../../shared/contract/duplicates.ts';
import type { OpenRegistry } from '../context.ts';
import { appendAudit } from '../db/audit.ts';
import { recordChanges } from '../db/change-log.ts';
import { correctPerson } from '../db/corrections.ts';
import { revoke } from '../db/credential-reissue.ts';
import { type Act, pupilsShowing } from '../db/credentials.ts';
import {
  childCount,
  endContacts,
  findMergeable,
  liveOf,
  type Mergeable,
  mergePeople,
  moveLogins,
} from '../db/people-merge.ts';
import type { Schema } from '../db/schema.ts';
import { refreshSearch } from '../db/search.ts';
import { checkpoint, write } from '../db/transaction.ts';
import { refuse } from '../refuse.ts';

/** Which of two records stays, and which of its values come from the other. */
export interface MergeWish {
  readonly keep: number;
  readonly drop: number;
  readonly fromDropped: readonly MergeField[];
  readonly action: 'guardians-merged' | 'people-merged';
}

export interface Merged {
  /** Children of a kept guardian. */
  readonly children: number;
  /** Logins that are void now. */
  readonly revoked: number;
  readonly undoRunId: number | null;
}

/**
 * Makes one record of two of the same kind, in one transaction that can be taken back. Refuses `not-found` for records
 * that are not there and `invalid-input` for one record, or two of different kinds.
 */
export async function mergeRecords(registry: OpenRegistry, now: Date, wish: MergeWish): Promise<Merged> {
  const { keep, drop, action } = wish;
  if (keep === drop) throw refuse('invalid-input', { field: 'dropPersonId' });
  const done = await write(registry, async (transaction) => {
    const [kept, dropped] = [await findMergeable(transaction, keep), await findMergeable(transaction, drop)];
    if (kept === undefined || dropped === undefined) throw refuse('not-found');
    if (kept.kind !== dropped.kind) throw refuse('invalid-input', { field: 'dropPersonId' });
    const act = { at: now.toISOString(), userId: registry.user.id };
    const { result: revoked, runId } = await recordChanges(transaction, registry, { now, action }, async () => {
      const settled = await settleLogins(transaction, act, keep, drop);
      await takeValues(transaction, act, wish, dropped);
      await mergePeople(transaction, keep, drop, act.at);
      return settled;
    });
    await refreshSearch(transaction, await shownIn(transaction, wish, kept.kind));
    await appendAudit(transaction, registry, { now, action, count: 2, runId });
    return { children: await childCount(transaction, keep), revoked, undoRunId: runId ?? null };
  });
  await checkpoint(registry);
  return done;
}

/** In each diary one login stays: the kept person's, or the other's where the kept one has none there. */
async function settleLogins(transaction: Transaction<Schema>, act: Act, keep: number, drop: number): Promise<number> {
  const logins = await liveOf(transaction, [keep, drop]);
  const kept = new Set(logins.filter(({ personId }) => personId === keep).map(({ diarySystem }) => diarySystem));
  const others = logins.filter(({ personId }) => personId === drop);
  const extra = others.filter(({ diarySystem }) => kept.has(diarySystem)).map(({ id }) => id);
  await revoke(transaction, act, extra, 'merged');
  await moveLogins(transaction, keep, drop);
  return extra.length;
}

const contactKinds = ['phone', 'email', 'snils'] as const;

/** The chosen values of the record that goes: name and birth date as by hand, contacts by ending the kept ones. */
async function takeValues(
  transaction: Transaction<Schema>,
  act: Act,
  { keep, fromDropped }: MergeWish,
  { birthDate, kind: _, ...name }: Mergeable,
): Promise<void> {
  const chosen = new Set(fromDropped);
  const ended = contactKinds.filter((kind) => chosen.has(kind));
  await endContacts(transaction, keep, ended, act.at.slice(0, 10));
  const values = { ...(chosen.has('name') && { name }), ...(chosen.has('birthDate') && { birthDate }) };
  await correctPerson(transaction, { personId: keep, addContacts: [], closeContacts: [], ...values }, act);
}

async function shownIn(transaction: Transaction<Schema>, { keep, drop }: MergeWish, kind: Mergeable['kind']) {
  return kind === 'pupil' ? [keep, drop] : pupilsShowing(transaction, [keep]);
}
