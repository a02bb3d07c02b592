import { readFile, realpath } from 'node:fs/promises';
import { dirname } from 'node:path';
import { dangerOfFolder, type FolderFacts, fileSystemOf } from '../../shared/domain/data-folder.ts';
import { refuse } from './refuse.ts';

/** What this computer tells about the folder of a registry. */
async function factsOf(folder: string): Promise<FolderFacts> {
  // On Windows this resolves a mapped drive to the share behind it.
  const path = await realpath(folder).catch(() => folder);
  const mounts = await readFile('/proc/self/mounts', 'utf8').catch(() => '');
  const { OneDrive, OneDriveCommercial, OneDriveConsumer } = process.env;
  const syncRoots = [OneDrive, OneDriveCommercial, OneDriveConsumer].filter((root) => root !== undefined);
  return { path, fileSystem: fileSystemOf(path, mounts), syncRoots };
}

/** Refuses with `folder-network` or `folder-synced` where a registry would sooner or later be damaged. */
export async function assertSafeFolder(registryFile: string): Promise<void> {
  const facts = await factsOf(dirname(registryFile));
  const danger = dangerOfFolder(facts);
  if (danger !== undefined) throw refuse(`folder-${danger}`, { folder: facts.path });
}
