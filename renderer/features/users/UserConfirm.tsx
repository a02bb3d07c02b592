import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Account } from '../../../shared/contract/users.ts';
import { desk } from '../../api.ts';
import { refreshRegistry } from '../../query.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { toastDone } from '../../ui/toast.tsx';
import type { HandedOut, UserJob } from './user-job.ts';

interface UserConfirmProps {
  readonly kind: Exclude<UserJob['kind'], 'add' | 'edit'>;
  readonly user: Account;
  readonly onClose: () => void;
  readonly onHandedOut: (handedOut: HandedOut) => void;
}

/** Asks before somebody's access is taken, given back or renewed, and says what that means. */
export function UserConfirm({ kind, user, onClose, onHandedOut }: UserConfirmProps) {
  const t = useTranslations('users.confirm');
  const { id: userId, name } = user;
  const change = useMutation({
    mutationFn: async () => {
      if (kind === 'unblock') onHandedOut({ ...(await desk.users.unblock({ userId })), name });
      else if (kind === 'reset') onHandedOut({ ...(await desk.users.resetPassphrase({ userId })), name });
      else await desk.users[kind]({ userId });
      toastDone(t(`${kind}.done`, { name }));
    },
    onSuccess: () => {
      onClose();
      void refreshRegistry();
    },
  });
  return (
    <ConfirmDialog
      opened
      title={t(`${kind}.title`, { name })}
      confirmLabel={t(`${kind}.go`)}
      final={kind === 'remove' || kind === 'block'}
      busy={change.isPending}
      onClose={onClose}
      onConfirm={() => change.mutate()}
    >
      {change.error === null ? t(`${kind}.text`) : <ErrorCard error={change.error} />}
    </ConfirmDialog>
  );
}
