import type { DeskContext, OpenRegistry } from './context.ts';
import { appendAudit } from './db/audit.ts';
import { write } from './db/transaction.ts';
import { keyringOf } from './keyring-of.ts';
import { refuse, refusing } from './refuse.ts';
import { attemptWasRight, beginAttempt } from './vault/attempts.ts';
import { unlockByPassphrase } from './vault/keyring.ts';

/**
 * Asks the signed-in person's passphrase again before a secret leaves the registry. Wrong ones are noted and slowed down
 * as at the door. Refuses with `wrong-passphrase` or `too-many-attempts`.
 */
export async function reauthenticate(
  { desk, surroundings }: DeskContext,
  registry: OpenRegistry,
  passphrase: string,
): Promise<void> {
  await desk.inTurn(async () => {
    const now = surroundings.now();
    const { users } = await keyringOf(desk.file);
    const user = users.find(({ id }) => id === registry.user.id);
    if (!user) throw refuse('wrong-passphrase');
    await refusing(() => beginAttempt(desk.file, user.id, now));
    const key = await unlockByPassphrase(user, passphrase);
    if (!key) {
      await write(registry, (trx) => appendAudit(trx, registry, { now, action: 'reauthentication-refused' }));
      throw refuse('wrong-passphrase');
    }
    key.fill(0);
    await refusing(() => attemptWasRight(desk.file, user.id));
  });
}
