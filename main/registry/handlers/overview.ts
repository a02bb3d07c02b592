import { putNoticesAway, unseenNotices } from '../db/class-notices.ts';
import { write } from '../db/transaction.ts';
import { overviewToday } from '../overview/today.ts';
import { reachOf } from '../reach.ts';
import { routes } from '../routes.ts';

/** The first page. */
export const overviewHandlers = {
  today: routes.overview.today.handler(({ context: { registry, surroundings } }) =>
    overviewToday(registry, surroundings.now()),
  ),

  notices: routes.overview.notices.handler(async ({ context: { registry } }) =>
    unseenNotices(registry.db, registry.user.id, await reachOf(registry)),
  ),

  seen: routes.overview.seen.handler(async ({ context: { registry }, input }) => {
    const reach = await reachOf(registry);
    await write(registry, (trx) => putNoticesAway(trx, registry.user.id, input.noticeIds, reach));
    return {};
  }),
};
