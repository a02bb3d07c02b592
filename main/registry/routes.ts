import { type ImplementerInternalWithMiddlewares, implement, ORPCError } from '@orpc/server';
import { contract, type DeskContract, type RoutePath } from '../../shared/contract/index.ts';
import { type AskingRoute, asksAgain, isConfirmed } from '../../shared/domain/asks-again.ts';
import { mayCall } from '../../shared/domain/permissions.ts';
import { rowRuleOfRoute } from '../../shared/domain/rows-of-routes.ts';
import type { ConfirmedRegistry, DeskContext, OpenRegistry } from './context.ts';
import { appendAudit } from './db/audit.ts';
import { readSettings } from './db/settings.ts';
import { write } from './db/transaction.ts';
import { holdToReach } from './reach.ts';
import { asRefusal, isRefusedFor } from './refuse.ts';

/** Who may call is asked before the input is looked at; whose rows it names, after it was checked. */
const rightsBeforeInput = { initialInputValidationIndex: -1 };

const base = implement<DeskContract>(contract, rightsBeforeInput).$context<DeskContext>();

/** The answer to somebody who has no right to this; throw it. */
export const forbid = (): ORPCError<'FORBIDDEN', undefined> => new ORPCError('FORBIDDEN', { status: 403 });

/** The answer when the registry is no longer as it was previewed; throw it. */
export const stale = (): ORPCError<'STALE_PLAN', undefined> => new ORPCError('STALE_PLAN', { status: 409 });

/** Routes of the lock screen: they need no open registry. */
export const openRoutes = base;

/** Notes down that somebody asked for what is not theirs. A disk that cannot be written does not change the answer. */
async function noteRefused({ surroundings }: DeskContext, registry: OpenRegistry, route: RoutePath): Promise<void> {
  const event = { now: surroundings.now(), action: 'access-refused', subject: route } as const;
  await write(registry, (trx) => appendAudit(trx, registry, event)).catch(() => undefined);
}

const isClassTeacher = ({ user }: OpenRegistry) => user.role === 'class-teacher';

function mayAsk(route: RoutePath, registry: OpenRegistry): boolean {
  const hasRule = rowRuleOfRoute[route] !== undefined || !isClassTeacher(registry);
  return hasRule && mayCall(route, registry.user.role);
}

/** Has the passphrase been entered as recently as this route wants it? */
async function isProven(
  { desk, surroundings }: DeskContext,
  registry: OpenRegistry,
  route: RoutePath,
): Promise<boolean> {
  const asks = asksAgain(route);
  if (asks === undefined) return true;
  const { confirmMinutes } = await readSettings(registry.db);
  return isConfirmed(asks, desk.confirmations(), confirmMinutes, surroundings.now());
}

type Guarded<Registry extends OpenRegistry> = ImplementerInternalWithMiddlewares<
  DeskContract,
  DeskContext,
  DeskContext & { readonly registry: Registry }
>;

/** The routes of a tree that are in a list, or those that are not. */
type Picked<Tree, Listed extends boolean> = {
  readonly [Noun in keyof Tree & string]: {
    readonly [Verb in keyof Tree[Noun] & string as IsAsking<`${Noun}.${Verb}`> extends Listed
      ? Verb
      : never]: Tree[Noun][Verb];
  };
};
type IsAsking<Path extends string> = Path extends AskingRoute ? true : false;

/**
 * All other routes: LOCKED without an open registry or when it was locked meanwhile, FORBIDDEN without the right of
 * `shared/domain/permissions`, PASSPHRASE_NEEDED when `shared/domain/asks-again` wants it entered again, `not-found` for rows beyond the person's reach (`shared/domain/rows-of-routes`); the
 * handler is given the open registry. Trouble with the file or its disk is a refusal.
 */
const guarded: Guarded<OpenRegistry> = base
  .use(async ({ context, path, next }) => {
    const registry = context.desk.opened();
    if (!registry) throw new ORPCError('LOCKED', { status: 423 });
    const route = path.join('.') as RoutePath;
    if (!mayAsk(route, registry)) {
      await noteRefused(context, registry, route);
      throw forbid();
    }
    try {
      if (!(await isProven(context, registry, route))) throw new ORPCError('PASSPHRASE_NEEDED', { status: 401 });
      return await next({ context: { registry } });
    } catch (error) {
      if (context.desk.opened() !== registry) throw new ORPCError('LOCKED', { status: 423 });
      throw asRefusal(error);
    }
  })
  .use(async ({ context, path, next }, input) => {
    const route = path.join('.') as RoutePath;
    if (isClassTeacher(context.registry) && rowRuleOfRoute[route] === 'input') {
      await holdToReach(context.registry, input).catch(async (error: unknown) => {
        if (isRefusedFor(error, 'not-found')) await noteRefused(context, context.registry, route);
        throw error;
      });
    }
    return next({ context });
  });

/** Routes that do not ask for the passphrase again. */
export const routes: Picked<Guarded<OpenRegistry>, false> = guarded;

/** Those that do: the middleware let the call in because it was entered, which their handlers' context says. */
export const askingRoutes = guarded as unknown as Picked<Guarded<ConfirmedRegistry>, true>;
