import { Button, Checkbox, Modal, Group as Row, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { codeObtainerSchema, type DiarySystemRow } from '../../../shared/contract/settings.ts';
import { deskQuery } from '../../api.ts';
import { refreshRegistry } from '../../query.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { toastDone } from '../../ui/toast.tsx';
import { emptyProfile, type ProfileDraft, profileOf, readDraft } from './profile-draft.ts';
import styles from './Settings.module.css';

interface DiaryProfileDialogProps {
  /** The profile that is edited, or that a new one begins like. */
  readonly like: DiarySystemRow | undefined;
  /** The id of the own profile that is edited; without it a new one is made. */
  readonly id: string | undefined;
  readonly onClose: () => void;
}

/** An own diary profile: name, address, who gives the code, and the steps in both languages. Saved at once. */
export function DiaryProfileDialog({ like, id, onClose }: DiaryProfileDialogProps) {
  const t = useTranslations('settings.profile');
  const action = useTranslations('app.action');
  const [draft, setDraft] = useState<ProfileDraft>(() =>
    like === undefined ? emptyProfile : { ...readDraft(like), ...(id === undefined ? { nameRu: '', nameEn: '' } : {}) },
  );
  const put = (more: Partial<ProfileDraft>) => setDraft((before) => ({ ...before, ...more }));
  const save = useMutation(
    deskQuery.settings.saveDiarySystem.mutationOptions({
      onSuccess: (saved) => {
        toastDone(t('saved', { name: saved.name.ru }));
        onClose();
        return refreshRegistry();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(profileOf(draft, id));
  };
  return (
    <Modal
      opened
      size={720}
      onClose={onClose}
      title={t(id === undefined ? 'newTitle' : 'editTitle')}
      closeButtonProps={{ 'aria-label': action('close') }}
    >
      <form onSubmit={submit}>
        <Stack gap={14}>
          <ProfileFields draft={draft} onChange={put} />
          {save.error === null ? null : <ErrorCard error={save.error} />}
          <Row justify="flex-end" gap="xs">
            {id === undefined ? null : <RemoveButton id={id} onClose={onClose} />}
            <Button variant="default" onClick={onClose}>
              {action('cancel')}
            </Button>
            <Button type="submit" disabled={draft.nameRu.trim() === ''} loading={save.isPending}>
              {t('save')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Modal>
  );
}

interface FieldsProps {
  readonly draft: ProfileDraft;
  readonly onChange: (more: Partial<ProfileDraft>) => void;
}

type TextKey =
  | 'nameRu'
  | 'nameEn'
  | 'address'
  | 'codeRu'
  | 'codeEn'
  | 'signInRu'
  | 'signInEn'
  | 'codeStepsRu'
  | 'codeStepsEn';

function ProfileFields({ draft, onChange }: FieldsProps) {
  const t = useTranslations('settings.profile');
  const text = (key: TextKey) => ({
    label: t(`field.${key}`),
    value: draft[key],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ [key]: event.currentTarget.value }),
  });
  const hasCode = draft.whoObtainsCode !== 'none';
  return (
    <>
      <div className={styles.pair}>
        <TextInput data-autofocus maxLength={200} {...text('nameRu')} />
        <TextInput maxLength={200} {...text('nameEn')} />
      </div>
      <TextInput
        maxLength={200}
        spellCheck={false}
        description={t('addressHint', { part: '{school}' })}
        {...text('address')}
      />
      <div className={styles.pair}>
        <Textarea autosize minRows={3} description={t('stepsHint')} {...text('signInRu')} />
        <Textarea autosize minRows={3} {...text('signInEn')} />
      </div>
      <Select
        label={t('whoGivesCode')}
        allowDeselect={false}
        data={codeObtainerSchema.options.map((value) => ({ value, label: t(`obtainer.${value}`) }))}
        value={draft.whoObtainsCode}
        onChange={(value) => onChange({ whoObtainsCode: codeObtainerSchema.parse(value) })}
      />
      {hasCode ? (
        <>
          <div className={styles.pair}>
            <TextInput maxLength={200} {...text('codeRu')} />
            <TextInput maxLength={200} {...text('codeEn')} />
          </div>
          <div className={styles.pair}>
            <Textarea autosize minRows={2} {...text('codeStepsRu')} />
            <Textarea autosize minRows={2} {...text('codeStepsEn')} />
          </div>
        </>
      ) : null}
      <ProfileChecks draft={draft} onChange={onChange} />
    </>
  );
}

function ProfileChecks({ draft, onChange }: FieldsProps) {
  const t = useTranslations('settings.profile');
  const checks = ['codeIsGuid', 'issuesLogins', 'selfServiceRecovery'] as const;
  return (
    <Stack gap={8}>
      {checks
        .filter((key) => key !== 'codeIsGuid' || draft.whoObtainsCode !== 'none')
        .map((key) => (
          <Checkbox
            key={key}
            size="sm"
            label={t(`check.${key}`)}
            checked={draft[key]}
            onChange={(event) => onChange({ [key]: event.currentTarget.checked })}
          />
        ))}
    </Stack>
  );
}

function RemoveButton({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useTranslations('settings.profile');
  const remove = useMutation(
    deskQuery.settings.removeDiarySystem.mutationOptions({
      onSuccess: () => {
        toastDone(t('removed'));
        onClose();
        return refreshRegistry();
      },
    }),
  );
  return (
    <>
      {remove.error === null ? null : <ErrorCard error={remove.error} />}
      <Button variant="subtle" color="red.8" loading={remove.isPending} onClick={() => remove.mutate({ id })}>
        {t('remove')}
      </Button>
    </>
  );
}
