import type { ChosenFile, DeskBridge, SaveResult } from '../../../renderer/desk-bridge.ts';

declare global {
  interface Window {
    /** From the test's process to the page's port. */
    fromRegistry?: (message: unknown) => void;
    toRegistry?: (message: unknown) => Promise<void>;
    askShell?: (what: 'choose-table' | 'save-document', token: string) => Promise<unknown>;
  }
}

/** Runs in the page before its own scripts: the same frozen object that the preload gives. */
export function installBridge(): void {
  const { port1, port2 } = new MessageChannel();
  port2.onmessage = ({ data }) => void window.toRegistry?.(data);
  window.fromRegistry = (message) => port2.postMessage(message);
  const bridge: DeskBridge = {
    connect: () => window.postMessage('diary-desk:port', window.location.origin, [port1]),
    chooseTable: () => window.askShell?.('choose-table', '') as Promise<ChosenFile | null>,
    chooseFolder: async () => null,
    openBackupFolder: async () => undefined,
    acceptDroppedFile: async () => null,
    printers: async () => [],
    print: async () => ({ kind: 'failed', message: '' }),
    saveDocument: (token) => window.askShell?.('save-document', token) as Promise<SaveResult>,
    about: async () => ({
      version: '0.0.0',
      electron: '',
      chrome: '',
      sqlite: '',
      developmentRuntime: false,
      dataFolder: '',
    }),
    openUserGuide: async () => undefined,
    speak: () => undefined,
    protectContent: () => undefined,
    onCommand: () => () => undefined,
  };
  Object.defineProperty(window, 'diaryDesk', { value: Object.freeze(bridge) });
}
