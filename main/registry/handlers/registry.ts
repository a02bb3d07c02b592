import { basename, dirname } from 'node:path';
import type { Status } from '../../../shared/contract/registry.ts';
import { findDiarySystem } from '../../../shared/domain/diary-systems/index.ts';
import type { DeskContext } from '../context.ts';
import { createRegistry } from '../create-registry.ts';
import { restoreSnapshot } from '../db/snapshots.ts';
import { deskEvents } from '../desk-events.ts';
import { deskStatus } from '../desk-status.ts';
import { drawRecoverySheet } from '../paper/recovery-sheet.ts';
import { refuse } from '../refuse.ts';
import { openRoutes, routes } from '../routes.ts';
import { assertNotInUse, seat, signIn, signInByRecovery, signOut } from '../sign-in.ts';
import { readKeyring, writeKeyring } from '../vault/keyring-file.ts';
import { assertGoodPassphrase } from '../vault/passphrase-rules.ts';

/** A restored file is recorded at the next sign-in, when its journal can be written. */
async function rememberRestored(file: string, snapshotId: string): Promise<void> {
  const found = await readKeyring(file);
  if (found.kind === 'found') await writeKeyring(file, { ...found.keyring, restoredFrom: snapshotId });
}

async function restore(context: DeskContext, snapshotId: string): Promise<{ keptAside: string }> {
  const { desk } = context;
  await signOut(context, 'asked');
  await assertNotInUse(desk);
  const kept = await restoreSnapshot(desk.file, snapshotId);
  await rememberRestored(desk.file, snapshotId);
  desk.markDamaged(false);
  return kept;
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
      await seat(context.desk, registry);
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
      return { user: registry.user, schoolName: await seat(context.desk, registry) };
    }),
  ),

  lock: openRoutes.registry.lock.handler(async ({ context }) => {
    await signOut(context, 'asked');
    return {};
  }),

  recover: openRoutes.registry.recover.handler(({ context, input }) =>
    context.desk.inTurn(async () => {
      assertGoodPassphrase(input.newPassphrase, [basename(dirname(context.desk.file))]);
      const registry = await signInByRecovery(context, input.recoveryCode, input.newPassphrase);
      await seat(context.desk, registry);
      return { recoveryCode: registry.recoveryCode };
    }),
  ),

  restoreSnapshot: openRoutes.registry.restoreSnapshot.handler(({ context, input }) =>
    context.desk.inTurn(() => restore(context, input.snapshotId)),
  ),

  events: openRoutes.registry.events.handler(({ context, signal }) => deskEvents(context.desk, signal)),
};
