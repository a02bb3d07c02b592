import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { RegistryFacts } from '../../../shared/contract/backups.ts';
import { copyDurably } from '../../durable-files.ts';
import type { OpenRegistry } from '../context.ts';
import { anchorOf, verifyAudit } from '../db/audit.ts';
import { migrate, migrations, schemaState } from '../db/migrate.ts';
import type { RegistryDatabase } from '../db/open.ts';
import { registryFacts } from '../db/registry-facts.ts';
import { isSound } from '../db/self-test.ts';
import { removeDatabase, type SnapshotFile, snapshotFolderOf } from '../db/snapshots.ts';
import { isRefusedFor, refuse, refusing } from '../refuse.ts';

/** What a copy holds, read from a copy of the copy. Refuses with `damaged`. */
export async function factsOfCopy(registry: OpenRegistry, snapshot: SnapshotFile): Promise<RegistryFacts> {
  const facts = await inCopy(registry, snapshot, ({ db }) => registryFacts(db));
  if (facts === undefined) throw refuse('damaged');
  return facts;
}

/** Checks a copy as a restore would need it: every page and reference, the whole journal, the end that its name tells. */
export async function drillCopy(
  registry: OpenRegistry,
  snapshot: SnapshotFile,
): Promise<{ isSound: boolean; facts: RegistryFacts | null }> {
  const facts = await inCopy(registry, snapshot, async (database) => {
    const whole = isSound(database) && (await tellsItsEnd(registry, database, snapshot));
    return whole ? registryFacts(database.db) : null;
  }).catch((error: unknown) => {
    if (isRefusedFor(error, 'damaged')) return null;
    throw error;
  });
  return { isSound: facts !== undefined && facts !== null, facts: facts ?? null };
}

async function tellsItsEnd({ auditKey }: OpenRegistry, { db }: RegistryDatabase, { anchor }: SnapshotFile) {
  const check = await verifyAudit(db, auditKey);
  if (check.kind !== 'intact') return false;
  return anchor === '' || anchor === anchorOf(check.end);
}

/** Does something with a copy of the copy, brought up to this version; undefined when it does not open. */
async function inCopy<Result>(
  registry: OpenRegistry,
  { file, number }: SnapshotFile,
  work: (database: RegistryDatabase) => Promise<Result>,
): Promise<Result | undefined> {
  const place = join(snapshotFolderOf(registry.file), `.unfinished-look-${number}`);
  return refusing(async () => {
    try {
      await rm(place, { force: true });
      await copyDurably(file, place);
      const outcome = registry.database.openCopy(place);
      if (outcome.kind !== 'opened') return undefined;
      const { database } = outcome;
      try {
        if (schemaState(database, migrations) === 'behind') migrate(database, migrations);
        return await work(database);
      } finally {
        database.close();
      }
    } finally {
      await removeDatabase(place);
    }
  });
}
