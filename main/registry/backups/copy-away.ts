import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { copyDurably, exists, renameDurably } from '../../durable-files.ts';
import type { OpenRegistry } from '../context.ts';
import { type AwayFolder, readAwayFolder, writeAwayFolder } from '../db/away-folder.ts';
import { listSnapshots, removeOutdated, type SnapshotFile } from '../db/snapshots.ts';
import { write } from '../db/transaction.ts';
import { keyringFileOf } from '../vault/keyring-file.ts';

/** Copies of several registries may share a stick: each has a folder named after its own key. */
function placeOf({ path }: AwayFolder, { auditKey }: Pick<OpenRegistry, 'auditKey'>): string {
  const mark = createHash('sha256').update(auditKey).digest('hex').slice(0, 8);
  return join(path, `Diary Desk ${mark}`);
}

/** The copies in the second folder, newest first. */
export async function listAway(registry: OpenRegistry): Promise<readonly SnapshotFile[]> {
  const away = await readAwayFolder(registry.db);
  return away === undefined ? [] : listSnapshots(registry.file, placeOf(away, registry));
}

/**
 * Puts a copy and its keyring into the second folder, read back and compared, and lets rotation go over that folder too.
 * False when there is no second folder, the stick is out, or it refused: work goes on, and the page tells since when.
 */
export async function copyAway(registry: OpenRegistry, snapshot: SnapshotFile): Promise<boolean> {
  const away = await readAwayFolder(registry.db);
  if (away === undefined || !(await exists(away.path))) return false;
  try {
    const folder = placeOf(away, registry);
    await mkdir(folder, { recursive: true });
    await putCopy(snapshot.file, join(folder, basename(snapshot.file)));
    await removeOutdated(await listSnapshots(registry.file, folder));
  } catch {
    return false;
  }
  await write(registry, (trx) => writeAwayFolder(trx, { ...away, lastCopyAt: snapshot.takenAt }));
  return true;
}

async function putCopy(from: string, to: string): Promise<void> {
  const unfinished = `${to}.unfinished`;
  try {
    await copyDurably(from, unfinished);
    if ((await hashOf(from)) !== (await hashOf(unfinished))) throw new Error('the copy differs');
    await copyDurably(keyringFileOf(from), keyringFileOf(to));
    await renameDurably(unfinished, to);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(file)) hash.update(bytes);
  return hash.digest('hex');
}
