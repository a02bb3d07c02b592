import { overviewToday } from '../overview/today.ts';
import { routes } from '../routes.ts';

/** The first page. */
export const overviewHandlers = {
  today: routes.overview.today.handler(({ context: { registry, surroundings } }) =>
    overviewToday(registry, surroundings.now()),
  ),
};
