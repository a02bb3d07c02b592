import { registrySchema } from './migrations/001-registry.ts';
import { originsSchema } from './migrations/002-origins.ts';
import { widerCredentials } from './migrations/003-credentials.ts';
import { changeLog } from './migrations/004-change-log.ts';
import { usersSchema } from './migrations/005-users.ts';
import { reconciliationSchema } from './migrations/006-reconciliation.ts';
import { officeSchema } from './migrations/007-office.ts';
import { schoolYearSchema } from './migrations/008-school-year.ts';
import { removedUsers } from './migrations/009-removed-users.ts';
import { slipTemplates } from './migrations/010-slip-templates.ts';
import { personalDataSchema } from './migrations/011-personal-data.ts';
import { leanContacts } from './migrations/012-lean-contacts.ts';
import type { RegistryDatabase } from './open.ts';

/** One step of the schema. Never changed once released; a correction is a new step. */
export interface Migration {
  readonly version: number;
  readonly up: (database: Pick<RegistryDatabase, 'runScript'>) => void;
}

/** Every migration in order; the last one's version is the version this program writes. */
export const migrations: readonly Migration[] = [
  { version: 1, up: (database) => database.runScript(registrySchema) },
  { version: 2, up: (database) => database.runScript(originsSchema) },
  { version: 3, up: (database) => database.runScript(widerCredentials) },
  { version: 4, up: (database) => database.runScript(changeLog) },
  { version: 5, up: (database) => database.runScript(usersSchema) },
  { version: 6, up: (database) => database.runScript(reconciliationSchema) },
  { version: 7, up: (database) => database.runScript(officeSchema) },
  { version: 8, up: (database) => database.runScript(schoolYearSchema) },
  { version: 9, up: (database) => database.runScript(removedUsers) },
  { version: 10, up: (database) => database.runScript(slipTemplates) },
  { version: 11, up: (database) => database.runScript(personalDataSchema) },
  { version: 12, up: (database) => database.runScript(leanContacts) },
];

/** Marks the file as ours, in the header that other tools show (`DDSK`). */
const applicationId = 0x4444534b;

/** Where a file's schema stands against this program's. */
export type SchemaState = 'empty' | 'behind' | 'current' | 'newer' | 'foreign';

export function schemaState(database: RegistryDatabase, steps: readonly Migration[] = migrations): SchemaState {
  const version = Number(database.pragma('user_version'));
  const mark = Number(database.pragma('application_id'));
  if (version === 0 && mark === 0) return 'empty';
  if (mark !== applicationId) return 'foreign';
  const newest = newestVersion(steps);
  if (version === newest) return 'current';
  return version > newest ? 'newer' : 'behind';
}

/** Runs the pending migrations, each in its own transaction together with the new version number. */
export function migrate(database: RegistryDatabase, steps: readonly Migration[] = migrations): void {
  const version = Number(database.pragma('user_version'));
  for (const step of steps) if (step.version > version) runStep(database, step);
}

function runStep(database: RegistryDatabase, step: Migration): void {
  database.runScript('begin immediate');
  try {
    step.up(database);
    database.runScript(`pragma user_version = ${step.version}; pragma application_id = ${applicationId}; commit`);
  } catch (error) {
    database.rollBack();
    throw error;
  }
}

function newestVersion(steps: readonly Migration[]): number {
  return Math.max(0, ...steps.map((step) => step.version));
}
