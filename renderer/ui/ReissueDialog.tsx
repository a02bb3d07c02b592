import { Button, Checkbox, Group, Modal, Radio, Stack, TextInput } from '@mantine/core';
import { IconKey, IconPrinter } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type CredentialTarget, type ReissueReason, reissueReasonSchema } from '../../shared/contract/credentials.ts';
import { deskQuery } from '../api.ts';
import { refreshRegistry } from '../query.ts';
import styles from './Dialogs.module.css';
import { ErrorCard } from './ErrorCard.tsx';

interface ReissueDialogProps {
  readonly target: CredentialTarget;
  /** The application that the re-issue answers. */
  readonly applicationId?: number | undefined;
  /** Chosen at first; `lost` when not given. */
  readonly reason?: ReissueReason | undefined;
  /** Whose login: a name, or a class. */
  readonly whose: string;
  readonly onClose: () => void;
  /** Leads to printing the new slips. */
  readonly onPrint: () => void;
}

/** Voids logins and makes new passwords: asks why, says in numbers what stops working, and leads on to printing. */
export function ReissueDialog(props: ReissueDialogProps) {
  const t = useTranslations('credentials.reissue');
  const action = useTranslations('app.action');
  const [reissued, setReissued] = useState<number>();
  return (
    <Modal
      opened
      size={500}
      onClose={props.onClose}
      title={reissued === undefined ? t('title', { whose: props.whose }) : t('done', { count: reissued })}
      closeButtonProps={{ 'aria-label': action('close') }}
    >
      {reissued === undefined ? <WhyForm {...props} onDone={setReissued} /> : <Reissued {...props} />}
    </Modal>
  );
}

interface WhyFormProps extends ReissueDialogProps {
  readonly onDone: (reissued: number) => void;
}

function WhyForm({ target, applicationId, reason: first = 'lost', onClose, onDone }: WhyFormProps) {
  const t = useTranslations('credentials.reissue');
  const action = useTranslations('app.action');
  const answer = applicationId === undefined ? { target } : { target, applicationId };
  const preview = useQuery(deskQuery.credentials.reissuePreview.queryOptions({ input: answer, staleTime: 0 }));
  const [reason, setReason] = useState<ReissueReason>(first);
  const [note, setNote] = useState('');
  const [newLogin, setNewLogin] = useState(first === 'surname-changed');
  const reissue = useMutation(
    deskQuery.credentials.reissue.mutationOptions({
      onSuccess: ({ reissued }) => {
        onDone(reissued);
        return refreshRegistry();
      },
    }),
  );
  const choose = (value: string) => {
    const chosen = reissueReasonSchema.parse(value);
    setReason(chosen);
    setNewLogin(chosen === 'surname-changed');
  };
  const { live = 0, handedOver = 0 } = preview.data ?? {};
  const error = reissue.error ?? preview.error;
  return (
    <Stack gap={14}>
      <Radio.Group label={t('why')} value={reason} onChange={choose}>
        <Stack gap={8} mt={6}>
          {reissueReasonSchema.options.map((one) => (
            <Radio key={one} value={one} label={t(`reason.${one}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <TextInput
        label={t('note')}
        maxLength={200}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Checkbox
        size="sm"
        label={t('newLogin')}
        description={t('newLoginHint')}
        checked={newLogin}
        onChange={(event) => setNewLogin(event.currentTarget.checked)}
      />
      {preview.data === undefined ? null : (
        <p className={styles.consequence} role="status">
          {t('consequence', { live, handedOver })}
        </p>
      )}
      {error === null ? null : <ErrorCard error={error} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {action('cancel')}
        </Button>
        <Button
          leftSection={<IconKey size={16} />}
          disabled={live === 0}
          loading={reissue.isPending}
          onClick={() => reissue.mutate({ ...answer, reason, note, newLogin })}
        >
          {t('action', { count: live })}
        </Button>
      </Group>
    </Stack>
  );
}

function Reissued({ onClose, onPrint }: ReissueDialogProps) {
  const t = useTranslations('credentials.reissue');
  return (
    <Stack gap={14}>
      <p className={styles.text}>{t('next')}</p>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('later')}
        </Button>
        <Button data-autofocus leftSection={<IconPrinter size={16} />} onClick={onPrint}>
          {t('print')}
        </Button>
      </Group>
    </Stack>
  );
}
