import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ImportPreview } from '../../../shared/contract/imports.ts';
import { desk, deskQuery } from '../../api.ts';
import { queryClient } from '../../query.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { errorKey } from '../../ui/error-words.ts';
import { toastDone } from '../../ui/toast.tsx';

interface SavePresetDialogProps {
  readonly opened: boolean;
  readonly preview: ImportPreview;
  readonly onClose: () => void;
}

/** Saves reading and columns under a name; asks before it replaces a layout of that name. */
export function SavePresetDialog({ opened, preview, onClose }: SavePresetDialogProps) {
  const t = useTranslations('imports.presets');
  const action = useTranslations('app.action');
  const [name, setName] = useState('');
  const save = useMutation({
    mutationFn: (replace: boolean) =>
      desk.imports.savePreset({ previewId: preview.previewId, name: name.trim(), replace }),
    onSuccess: () => {
      toastDone(t('saved', { name: name.trim() }));
      close();
      return queryClient.invalidateQueries({ queryKey: deskQuery.imports.presets.key() });
    },
  });
  const exists = save.error !== null && errorKey(save.error).key === 'preset-exists';
  const close = () => {
    save.reset();
    setName('');
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') save.mutate(exists);
  };
  return (
    <Modal opened={opened} onClose={close} title={t('save')} closeButtonProps={{ 'aria-label': action('close') }}>
      <form onSubmit={submit}>
        {save.error === null || exists ? null : <ErrorCard error={save.error} />}
        <TextInput
          data-autofocus
          label={t('name')}
          description={t('nameHint')}
          error={exists ? t('replace', { name: name.trim() }) : undefined}
          maxLength={80}
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
            save.reset();
          }}
        />
        <Group justify="flex-end" gap="xs" mt="lg">
          <Button variant="default" onClick={close}>
            {action('cancel')}
          </Button>
          <Button type="submit" disabled={name.trim() === ''} loading={save.isPending}>
            {exists ? t('replaceButton') : action('save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
