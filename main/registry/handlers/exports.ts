import { prepareExport } from '../exporting/prepare-export.ts';
import { routes } from '../routes.ts';

/** Tables and packages for other programs. */
export const exportsHandlers = {
  prepare: routes.exports.prepare.handler(({ context, input }) => prepareExport(context, input)),
};
