import type { Router } from '@orpc/server';
import type { contract } from '../../shared/contract/index.ts';
import type { DeskContext } from './context.ts';
import { classesHandlers } from './handlers/classes.ts';
import { credentialsHandlers } from './handlers/credentials.ts';
import { exportsHandlers } from './handlers/exports.ts';
import { guardiansHandlers } from './handlers/guardians.ts';
import { handoverHandlers } from './handlers/handover.ts';
import { importsHandlers } from './handlers/imports.ts';
import { journalHandlers } from './handlers/journal.ts';
import { listsHandlers } from './handlers/lists.ts';
import { pupilsHandlers } from './handlers/pupils.ts';
import { registryHandlers } from './handlers/registry.ts';
import { settingsHandlers } from './handlers/settings.ts';
import { slipsHandlers } from './handlers/slips.ts';
import { openRoutes } from './routes.ts';

/** Every route of the contract with its handler; a route without one does not compile. */
export const router: Router<typeof contract, DeskContext> = openRoutes.router({
  registry: registryHandlers,
  settings: settingsHandlers,
  classes: classesHandlers,
  pupils: pupilsHandlers,
  guardians: guardiansHandlers,
  imports: importsHandlers,
  exports: exportsHandlers,
  credentials: credentialsHandlers,
  handover: handoverHandlers,
  slips: slipsHandlers,
  lists: listsHandlers,
  journal: journalHandlers,
});
