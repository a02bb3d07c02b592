import { ORPCError } from '@orpc/server';
import { refusalSchema } from '../../shared/contract/base.ts';
import type { Words } from '../../shared/i18n/index.ts';
import { asRefusal } from '../registry/refuse.ts';
import { isUsageError } from './command.ts';

/** Parameters that a refusal may leave out; the words treat 0 as "not known". */
const absent = { row: 0, line: 0, limit: 0, seconds: 0 };

/** What happened, what was kept, what to do next, for any error. Never a stack trace, never the error's own text. */
export function refusalWords(error: unknown, words: Words): string {
  if (isUsageError(error)) return error.message;
  const { key, params } = keyOf(asRefusal(error));
  const say = (part: string) =>
    words(`errors.${key}.${part}` as 'errors.unexpected.title', { ...absent, ...params } as never);
  return `${say('title')}. ${say('kept')} ${say('next')}`;
}

/** A refusal that waits for a person's decision. */
export const isHeld = (error: unknown): boolean => error instanceof ORPCError && error.code === 'HELD';

function keyOf(error: unknown): { key: string; params: Readonly<Record<string, string | number>> } {
  if (!(error instanceof ORPCError)) return { key: 'unexpected', params: {} };
  const refusal = refusalSchema.safeParse(error.data);
  if (refusal.success) return { key: refusal.data.reason, params: refusal.data.params };
  if (error.code === 'BAD_REQUEST') return { key: 'invalid-input', params: {} };
  const declared = ['LOCKED', 'PASSPHRASE_NEEDED', 'FORBIDDEN', 'STALE_PLAN', 'HELD'].includes(error.code);
  return { key: declared ? error.code : 'unexpected', params: {} };
}
