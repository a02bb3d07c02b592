import { app, BrowserWindow, nativeTheme, type Session, session } from 'electron';
import { built } from './built.ts';
import { deskPage } from './origin.ts';
import { readWindowState, rememberWindowState } from './window-state.ts';

/** Column widths and the theme are kept by the page here; answers are never cached. */
export const deskSession = (): Session => session.fromPartition('persist:desk', { cache: false });

/** The page's own background, so that the first frame does not flash. */
const background = () => (nativeTheme.shouldUseDarkColors ? '#141517' : '#f8f9fa');

/** Opens the one window of the app; it shows itself when its first frame is drawn. */
export function openWindow(stateFolder: string): BrowserWindow {
  const state = readWindowState(stateFolder);
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    ...(state && { x: state.x, y: state.y, width: state.width, height: state.height }),
    minWidth: 1024,
    minHeight: 700,
    show: false,
    title: app.name,
    backgroundColor: background(),
    webPreferences: webPreferences(),
  });
  window.once('ready-to-show', () => (state?.maximized ? window.maximize() : window.show()));
  rememberWindowState(window, stateFolder);
  void window.loadURL(deskPage);
  return window;
}

function webPreferences(): Electron.WebPreferences {
  return {
    preload: built('preload', 'preload.cjs'),
    session: deskSession(),
    sandbox: true,
    contextIsolation: true,
    webSecurity: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
    devTools: !app.isPackaged,
  };
}

/** Brings the window forward when the app is started a second time. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
