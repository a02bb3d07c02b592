import { readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { copyDurably, freeNameBeside, syncFolder } from '../durable-files.ts';
import { codeOf } from '../error-code.ts';
import { readLog } from './db/dialect/write-ahead-log.ts';

/** A damaged log that was found beside the registry, and the name of its copy in the same folder. */
export interface KeptLog {
  readonly certain: boolean;
  /** Changes in it that cannot be read; 0 when their number is not known. */
  readonly unread: number;
  readonly keptAs: string;
}

/**
 * Copies the write-ahead log aside when it is damaged; undefined when it is sound or not there. To be asked before SQLite
 * opens the file: from then on the log is written over. Errors of the disk are thrown.
 */
export async function keepDamagedLog(registryFile: string): Promise<KeptLog | undefined> {
  const log = logOf(registryFile);
  const state = readLog(await bytesOf(log));
  if (state.kind === 'sound') return undefined;
  const copy = logOf(await freeNameBeside(registryFile, 'damaged-log', (name) => [logOf(name)]));
  await copyDurably(log, copy);
  await syncFolder(dirname(copy));
  return { certain: state.certain, unread: state.unread, keptAs: basename(copy) };
}

/** Takes the copy away again: the registry was in use, and a log at work must not be judged. */
export async function forgetKeptLog(registryFile: string, { keptAs }: KeptLog): Promise<void> {
  await rm(join(dirname(registryFile), keptAs), { force: true });
}

const logOf = (registryFile: string) => `${registryFile}-wal`;

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return new Uint8Array();
    throw error;
  }
}
