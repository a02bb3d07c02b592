import type { DeskClient, RoutePath } from '../../../shared/contract/index.ts';
import { asksAgain } from '../../../shared/domain/asks-again.ts';
import { rightOfRoute } from '../../../shared/domain/permissions.ts';
import { type Command, usageError, type Verb } from '../command.ts';
import { atDesk, atOpenDesk } from '../desk-at.ts';
import { lastOf } from '../last-event.ts';
import { readInputBehindPassphrase } from '../passphrase.ts';

/** Routes whose input is a secret: it may come by standard input only. */
const secretInput: ReadonlySet<RoutePath> = new Set([
  'registry.create',
  'registry.unlock',
  'registry.recover',
  'registry.confirm',
  'users.changePassphrase',
]);

/** Listens for ever, so it has no last message. */
const endless: ReadonlySet<RoutePath> = new Set(['registry.events']);

/** Calls any route of the contract with its input as JSON. */
export const call: Verb = async (command) => {
  const route = routeOf(command);
  const isOpen = rightOfRoute[route] === 'open';
  const input = inputOf(command, route, !isOpen);
  const work = async ({ client }: { readonly client: DeskClient }) => settled(await procedure(client, route)(input));
  const value = await (isOpen ? atDesk(command, work) : atOpenDesk(command, work, asksAgain(route) === 'expressly'));
  return { value, text: JSON.stringify(value, null, 2) };
};

function routeOf({ positionals: [name], words }: Command): RoutePath {
  const known = Object.keys(rightOfRoute).find((route): route is RoutePath => route === name);
  if (!known || endless.has(known)) throw usageError(words('cli.usage.unknownRoute', { route: name ?? '' }));
  return known;
}

function inputOf(command: Command, route: RoutePath, signsIn: boolean): unknown {
  const [, given] = command.positionals;
  if (given === undefined) return undefined;
  if (given !== '-' && secretInput.has(route)) throw usageError(command.words('cli.usage.passphraseArgument'));
  const text = given === '-' ? readInputBehindPassphrase(command, signsIn) : given;
  try {
    return JSON.parse(text);
  } catch {
    throw usageError(command.words('cli.usage.input', { what: 'JSON' }));
  }
}

/** The contract checks the input, so here it may be anything. */
type Procedure = (input: unknown) => Promise<unknown>;

function procedure(client: DeskClient, route: RoutePath): Procedure {
  const [noun, verb] = route.split('.') as [keyof DeskClient, string];
  return (client[noun] as unknown as Readonly<Record<string, Procedure>>)[verb] as Procedure;
}

async function settled(answer: unknown): Promise<unknown> {
  return isIterable(answer) ? lastOf(answer) : answer;
}

const isIterable = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
