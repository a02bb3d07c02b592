import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { sql } from 'kysely';
import type { Snapshot } from '../../../shared/contract/registry.ts';
import { outdatedCopies } from '../../../shared/domain/snapshot-rotation.ts';
import { copyDurably, renameDurably, syncFile } from '../../durable-files.ts';
import { asRefusal, refuse } from '../refuse.ts';
import { keyringFileOf } from '../vault/keyring-file.ts';
import { auditAnchor } from './audit.ts';
import type { RegistryDatabase } from './open.ts';
import { isSound } from './self-test.ts';

/** Why a copy was made. */
export type SnapshotReason = Snapshot['reason'];

/** A copy on the disk; its number orders it, because clocks are set back sometimes. */
export interface SnapshotFile extends Snapshot {
  readonly file: string;
  readonly number: number;
  /** The end of the journal in it, as on batch sheets (`125-1a2b3c4d`); '' in copies of earlier versions. */
  readonly anchor: string;
}

const reasons = 'migration|import|hourly|daily|manual|restore';
const namePattern = new RegExp(
  `-(\\d{6})-(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)(\\d\\d)Z-(${reasons})(?:-(\\d+-[\\da-f]{8}))?\\.desk$`,
);

/** Copies of this registry that are whole (with their keyring), newest first; those beside it, or in another folder. */
export async function listSnapshots(
  registryFile: string,
  folder = snapshotFolderOf(registryFile),
): Promise<readonly SnapshotFile[]> {
  const names = await readdir(folder).catch((): string[] => []);
  const whole = names.filter((name) => isOf(registryFile, name) && names.includes(keyringFileOf(name)));
  const copies = await Promise.all(whole.map((name) => describe(join(folder, name))));
  return copies.filter((snapshot) => snapshot !== undefined).sort((a, b) => b.number - a.number);
}

/**
 * Writes a compact encrypted copy without initial passwords, checks it, and only then gives it its name, which carries the
 * end of the journal; copies that rotation lets go are removed. Disk trouble is thrown as a refusal and leaves no half copy.
 */
export async function takeSnapshot(
  database: RegistryDatabase,
  reason: SnapshotReason,
  now: Date,
): Promise<SnapshotFile> {
  const folder = snapshotFolderOf(database.file);
  const number = ((await listSnapshots(database.file))[0]?.number ?? 0) + 1;
  const unfinished = join(folder, `.unfinished-${number}`);
  try {
    await mkdir(folder, { recursive: true });
    await removeDatabase(unfinished);
    await sql`vacuum into ${unfinished}`.execute(database.db);
    const anchor = await scrubAndCheck(database, unfinished);
    const place = join(folder, nameOf(database.file, { number, now, reason, anchor }));
    await copyDurably(keyringFileOf(database.file), keyringFileOf(place));
    await renameDurably(unfinished, place);
    await removeOutdated(await listSnapshots(database.file));
    return found(await describe(place));
  } catch (error) {
    await removeDatabase(unfinished);
    throw asRefusal(error);
  }
}

/** Has a copy of this day (UTC) been made? */
export async function hasSnapshotOfDay(registryFile: string, now: Date): Promise<boolean> {
  const day = now.toISOString().slice(0, 10);
  return (await listSnapshots(registryFile)).some(({ takenAt }) => takenAt.startsWith(day));
}

/** The keyring of the newest copy goes back beside the registry; false when there is none. The key in it is the same. */
export async function restoreKeyring(registryFile: string): Promise<boolean> {
  const [newest] = await listSnapshots(registryFile);
  if (!newest) return false;
  await copyDurably(keyringFileOf(newest.file), keyringFileOf(registryFile));
  return true;
}

/** Takes the passwords out, checks every page, and answers the end of the journal. */
async function scrubAndCheck(database: RegistryDatabase, file: string): Promise<string> {
  const outcome = database.openCopy(file);
  if (outcome.kind !== 'opened') throw refuse('damaged');
  try {
    outcome.database.runScript('update credential set initial_password = null where initial_password is not null');
    if (!isSound(outcome.database)) throw refuse('damaged');
    return await auditAnchor(outcome.database.db);
  } finally {
    outcome.database.close();
    await syncFile(file);
  }
}

/** Removes the copies that rotation lets go. */
export async function removeOutdated(snapshots: readonly SnapshotFile[]): Promise<void> {
  for (const { file } of outdatedCopies(snapshots)) {
    await rm(file, { force: true });
    await rm(keyringFileOf(file), { force: true });
  }
}

async function describe(file: string): Promise<SnapshotFile | undefined> {
  const parts = namePattern.exec(basename(file));
  const about = await stat(file).catch(() => undefined);
  if (!parts || !about) return undefined;
  const [, number, year, month, day, hour, minute, second, reason, anchor = ''] = parts;
  return {
    id: basename(file),
    file,
    number: Number(number),
    takenAt: `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`,
    reason: reason as SnapshotReason,
    sizeBytes: about.size,
    anchor,
  };
}

/** Refuses with `not-found` when there is no such copy. */
export async function findSnapshot(registryFile: string, id: string): Promise<SnapshotFile> {
  return found((await listSnapshots(registryFile)).find((snapshot) => snapshot.id === id));
}

function found(snapshot: SnapshotFile | undefined): SnapshotFile {
  if (!snapshot) throw refuse('not-found');
  return snapshot;
}

/** The copy as the contract shows it: without its path. */
export function withoutPlace({ id, takenAt, reason, sizeBytes }: SnapshotFile): Snapshot {
  return { id, takenAt, reason, sizeBytes };
}

/** Where copies of a registry lie. */
export const snapshotFolderOf = (registryFile: string): string => join(dirname(registryFile), 'snapshots');
const stemOf = (registryFile: string) => basename(registryFile, extname(registryFile));

interface SnapshotName {
  readonly number: number;
  readonly now: Date;
  readonly reason: SnapshotReason;
  readonly anchor: string;
}

function nameOf(registryFile: string, { number, now, reason, anchor }: SnapshotName): string {
  const moment = `${now.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  const end = anchor === '' ? '' : `-${anchor}`;
  return `${stemOf(registryFile)}-${String(number).padStart(6, '0')}-${moment}-${reason}${end}.desk`;
}

function isOf(registryFile: string, name: string): boolean {
  const parts = namePattern.exec(name);
  return parts !== null && name.slice(0, parts.index) === stemOf(registryFile);
}

/** A database and what SQLite keeps beside it. */
export async function removeDatabase(file: string): Promise<void> {
  for (const part of [file, `${file}-wal`, `${file}-shm`, `${file}-journal`]) await rm(part, { force: true });
}
