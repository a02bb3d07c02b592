import { listAudit } from '../db/audit.ts';
import { routes } from '../routes.ts';

/** What has been done with the registry, newest first. */
export const journalHandlers = {
  list: routes.journal.list.handler(({ context, input }) => listAudit(context.registry.db, input.page)),
};
