import { ORPCError } from '@orpc/client';
import { useTranslations } from 'use-intl';
import { refusalSchema } from '../../shared/contract/base.ts';
import type { ErrorWords } from '../../shared/i18n/ru/errors.ts';

type ErrorKey = keyof typeof import('../../shared/i18n/ru/errors.ts').errors;
type Params = Readonly<Record<string, string | number>>;

/** Parameters that a refusal may leave out; words treat 0 as "not known". */
const absentParams: Params = { row: 0, line: 0, limit: 0, seconds: 0 };

interface KeyAndParams {
  readonly key: ErrorKey;
  readonly params: Params;
}

/** Which words an error has: the reason of a refusal, the code of a declared error, or `unexpected`. */
export function errorKey(error: unknown): KeyAndParams {
  if (error instanceof ORPCError) return ofAnswer(error);
  const lost = error instanceof Error && error.name === 'AbortError';
  return { key: lost ? 'connection-lost' : 'unexpected', params: {} };
}

function ofAnswer(error: ORPCError<string, unknown>): KeyAndParams {
  const refusal = refusalSchema.safeParse(error.data);
  if (refusal.success) return { key: refusal.data.reason, params: refusal.data.params };
  switch (error.code) {
    case 'LOCKED':
    case 'PASSPHRASE_NEEDED':
    case 'FORBIDDEN':
    case 'STALE_PLAN':
    case 'HELD':
      return { key: error.code, params: {} };
    default:
      return { key: 'unexpected', params: {} };
  }
}

/** Turns any error into what happened, what was kept and what to do next, in the page's language. */
export function useErrorWords(): (error: unknown) => ErrorWords {
  const t = useTranslations('errors');
  return (error) => {
    const { key, params } = errorKey(error);
    const say = (part: keyof ErrorWords) =>
      t(`${key}.${part}` as 'unexpected.title', { ...absentParams, ...params } as never);
    return { title: say('title'), kept: say('kept'), next: say('next') };
  };
}
