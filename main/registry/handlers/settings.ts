import type { Settings } from '../../../shared/contract/settings.ts';
import { appendAudit } from '../db/audit.ts';
import { findDiary } from '../db/diaries.ts';
import { readSettings, writeSettings } from '../db/settings.ts';
import { write } from '../db/transaction.ts';
import { refuse } from '../refuse.ts';
import { routes } from '../routes.ts';

/** The settings that differ, as they were and as they are. */
function changed(former: Settings, present: Settings) {
  const keys = (Object.keys(present) as (keyof Settings)[]).filter(
    (key) => JSON.stringify(former[key]) !== JSON.stringify(present[key]),
  );
  const of = (settings: Settings) => Object.fromEntries(keys.map((key) => [key, settings[key]]));
  return { before: of(former), after: of(present) };
}

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
      const former = await readSettings(trx);
      await writeSettings(trx, input);
      const detail = changed(former, await readSettings(trx));
      const count = Object.keys(detail.after).length;
      if (count > 0) await appendAudit(trx, registry, { now, action: 'settings-changed', count, detail });
    });
    if (input.autoLockMinutes !== undefined) desk.autoLockChanged(input.autoLockMinutes);
    desk.announce({ kind: 'changed' });
    return readSettings(registry.db);
  }),
};
