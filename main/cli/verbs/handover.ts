import type { HandoverRow } from '../../../shared/contract/credentials.ts';
import type { Command, Outcome, Verb } from '../command.ts';
import { atOpenDesk } from '../desk-at.ts';
import { holdersOf, scopeOf } from '../scope.ts';

/** Marks every printed slip of the class as received, or with `--list` only shows who has received theirs. */
export const handover: Verb = (command) => {
  const holders = holdersOf(command, 'handover');
  return atOpenDesk(command, async ({ client }) => {
    const scope = await scopeOf(client, command, 'handover');
    const rows = await client.handover.list({ scope, for: holders });
    if (command.values.list === true) return shown(command, rows);
    const credentialIds = rows.filter(({ state }) => state === 'printed').map(({ credentialId }) => credentialId);
    if (credentialIds.length === 0) return nothing(command);
    const value = await client.handover.mark({ credentialIds });
    const counts = { handedOver: value.handedOver, purged: value.purgedPasswords };
    return { value, text: command.words('cli.done.handedOver', counts) };
  });
};

function nothing({ words }: Command): Outcome {
  return { value: { handedOver: 0, purgedPasswords: 0 }, text: words('cli.done.nothingToHandOver') };
}

function shown({ words }: Command, rows: readonly HandoverRow[]): Outcome {
  const lines = rows.map(({ className, title, login, state }) =>
    [className, title, login, words(`states.credential.${state}`)].join('\t'),
  );
  return { value: rows, text: lines.join('\n') };
}
