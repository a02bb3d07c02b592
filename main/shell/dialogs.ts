import { stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import type { Words } from '../../shared/i18n/index.ts';
import { writePrivately } from '../write-privately.ts';
import type { DeskDocument, RegistryProcess } from './registry-process.ts';

/** A chosen file as the page may know it: never its path. */
interface OfferedFile {
  readonly token: string;
  readonly name: string;
  readonly sizeBytes: number;
}

type SaveResult =
  | { readonly kind: 'saved'; readonly fileName: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly message: string };

/** Lets a person choose a table; null when nothing was chosen. */
export async function chooseTable(
  window: BrowserWindow,
  registry: RegistryProcess,
  words: Words,
): Promise<OfferedFile | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: words('shell.chooseTable.title'),
    buttonLabel: words('shell.chooseTable.button'),
    properties: ['openFile'],
    filters: [
      { name: words('shell.chooseTable.filter'), extensions: ['csv', 'tsv', 'txt', 'xlsx', 'ods', 'zip'] },
      { name: words('shell.chooseTable.all'), extensions: ['*'] },
    ],
  });
  return filePaths[0] === undefined ? null : offerFile(filePaths[0], registry);
}

/** Lets a person choose a folder; the page gets a token for it. */
export async function chooseFolder(
  window: BrowserWindow,
  registry: RegistryProcess,
  words: Words,
): Promise<Pick<OfferedFile, 'token'> | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: words('shell.chooseFolder.title'),
    buttonLabel: words('shell.chooseTable.button'),
    properties: ['openDirectory', 'createDirectory'],
  });
  return filePaths[0] === undefined ? null : { token: registry.offerFile(filePaths[0]) };
}

/** Tells the registry process about a file and gives the page a token for it; null for anything that is not a file. */
export async function offerFile(path: string, registry: RegistryProcess): Promise<OfferedFile | null> {
  try {
    const about = await stat(path);
    if (!about.isFile()) return null;
    return { token: registry.offerFile(path), name: basename(path), sizeBytes: about.size };
  } catch {
    return null;
  }
}

/** Saves a prepared document where a person says, readable by nobody else on this computer. */
export async function saveDocument(
  window: BrowserWindow,
  document: DeskDocument | undefined,
  words: Words,
): Promise<SaveResult> {
  if (document === undefined) return { kind: 'failed', message: words('errors.document-gone.title') };
  const kind = extname(document.suggestedName).slice(1) || 'pdf';
  const { filePath } = await dialog.showSaveDialog(window, {
    title: words('shell.saveDocument.title'),
    buttonLabel: words('shell.saveDocument.button'),
    defaultPath: join(app.getPath('documents'), basename(document.suggestedName)),
    filters: [{ name: filterName(kind, words), extensions: [kind] }],
  });
  if (!filePath) return { kind: 'cancelled' };
  return write(extname(filePath) === '' ? `${filePath}.${kind}` : filePath, document.bytes, words);
}

/** What the dialog calls a kind of file. */
function filterName(kind: string, words: Words): string {
  switch (kind) {
    case 'pdf':
      return words('shell.saveDocument.filter');
    case 'xlsx':
      return words('shell.saveDocument.xlsx');
    case 'zip':
      return words('shell.saveDocument.zip');
    default:
      return words('shell.saveDocument.table');
  }
}

async function write(path: string, bytes: Uint8Array, words: Words): Promise<SaveResult> {
  try {
    await writePrivately(path, bytes);
    return { kind: 'saved', fileName: basename(path) };
  } catch {
    return { kind: 'failed', message: words('errors.read-only.title') };
  }
}
