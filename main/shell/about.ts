import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app, type BrowserWindow, shell } from 'electron';
import { guidePageAt } from '../../shared/domain/guide-page.ts';

/** Filled in by the build. */
declare const __SQLITE_VERSION__: string;

interface AboutDesk {
  readonly version: string;
  readonly electron: string;
  readonly chrome: string;
  readonly sqlite: string;
  readonly developmentRuntime: boolean;
  readonly dataFolder: string;
}

/** The oldest version of Electron that still gets security fixes; an older one is for development and tests only. */
const oldestSupportedElectron = 43;

/** What the app is made of and where it keeps its data, told plainly. */
export function aboutDesk(registryFile: string): AboutDesk {
  return {
    version: app.getVersion(),
    electron: process.versions.electron,
    chrome: process.versions.chrome,
    sqlite: __SQLITE_VERSION__,
    developmentRuntime: Number.parseInt(process.versions.electron, 10) < oldestSupportedElectron,
    dataFolder: dirname(registryFile),
  };
}

/** Opens the folder of copies in the system's own window of files. */
export async function openBackupFolder(registryFile: string): Promise<void> {
  const folder = join(dirname(registryFile), 'snapshots');
  await shell.openPath(existsSync(folder) ? folder : dirname(registryFile));
}

/** Opens the page of the user guide about what the window shows, in the program the system has for it. */
export async function openUserGuide({ webContents }: BrowserWindow): Promise<void> {
  const folder = app.isPackaged ? process.resourcesPath : join(app.getAppPath(), 'docs');
  await shell.openPath(join(folder, 'user-guide', guidePageAt(webContents.getURL())));
}
