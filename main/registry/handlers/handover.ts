import type { OpenRegistry } from '../context.ts';
import { appendAudit } from '../db/audit.ts';
import { handoverRows, markHandedOver, takeBack, waitingForHandover } from '../db/handover.ts';
import { readSettings } from '../db/settings.ts';
import { checkpoint, write } from '../db/transaction.ts';
import { refuse } from '../refuse.ts';
import { routes } from '../routes.ts';

async function mark(registry: OpenRegistry, now: Date, credentialIds: readonly number[]) {
  const done = await write(registry, async (transaction) => {
    const waiting = await waitingForHandover(transaction, credentialIds);
    if (waiting.length === 0) throw refuse('nothing-to-hand-over');
    const act = { at: now.toISOString(), userId: registry.user.id };
    await markHandedOver(
      transaction,
      act,
      waiting.map(({ id }) => id),
    );
    await appendAudit(transaction, registry, { now, action: 'handed-over', count: waiting.length });
    return { handedOver: waiting.length, purgedPasswords: waiting.filter(({ purged }) => !purged).length };
  });
  await checkpoint(registry);
  return done;
}

function unmark(registry: OpenRegistry, now: Date, credentialIds: readonly number[]): Promise<number> {
  return write(registry, async (transaction) => {
    const act = { at: now.toISOString(), userId: registry.user.id };
    const count = await takeBack(transaction, act, credentialIds);
    if (count > 0) await appendAudit(transaction, registry, { now, action: 'taken-back', count });
    return count;
  });
}

/** Who has received the slip, and the passwords purged with it. */
export const handoverHandlers = {
  list: routes.handover.list.handler(async ({ context, input }) => {
    const { db } = context.registry;
    const { diarySystemId } = await readSettings(db);
    return handoverRows(db, diarySystemId, input.scope, input.for);
  }),
  mark: routes.handover.mark.handler(async ({ context, input }) => {
    const done = await mark(context.registry, context.surroundings.now(), input.credentialIds);
    context.desk.announce({ kind: 'changed' });
    return done;
  }),
  takeBack: routes.handover.takeBack.handler(async ({ context, input }) => {
    const takenBack = await unmark(context.registry, context.surroundings.now(), input.credentialIds);
    context.desk.announce({ kind: 'changed' });
    return { takenBack };
  }),
};
