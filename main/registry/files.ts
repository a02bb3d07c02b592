import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ChosenFile, FileSource } from './context.ts';

/** Files that a person chose in the shell's dialog, under the shell's tokens. */
export interface ChosenFiles extends FileSource {
  add(token: string, path: string): void;
}

export function createChosenFiles(): ChosenFiles {
  const paths = new Map<string, string>();
  return {
    add: (token, path) => void paths.set(token, path),
    find: async (token) => fileAt(paths.get(token)),
    findFolder: async (token) => folderAt(paths.get(token)),
  };
}

/** For the command line and tests, where a person typed the path: the path itself is the token. */
export const filesByPath: FileSource = {
  find: async (path) => fileAt(path),
  findFolder: async (path) => folderAt(path),
};

async function folderAt(path: string | undefined): Promise<string | undefined> {
  const found = path === undefined ? undefined : await stat(path).catch(() => undefined);
  return found?.isDirectory() ? path : undefined;
}

async function fileAt(path: string | undefined): Promise<ChosenFile | undefined> {
  const found = path === undefined ? undefined : await stat(path).catch(() => undefined);
  if (path === undefined || !found?.isFile()) return undefined;
  return { name: basename(path), sizeBytes: found.size, read: () => readFile(path) };
}
