import type { DeskEvent } from '../../shared/contract/registry.ts';
import type { Confirmations } from '../../shared/domain/asks-again.ts';
import type { Desk, DocumentStore, OpenRegistry } from './context.ts';
import { type ArgonCost, usualCost } from './vault/keyring.ts';

/** What the desk is made of. `tellShell` hears of sign-in, lock and idle time; the command line and tests do without. */
export interface DeskOptions {
  readonly file: string;
  readonly demo?: boolean;
  readonly documents: DocumentStore;
  readonly argonCost?: ArgonCost;
  readonly tellShell?: (news: DeskNews) => void;
}

export type DeskNews =
  | { readonly kind: 'opened'; readonly autoLockMinutes: number }
  | { readonly kind: 'settings-changed'; readonly autoLockMinutes: number }
  | { readonly kind: 'locked' };

/** The desk of one registry file, locked at first. */
export function createDesk(options: DeskOptions): Desk {
  const listeners = new Set<(event: DeskEvent) => void>();
  const tellShell = options.tellShell ?? (() => undefined);
  const announce = (event: DeskEvent) => listeners.forEach((listener) => void listener(event));
  let opened: OpenRegistry | undefined;
  let damaged = false;
  let confirmations: Confirmations = {};
  let turn: Promise<unknown> = Promise.resolve();
  return {
    file: options.file,
    demo: options.demo ?? false,
    argonCost: options.argonCost ?? usualCost,
    get damaged() {
      return damaged;
    },
    markDamaged: (found) => {
      damaged = found;
    },
    confirmations: () => confirmations,
    confirm: (entered) => {
      confirmations = { ...confirmations, ...entered };
    },
    opened: () => opened,
    open(registry, autoLockMinutes) {
      opened = registry;
      confirmations = {};
      damaged = false;
      tellShell({ kind: 'opened', autoLockMinutes });
    },
    lock(why) {
      if (!opened) return;
      closeRegistry(opened);
      opened = undefined;
      confirmations = {};
      options.documents.forgetAll();
      announce({ kind: 'locked', why });
      tellShell({ kind: 'locked' });
    },
    inTurn(work) {
      const result = turn.then(work);
      turn = result.catch(() => undefined);
      return result;
    },
    autoLockChanged: (autoLockMinutes) => tellShell({ kind: 'settings-changed', autoLockMinutes }),
    announce,
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Closes the file and wipes its keys. */
export function closeRegistry(registry: OpenRegistry): void {
  registry.database.close();
  registry.auditKey.fill(0);
  registry.fileKey.fill(0);
}
