import { Button, Menu } from '@mantine/core';
import { IconEye, IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { deskQuery } from '../../api.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { FirstPassphraseDialog } from './FirstPassphraseDialog.tsx';
import { UserConfirm } from './UserConfirm.tsx';
import { UserForm } from './UserForm.tsx';
import { useUserColumns } from './user-columns.tsx';
import type { HandedOut, UserJob } from './user-job.ts';

/** Everybody who may open the registry, and with which rights. */
export function UsersPage() {
  const t = useTranslations('users');
  const count = useTranslations('app.count');
  const users = useQuery(deskQuery.users.list.queryOptions());
  const [job, setJob] = useState<UserJob>();
  const [handedOut, setHandedOut] = useState<HandedOut>();
  const [withRemoved, setWithRemoved] = useState(false);
  const all = users.data ?? [];
  const removed = all.filter(({ state }) => state === 'removed');
  const shown = withRemoved ? all : all.filter(({ state }) => state !== 'removed');
  const columns = useUserColumns(setJob);
  const close = () => setJob(undefined);
  return (
    <Page
      header={
        <PageHeader
          title={t('title')}
          count={users.data === undefined ? undefined : count('users', { count: all.length - removed.length })}
          action={
            <Button leftSection={<IconUserPlus size={16} />} onClick={() => setJob({ kind: 'add' })}>
              {t('add')}
            </Button>
          }
          {...(removed.length === 0
            ? {}
            : {
                menu: (
                  <Menu.Item leftSection={<IconEye size={16} />} onClick={() => setWithRemoved(!withRemoved)}>
                    {withRemoved ? t('hideRemoved') : t('showRemoved', { count: removed.length })}
                  </Menu.Item>
                ),
              })}
        />
      }
    >
      {users.error === null ? null : <ErrorCard error={users.error} onRetry={() => void users.refetch()} />}
      <DataTable
        name="users"
        label={t('title')}
        columns={columns}
        total={shown.length}
        rowAt={(index) => shown[index]}
        idOf={(user) => user.id}
        nameOf={(user) => user.name}
        onOpen={(user) => user.state === 'active' && setJob({ kind: 'edit', user })}
      />
      {job?.kind === 'add' ? <UserForm user={undefined} onClose={close} onHandedOut={setHandedOut} /> : null}
      {job?.kind === 'edit' ? <UserForm user={job.user} onClose={close} onHandedOut={setHandedOut} /> : null}
      {job === undefined || job.kind === 'add' || job.kind === 'edit' ? null : (
        <UserConfirm kind={job.kind} user={job.user} onClose={close} onHandedOut={setHandedOut} />
      )}
      {handedOut === undefined ? null : (
        <FirstPassphraseDialog handedOut={handedOut} onClose={() => setHandedOut(undefined)} />
      )}
    </Page>
  );
}
