import type { BrowserWindow } from 'electron';
import { z } from 'zod';
import { languageSchema } from '../../shared/contract/base.ts';
import { aboutDesk, openBackupFolder, openUserGuide } from './about.ts';
import { chooseFolder, chooseTable, offerFile, saveDocument } from './dialogs.ts';
import { doorOf } from './ipc.ts';
import type { Speech } from './language.ts';
import { listPrinters, printDocument } from './print.ts';
import type { RegistryProcess } from './registry-process.ts';

const nothing = z.tuple([]);
const tokenSchema = z.uuid();
const pathSchema = z.string().min(1).max(4096);
const printJob = z.tuple([tokenSchema, z.string().min(1).max(256), z.int().min(1).max(20)]);

/** Answers everything the page may ask of the shell. */
export function answerPage(
  window: BrowserWindow,
  registry: RegistryProcess,
  speech: Speech,
  registryFile: string,
): void {
  const handle = doorOf(window);
  handle('diary-desk:connect', nothing, () => registry.connect(window.webContents));
  handle('diary-desk:choose-table', nothing, () => chooseTable(window, registry, speech.words()));
  handle('diary-desk:choose-folder', nothing, () => chooseFolder(window, registry, speech.words()));
  handle('diary-desk:backup-folder', nothing, () => openBackupFolder(registryFile));
  handle('diary-desk:accept-file', z.tuple([pathSchema]), (path) => offerFile(path, registry));
  handle('diary-desk:printers', nothing, () => listPrinters(window.webContents));
  handle('diary-desk:print', printJob, async (token, printer, copies) =>
    printDocument(window.webContents, await registry.document(token), { printer, copies }, speech.words()),
  );
  handle('diary-desk:save-document', z.tuple([tokenSchema]), async (token) =>
    saveDocument(window, await registry.document(token), speech.words()),
  );
  handle('diary-desk:about', nothing, () => aboutDesk(registryFile));
  handle('diary-desk:user-guide', nothing, () => openUserGuide(window));
  handle('diary-desk:speak', z.tuple([languageSchema]), (language) => speech.choose(language));
  handle('diary-desk:protect', z.tuple([z.boolean()]), (on) => window.setContentProtection(on));
}
