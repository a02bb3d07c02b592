import { mayCall } from '../../../shared/domain/permissions.ts';
import { codeOf } from '../../error-code.ts';
import type { OpenRegistry } from '../context.ts';
import { anchorOf, appendAudit, verifyAudit } from '../db/audit.ts';
import { listAudit } from '../db/audit-list.ts';
import { findChangeRun, type UndoneChanges, undoChanges } from '../db/change-undo.ts';
import { undoYear } from '../db/rollover-undo.ts';
import { checkpoint, write } from '../db/transaction.ts';
import { listUsers } from '../db/users.ts';
import { exportJournal } from '../exporting/export-journal.ts';
import { refuse } from '../refuse.ts';
import { forbid, routes } from '../routes.ts';

async function undo(registry: OpenRegistry, now: Date, runId: number): Promise<UndoneChanges> {
  const { id: userId, role } = registry.user;
  return write(registry, async (trx) => {
    const run = await findChangeRun(trx, runId);
    if (run === undefined) throw refuse('not-found');
    if (run.userId !== userId && !mayCall('journal.list', role)) throw forbid();
    if (run.undoneAt !== null) throw refuse('already-undone');
    const take = run.action === 'year-begun' ? undoYear : undoChanges;
    const done = await take(trx, runId, { undoneAt: now.toISOString(), undoneBy: userId });
    await appendAudit(trx, registry, { now, action: 'undone', count: done.restored, subject: run.action, runId });
    return done;
  }).catch((error: unknown) => {
    throw codeOf(error)?.startsWith('SQLITE_CONSTRAINT') ? refuse('undo-impossible') : error;
  });
}

async function verify({ db, auditKey }: OpenRegistry, anchor: string | undefined) {
  const [seq = '', mac = ''] = anchor?.split('-') ?? [];
  const check = await verifyAudit(db, auditKey, anchor === undefined ? undefined : { seq: Number(seq), mac });
  if (check.kind === 'broken') return check;
  const { end } = check;
  return { kind: 'intact', lines: end.seq, anchor: anchorOf(end) } as const;
}

export const journalHandlers = {
  /** What has been done with the registry, newest first. */
  list: routes.journal.list.handler(({ context, input }) => listAudit(context.registry.db, input.filter, input.page)),

  users: routes.journal.users.handler(async ({ context }) =>
    (await listUsers(context.registry.db)).map(({ id, name }) => ({ id, name })),
  ),

  verify: routes.journal.verify.handler(({ context, input }) => verify(context.registry, input.anchor)),

  export: routes.journal.export.handler(({ context, input }) => exportJournal(context, input)),

  undo: routes.journal.undo.handler(async ({ context: { registry, surroundings, desk }, input }) => {
    const done = await undo(registry, surroundings.now(), input.runId);
    await checkpoint(registry);
    desk.announce({ kind: 'changed' });
    return { restored: done.restored, kept: [...done.kept] };
  }),
};
