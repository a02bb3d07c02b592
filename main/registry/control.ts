import { z } from 'zod';

/**
 * What the shell and the registry process tell each other beside the contract: which file to serve, what a person chose,
 * when to lock, and the bytes of a document on their way to the printer. The page never sees these messages.
 */

/** From the shell. `port` carries a MessagePort for one window in `ports[0]`. */
export const toRegistrySchema = z.discriminatedUnion('kind', [
  /** First message: the place of the registry file, and whether it is the demo school. */
  z.strictObject({ kind: z.literal('start'), file: z.string().min(1), demo: z.boolean() }),
  z.strictObject({ kind: z.literal('port') }),
  /** A person chose this file; the page knows it by the token. */
  z.strictObject({ kind: z.literal('file'), token: z.string().min(1), path: z.string().min(1) }),
  z.strictObject({ kind: z.literal('lock'), why: z.enum(['asked', 'idle', 'screen', 'suspend']) }),
  /** Asks for a prepared document; answered by `document` or `document-missing` with the same id. */
  z.strictObject({ kind: z.literal('document-request'), id: z.string().min(1), token: z.string().min(1) }),
  /** The document has been printed or saved, or is not wanted any more. */
  z.strictObject({ kind: z.literal('document-forget'), token: z.string().min(1) }),
]);
export type ToRegistry = z.infer<typeof toRegistrySchema>;

const autoLockMinutes = z.int().min(1).max(15);

/** From the registry process. */
export const toShellSchema = z.discriminatedUnion('kind', [
  /** Somebody signed in: lock after so many idle minutes. */
  z.strictObject({ kind: z.literal('opened'), autoLockMinutes }),
  z.strictObject({ kind: z.literal('locked') }),
  z.strictObject({ kind: z.literal('settings-changed'), autoLockMinutes }),
  z.strictObject({
    kind: z.literal('document'),
    id: z.string(),
    bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
    suggestedName: z.string(),
    /** It carries passwords: print it, never leave it in a file. */
    secret: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('document-missing'), id: z.string() }),
]);
export type ToShell = z.infer<typeof toShellSchema>;
