import { dirname, relative } from 'node:path';
import type { Backup } from '../../../shared/contract/backups.ts';
import { exists } from '../../durable-files.ts';
import { copyAway, listAway } from '../backups/copy-away.ts';
import { keepCopy } from '../backups/keep-copy.ts';
import { drillCopy, factsOfCopy } from '../backups/look-into-copy.ts';
import type { OpenRegistry } from '../context.ts';
import { appendAudit, auditAnchor } from '../db/audit.ts';
import { readAwayFolder, writeAwayFolder } from '../db/away-folder.ts';
import { registryFacts } from '../db/registry-facts.ts';
import { findSnapshot, listSnapshots, type SnapshotFile, snapshotFolderOf, withoutPlace } from '../db/snapshots.ts';
import { write } from '../db/transaction.ts';
import { refuse } from '../refuse.ts';
import { askingRoutes, routes } from '../routes.ts';

/** A journal's line number out of an anchor (`125-1a2b3c4d`). */
const lineOf = (anchor: string) => Number(anchor.split('-')[0] ?? 0);

const asBackup = (snapshot: SnapshotFile, isAway: boolean): Backup => ({
  ...withoutPlace(snapshot),
  anchor: snapshot.anchor,
  isAway,
});

async function awayOf({ db }: OpenRegistry) {
  const away = await readAwayFolder(db);
  return away === undefined ? null : { ...away, isThere: await exists(away.path) };
}

/** A copy of the copies on the disk of the registry itself would be lost with it. */
function assertElsewhere(registryFile: string, folder: string): void {
  const from = relative(dirname(registryFile), folder);
  const isInside = from === '' || !(from.startsWith('..') || from.includes(':'));
  if (isInside) throw refuse('invalid-input', { field: 'folder' });
}

export const backupsHandlers = {
  list: routes.backups.list.handler(async ({ context: { registry } }) => {
    const here = await listSnapshots(registry.file);
    const away = new Set((await listAway(registry)).map(({ id }) => id));
    return {
      folder: snapshotFolderOf(registry.file),
      backups: here.map((snapshot) => asBackup(snapshot, away.has(snapshot.id))),
      away: await awayOf(registry),
    };
  }),

  take: routes.backups.take.handler(({ context: { desk, registry, surroundings } }) =>
    desk.inTurn(async () => {
      const now = surroundings.now();
      await write(registry, (trx) => appendAudit(trx, registry, { now, action: 'backup-made' }));
      const { snapshot, isAway } = await keepCopy(registry, 'manual', now);
      desk.announce({ kind: 'changed' });
      return asBackup(snapshot, isAway);
    }),
  ),

  preview: routes.backups.preview.handler(async ({ context: { registry }, input }) => {
    const snapshot = await findSnapshot(registry.file, input.snapshotId);
    const lostActions = Math.max(0, lineOf(await auditAnchor(registry.db)) - lineOf(snapshot.anchor));
    return { copy: await factsOfCopy(registry, snapshot), present: await registryFacts(registry.db), lostActions };
  }),

  drill: routes.backups.drill.handler(async ({ context: { registry, surroundings }, input }) => {
    const snapshot = await findSnapshot(registry.file, input.snapshotId);
    const begun = surroundings.now();
    const result = await drillCopy(registry, snapshot);
    const now = surroundings.now();
    const subject = result.isSound ? snapshot.id : `! ${snapshot.id}`;
    await write(registry, (trx) => appendAudit(trx, registry, { now, action: 'backup-drilled', subject }));
    return { ...result, seconds: (now.getTime() - begun.getTime()) / 1000 };
  }),

  chooseAway: askingRoutes.backups.chooseAway.handler(({ context, input: { folderToken } }) =>
    context.desk.inTurn(async () => {
      const { desk, files, registry, surroundings } = context;
      const path = folderToken === null ? undefined : await files.findFolder(folderToken);
      if (folderToken !== null && path === undefined) throw refuse('folder-missing');
      if (path !== undefined) assertElsewhere(registry.file, path);
      await write(registry, async (trx) => {
        await writeAwayFolder(trx, path === undefined ? undefined : { path, lastCopyAt: null });
        const now = surroundings.now();
        await appendAudit(trx, registry, { now, action: 'backup-folder-changed', count: path === undefined ? 0 : 1 });
      });
      const [newest] = await listSnapshots(registry.file);
      if (newest) await copyAway(registry, newest);
      desk.announce({ kind: 'changed' });
      return { away: await awayOf(registry) };
    }),
  ),
};
