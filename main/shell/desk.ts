import { app, type BrowserWindow, dialog, protocol, session } from 'electron';
import { openUserGuide } from './about.ts';
import { lockWhenLeft } from './auto-lock.ts';
import { built } from './built.ts';
import { choosePlace, type Place } from './data-folder.ts';
import { guardPages, guardSession } from './guards.ts';
import { type Speech, startSpeech } from './language.ts';
import { showMenu } from './menu.ts';
import { deskScheme } from './origin.ts';
import { answerPage } from './page-requests.ts';
import { servePage } from './protocol.ts';
import { type RegistryProcess, startRegistryProcess } from './registry-process.ts';
import { deskSession, focusWindow, openWindow } from './window.ts';

/** Opens the app: one instance, one window, one registry process. */
export function openDesk(words: readonly string[]): void {
  const place = choosePlace(words);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  protocol.registerSchemesAsPrivileged([
    { scheme: deskScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  guardPages();
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(() => start(place));
}

function start(place: Place): void {
  const registry = startRegistryProcess(place, () => giveUp(speech));
  endInOrder(registry);
  lockWhenLeft(registry);
  guardSession(session.defaultSession);
  guardSession(deskSession());
  servePage(deskSession(), built('renderer'));
  const window = openWindow(app.getPath('userData'));
  const speech = startSpeech(() => showMenu(window, speech.words(), () => void openUserGuide(window)));
  showDesk(window, place, registry, speech);
}

function showDesk(window: BrowserWindow, place: Place, registry: RegistryProcess, speech: Speech): void {
  showMenu(window, speech.words(), () => void openUserGuide(window));
  answerPage(window, registry, speech, place.file);
  app.on('second-instance', () => focusWindow(window));
  reloadAfterCrash(window);
}

/** A page that died is loaded anew; the registry process lives on and gives it a new port. */
function reloadAfterCrash(window: BrowserWindow): void {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') window.webContents.reload();
  });
}

/** The app ends only when the registry has been closed. */
function endInOrder(registry: RegistryProcess): void {
  let stopped = false;
  app.on('will-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    stopped = true;
    void registry.stop().then(() => app.quit());
  });
}

function giveUp(speech: Speech): void {
  const words = speech.words();
  dialog.showErrorBox(words('shell.stopped.title'), words('shell.stopped.failed'));
  app.quit();
}
