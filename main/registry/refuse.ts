import { ORPCError } from '@orpc/server';
import type { Refusal, RefusalReason } from '../../shared/contract/base.ts';
import { codeOf } from '../error-code.ts';

/** A refusal with its reason; throw it. The words come from the catalogue, filled with `params`. */
export function refuse(reason: RefusalReason, params: Refusal['params'] = {}): ORPCError<'REFUSED', Refusal> {
  return new ORPCError('REFUSED', { status: 422, data: { reason, params } });
}

const reasonsOfCodes: readonly (readonly [RegExp, RefusalReason])[] = [
  [/^SQLITE_FULL|^ENOSPC$|^EDQUOT$/, 'disk-full'],
  [/^SQLITE_READONLY|^SQLITE_PERM|^SQLITE_CANTOPEN|^EACCES$|^EPERM$|^EROFS$/, 'read-only'],
  [/^SQLITE_BUSY|^SQLITE_LOCKED|^EBUSY$/, 'in-use'],
  [/^SQLITE_CORRUPT|^SQLITE_NOTADB|^SQLITE_IOERR_(?:SHORT_READ|CORRUPTFS|DATA)$/, 'damaged'],
];

/** What went wrong with the file or its disk, as a refusal; any other error comes back as it is. */
export function asRefusal(error: unknown): unknown {
  const code = codeOf(error);
  const known = code === undefined ? undefined : reasonsOfCodes.find(([pattern]) => pattern.test(code));
  return known ? refuse(known[1]) : error;
}

/** Does the work; trouble with the file or its disk is thrown as a refusal. */
export async function refusing<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw asRefusal(error);
  }
}

/** Is this error a refusal for that reason? */
export function isRefusedFor(error: unknown, reason: RefusalReason): boolean {
  const data: unknown = error instanceof ORPCError ? error.data : undefined;
  return typeof data === 'object' && data !== null && 'reason' in data && data.reason === reason;
}
