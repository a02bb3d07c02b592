import { Button, Group } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Dispatch } from 'react';
import { useTranslations } from 'use-intl';
import type { ImportPreview } from '../../../shared/contract/imports.ts';
import { ColumnsTable } from '../../ui/ColumnsTable.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { useFieldTitle } from '../../ui/use-field-title.ts';
import styles from './Columns.module.css';
import { FileNotes } from './FileNotes.tsx';
import shared from './Imports.module.css';
import type { ImportAction, ImportChoices, ImportState } from './import-state.ts';
import { ReadingBar } from './ReadingBar.tsx';
import { Recognised } from './Recognised.tsx';
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
  const choose = (change: Partial<ImportChoices>) => dispatch({ kind: 'choices-changed', choices: change });
  return (
    <div className={styles.columnsStep}>
      {stream.error === null ? null : <ErrorCard error={stream.error} onRetry={stream.again} />}
      {stream.running && preview === undefined ? (
        <>
          <p className={styles.fileName}>{t('file.reading', { name: state.file.name })}</p>
          <ProgressLine progress={stream.progress} onCancel={() => dispatch({ kind: 'went-to', step: 'file' })} />
        </>
      ) : null}
      {preview === undefined ? null : (
        <>
          <Recognised preview={preview} fileName={state.file.name} />
          <ReadingBar preview={preview} choices={choices} onChoose={choose} />
          <ColumnsTable preview={preview} byHand={choices.fields} onFields={(fields) => choose({ fields })} />
          <FileNotes notes={preview.notes} />
          <Missing preview={preview} />
        </>
      )}
      <Group className={shared.footer ?? ''} justify="flex-end">
        {stream.running && preview !== undefined ? (
          <span className={shared.quiet} role="status">
            {t('columns.again')}
          </span>
        ) : null}
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

function Missing({ preview }: { readonly preview: ImportPreview }) {
  const t = useTranslations('imports.columns');
  const title = useFieldTitle();
  if (preview.missingFields.length === 0) return null;
  return (
    <p className={shared.missing} role="alert">
      <IconAlertTriangle size={16} aria-hidden />
      {t('missing', { fields: preview.missingFields.map(title).join(', ') })}
    </p>
  );
}
