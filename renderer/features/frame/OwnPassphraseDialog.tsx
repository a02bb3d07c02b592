import { Button, Group, Modal, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { desk } from '../../api.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { isComplete, NewPassphrase, noPassphrase } from '../../ui/NewPassphrase.tsx';
import { PassphraseField } from '../../ui/PassphraseField.tsx';
import { toastDone } from '../../ui/toast.tsx';

/** One's own passphrase: the present one, then the new one twice. */
export function OwnPassphraseDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('users.own');
  const action = useTranslations('app.action');
  const [former, setFormer] = useState('');
  const [draft, setDraft] = useState(noPassphrase);
  const change = useMutation({
    mutationFn: () => desk.users.changePassphrase({ passphrase: former, newPassphrase: draft.passphrase }),
    onSuccess: () => {
      toastDone(t('done'));
      onClose();
    },
  });
  const ready = former !== '' && isComplete(draft);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) change.mutate();
  };
  return (
    <Modal
      opened
      size={480}
      onClose={onClose}
      title={t('title')}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': action('close') }}
    >
      <form onSubmit={submit}>
        <Stack gap={12}>
          <p style={{ margin: 0 }}>{t('text')}</p>
          <PassphraseField
            data-autofocus
            label={t('former')}
            typed={former}
            value={former}
            onChange={(event) => setFormer(event.currentTarget.value)}
          />
          <NewPassphrase label={t('next')} draft={draft} onChange={setDraft} />
          {change.error === null ? null : <ErrorCard error={change.error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {action('cancel')}
            </Button>
            <Button type="submit" loading={change.isPending} disabled={!ready}>
              {t('submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
