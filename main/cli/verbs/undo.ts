import { idSchema } from '../../../shared/contract/base.ts';
import { usageError, type Verb } from '../command.ts';
import { atOpenDesk } from '../desk-at.ts';

/** Takes back one import. */
export const undo: Verb = (command) => {
  const importId = idSchema.safeParse(Number(command.positionals[0]));
  if (!importId.success)
    throw usageError(command.words('cli.usage.missing', { what: command.words('cli.help.undo.usage'), verb: 'undo' }));
  return atOpenDesk(command, async ({ client }) => {
    const value = await client.imports.undo({ importId: importId.data });
    const counts = { removed: value.removed, restored: value.restored, kept: value.kept.length };
    return { value, text: [command.words('cli.done.undone', counts), ...value.kept].join('\n') };
  });
};
