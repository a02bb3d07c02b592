import { addAccount, changeAccount, closeAccount, listAccounts, reopenAccount, resetPassphrase } from '../accounts.ts';
import { setOwnPassphrase } from '../change-keyring.ts';
import { reauthenticate } from '../re-authenticate.ts';
import { askingRoutes, routes } from '../routes.ts';
import { assertGoodPassphrase } from '../vault/passphrase-rules.ts';

/** Who may sign in, with which rights. */
export const usersHandlers = {
  list: routes.users.list.handler(({ context }) => listAccounts(context, context.registry)),

  add: askingRoutes.users.add.handler(({ context, input }) =>
    context.desk.inTurn(() => addAccount(context, context.registry, input)),
  ),

  change: askingRoutes.users.change.handler(({ context, input }) =>
    context.desk.inTurn(async () => {
      await changeAccount(context, context.registry, input.userId, input);
      return {};
    }),
  ),

  block: askingRoutes.users.block.handler(({ context, input }) =>
    context.desk.inTurn(async () => {
      await closeAccount(context, context.registry, input.userId, 'user-disabled');
      return {};
    }),
  ),

  unblock: askingRoutes.users.unblock.handler(({ context, input }) =>
    context.desk.inTurn(() => reopenAccount(context, context.registry, input.userId)),
  ),

  remove: askingRoutes.users.remove.handler(({ context, input }) =>
    context.desk.inTurn(async () => {
      await closeAccount(context, context.registry, input.userId, 'user-removed');
      return {};
    }),
  ),

  resetPassphrase: askingRoutes.users.resetPassphrase.handler(({ context, input }) =>
    context.desk.inTurn(() => resetPassphrase(context, context.registry, input.userId)),
  ),

  changePassphrase: routes.users.changePassphrase.handler(async ({ context, input }) => {
    const { registry } = context;
    await reauthenticate(context, registry, input.passphrase);
    assertGoodPassphrase(input.newPassphrase, [registry.user.name, input.passphrase]);
    await context.desk.inTurn(() => setOwnPassphrase(context, registry, input.newPassphrase));
    return {};
  }),
};
