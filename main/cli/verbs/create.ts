import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Command, textOf, usageError, type Verb } from '../command.ts';
import { atDesk } from '../desk-at.ts';
import { readNewPassphrase } from '../passphrase.ts';

/** Creates the encrypted registry; the answer holds the recovery code, the only time it is ever told. */
export const create: Verb = (command) => {
  const school = needed(command, 'school');
  const diary = needed(command, 'diary');
  // The app's own folder may not be there yet; a folder that a person named must be.
  if (textOf(command, 'registry') === undefined) mkdirSync(dirname(command.file), { recursive: true, mode: 0o700 });
  return atDesk(command, async ({ client }) => {
    const { recoveryCode } = await client.registry.create({
      schoolName: school,
      diarySystemId: diary,
      diaryAddress: textOf(command, 'address') ?? '',
      userName: textOf(command, 'user') ?? command.words('cli.defaultUser'),
      passphrase: await readNewPassphrase(command),
      language: command.language,
    });
    const said = [
      command.words('cli.done.created', { file: command.file }),
      command.words('cli.done.recoveryCode', { code: recoveryCode }),
    ];
    return { value: { file: command.file, recoveryCode }, text: said.join('\n') };
  });
};

function needed(command: Command, option: string): string {
  const value = textOf(command, option);
  if (!value) throw usageError(command.words('cli.usage.missing', { what: `--${option}`, verb: 'create' }));
  return value;
}
