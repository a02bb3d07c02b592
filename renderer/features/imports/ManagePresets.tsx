import { ActionIcon, Button, Group, Modal, TextInput } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import type { ownPresetSchema } from '../../../shared/contract/import-presets.ts';
import { deskQuery } from '../../api.ts';
import { queryClient } from '../../query.ts';
import { showDate } from '../../ui/dates.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { toastDone } from '../../ui/toast.tsx';
import styles from './Columns.module.css';
import shared from './Imports.module.css';

type OwnPreset = z.infer<typeof ownPresetSchema>;

interface ManagePresetsProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onDeleted: (presetId: string) => void;
}

/** The school's own layouts: rename, delete. */
export function ManagePresets({ opened, onClose, onDeleted }: ManagePresetsProps) {
  const t = useTranslations('imports.presets');
  const action = useTranslations('app.action');
  const query = useQuery(deskQuery.imports.presets.queryOptions({ enabled: opened }));
  const own = query.data?.own ?? [];
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('manage')}
      size={560}
      closeButtonProps={{ 'aria-label': action('close') }}
    >
      {query.error === null ? null : <ErrorCard error={query.error} onRetry={() => void query.refetch()} />}
      {own.length === 0 && !query.isPending ? <p className={shared.quiet}>{t('none')}</p> : null}
      <ul className={styles.presetList}>
        {own.map((preset) => (
          <PresetLine key={preset.presetId} preset={preset} onDeleted={onDeleted} />
        ))}
      </ul>
    </Modal>
  );
}

interface PresetLineProps {
  readonly preset: OwnPreset;
  readonly onDeleted: (presetId: string) => void;
}

function PresetLine({ preset, onDeleted }: PresetLineProps) {
  const t = useTranslations('imports.presets');
  const { language } = useLanguage();
  const [renaming, setRenaming] = useState(false);
  const remove = useMutation(
    deskQuery.imports.deletePreset.mutationOptions({
      onSuccess: () => {
        toastDone(t('deleted', { name: preset.name }));
        onDeleted(preset.presetId);
        return refreshPresets();
      },
    }),
  );
  if (renaming) return <RenameLine preset={preset} onClose={() => setRenaming(false)} />;
  return (
    <li className={styles.presetLine}>
      <span className={styles.presetName}>
        <b>{preset.name}</b>
        <span className={shared.quiet}>
          {t('read', { read: preset.read, columns: preset.columns })} ·{' '}
          {t('used', { date: showDate(preset.usedAt, language) })}
        </span>
      </span>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        aria-label={t('rename', { name: preset.name })}
        onClick={() => setRenaming(true)}
      >
        <IconPencil size={16} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        loading={remove.isPending}
        aria-label={t('delete', { name: preset.name })}
        onClick={() => remove.mutate({ presetId: preset.presetId })}
      >
        <IconTrash size={16} />
      </ActionIcon>
      {remove.error === null ? null : <ErrorCard error={remove.error} />}
    </li>
  );
}

interface RenameLineProps {
  readonly preset: OwnPreset;
  readonly onClose: () => void;
}

function RenameLine({ preset, onClose }: RenameLineProps) {
  const t = useTranslations('imports.presets');
  const action = useTranslations('app.action');
  const [name, setName] = useState(preset.name);
  const rename = useMutation(
    deskQuery.imports.renamePreset.mutationOptions({
      onSuccess: () => {
        toastDone(t('renamed', { name: name.trim() }));
        onClose();
        return refreshPresets();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') rename.mutate({ presetId: preset.presetId, name: name.trim() });
  };
  return (
    <li className={styles.presetLine}>
      <form className={styles.renameForm} onSubmit={submit}>
        <TextInput
          autoFocus
          aria-label={t('name')}
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            onClose();
          }}
        />
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" onClick={onClose}>
            {action('cancel')}
          </Button>
          <Button type="submit" loading={rename.isPending}>
            {action('save')}
          </Button>
        </Group>
        {rename.error === null ? null : <ErrorCard error={rename.error} />}
      </form>
    </li>
  );
}

function refreshPresets(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: deskQuery.imports.presets.key() });
}
