import type { DeskClient } from '../../../shared/contract/index.ts';
import { type Role, roleSchema } from '../../../shared/contract/registry.ts';
import type { Account, FirstPassphrase } from '../../../shared/contract/users.ts';
import { sameName } from '../../../shared/domain/accounts.ts';
import { type Command, type Outcome, textOf, usageError, type Verb } from '../command.ts';
import { atOpenDesk } from '../desk-at.ts';
import { classIdOf } from '../scope.ts';

type Action = (command: Command, client: DeskClient, name: string) => Promise<Outcome>;

const actions: Readonly<Record<string, Action>> = {
  add: async (command, client, name) =>
    handedOut(command, name, await client.users.add(await fieldsOf(command, client, name))),
  change: async (command, client, name) => {
    const user = await accountOf(command, client, name);
    const fields = await fieldsOf(command, client, textOf(command, 'name') ?? user.name, user);
    return changed(command, fields.name, await client.users.change({ userId: user.id, ...fields }));
  },
  block: withUser(async (command, client, user) =>
    changed(command, user.name, await client.users.block({ userId: user.id })),
  ),
  remove: withUser(async (command, client, user) =>
    changed(command, user.name, await client.users.remove({ userId: user.id })),
  ),
  unblock: withUser(async (command, client, user) =>
    handedOut(command, user.name, await client.users.unblock({ userId: user.id })),
  ),
  reset: withUser(async (command, client, user) =>
    handedOut(command, user.name, await client.users.resetPassphrase({ userId: user.id })),
  ),
};

/** Lists users, or changes one; a first passphrase is in the answer, the only time it is ever told. */
export const users: Verb = (command) => {
  const [what, name] = command.positionals;
  if (what === undefined) return atOpenDesk(command, ({ client }) => list(command, client));
  const action = Object.hasOwn(actions, what) ? actions[what] : undefined;
  if (action === undefined) throw usageError(command.words('cli.usage.words', { what, verb: 'users' }));
  if (!name) throw missing(command, 'NAME');
  return atOpenDesk(command, ({ client }) => action(command, client, name));
};

async function list(command: Command, client: DeskClient): Promise<Outcome> {
  const value = await client.users.list();
  const lines = value.map(({ name, role, state, classes }) =>
    [name, role, classes.map((own) => own.name).join(', '), command.words(`cli.done.userState.${state}`)].join('\t'),
  );
  return { value, text: lines.join('\n') };
}

function withUser(work: (command: Command, client: DeskClient, user: Account) => Promise<Outcome>): Action {
  return async (command, client, name) => work(command, client, await accountOf(command, client, name));
}

async function accountOf({ words }: Command, client: DeskClient, name: string): Promise<Account> {
  const present = (await client.users.list()).filter(({ state }) => state !== 'removed');
  const found = present.find((user) => sameName(user.name, name));
  if (found === undefined) throw usageError(words('cli.usage.noUser', { user: name }));
  return found;
}

/** What is not given stays as it is. */
async function fieldsOf(command: Command, client: DeskClient, name: string, before?: Account) {
  const classes = textOf(command, 'class')?.split(',');
  const classIds = classes && (await Promise.all(classes.map((own) => classIdOf(client, own.trim()))));
  const role = roleOf(command) ?? before?.role;
  if (role === undefined) throw missing(command, '--role');
  return { name, role, classIds: classIds ?? before?.classes.map(({ id }) => id) ?? [] };
}

function roleOf(command: Command): Role | undefined {
  const given = textOf(command, 'role');
  const role = roleSchema.safeParse(given);
  if (given !== undefined && !role.success)
    throw usageError(command.words('cli.usage.wrong', { what: '--role', verb: 'users' }));
  return role.data;
}

const missing = (command: Command, what: string) =>
  usageError(command.words('cli.usage.missing', { what, verb: 'users' }));

const changed = (command: Command, name: string, value: unknown): Outcome => ({
  value,
  text: command.words('cli.done.userChanged', { name }),
});

function handedOut(command: Command, name: string, first: FirstPassphrase): Outcome {
  const { userId, passphrase, validUntil } = first;
  const until = validUntil.slice(0, 10);
  return {
    value: { userId, passphrase, validUntil },
    text: command.words('cli.done.firstPassphrase', { name, until, passphrase }),
  };
}
