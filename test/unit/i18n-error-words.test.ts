import { ORPCError } from '@orpc/client';
import { describe, expect, test } from 'vitest';
import { errorKey } from '../../renderer/ui/error-words.ts';

function answer(code: string, data?: unknown): ORPCError<string, unknown> {
  return new ORPCError(code, { defined: true, data });
}

describe('which words an error has', () => {
  test('a refusal has the words of its reason, with its parameters', () => {
    const refused = answer('REFUSED', { reason: 'too-many-attempts', params: { seconds: 30 } });
    expect(errorKey(refused)).toEqual({ key: 'too-many-attempts', params: { seconds: 30 } });
  });

  test.each(['LOCKED', 'FORBIDDEN', 'STALE_PLAN', 'HELD'] as const)('%s has its own words', (code) => {
    expect(errorKey(answer(code))).toEqual({ key: code, params: {} });
  });

  test.each([
    ['a refusal with an unknown reason', answer('REFUSED', { reason: 'full-moon', params: {} })],
    ['a crash behind the contract', answer('INTERNAL_SERVER_ERROR')],
    ['a fault of the page', new TypeError('x is undefined')],
    ['nothing at all', undefined],
  ])('%s is unexpected', (_, error) => {
    expect(errorKey(error)).toEqual({ key: 'unexpected', params: {} });
  });

  test('a call cut off by a restart says that the service restarts', () => {
    expect(errorKey(new DOMException('closed', 'AbortError')).key).toBe('connection-lost');
  });
});
