import { basename, dirname } from 'node:path';
import type { RestoreInput, Status } from '../../../shared/contract/registry.ts';
import { findDiarySystem } from '../../../shared/domain/diary-systems/index.ts';
import { bringIn, prepareRestore } from '../backups/restore.ts';
import type { DeskContext } from '../context.ts';
import { createRegistry } from '../create-registry.ts';
import { deskEvents } from '../desk-events.ts';
import { deskStatus } from '../desk-status.ts';
import { drawRecoverySheet } from '../paper/recovery-sheet.ts';
import { reauthenticate } from '../re-authenticate.ts';
import { refuse } from '../refuse.ts';
import { openRoutes, routes } from '../routes.ts';
import { assertSafeFolder } from '../safe-folder.ts';
import { assertNotInUse, seat, signIn, signInByRecovery, signOut } from '../sign-in.ts';
import { assertGoodPassphrase } from '../vault/passphrase-rules.ts';

async function restore(context: DeskContext, input: RestoreInput): Promise<{ keptAside: string }> {
  const { desk } = context;
  await assertSafeFolder(desk.file);
  if (!desk.opened()) await assertNotInUse(desk);
  await prepareRestore(context, input);
  await signOut(context, 'asked');
  const keptAside = await bringIn(desk.file);
  desk.markDamaged(false);
  return { keptAside };
}

/** The registry's own life: made, opened, locked, recovered, restored. */
export const registryHandlers = {
  status: openRoutes.registry.status.handler(({ context }): Promise<Status> => deskStatus(context)),

  create: openRoutes.registry.create.handler(({ context, input }) =>
    context.desk.inTurn(async () => {
      assertGoodPassphrase(input.passphrase, [input.schoolName, input.userName]);
      if (!findDiarySystem(input.diarySystemId)) throw refuse('invalid-input', { field: 'diarySystemId' });
      if (context.desk.opened()) throw refuse('exists-already');
      const registry = await createRegistry(context.desk, input, context.surroundings);
      await seat(context, registry);
      return { recoveryCode: registry.recoveryCode };
    }),
  ),

  recoverySheet: routes.registry.recoverySheet.handler(async ({ context }) => {
    const { recoveryCode, file } = context.registry;
    if (recoveryCode === undefined) throw refuse('document-gone');
    const sheet = await drawRecoverySheet(context.registry, recoveryCode, context.surroundings.now());
    const suggestedName = `${basename(file, '.desk')}-recovery.pdf`;
    const documentToken = context.documents.keep({ bytes: sheet, suggestedName, secret: true });
    return { documentToken, pages: 1, suggestedName };
  }),

  unlock: openRoutes.registry.unlock.handler(({ context, input }) =>
    context.desk.inTurn(async () => {
      const registry = await signIn(context, input);
      return { user: registry.user, schoolName: await seat(context, registry) };
    }),
  ),

  confirm: routes.registry.confirm.handler(async ({ context, input }) => {
    await reauthenticate(context, context.registry, input.passphrase);
    context.desk.confirm({ askedAt: context.surroundings.now() });
    return {};
  }),

  lock: openRoutes.registry.lock.handler(async ({ context }) => {
    await signOut(context, 'asked');
    return {};
  }),

  recover: openRoutes.registry.recover.handler(({ context, input }) =>
    context.desk.inTurn(async () => {
      assertGoodPassphrase(input.newPassphrase, [basename(dirname(context.desk.file))]);
      const registry = await signInByRecovery(context, input.recoveryCode, input.newPassphrase);
      await seat(context, registry);
      return { recoveryCode: registry.recoveryCode };
    }),
  ),

  restoreSnapshot: openRoutes.registry.restoreSnapshot.handler(({ context, input }) =>
    context.desk.inTurn(() => restore(context, input)),
  ),

  events: openRoutes.registry.events.handler(({ context, signal }) => deskEvents(context.desk, signal)),
};
