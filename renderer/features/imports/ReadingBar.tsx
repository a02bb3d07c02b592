import { Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { coverageSchema, type Reading, readingSchema } from '../../../shared/contract/import-plan.ts';
import type { ImportPreview } from '../../../shared/contract/imports.ts';
import { needsClass } from '../../../shared/domain/import-columns.ts';
import styles from './Columns.module.css';
import type { ImportChoices } from './import-state.ts';
import { PresetChoice } from './PresetChoice.tsx';

interface ReadingBarProps {
  readonly preview: ImportPreview;
  readonly choices: ImportChoices;
  readonly onChoose: (change: Partial<ImportChoices>) => void;
}

type OnReading = (reading: Partial<Reading>) => void;

const encodingNames: Readonly<Record<Reading['encoding'], string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1251': 'Windows-1251',
  ibm866: 'DOS (CP866)',
  'koi8-r': 'КОИ-8',
  'x-mac-cyrillic': 'Mac',
};

const delimiterNames = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' } as const;
const headerRows = Array.from({ length: 21 }, (_, row) => row);

/** How the file was read: each guess can be changed, the rows below follow at once. */
export function ReadingBar({ preview, choices, onChoose }: ReadingBarProps) {
  const t = useTranslations('imports.reading');
  const { reading } = preview;
  // Another sheet is another table: what was chosen for the first one does not hold for it.
  const onReading: OnReading = (change) =>
    onChoose({ reading: change.sheet === undefined ? { ...choices.reading, ...change } : change, fields: undefined });
  return (
    <div className={styles.reading}>
      <PresetChoice
        preview={preview}
        presetId={choices.presetId}
        onPreset={(presetId) => onChoose({ presetId, fields: undefined })}
      />
      {reading.sheet === undefined ? (
        <TextReading preview={preview} onReading={onReading} />
      ) : (
        <SheetChoice preview={preview} onReading={onReading} />
      )}
      <Select
        label={t('headerRow')}
        allowDeselect={false}
        data={headerRows.map((row) => ({ value: String(row), label: row === 0 ? t('noHeader') : String(row) }))}
        value={String(reading.headerRow)}
        onChange={(value) => onReading({ headerRow: Number(value) })}
      />
      <Select
        label={t('coverage')}
        allowDeselect={false}
        data={coverageSchema.options.map((value) => ({ value, label: t(`coverages.${value}`) }))}
        value={preview.coverage}
        onChange={(value) => onChoose({ coverage: coverageSchema.parse(value) })}
      />
      {needsClass(preview.fields) ? (
        <ClassName
          value={choices.className ?? preview.className}
          lines={preview.classLines}
          onChange={(className) => onChoose({ className })}
        />
      ) : null}
    </div>
  );
}

interface PartProps {
  readonly preview: ImportPreview;
  readonly onReading: OnReading;
}

function TextReading({ preview, onReading }: PartProps) {
  const t = useTranslations('imports.reading');
  const { encoding, delimiter } = readingSchema.shape;
  return (
    <>
      <Select
        label={t('encoding')}
        description={preview.encodingSure ? undefined : <span className={styles.unsure}>{t('encodingUnsure')}</span>}
        allowDeselect={false}
        data={encoding.options.map((value) => ({ value, label: encodingNames[value] }))}
        value={preview.reading.encoding}
        onChange={(value) => onReading({ encoding: encoding.parse(value) })}
      />
      <Select
        label={t('delimiter')}
        allowDeselect={false}
        data={delimiter.options.map((value) => ({ value, label: t(`delimiters.${delimiterNames[value]}`) }))}
        value={preview.reading.delimiter}
        onChange={(value) => onReading({ delimiter: delimiter.parse(value) })}
      />
    </>
  );
}

function SheetChoice({ preview, onReading }: PartProps) {
  const t = useTranslations('imports.reading');
  if (preview.sheets.length < 2) return null;
  return (
    <Select
      label={t('sheet')}
      allowDeselect={false}
      data={preview.sheets.map(({ index, name, hidden }) => ({
        value: String(index),
        label: hidden ? t('hiddenSheet', { name }) : name,
      }))}
      value={String(preview.reading.sheet)}
      onChange={(value) => onReading({ sheet: Number(value) })}
    />
  );
}

interface ClassNameProps {
  readonly value: string;
  /** Lines between the rows name classes. */
  readonly lines: boolean;
  readonly onChange: (className: string) => void;
}

/** One class for all rows; a guess stands there until something is typed. */
function ClassName({ value, lines, onChange }: ClassNameProps) {
  const t = useTranslations('imports.reading');
  const [typed, setTyped] = useState<string>();
  // What was typed counts also for somebody who goes on at once.
  const tell = useDebouncedCallback(onChange, { delay: 400, flushOnUnmount: true });
  return (
    <TextInput
      label={t('className')}
      placeholder={t(lines ? 'classLines' : 'classNameHint')}
      value={typed ?? value}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        tell(event.currentTarget.value);
      }}
      onBlur={tell.flush}
    />
  );
}
