import type { Router } from '@orpc/server';
import type { DeskContract } from '../../shared/contract/index.ts';
import type { DeskContext } from './context.ts';
import { applicationsHandlers } from './handlers/applications.ts';
import { backupsHandlers } from './handlers/backups.ts';
import { batchesHandlers } from './handlers/batches.ts';
import { classesHandlers } from './handlers/classes.ts';
import { codesHandlers } from './handlers/codes.ts';
import { contactsHandlers } from './handlers/contacts.ts';
import { credentialsHandlers } from './handlers/credentials.ts';
import { diariesHandlers } from './handlers/diaries.ts';
import { duplicatesHandlers } from './handlers/duplicates.ts';
import { exportsHandlers } from './handlers/exports.ts';
import { guardianMergeHandlers } from './handlers/guardian-merge.ts';
import { guardiansHandlers } from './handlers/guardians.ts';
import { handoverHandlers } from './handlers/handover.ts';
import { importsHandlers } from './handlers/imports.ts';
import { journalHandlers } from './handlers/journal.ts';
import { leavingHandlers } from './handlers/leaving.ts';
import { listsHandlers } from './handlers/lists.ts';
import { newcomersHandlers } from './handlers/newcomers.ts';
import { overviewHandlers } from './handlers/overview.ts';
import { paperDiaryHandlers } from './handlers/paper-diary.ts';
import { pasteLoginsHandlers } from './handlers/paste-logins.ts';
import { personalDataHandlers } from './handlers/personal-data.ts';
import { pupilsHandlers } from './handlers/pupils.ts';
import { reconciliationHandlers } from './handlers/reconciliation.ts';
import { reconciliationPapersHandlers } from './handlers/reconciliation-papers.ts';
import { registryHandlers } from './handlers/registry.ts';
import { reissueHandlers } from './handlers/reissue.ts';
import { revealHandlers } from './handlers/reveal.ts';
import { rolloverHandlers } from './handlers/rollover.ts';
import { settingsHandlers } from './handlers/settings.ts';
import { slipTemplatesHandlers } from './handlers/slip-templates.ts';
import { slipsHandlers } from './handlers/slips.ts';
import { trustedHandlers } from './handlers/trusted.ts';
import { usersHandlers } from './handlers/users.ts';
import { openRoutes } from './routes.ts';

/** Every route of the contract with its handler; a route without one does not compile. */
export const router: Router<DeskContract, DeskContext> = openRoutes.router({
  registry: registryHandlers,
  settings: { ...settingsHandlers, ...diariesHandlers },
  classes: classesHandlers,
  pupils: { ...pupilsHandlers, ...newcomersHandlers, ...leavingHandlers },
  guardians: guardiansHandlers,
  imports: importsHandlers,
  exports: exportsHandlers,
  credentials: {
    ...credentialsHandlers,
    ...reissueHandlers,
    ...revealHandlers,
    ...guardianMergeHandlers,
    ...pasteLoginsHandlers,
  },
  handover: handoverHandlers,
  slips: { ...slipsHandlers, ...batchesHandlers },
  slipTemplates: slipTemplatesHandlers,
  codes: codesHandlers,
  lists: listsHandlers,
  journal: journalHandlers,
  reconciliation: { ...reconciliationHandlers, ...reconciliationPapersHandlers },
  duplicates: duplicatesHandlers,
  applications: applicationsHandlers,
  paperDiary: paperDiaryHandlers,
  trusted: trustedHandlers,
  contacts: contactsHandlers,
  rollover: rolloverHandlers,
  users: usersHandlers,
  overview: overviewHandlers,
  backups: backupsHandlers,
  personalData: personalDataHandlers,
});
