import { isRefusedFor } from '../../registry/refuse.ts';
import type { Verb } from '../command.ts';
import { atDesk, requireRegistry, userOf } from '../desk-at.ts';
import { readPassphrase, readReplacement } from '../passphrase.ts';

/** Replaces the passphrase of whoever signs in: an own one, or the first one from the administrator. */
export const passphrase: Verb = (command) =>
  atDesk(command, async (desk) => {
    await requireRegistry(command, desk);
    const who = { ...(await userOf(command, desk)), passphrase: await readPassphrase(command) };
    const newPassphrase = await readReplacement(command);
    const { registry, users } = desk.client;
    try {
      await registry.unlock(who);
      await users.changePassphrase({ passphrase: who.passphrase, newPassphrase });
    } catch (error) {
      if (!isRefusedFor(error, 'own-passphrase-needed')) throw error;
      await registry.unlock({ ...who, newPassphrase });
    }
    return { value: {}, text: command.words('cli.done.passphraseChanged') };
  });
