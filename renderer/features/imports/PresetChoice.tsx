import { ActionIcon, Menu, Select } from '@mantine/core';
import { IconDeviceFloppy, IconDots, IconListDetails } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ImportPreview } from '../../../shared/contract/imports.ts';
import { deskQuery } from '../../api.ts';
import styles from './Columns.module.css';
import { ManagePresets } from './ManagePresets.tsx';
import { usePresetWords } from './preset-words.ts';
import { SavePresetDialog } from './SavePresetDialog.tsx';

interface PresetChoiceProps {
  readonly preview: ImportPreview;
  /** Chosen by hand; undefined: as the file was recognised. */
  readonly presetId: string | undefined;
  readonly onPreset: (presetId: string | undefined) => void;
}

const guess = 'guess';

/** Which layout the columns follow; saving this one under a name, renaming and deleting own ones. */
export function PresetChoice({ preview, presetId, onPreset }: PresetChoiceProps) {
  const t = useTranslations('imports.presets');
  const [dialog, setDialog] = useState<'save' | 'manage'>();
  const data = usePresetOptions();
  const close = () => setDialog(undefined);
  return (
    <div className={styles.presetChoice}>
      <Select
        label={t('label')}
        allowDeselect={false}
        data={data}
        value={presetId ?? guess}
        maxDropdownHeight={320}
        comboboxProps={{ width: 300, position: 'bottom-start' }}
        onChange={(value) => onPreset(value === null || value === guess ? undefined : value)}
      />
      <Menu position="bottom-start" shadow="md">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t('actions')}>
            <IconDots size={17} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconDeviceFloppy size={15} />} onClick={() => setDialog('save')}>
            {t('save')}
          </Menu.Item>
          <Menu.Item leftSection={<IconListDetails size={15} />} onClick={() => setDialog('manage')}>
            {t('manage')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <SavePresetDialog opened={dialog === 'save'} preview={preview} onClose={close} />
      <ManagePresets
        opened={dialog === 'manage'}
        onClose={close}
        onDeleted={(deleted) => deleted === presetId && onPreset(undefined)}
      />
    </div>
  );
}

function usePresetOptions() {
  const t = useTranslations('imports.presets');
  const words = usePresetWords();
  const presets = useQuery(deskQuery.imports.presets.queryOptions()).data;
  const own = (presets?.own ?? []).map(({ presetId, name }) => ({ value: presetId, label: name }));
  const builtIn = (presets?.builtIn ?? []).map((value) => ({ value, label: words(value) }));
  return [
    { value: guess, label: t('guess') },
    ...(own.length === 0 ? [] : [{ group: t('own'), items: own }]),
    ...(builtIn.length === 0 ? [] : [{ group: t('builtIn'), items: builtIn }]),
  ];
}
