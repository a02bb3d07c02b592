import { app, type Session, shell, type WebContents } from 'electron';
import { deskScheme } from './origin.ts';

/** The only pages the app ever hands to the browser, at a person's click. */
const outsidePages: ReadonlySet<string> = new Set([
  'https://www.mos.ru/',
  'https://dnevnik.mos.ru/',
  'https://school.mos.ru/',
  'https://www.gosuslugi.ru/',
]);

/** Every page, present and future: stays where it is, opens nothing, embeds nothing. */
export function guardPages(): void {
  app.on('web-contents-created', (_event, contents) => guardPage(contents));
}

function guardPage(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url);
    return { action: 'deny' };
  });
}

function openOutside(url: string): void {
  if (outsidePages.has(url)) void shell.openExternal(url);
}

/** The window's session: no permission, no device, no download, no dictionary, no request to anything but the app's own files. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((request, decide) => decide({ cancel: !isOwn(request.url) }));
}

const ownSchemes = [`${deskScheme}:`, 'data:', 'devtools:'];

const isOwn = (url: string) => ownSchemes.some((scheme) => url.startsWith(scheme));
