import { Menu } from '@mantine/core';
import { IconKey, IconLock, IconLockOpen, IconPencil, IconUserOff, type TablerIcon } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Account } from '../../../shared/contract/users.ts';
import { useUser } from '../../query.ts';
import { RowMenu } from '../../ui/RowMenu.tsx';
import type { UserJob } from './user-job.ts';

interface UserMenuProps {
  readonly user: Account;
  readonly onJob: (job: UserJob) => void;
}

/** What can be done with one user; nobody blocks or resets themselves. */
export function UserMenu({ user, onJob }: UserMenuProps) {
  const t = useTranslations('users.menu');
  const isSelf = useUser()?.id === user.id;
  if (user.state === 'removed') return null;
  const item = (kind: Exclude<UserJob['kind'], 'add'>, Icon: TablerIcon, red = false) => (
    <Menu.Item
      leftSection={<Icon size={16} />}
      {...(red ? { color: 'red.8' } : {})}
      onClick={() => onJob({ kind, user })}
    >
      {t(kind)}
    </Menu.Item>
  );
  return (
    <RowMenu label={t('label', { name: user.name })}>
      {user.state === 'active' ? item('edit', IconPencil) : item('unblock', IconLockOpen)}
      {user.state === 'active' && !isSelf ? item('reset', IconKey) : null}
      {user.state === 'active' && !isSelf ? item('block', IconLock, true) : null}
      {isSelf ? null : item('remove', IconUserOff, true)}
    </RowMenu>
  );
}
