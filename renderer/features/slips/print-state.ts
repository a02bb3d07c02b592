import type { Batch } from './paper-job.ts';

/** What is being done while the person waits. */
export type PrintStage = 'preparing' | 'printing' | 'saving';

/** Why nothing came of it: an answer of the registry, or what the printer or the disk said. */
export type PrintTrouble =
  | { readonly kind: 'error'; readonly error: unknown }
  | { readonly kind: 'printer'; readonly message: string }
  | { readonly kind: 'disk'; readonly message: string };

/** Where printing stands. */
export type PrintState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'choosing'; readonly trouble?: PrintTrouble }
  | { readonly kind: 'working'; readonly stage: PrintStage }
  /** A file was saved; is it on paper? */
  | { readonly kind: 'saved'; readonly batch: Batch; readonly fileName: string; readonly busy: boolean }
  /** On paper, but the registry could not note it. */
  | { readonly kind: 'unmarked'; readonly batch: Batch; readonly error: unknown }
  | { readonly kind: 'printed'; readonly slips: number };
