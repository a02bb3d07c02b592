import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { anchorSchema } from '../../../shared/contract/journal.ts';
import { desk } from '../../api.ts';
import { ErrorCard, TroubleCard } from '../../ui/ErrorCard.tsx';

/** Checks the chain of the journal, against the mark of a printed batch sheet if one is at hand. */
export function VerifyDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('journal.verify');
  const action = useTranslations('app.action');
  const [anchor, setAnchor] = useState('');
  const verify = useMutation({
    mutationFn: () => desk.journal.verify(anchor.trim() === '' ? {} : { anchor: anchor.trim().toLowerCase() }),
  });
  const isWrong = anchor.trim() !== '' && !anchorSchema.safeParse(anchor.toLowerCase()).success;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isWrong) verify.mutate();
  };
  const check = verify.data;
  return (
    <Modal opened size={520} onClose={onClose} title={t('title')} closeButtonProps={{ 'aria-label': action('close') }}>
      <form onSubmit={submit}>
        <Stack gap={14}>
          <p style={{ margin: 0 }}>{t('text')}</p>
          <TextInput
            data-autofocus
            label={t('anchor')}
            description={t('anchorHint')}
            classNames={{ input: 'desk-mono' }}
            value={anchor}
            error={isWrong ? t('anchorWrong') : undefined}
            onChange={(event) => setAnchor(event.currentTarget.value)}
          />
          {verify.error === null ? null : <ErrorCard error={verify.error} />}
          {check?.kind === 'intact' ? <p role="status">{t('intact', check)}</p> : null}
          {check?.kind === 'broken' ? <BrokenChain at={check.at} /> : null}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {action('close')}
            </Button>
            <Button type="submit" loading={verify.isPending} disabled={isWrong}>
              {t('check')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function BrokenChain({ at }: { readonly at: number }) {
  const t = useTranslations('journal.verify.broken');
  return <TroubleCard words={{ title: t('title'), kept: t('kept', { at }), next: t('next') }} />;
}
