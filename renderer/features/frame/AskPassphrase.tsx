import { Button, Group, Modal, PasswordInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { desk } from '../../api.ts';
import { onPassphraseNeeded } from '../../ask-passphrase.ts';
import { useSettings } from '../../query.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';

interface Question {
  readonly route: string;
  readonly answer: (entered: boolean) => void;
}

/** The one question for the passphrase, over whatever page or dialog needs it. */
export function AskPassphrase() {
  const [question, setQuestion] = useState<Question>();
  useEffect(
    () =>
      onPassphraseNeeded(
        (route) =>
          new Promise((resolve) => {
            setQuestion({
              route,
              answer: (entered) => {
                setQuestion(undefined);
                resolve(entered);
              },
            });
          }),
      ),
    [],
  );
  return question === undefined ? null : <PassphraseDialog {...question} />;
}

function PassphraseDialog({ route, answer }: Question) {
  const t = useTranslations('registry.confirm');
  const action = useTranslations('app.action');
  const minutes = useSettings()?.confirmMinutes;
  const [passphrase, setPassphrase] = useState('');
  const confirm = useMutation({
    mutationFn: () => desk.registry.confirm({ passphrase }),
    onSuccess: () => answer(true),
    onError: () => setPassphrase(''),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (passphrase !== '') confirm.mutate();
  };
  return (
    <Modal
      opened
      size={440}
      zIndex={400}
      title={t('title')}
      onClose={() => answer(false)}
      closeButtonProps={{ 'aria-label': action('close') }}
    >
      <form onSubmit={submit}>
        <Stack gap={14}>
          <p style={{ margin: 0 }}>{t(`why.${reasonOf(route)}`)}</p>
          <PasswordInput
            data-autofocus
            label={t('label')}
            description={minutes === undefined ? undefined : t('again', { minutes })}
            autoComplete="off"
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
          {confirm.error === null || passphrase !== '' ? null : <ErrorCard error={confirm.error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => answer(false)}>
              {action('cancel')}
            </Button>
            <Button type="submit" loading={confirm.isPending} disabled={passphrase === ''}>
              {t('go')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

const reasons = {
  'credentials.reveal': 'show',
  'credentials.exportNew': 'export',
  'slips.prepare': 'print',
} as const;

function reasonOf(route: string) {
  if (route.startsWith('users.')) return 'users';
  return Object.hasOwn(reasons, route) ? reasons[route as keyof typeof reasons] : 'other';
}
