import { diarySystems, findDiarySystem } from '../../../shared/domain/diary-systems/index.ts';
import { appendAudit } from '../db/audit.ts';
import { readSettings, writeSettings } from '../db/settings.ts';
import { write } from '../db/transaction.ts';
import { refuse } from '../refuse.ts';
import { openRoutes, routes } from '../routes.ts';

/** The school's choices. */
export const settingsHandlers = {
  get: routes.settings.get.handler(({ context }) => readSettings(context.registry.db)),

  save: routes.settings.save.handler(async ({ context, input }) => {
    const { registry, desk, surroundings } = context;
    if (input.diarySystemId !== undefined && !findDiarySystem(input.diarySystemId)) {
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

  diarySystems: openRoutes.settings.diarySystems.handler(() =>
    diarySystems.map(({ id, name, address, whoObtainsCode }) => ({ id, name: { ...name }, address, whoObtainsCode })),
  ),
};
