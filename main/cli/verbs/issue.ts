import type { Verb } from '../command.ts';
import { atOpenDesk } from '../desk-at.ts';
import { holdersOf, scopeOf } from '../scope.ts';

/** Issues logins to everyone in the class who lacks one. */
export const issue: Verb = (command) => {
  const holders = holdersOf(command, 'issue');
  return atOpenDesk(command, async ({ client }) => {
    const scope = await scopeOf(client, command, 'issue');
    const candidates = await client.credentials.candidates({ scope, for: holders });
    if (candidates.lacking.length === 0)
      return { value: { issueId: null, pupils: 0, guardians: 0 }, text: command.words('cli.done.nothingToIssue') };
    const value = await client.credentials.issue({ scope, for: holders });
    return { value, text: command.words('cli.done.issued', value) };
  });
};
