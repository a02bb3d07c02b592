import { posix, win32 } from 'node:path';

const appName = 'Diary Desk';

/** The folder where the app keeps its own files for this user of the computer. */
export function appDataFolder(env: NodeJS.ProcessEnv, platform: string, home: string): string {
  if (platform === 'win32') return win32.join(env.APPDATA || win32.join(home, 'AppData', 'Roaming'), appName);
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', appName);
  return posix.join(env.XDG_CONFIG_HOME || posix.join(home, '.config'), appName);
}

/** The registry file that the app serves unless it is told another. */
export function registryFileIn(folder: string, platform: string): string {
  return (platform === 'win32' ? win32 : posix).join(folder, 'registry', 'school.desk');
}
