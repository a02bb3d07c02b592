import { countGuardians, listGuardianRows } from '../db/guardians.ts';
import { readSettings } from '../db/settings.ts';
import { routes } from '../routes.ts';

export const guardiansHandlers = {
  list: routes.guardians.list.handler(async ({ context: { registry }, input }) => {
    const { diarySystemId: diarySystem } = await readSettings(registry.db);
    const wish = { ...input, diarySystem };
    return { total: await countGuardians(registry.db, wish), rows: await listGuardianRows(registry.db, wish) };
  }),
};
