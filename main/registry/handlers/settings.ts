import { appendAudit } from '../db/audit.ts';
import { findDiary } from '../db/diaries.ts';
import { readSettings, writeSettings } from '../db/settings.ts';
import { write } from '../db/transaction.ts';
import { refuse } from '../refuse.ts';
import { routes } from '../routes.ts';

/** The school's choices. */
export const settingsHandlers = {
  get: routes.settings.get.handler(({ context }) => readSettings(context.registry.db)),

  save: routes.settings.save.handler(async ({ context, input }) => {
    const { registry, desk, surroundings } = context;
    if (input.diarySystemId !== undefined && !(await findDiary(registry.db, input.diarySystemId))) {
      throw refuse('invalid-input', { field: 'diarySystemId' });
    }
    const now = surroundings.now();
    await write(registry, async (trx) => {
      await writeSettings(trx, input);
      await appendAudit(trx, registry, { now, action: 'settings-changed', count: Object.keys(input).length });
    });
    if (input.autoLockMinutes !== undefined) desk.autoLockChanged(input.autoLockMinutes);
    desk.announce({ kind: 'changed' });
    return readSettings(registry.db);
  }),
};
