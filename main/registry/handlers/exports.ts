import { refuse } from '../refuse.ts';
import { routes } from '../routes.ts';

export const exportsHandlers = {
  prepare: routes.exports.prepare.handler(() => {
    throw refuse('unexpected');
  }),
};
