import { isDefinedError, ORPCError } from '@orpc/client';
import { MutationCache, QueryCache, QueryClient, useQuery } from '@tanstack/react-query';
import type { RoutePath } from '../shared/contract/index.ts';
import type { Status, User } from '../shared/contract/registry.ts';
import type { Settings } from '../shared/contract/settings.ts';
import { mayCall } from '../shared/domain/permissions.ts';
import { deskQuery } from './api.ts';

/**
 * The page's cache. `networkMode: 'always'` because the registry is on this computer: an offline school PC must not
 * pause its calls. Refusals are answers, so they are not asked again.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, staleTime: 10_000, refetchOnWindowFocus: false },
    mutations: { networkMode: 'always', retry: false },
  },
  queryCache: new QueryCache({ onError: noticeLocked }),
  mutationCache: new MutationCache({ onError: noticeLocked }),
});

/** Any answer LOCKED sends the page to the lock screen by asking for the status anew. */
export function noticeLocked(error: unknown): void {
  if (error instanceof ORPCError && error.code === 'LOCKED') void refreshStatus();
}

/** Asks where the desk stands: after signing in, locking, restoring, or a restart of the registry process. */
export function refreshStatus(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: deskQuery.registry.status.key() });
}

/** Forgets everything shown of the registry, except where the desk stands. */
export function forgetRegistry(): void {
  queryClient.removeQueries({
    predicate: (query) => !(Array.isArray(query.queryKey[0]) && query.queryKey[0].join('.') === 'registry.status'),
  });
}

/** Everything that is on screen is read again: the registry has changed. */
export function refreshRegistry(): Promise<void> {
  return queryClient.invalidateQueries();
}

/** Where the desk stands. */
export function useStatus(): { readonly status: Status | undefined; readonly error: unknown } {
  const query = useQuery(deskQuery.registry.status.queryOptions({ staleTime: Number.POSITIVE_INFINITY }));
  return { status: query.data, error: query.error };
}

/** Who is signed in; undefined on the lock screen. */
export function useUser(): User | undefined {
  return useStatus().status?.user;
}

/** May the person who is signed in call this route? Hide what they may not use. */
export function useMay(route: RoutePath): boolean {
  return mayCall(route, useUser()?.role);
}

/** The school's settings, once they have been read. */
export function useSettings(): Settings | undefined {
  const allowed = useMay('settings.get');
  return useQuery(deskQuery.settings.get.queryOptions({ enabled: allowed, staleTime: 60_000 })).data;
}

/** Is this one of the errors the contract declares (and not a crash or a lost connection)? */
export function isDeskError(error: unknown): error is ORPCError<string, unknown> {
  return error instanceof ORPCError && isDefinedError(error);
}
