import { Button, Group, Modal, PasswordInput, Select, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Snapshot, Status } from '../../shared/contract/registry.ts';
import { desk } from '../api.ts';
import { refreshStatus } from '../query.ts';
import styles from './Dialogs.module.css';
import { showMoment } from './dates.ts';
import { ErrorCard } from './ErrorCard.tsx';
import { useLanguage } from './language.tsx';
import { toastDone } from './toast.tsx';

interface RestoreDialogProps {
  readonly snapshot: Pick<Snapshot, 'id' | 'takenAt'>;
  /** Who may answer with a passphrase; with one or none there is nothing to choose. */
  readonly users: readonly Pick<Status['users'][number], 'id' | 'name'>[];
  /** What would be lost, where it is known. */
  readonly children?: ReactNode;
  readonly onClose: () => void;
}

/** Puts a copy in the place of the registry, after the passphrase; the desk is locked then. */
export function RestoreDialog({ snapshot, users, children, onClose }: RestoreDialogProps) {
  const t = useTranslations('registry.damaged');
  const lock = useTranslations('registry.lock');
  const action = useTranslations('app.action');
  const { language } = useLanguage();
  const [passphrase, setPassphrase] = useState('');
  const [userId, setUserId] = useState(users[0]?.id);
  const restore = useMutation({
    mutationFn: () =>
      desk.registry.restoreSnapshot({
        snapshotId: snapshot.id,
        passphrase,
        ...(userId === undefined ? {} : { userId }),
      }),
    onSuccess: ({ keptAside }) => {
      toastDone(t('done', { file: keptAside }));
      onClose();
    },
    onSettled: () => {
      setPassphrase('');
      void refreshStatus();
    },
  });
  return (
    <Modal
      opened
      size={520}
      onClose={onClose}
      title={t('confirmTitle', { when: showMoment(snapshot.takenAt, language) })}
      closeButtonProps={{ 'aria-label': action('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (passphrase !== '') restore.mutate();
        }}
      >
        <Stack gap={14}>
          <p className={styles.text}>{t('confirmText')}</p>
          {children}
          {users.length > 1 ? (
            <Select
              label={lock('user')}
              allowDeselect={false}
              data={users.map(({ id, name }) => ({ value: String(id), label: name }))}
              value={String(userId)}
              onChange={(value) => value !== null && setUserId(Number(value))}
            />
          ) : null}
          <PasswordInput
            data-autofocus
            label={t('secret')}
            description={t('secretHint')}
            autoComplete="off"
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
          {restore.error === null || passphrase !== '' ? null : <ErrorCard error={restore.error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {action('cancel')}
            </Button>
            <Button type="submit" loading={restore.isPending} disabled={passphrase === ''}>
              {t('restore')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
