import type { Transaction } from 'kysely';
import type { OpenRegistry } from '../context.ts';
import { appendAudit } from '../db/audit.ts';
import { recordChanges } from '../db/change-log.ts';
import { revoke } from '../db/credential-reissue.ts';
import { type Act, pupilsShowing } from '../db/credentials.ts';
import { childCount, guardianTwins, isGuardian, liveOf, mergePeople, moveLogins } from '../db/guardian-merge.ts';
import type { Schema } from '../db/schema.ts';
import { refreshSearch } from '../db/search.ts';
import { readSettings } from '../db/settings.ts';
import { checkpoint, write } from '../db/transaction.ts';
import { refuse } from '../refuse.ts';
import { routes } from '../routes.ts';

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

async function merge(registry: OpenRegistry, now: Date, keep: number, drop: number) {
  if (keep === drop) throw refuse('invalid-input', { field: 'dropPersonId' });
  const done = await write(registry, async (transaction) => {
    const known = (await isGuardian(transaction, keep)) && (await isGuardian(transaction, drop));
    if (!known) throw refuse('not-found');
    const act = { at: now.toISOString(), userId: registry.user.id };
    const action = 'guardians-merged';
    const { result: revoked, runId } = await recordChanges(transaction, registry, { now, action }, async () => {
      const settled = await settleLogins(transaction, act, keep, drop);
      await mergePeople(transaction, keep, drop, act.at);
      return settled;
    });
    await refreshSearch(transaction, await pupilsShowing(transaction, [keep]));
    await appendAudit(transaction, registry, { now, action, count: 2, runId });
    return { children: await childCount(transaction, keep), revoked };
  });
  await checkpoint(registry);
  return done;
}

/** One guardian who stands in the registry twice, with two logins. */
export const guardianMergeHandlers = {
  twins: routes.credentials.twins.handler(async ({ context: { registry } }) => {
    const { diarySystemId } = await readSettings(registry.db);
    return guardianTwins(registry.db, diarySystemId);
  }),
  mergeGuardians: routes.credentials.mergeGuardians.handler(async ({ context, input }) => {
    const now = context.surroundings.now();
    const done = await merge(context.registry, now, input.keepPersonId, input.dropPersonId);
    context.desk.announce({ kind: 'changed' });
    return done;
  }),
};
