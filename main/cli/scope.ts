import type { HolderRole, Scope } from '../../shared/contract/base.ts';
import type { DeskClient } from '../../shared/contract/index.ts';
import { classKey } from '../../shared/domain/class-name.ts';
import { refuse } from '../registry/refuse.ts';
import { type Command, textOf, usageError } from './command.ts';
import type { VerbName } from './verb-names.ts';

/** The class that a person named in any spelling. Refused when the registry has none such. */
export async function classIdOf(client: DeskClient, name: string): Promise<number> {
  const { classes } = await client.classes.list();
  const found = classes.find(({ title }) => classKey(title) === classKey(name));
  if (!found) throw refuse('class-not-found');
  return found.id;
}

/** `--class 5А` or `--all`: exactly one of the two must be given. */
export async function scopeOf(client: DeskClient, command: Command, verb: VerbName): Promise<Scope> {
  const name = textOf(command, 'class');
  const all = command.values.all === true;
  if (all === (name !== undefined)) throw usageError(command.words('cli.usage.missing', { what: '--class', verb }));
  return name === undefined ? { kind: 'school' } : { kind: 'class', classId: await classIdOf(client, name) };
}

const rolesOfWords: Readonly<Record<string, HolderRole>> = {
  pupil: 'pupil',
  pupils: 'pupil',
  guardian: 'guardian',
  guardians: 'guardian',
};

/** `--for pupils,guardians`; both when it is not given. */
export function holdersOf(command: Command, verb: VerbName): HolderRole[] {
  const given = (textOf(command, 'for') ?? 'pupils,guardians').split(',').map((word) => rolesOfWords[word.trim()]);
  const roles = given.filter((role) => role !== undefined);
  if (roles.length === 0 || roles.length < given.length)
    throw usageError(command.words('cli.usage.wrong', { what: '--for', verb }));
  return [...new Set(roles)];
}
