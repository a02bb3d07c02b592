import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { RPCHandler } from '@orpc/server/message-port';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DeskContext } from '../../main/registry/context.ts';
import { router } from '../../main/registry/router.ts';
import type { DeskClient, RoutePath } from '../../shared/contract/index.ts';
import { type Role, roleSchema } from '../../shared/contract/registry.ts';
import { mayCall, type Right, rightOfRoute } from '../../shared/domain/permissions.ts';
import { rowRuleOfRoute } from '../../shared/domain/rows-of-routes.ts';
import { errors } from '../../shared/i18n/en/errors.ts';
import { allRoutes, ask, makeRightsDesk } from '../support/rights-desk.ts';
import { makeCliPlace } from './cli-process.ts';

const closedRoutes = allRoutes.filter((route) => rightOfRoute[route] !== 'open');
const senseless = { nothing: 'of the kind' };
const isShut = (role: Role, route: RoutePath) =>
  !mayCall(route, role) || (role === 'class-teacher' && rowRuleOfRoute[route] === undefined);

describe('through the port of a window', () => {
  let made: Awaited<ReturnType<typeof makeRightsDesk>>;
  beforeAll(async () => {
    made = await makeRightsDesk();
  });
  afterAll(() => made.close());

  test.each(roleSchema.options)('%s is refused what is not theirs, route by route', async (role) => {
    const { client, close } = throughPort(await made.contextOf(role));
    const wrong: string[] = [];
    for (const route of closedRoutes) {
      const answer = await ask(client, route, senseless);
      const forbidden = answer.kind === 'refusal' && answer.why === 'FORBIDDEN';
      if (forbidden !== isShut(role, route)) wrong.push(route);
    }
    close();
    expect(wrong).toEqual([]);
  });
});

/** A client at the other end of a port that the registry process serves, as a window has it. */
function throughPort(context: DeskContext): { client: DeskClient; close: () => void } {
  const { port1, port2 } = new MessageChannel();
  new RPCHandler<DeskContext>(router).upgrade(port1, { context });
  port1.start();
  port2.start();
  return { client: createORPCClient(new RPCLink({ port: port2 })), close: () => port1.close() };
}

/** The roles that lack some right. */
const confined = roleSchema.options.filter((role) => closedRoutes.some((route) => isShut(role, route)));
/** A route of every right: the rest is the same middleware. */
const routeOfRight = new Map<Right, RoutePath>(closedRoutes.map((route) => [rightOfRoute[route], route]));

describe('through the command line', { timeout: 180_000 }, () => {
  const place = makeCliPlace();
  const phrase = 'три тихие лодки у берега';
  beforeAll(() => {
    place.json(['create', '--school', 'Школа № 1', '--diary', 'regional']);
    for (const role of confined) {
      const first = place.json(['users', 'add', `П ${role}`, '--role', role]) as { readonly passphrase: string };
      const env = { DIARY_DESK_PASSPHRASE: undefined };
      place.run(['passphrase', '--user', `п ${role}`], { input: `${first.passphrase}\n${phrase}\n`, env });
    }
  }, 120_000);
  afterAll(place.remove);

  test.each(confined)('%s is refused what is not theirs', (role) => {
    const wrong: string[] = [];
    for (const route of routeOfRight.values()) {
      const words = ['call', route, '--user', `п ${role}`, '--lang', 'en'];
      const { err } = place.run(words, { env: { DIARY_DESK_PASSPHRASE: phrase } });
      if (err.includes(errors.FORBIDDEN.title) !== isShut(role, route)) wrong.push(`${route}: ${err.slice(0, 120)}`);
    }
    expect(wrong).toEqual([]);
  });
});
