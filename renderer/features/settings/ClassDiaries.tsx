import { ActionIcon, Button, Modal, MultiSelect, Group as Row, Select, Stack, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { DiarySystemRow } from '../../../shared/contract/settings.ts';
import { deskQuery } from '../../api.ts';
import { refreshRegistry } from '../../query.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { useClasses } from '../../ui/ScopePicker.tsx';
import styles from './Settings.module.css';

interface ClassDiariesProps {
  readonly systems: readonly DiarySystemRow[];
}

/** Classes of another building with a diary of their own. Each change is saved at once, apart from the form. */
export function ClassDiaries({ systems }: ClassDiariesProps) {
  const t = useTranslations('settings.classDiaries');
  const { language } = useLanguage();
  const [adding, setAdding] = useState(false);
  const query = useQuery(deskQuery.settings.classDiaries.queryOptions());
  const assign = useAssign();
  const nameOf = (id: string) => systems.find((system) => system.id === id)?.name[language] ?? id;
  return (
    <div>
      <span className={styles.label}>{t('label')}</span>
      {query.data?.map((one) => (
        <p key={one.classId} className={styles.classDiary}>
          <b>{one.className}</b>
          <span>{nameOf(one.diarySystemId)}</span>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('remove', { className: one.className })}
            onClick={() => assign.mutate({ classIds: [one.classId], diarySystemId: null })}
          >
            <IconX size={15} />
          </ActionIcon>
        </p>
      ))}
      {query.data?.length === 0 ? <p className={styles.note}>{t('none')}</p> : null}
      {assign.error === null ? null : <ErrorCard error={assign.error} />}
      <Button size="compact-md" variant="default" onClick={() => setAdding(true)}>
        {t('add')}
      </Button>
      {adding ? <AssignDialog systems={systems} onClose={() => setAdding(false)} /> : null}
    </div>
  );
}

function useAssign(onDone: () => void = () => undefined) {
  return useMutation(
    deskQuery.settings.assignDiary.mutationOptions({
      onSuccess: () => {
        onDone();
        return refreshRegistry();
      },
    }),
  );
}

function AssignDialog({ systems, onClose }: ClassDiariesProps & { readonly onClose: () => void }) {
  const t = useTranslations('settings.classDiaries');
  const words = useTranslations('settings');
  const action = useTranslations('app.action');
  const { language } = useLanguage();
  const classes = useClasses();
  const [classIds, setClassIds] = useState<string[]>([]);
  const [system, setSystem] = useState<string | null>(null);
  const [address, setAddress] = useState('');
  const assign = useAssign(onClose);
  return (
    <Modal opened onClose={onClose} title={t('title')} closeButtonProps={{ 'aria-label': action('close') }}>
      <Stack gap={14}>
        <MultiSelect
          data-autofocus
          label={t('classes')}
          searchable
          data={classes.map((one) => ({ value: String(one.id), label: one.title }))}
          value={classIds}
          onChange={setClassIds}
        />
        <Select
          label={words('diarySystemId')}
          searchable
          data={systems.map(({ id, name }) => ({ value: id, label: name[language] }))}
          value={system}
          onChange={(chosen) => {
            setSystem(chosen);
            setAddress(systems.find((one) => one.id === chosen)?.address ?? '');
          }}
        />
        <TextInput
          label={words('diaryAddress')}
          maxLength={200}
          spellCheck={false}
          value={address}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
        {assign.error === null ? null : <ErrorCard error={assign.error} />}
        <Row justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {action('cancel')}
          </Button>
          <Button
            disabled={classIds.length === 0 || system === null}
            loading={assign.isPending}
            onClick={() => assign.mutate({ classIds: classIds.map(Number), diarySystemId: system, address })}
          >
            {t('assign', { count: classIds.length })}
          </Button>
        </Row>
      </Stack>
    </Modal>
  );
}
