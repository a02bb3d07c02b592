import type { GuardianRow } from '../../../shared/contract/pupils.ts';
import type { OpenRegistry } from '../context.ts';
import { countGuardians, listGuardianRows } from '../db/guardians.ts';
import { readSettings } from '../db/settings.ts';
import { onlyReached, reachOf } from '../reach.ts';
import { routes } from '../routes.ts';

/** Brothers and sisters in classes beyond reach are left out. */
async function withOwnChildren(registry: OpenRegistry, rows: readonly GuardianRow[]): Promise<GuardianRow[]> {
  const children = rows.flatMap((row) => row.children);
  const own = new Set((await onlyReached(registry, children, ({ id }) => id)).map(({ id }) => id));
  return rows.map((row) => ({ ...row, children: row.children.filter(({ id }) => own.has(id)) }));
}

export const guardiansHandlers = {
  list: routes.guardians.list.handler(async ({ context: { registry }, input }) => {
    const { diarySystemId: diarySystem } = await readSettings(registry.db);
    const wish = { ...input, filter: { ...input.filter, reach: await reachOf(registry) }, diarySystem };
    const rows = await listGuardianRows(registry.db, wish);
    return { total: await countGuardians(registry.db, wish), rows: await withOwnChildren(registry, rows) };
  }),
};
