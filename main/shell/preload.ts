import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { type Channel, commandMessage, portMessage } from './channels.ts';

/** The little of the page's window that the preload touches. */
declare const window: {
  readonly location: { readonly origin: string };
  postMessage(message: string, targetOrigin: string, ports: unknown[]): void;
};

const ask = (channel: Channel, ...given: readonly unknown[]): Promise<unknown> => ipcRenderer.invoke(channel, ...given);

/** Electron before 32 tells a dropped file's path on the file itself. */
const pathOf = (file: File): string =>
  webUtils?.getPathForFile ? webUtils.getPathForFile(file) : ((file as { readonly path?: string }).path ?? '');

/** The page's whole way to the shell; `renderer/desk-bridge.ts` declares the same object for the page. */
const bridge = {
  connect: () => void ask('diary-desk:connect'),
  chooseTable: () => ask('diary-desk:choose-table'),
  chooseFolder: () => ask('diary-desk:choose-folder'),
  openBackupFolder: () => ask('diary-desk:backup-folder'),
  acceptDroppedFile: (file: File) => ask('diary-desk:accept-file', pathOf(file)),
  printers: () => ask('diary-desk:printers'),
  print: (documentToken: string, printer: string, copies: number) =>
    ask('diary-desk:print', documentToken, printer, copies),
  saveDocument: (documentToken: string) => ask('diary-desk:save-document', documentToken),
  about: () => ask('diary-desk:about'),
  openUserGuide: () => ask('diary-desk:user-guide'),
  speak: (language: string) => void ask('diary-desk:speak', language),
  protectContent: (on: boolean) => void ask('diary-desk:protect', on),
  onCommand: (listener: (command: string) => void) => {
    const hear = (_event: unknown, command: string) => listener(command);
    ipcRenderer.on(commandMessage, hear);
    return () => void ipcRenderer.off(commandMessage, hear);
  },
};

contextBridge.exposeInMainWorld('diaryDesk', Object.freeze(bridge));

// A port cannot cross the bridge, so it is handed on as a message of the page's own window.
ipcRenderer.on(portMessage, (event) => window.postMessage(portMessage, window.location.origin, [...event.ports]));
