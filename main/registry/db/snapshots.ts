import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { sql } from 'kysely';
import type { Snapshot } from '../../../shared/contract/registry.ts';
import { asRefusal, refuse } from '../refuse.ts';
import { keyringFileOf } from '../vault/keyring-file.ts';
import type { RegistryDatabase } from './open.ts';
import { isSound } from './self-test.ts';

/** Why a copy was made. */
export type SnapshotReason = Snapshot['reason'];

/** A copy on the disk; its number orders it, because clocks are set back sometimes. */
export interface SnapshotFile extends Snapshot {
  readonly file: string;
  readonly number: number;
}

const keptSnapshots = 20;
const namePattern = /-(\d{6})-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z-(migration|import|daily|manual|restore)\.desk$/;

/** Copies of this registry that are whole (with their keyring), newest first. */
export async function listSnapshots(registryFile: string): Promise<readonly SnapshotFile[]> {
  const folder = folderOf(registryFile);
  const names = await readdir(folder).catch((): string[] => []);
  const whole = names.filter((name) => isOf(registryFile, name) && names.includes(keyringFileOf(name)));
  const found = await Promise.all(whole.map((name) => describe(join(folder, name))));
  return found.filter((snapshot) => snapshot !== undefined).sort((a, b) => b.number - a.number);
}

/**
 * Writes a compact encrypted copy without initial passwords, checks it, and only then gives it its name; the oldest
 * copies beyond twenty go. Disk trouble is thrown as a refusal and leaves no half copy.
 */
export async function takeSnapshot(database: RegistryDatabase, reason: SnapshotReason, now: Date): Promise<Snapshot> {
  const folder = folderOf(database.file);
  const number = ((await listSnapshots(database.file))[0]?.number ?? 0) + 1;
  const place = join(folder, nameOf(database.file, number, now, reason));
  const unfinished = join(folder, `.unfinished-${number}`);
  try {
    await mkdir(folder, { recursive: true });
    await removeDatabase(unfinished);
    await sql`vacuum into ${unfinished}`.execute(database.db);
    await scrubAndCheck(database, unfinished);
    await copyDurably(keyringFileOf(database.file), keyringFileOf(place));
    await rename(unfinished, place);
  } catch (error) {
    await removeDatabase(unfinished);
    throw asRefusal(error);
  }
  await removeOldest(database.file);
  return withoutPlace(await describe(place));
}

/** Has a copy of this day (UTC) been made? */
export async function hasSnapshotOfDay(registryFile: string, now: Date): Promise<boolean> {
  const day = now.toISOString().slice(0, 10);
  return (await listSnapshots(registryFile)).some(({ takenAt }) => takenAt.startsWith(day));
}

/**
 * Puts a copy and its keyring in the place of the registry. The present files are kept aside under the name that is
 * answered. Refuses with `not-found`; disk trouble is thrown as a refusal and leaves the present files in place.
 */
export async function restoreSnapshot(registryFile: string, snapshotId: string): Promise<{ keptAside: string }> {
  const snapshot = (await listSnapshots(registryFile)).find(({ id }) => id === snapshotId);
  if (!snapshot) throw refuse('not-found');
  const incoming = `${registryFile}.unfinished-restore`;
  try {
    await copyDurably(snapshot.file, incoming);
    await copyDurably(keyringFileOf(snapshot.file), keyringFileOf(incoming));
    const aside = await putAside(registryFile);
    await rename(keyringFileOf(incoming), keyringFileOf(registryFile));
    await rename(incoming, registryFile);
    return { keptAside: basename(aside) };
  } catch (error) {
    await Promise.all([rm(incoming, { force: true }), rm(keyringFileOf(incoming), { force: true })]);
    throw asRefusal(error);
  }
}

/** The keyring of the newest copy goes back beside the registry; false when there is none. The key in it is the same. */
export async function restoreKeyring(registryFile: string): Promise<boolean> {
  const [newest] = await listSnapshots(registryFile);
  if (!newest) return false;
  await copyDurably(keyringFileOf(newest.file), keyringFileOf(registryFile));
  return true;
}

async function putAside(registryFile: string): Promise<string> {
  const aside = await freeName(registryFile);
  await renameIfThere(`${registryFile}-wal`, `${aside}-wal`);
  await renameIfThere(keyringFileOf(registryFile), keyringFileOf(aside));
  await renameIfThere(registryFile, aside);
  return aside;
}

async function freeName(registryFile: string): Promise<string> {
  const extension = extname(registryFile);
  const stem = registryFile.slice(0, registryFile.length - extension.length);
  for (let number = 1; ; number += 1) {
    const name = `${stem}.before-restore-${number}${extension}`;
    if (!(await exists(name)) && !(await exists(keyringFileOf(name)))) return name;
  }
}

async function scrubAndCheck(database: RegistryDatabase, file: string): Promise<void> {
  const outcome = database.openCopy(file);
  if (outcome.kind !== 'opened') throw refuse('damaged');
  try {
    outcome.database.runScript('update credential set initial_password = null where initial_password is not null');
    if (!isSound(outcome.database)) throw refuse('damaged');
  } finally {
    outcome.database.close();
  }
  await force(file);
}

async function removeOldest(registryFile: string): Promise<void> {
  for (const { file } of (await listSnapshots(registryFile)).slice(keptSnapshots)) {
    await rm(file, { force: true });
    await rm(keyringFileOf(file), { force: true });
  }
}

async function describe(file: string): Promise<SnapshotFile | undefined> {
  const parts = namePattern.exec(basename(file));
  const found = await stat(file).catch(() => undefined);
  if (!parts || !found) return undefined;
  const [, number, year, month, day, hour, minute, second, reason] = parts;
  return {
    id: basename(file),
    file,
    number: Number(number),
    takenAt: `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`,
    reason: reason as SnapshotReason,
    sizeBytes: found.size,
  };
}

/** The copy as the contract shows it: without its path. */
export function withoutPlace(snapshot: SnapshotFile | undefined): Snapshot {
  if (!snapshot) throw refuse('not-found');
  const { id, takenAt, reason, sizeBytes } = snapshot;
  return { id, takenAt, reason, sizeBytes };
}

const folderOf = (registryFile: string) => join(dirname(registryFile), 'snapshots');
const stemOf = (registryFile: string) => basename(registryFile, extname(registryFile));

function nameOf(registryFile: string, number: number, now: Date, reason: SnapshotReason): string {
  const moment = `${now.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  return `${stemOf(registryFile)}-${String(number).padStart(6, '0')}-${moment}-${reason}.desk`;
}

function isOf(registryFile: string, name: string): boolean {
  const parts = namePattern.exec(name);
  return parts !== null && name.slice(0, parts.index) === stemOf(registryFile);
}

async function copyDurably(from: string, to: string): Promise<void> {
  await copyFile(from, to);
  await force(to);
}

async function force(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const exists = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );

async function renameIfThere(from: string, to: string): Promise<void> {
  if (await exists(from)) await rename(from, to);
}

async function removeDatabase(file: string): Promise<void> {
  for (const part of [file, `${file}-wal`, `${file}-journal`]) await rm(part, { force: true });
}
