import { type ContractRouterClient, eventIterator } from '@orpc/contract';
import { applicationsContract } from './applications.ts';
import { backupsContract } from './backups.ts';
import { route } from './base.ts';
import { classesContract } from './classes.ts';
import { codesContract } from './codes.ts';
import { contactsContract } from './contacts.ts';
import { credentialsContract, handoverContract } from './credentials.ts';
import { duplicatesContract } from './duplicates.ts';
import { exportsContract } from './exports.ts';
import { importsContract } from './imports.ts';
import { journalContract } from './journal.ts';
import { newcomersContract } from './newcomers.ts';
import { overviewContract } from './overview.ts';
import { paperDiaryContract } from './paper-diary.ts';
import { personalDataContract } from './personal-data.ts';
import { guardiansContract, pupilsContract } from './pupils.ts';
import { reconciliationContract } from './reconciliation.ts';
import { deskEventSchema, registryContract } from './registry.ts';
import { rolloverContract } from './rollover.ts';
import { settingsContract } from './settings.ts';
import { slipTemplatesContract } from './slip-templates.ts';
import { listsContract, slipsContract } from './slips.ts';
import { trustedContract } from './trusted.ts';
import { usersContract } from './users.ts';

const registry = { ...registryContract, events: route.output(eventIterator(deskEventSchema)) };
const pupils = { ...pupilsContract, ...newcomersContract };

type Nouns = {
  readonly registry: typeof registry;
  readonly settings: typeof settingsContract;
  readonly classes: typeof classesContract;
  readonly pupils: typeof pupils;
  readonly guardians: typeof guardiansContract;
  readonly imports: typeof importsContract;
  readonly exports: typeof exportsContract;
  readonly credentials: typeof credentialsContract;
  readonly handover: typeof handoverContract;
  readonly codes: typeof codesContract;
  readonly slips: typeof slipsContract;
  readonly slipTemplates: typeof slipTemplatesContract;
  readonly lists: typeof listsContract;
  readonly journal: typeof journalContract;
  readonly reconciliation: typeof reconciliationContract;
  readonly duplicates: typeof duplicatesContract;
  readonly applications: typeof applicationsContract;
  readonly paperDiary: typeof paperDiaryContract;
  readonly trusted: typeof trustedContract;
  readonly contacts: typeof contactsContract;
  readonly rollover: typeof rolloverContract;
  readonly users: typeof usersContract;
  readonly overview: typeof overviewContract;
  readonly backups: typeof backupsContract;
  readonly personalData: typeof personalDataContract;
};

/** The contract under a name, so that the compiler writes the name where the whole shape would be too long. */
export interface DeskContract extends Nouns {}

/**
 * Everything the registry process does for its three doors: the window, the command line and the tests.
 * One declaration; a route without a handler or without a right does not compile.
 */
export const contract: Nouns = {
  registry,
  settings: settingsContract,
  classes: classesContract,
  pupils,
  guardians: guardiansContract,
  imports: importsContract,
  exports: exportsContract,
  credentials: credentialsContract,
  handover: handoverContract,
  codes: codesContract,
  slips: slipsContract,
  slipTemplates: slipTemplatesContract,
  lists: listsContract,
  journal: journalContract,
  reconciliation: reconciliationContract,
  duplicates: duplicatesContract,
  applications: applicationsContract,
  paperDiary: paperDiaryContract,
  trusted: trustedContract,
  contacts: contactsContract,
  rollover: rolloverContract,
  users: usersContract,
  overview: overviewContract,
  backups: backupsContract,
  personalData: personalDataContract,
};

/** The typed client every door holds. */
export type DeskClient = ContractRouterClient<DeskContract>;

type PathsOf<Router> = {
  [Noun in keyof Router & string]: `${Noun}.${keyof Router[Noun] & string}`;
}[keyof Router & string];

/** `noun.verb` of every route, for the permission table and the command line. */
export type RoutePath = PathsOf<DeskContract>;
