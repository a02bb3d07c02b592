import { createRouterClient } from '@orpc/server';
import type { DeskClient } from '../../shared/contract/index.ts';
import type { Desk, DeskContext, DocumentStore, FileSource, Surroundings } from './context.ts';
import { createDesk } from './desk.ts';
import { createDocumentStore } from './documents.ts';
import { filesByPath } from './files.ts';
import { router } from './router.ts';
import { realSurroundings } from './surroundings.ts';
import type { ArgonCost } from './vault/keyring.ts';

/** What may differ from the usual; files are found by their path, time and chance are real. */
export interface InProcessOptions {
  readonly file: string;
  readonly demo?: boolean;
  readonly files?: FileSource;
  readonly surroundings?: Surroundings;
  readonly argonCost?: ArgonCost;
}

/** A desk in this process: the same router, with the same checks of inputs and outputs, as behind the window. */
export interface InProcessDesk {
  readonly client: DeskClient;
  readonly desk: Desk;
  readonly documents: DocumentStore;
  readonly context: DeskContext;
  close(): void;
}

/** Serves a registry file to the command line and to tests. */
export function openInProcess(options: InProcessOptions): InProcessDesk {
  const documents = createDocumentStore();
  const { file, demo = false, files = filesByPath, surroundings = realSurroundings, argonCost } = options;
  const desk = createDesk({ file, demo, documents, ...(argonCost && { argonCost }) });
  const context = { desk, files, documents, surroundings };
  const client = createRouterClient(router, { context });
  return { client, desk, documents, context, close: () => desk.lock('asked') };
}
