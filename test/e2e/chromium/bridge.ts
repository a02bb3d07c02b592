import { statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { RPCHandler } from '@orpc/server/message-port';
import type { Page } from '@playwright/test';
import type { DeskContext } from '../../../main/registry/context.ts';
import { filesByPath } from '../../../main/registry/files.ts';
import { openInProcess } from '../../../main/registry/in-process.ts';
import { router } from '../../../main/registry/router.ts';
import { realSurroundings } from '../../../main/registry/surroundings.ts';
import { leastCost } from '../../../main/registry/vault/keyring.ts';
import { installBridge } from './page-side.ts';

/** What a browser lacks and the shell has: the answers of its dialogs. */
export interface Dialogs {
  open: string;
  save: string;
}

/**
 * Stands in for the shell in an ordinary browser, in tests only: gives the page `window.diaryDesk` and a port to a
 * registry in this process. Messages go over the driver's own line, so the page keeps its policy. Answers what closes it.
 */
export async function bridgePage(page: Page, registry: string, dialogs: Dialogs): Promise<() => void> {
  const { desk, documents, close } = openInProcess({ file: registry, argonCost: leastCost });
  const context: DeskContext = { desk, documents, files: filesByPath, surroundings: realSurroundings };
  const { port1, port2 } = new MessageChannel();
  new RPCHandler<DeskContext>(router).upgrade(port1, { context });
  port1.start();
  port2.on('message', (message: unknown) => {
    void page.evaluate((given) => window.fromRegistry?.(given), message).catch(() => undefined);
  });
  await page.exposeFunction('toRegistry', (message: unknown) => port2.postMessage(message));
  await page.exposeFunction('askShell', (what: string, token: string) => {
    if (what === 'choose-table')
      return { token: dialogs.open, name: basename(dialogs.open), sizeBytes: statSync(dialogs.open).size };
    const document = documents.find(token);
    if (document === undefined) return { kind: 'failed', message: 'gone' };
    writeFileSync(dialogs.save, document.bytes);
    return { kind: 'saved', fileName: basename(dialogs.save) };
  });
  await page.addInitScript(installBridge);
  return () => {
    port2.close();
    close();
  };
}
