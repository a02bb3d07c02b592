import { copyFile, link, open, rename, stat } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import { codeOf } from './error-code.ts';

/** Forces a file's bytes to the disk. */
export async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Forces a folder's names to the disk, so that a rename survives a power cut; Windows does so by itself and refuses. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  try {
    await handle?.sync();
  } catch (error) {
    if (!['EPERM', 'EINVAL', 'EISDIR', 'EACCES'].includes(codeOf(error) ?? '')) throw error;
  } finally {
    await handle?.close();
  }
}

/** Copies a file and forces it to the disk. */
export async function copyDurably(from: string, to: string): Promise<void> {
  await copyFile(from, to);
  await syncFile(to);
}

/** Gives a file a second name; where the disk has no such names (FAT), makes a copy. */
export async function nameAlso(file: string, also: string): Promise<void> {
  await link(file, also).catch(() => copyDurably(file, also));
}

/** Renames and forces the name to the disk. */
export async function renameDurably(from: string, to: string): Promise<void> {
  await rename(from, to);
  await syncFolder(dirname(to));
}

/** Is something there? */
export const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

/** A name beside a file that is free with all that belongs to it: `school.before-restore-2.desk`. */
export async function freeNameBeside(
  file: string,
  what: string,
  belongingTo: (name: string) => readonly string[],
): Promise<string> {
  const extension = extname(file);
  const stem = file.slice(0, file.length - extension.length);
  for (let number = 1; ; number += 1) {
    const name = `${stem}.${what}-${number}${extension}`;
    const taken = await Promise.all(belongingTo(name).map(exists));
    if (!taken.includes(true)) return name;
  }
}
