import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type DestructionReason, destructionReasons } from '../../../shared/domain/personal-data.ts';
import { desk, deskQuery } from '../../api.ts';
import { refreshRegistry } from '../../query.ts';
import dialogs from '../../ui/Dialogs.module.css';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { useSavePrepared } from '../../ui/use-save-prepared.ts';
import styles from './PersonalData.module.css';

interface DestroyDialogProps {
  readonly pupilIds: readonly number[];
  readonly onClose: () => void;
  readonly onDone?: () => void;
}

type Preview = Awaited<ReturnType<typeof desk.personalData.destroyPreview>>;
type Done = Awaited<ReturnType<typeof desk.personalData.destroy>>;

/** Destroys the data of pupils who left: who goes, who stays, the number typed, then the act to be saved. */
export function DestroyDialog({ pupilIds, onClose, onDone }: DestroyDialogProps) {
  const t = useTranslations('personalData.destroy');
  const action = useTranslations('app.action');
  const { language } = useLanguage();
  const [reason, setReason] = useState<DestructionReason>('term');
  const input = { pupilIds: [...pupilIds] };
  const preview = useQuery(deskQuery.personalData.destroyPreview.queryOptions({ input, staleTime: 0 }));
  const people = preview.data?.people.length ?? 0;
  const destroying = useMutation({
    mutationFn: () => desk.personalData.destroy({ ...input, people, reason, language }),
    onSuccess: refreshRegistry,
  });
  const finish = () => {
    onDone?.();
    onClose();
  };
  if (destroying.data !== undefined) return <Act done={destroying.data} onClose={finish} />;
  return (
    <Modal opened onClose={onClose} title={t('title')} closeButtonProps={{ 'aria-label': action('close') }}>
      <Stack gap={14}>
        <p className={dialogs.consequence}>{t('text')}</p>
        {preview.error === null ? null : <ErrorCard error={preview.error} onRetry={() => void preview.refetch()} />}
        {destroying.error === null ? null : (
          <ErrorCard error={destroying.error} onRetry={() => void preview.refetch()} />
        )}
        {preview.data === undefined ? null : (
          <>
            <Whom preview={preview.data} />
            <Reason reason={reason} onReason={setReason} />
            <Confirm
              people={people}
              pending={destroying.isPending}
              onDestroy={() => destroying.mutate()}
              onClose={onClose}
            />
          </>
        )}
      </Stack>
    </Modal>
  );
}

function Whom({ preview: { people, staying, copies } }: { readonly preview: Preview }) {
  const t = useTranslations('personalData.destroy');
  const role = useTranslations('states.holder');
  return (
    <>
      <div>
        <p className={dialogs.text}>{t('people', { count: people.length })}</p>
        <ul className={styles.names}>
          {people.map((person) => (
            <li key={person.id}>
              {person.name} <span className={styles.quiet}>{role(person.role).toLocaleLowerCase()}</span>
            </li>
          ))}
        </ul>
      </div>
      {staying.length === 0 ? null : (
        <p className={dialogs.text}>
          {t('staying', { count: staying.length, names: staying.map(({ name }) => name).join(', ') })}
        </p>
      )}
      <p className={dialogs.text}>{t('copies', { count: copies })}</p>
    </>
  );
}

interface ReasonProps {
  readonly reason: DestructionReason;
  readonly onReason: (reason: DestructionReason) => void;
}

function Reason({ reason, onReason }: ReasonProps) {
  const t = useTranslations('personalData');
  return (
    <Select
      label={t('destroy.reason')}
      allowDeselect={false}
      data={destructionReasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
      value={reason}
      onChange={(value) => onReason(destructionReasons.find((one) => one === value) ?? 'term')}
    />
  );
}

interface ConfirmProps {
  readonly people: number;
  readonly pending: boolean;
  readonly onDestroy: () => void;
  readonly onClose: () => void;
}

function Confirm({ people, pending, onDestroy, onClose }: ConfirmProps) {
  const t = useTranslations('personalData.destroy');
  const action = useTranslations('app.action');
  const [typed, setTyped] = useState('');
  return (
    <>
      <TextInput
        label={t('type', { number: String(people) })}
        value={typed}
        inputMode="numeric"
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {action('cancel')}
        </Button>
        <Button color="red.8" disabled={typed.trim() !== String(people)} loading={pending} onClick={onDestroy}>
          {t('action', { count: people })}
        </Button>
      </Group>
    </>
  );
}

/** The act lies in memory only: it must be saved before the dialog goes. */
function Act({ done, onClose }: { readonly done: Done; readonly onClose: () => void }) {
  const t = useTranslations('personalData.destroy');
  const saving = useSavePrepared();
  const isSaved = saving.data?.result.kind === 'saved';
  return (
    <Modal
      opened
      onClose={() => isSaved && onClose()}
      withCloseButton={false}
      closeOnClickOutside={false}
      title={t('done', { number: String(done.actId) })}
    >
      <Stack gap={14}>
        <p className={dialogs.text}>{t('doneText')}</p>
        <Group justify="flex-end" gap="xs">
          <Button
            variant={isSaved ? 'default' : 'filled'}
            data-autofocus
            onClick={() => saving.mutate(async () => done)}
          >
            {t('save')}
          </Button>
          <Button disabled={!isSaved} variant={isSaved ? 'filled' : 'default'} onClick={onClose}>
            {t('close')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
