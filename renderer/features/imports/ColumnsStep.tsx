import { Button, Group } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { Dispatch } from 'react';
import { useTranslations } from 'use-intl';
import type { ImportPreview } from '../../../shared/contract/imports.ts';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { ColumnsTable } from './ColumnsTable.tsx';
import styles from './Imports.module.css';
import type { ImportAction, ImportState } from './import-state.ts';
import { ReadingBar } from './ReadingBar.tsx';
import { useFieldTitle } from './use-field-title.ts';
import { usePreview } from './use-preview.ts';

interface ColumnsStepProps {
  readonly state: Extract<ImportState, { readonly step: 'columns' | 'review' }>;
  readonly dispatch: Dispatch<ImportAction>;
}

/** Second step: how the file was read and what its columns hold, above its first rows; any guess changes by one click. */
export function ColumnsStep({ state, dispatch }: ColumnsStepProps) {
  const t = useTranslations('imports');
  const stream = usePreview(state, dispatch);
  const { preview, choices } = state;
  const ready = preview !== undefined && !stream.running && preview.missingFields.length === 0;
  return (
    <div className={styles.columnsStep}>
      <p className={styles.fileName}>{state.file.name}</p>
      {stream.error === null ? null : <ErrorCard error={stream.error} onRetry={stream.again} />}
      {stream.running && preview === undefined ? (
        <ProgressLine progress={stream.progress} onCancel={() => dispatch({ kind: 'went-to', step: 'file' })} />
      ) : null}
      {preview === undefined ? null : (
        <>
          <Recognised preview={preview} />
          <ReadingBar
            preview={preview}
            className={choices.className}
            onReading={(reading) =>
              dispatch({
                kind: 'choices-changed',
                choices: { reading: { ...choices.reading, ...reading }, fields: undefined },
              })
            }
            onClassName={(className) => dispatch({ kind: 'choices-changed', choices: { className } })}
          />
          <ColumnsTable
            preview={preview}
            onFields={(fields) => dispatch({ kind: 'choices-changed', choices: { fields } })}
          />
          <Missing preview={preview} />
        </>
      )}
      <Group className={styles.footer ?? ''} justify="flex-end">
        {stream.running && preview !== undefined ? <span className={styles.quiet}>{t('columns.again')}</span> : null}
        <Button variant="default" onClick={() => dispatch({ kind: 'went-to', step: 'file' })}>
          {t('file.another')}
        </Button>
        <Button disabled={!ready} onClick={() => dispatch({ kind: 'went-to', step: 'review' })}>
          {t('columns.next')}
        </Button>
      </Group>
    </div>
  );
}

function Recognised({ preview }: { readonly preview: ImportPreview }) {
  const t = useTranslations('imports.preset');
  const preset = knownPreset(preview.presetId);
  const Icon = preset === undefined ? IconInfoCircle : IconCircleCheck;
  return (
    <p className={styles.recognised} data-known={preset !== undefined || undefined}>
      <Icon size={17} aria-hidden />
      {preset === undefined ? t('unknown') : t('known', { name: t(preset) })}
    </p>
  );
}

const presets = ['mes-contingent', 'belgorod', 'oezhd', 'remembered'] as const;

function knownPreset(id: string | null): (typeof presets)[number] | undefined {
  return presets.find((preset) => preset === id);
}

function Missing({ preview }: { readonly preview: ImportPreview }) {
  const t = useTranslations('imports.columns');
  const title = useFieldTitle();
  if (preview.missingFields.length === 0) return null;
  return (
    <p className={styles.missing} role="alert">
      <IconAlertTriangle size={16} aria-hidden />
      {t('missing', { fields: preview.missingFields.map(title).join(', ') })}
    </p>
  );
}
