import { randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { renameDurably } from './durable-files.ts';

/** A file written and forced to the disk beside its place: `put` sets it there at once, `drop` leaves nothing behind. */
export interface PreparedFile {
  put(): Promise<void>;
  drop(): Promise<void>;
}

/**
 * Writes a file that only this user of the computer may read, all of it or nothing: beside its place, forced to the disk,
 * then renamed. Errors of the file system are thrown with their code, and nothing is left behind.
 */
export async function writePrivately(path: string, bytes: Uint8Array): Promise<void> {
  const prepared = await preparePrivately(path, bytes);
  try {
    await prepared.put();
  } catch (error) {
    await prepared.drop();
    throw error;
  }
}

/** The first half of `writePrivately`, for a file that must change together with something else. */
export async function preparePrivately(path: string, bytes: Uint8Array): Promise<PreparedFile> {
  const unfinished = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  const drop = () => rm(unfinished, { force: true });
  try {
    await writeNew(unfinished, bytes);
  } catch (error) {
    await drop();
    throw error;
  }
  return { put: () => renameDurably(unfinished, path), drop };
}

async function writeNew(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
