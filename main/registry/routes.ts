import { type ImplementerInternalWithMiddlewares, implement, ORPCError } from '@orpc/server';
import { contract, type RoutePath } from '../../shared/contract/index.ts';
import { mayCall } from '../../shared/domain/permissions.ts';
import type { DeskContext, OpenRegistry } from './context.ts';
import { asRefusal } from './refuse.ts';

const base = implement(contract).$context<DeskContext>();

/** Routes of the lock screen: they need no open registry. */
export const openRoutes = base;

/** Named, because the compiler cannot write it out in full. */
type Routes = ImplementerInternalWithMiddlewares<
  typeof contract,
  DeskContext,
  DeskContext & { readonly registry: OpenRegistry }
>;

/**
 * All other routes: LOCKED without an open registry or when it was locked meanwhile, FORBIDDEN without the right of
 * `shared/domain/permissions`; the handler is given the open registry. Trouble with the file or its disk is a refusal.
 */
export const routes: Routes = base.use(async ({ context, path, next }) => {
  const registry = context.desk.opened();
  if (!registry) throw new ORPCError('LOCKED', { status: 423 });
  if (!mayCall(path.join('.') as RoutePath, registry.user.role)) throw new ORPCError('FORBIDDEN', { status: 403 });
  try {
    return await next({ context: { registry } });
  } catch (error) {
    if (context.desk.opened() !== registry) throw new ORPCError('LOCKED', { status: 423 });
    throw asRefusal(error);
  }
});
