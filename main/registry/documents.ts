import { randomUUID } from 'node:crypto';
import type { DocumentStore, PreparedDocument } from './context.ts';

/** Keeps prepared documents in memory; forgetting one wipes its bytes. */
export function createDocumentStore(): DocumentStore {
  const documents = new Map<string, PreparedDocument>();
  const forget = (token: string) => {
    documents.get(token)?.bytes.fill(0);
    documents.delete(token);
  };
  return {
    keep(document) {
      const token = randomUUID();
      documents.set(token, document);
      return token;
    },
    find: (token) => documents.get(token),
    forget,
    forgetAll: () => [...documents.keys()].forEach(forget),
  };
}
