import { Button, Select, Switch, TextInput } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Controller, useFormContext, useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { DiarySystemRow, Settings } from '../../../shared/contract/settings.ts';
import { deskQuery } from '../../api.ts';
import { useLanguage } from '../../ui/language.tsx';
import { ClassDiaries } from './ClassDiaries.tsx';
import { DiaryPreview } from './DiaryPreview.tsx';
import { DiaryProfileDialog } from './DiaryProfileDialog.tsx';
import { Group } from './Group.tsx';
import styles from './Settings.module.css';

const noSystems: readonly DiarySystemRow[] = [];

/** The diary systems: the known ones and the school's own. */
export function useDiarySystems(): readonly DiarySystemRow[] {
  return useQuery(deskQuery.settings.diarySystems.queryOptions()).data ?? noSystems;
}

/** Which diary system the school uses, where it is, and what stands on slips about it. Another brings its usual address. */
export function DiaryGroup() {
  const t = useTranslations('settings');
  const { register, control } = useFormContext<Settings>();
  const systems = useDiarySystems();
  const chosen = useWatch({ control, name: 'diarySystemId' });
  const system = systems.find((one) => one.id === chosen);
  return (
    <Group title={t('group.diary')} hint={t('diaryHint')}>
      <SystemField systems={systems} />
      <ProfileButtons system={system} />
      <TextInput
        label={t('diaryAddress')}
        description={t('diaryAddressHint')}
        maxLength={200}
        spellCheck={false}
        {...register('diaryAddress')}
      />
      {system === undefined ? null : <DiaryPreview system={system} />}
      {system?.whoObtainsCode === 'application' ? <ApplicationSwitch /> : null}
      <ClassDiaries systems={systems} />
    </Group>
  );
}

function SystemField({ systems }: { readonly systems: readonly DiarySystemRow[] }) {
  const t = useTranslations('settings');
  const { language } = useLanguage();
  const { control, setValue } = useFormContext<Settings>();
  const addressOf = (id: string) => systems.find((system) => system.id === id)?.address ?? '';
  const option = ({ id, name }: DiarySystemRow) => ({ value: id, label: name[language] });
  const own = systems.filter((system) => system.own);
  return (
    <Controller
      name="diarySystemId"
      control={control}
      render={({ field: { value, onChange } }) => (
        <Select
          label={t('diarySystemId')}
          searchable
          allowDeselect={false}
          data={[
            ...(own.length === 0 ? [] : [{ group: t('profile.own'), items: own.map(option) }]),
            { group: t('profile.known'), items: systems.filter((system) => !system.own).map(option) },
          ]}
          value={value}
          onChange={(chosen) => {
            if (chosen === null) return;
            onChange(chosen);
            setValue('diaryAddress', addressOf(chosen), { shouldDirty: true });
          }}
        />
      )}
    />
  );
}

function ProfileButtons({ system }: { readonly system: DiarySystemRow | undefined }) {
  const t = useTranslations('settings.profile');
  const [editing, setEditing] = useState<'new' | 'this'>();
  return (
    <div className={styles.buttons}>
      {system?.own === true ? (
        <Button
          size="compact-md"
          variant="default"
          leftSection={<IconPencil size={14} />}
          onClick={() => setEditing('this')}
        >
          {t('edit')}
        </Button>
      ) : null}
      <Button
        size="compact-md"
        variant="default"
        leftSection={<IconPlus size={14} />}
        onClick={() => setEditing('new')}
      >
        {t('add')}
      </Button>
      {editing === undefined ? null : (
        <DiaryProfileDialog
          like={system}
          id={editing === 'this' ? system?.id : undefined}
          onClose={() => setEditing(undefined)}
        />
      )}
    </div>
  );
}

function ApplicationSwitch() {
  const t = useTranslations('settings');
  const { control } = useFormContext<Settings>();
  return (
    <Controller
      name="codeNeedsApplication"
      control={control}
      render={({ field: { value, onChange } }) => (
        <Switch
          label={t('codeNeedsApplication')}
          description={t('codeNeedsApplicationHint')}
          checked={value}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      )}
    />
  );
}
