import { type ImplementerInternalWithMiddlewares, implement, ORPCError } from '@orpc/server';
import { contract, type DeskContract, type RoutePath } from '../../shared/contract/index.ts';
import { mayCall } from '../../shared/domain/permissions.ts';
import type { DeskContext, OpenRegistry } from './context.ts';
import { asRefusal } from './refuse.ts';

type Contexts = DeskContext & { readonly registry: OpenRegistry };

const base = implement<DeskContract>(contract).$context<DeskContext>();

/** The answer to somebody who has no right to this; throw it. */
export const forbid = (): ORPCError<'FORBIDDEN', undefined> => new ORPCError('FORBIDDEN', { status: 403 });

/** Routes of the lock screen: they need no open registry. */
export const openRoutes = base;

/**
 * All other routes: LOCKED without an open registry or when it was locked meanwhile, FORBIDDEN without the right of
 * `shared/domain/permissions`; the handler is given the open registry. Trouble with the file or its disk is a refusal.
 */
export const routes: ImplementerInternalWithMiddlewares<DeskContract, DeskContext, Contexts> = base.use(
  async ({ context, path, next }) => {
    const registry = context.desk.opened();
    if (!registry) throw new ORPCError('LOCKED', { status: 423 });
    if (!mayCall(path.join('.') as RoutePath, registry.user.role)) throw forbid();
    try {
      return await next({ context: { registry } });
    } catch (error) {
      if (context.desk.opened() !== registry) throw new ORPCError('LOCKED', { status: 423 });
      throw asRefusal(error);
    }
  },
);
