import { Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type Reading, readingSchema } from '../../../shared/contract/import-plan.ts';
import type { ImportPreview } from '../../../shared/contract/imports.ts';
import styles from './Imports.module.css';

interface ReadingBarProps {
  readonly preview: ImportPreview;
  readonly className: string;
  readonly onReading: (reading: Partial<Reading>) => void;
  readonly onClassName: (className: string) => void;
}

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
export function ReadingBar({ preview, className, onReading, onClassName }: ReadingBarProps) {
  const t = useTranslations('imports.reading');
  const { reading } = preview;
  const { encoding, delimiter } = readingSchema.shape;
  return (
    <div className={styles.reading}>
      <Select
        label={t('encoding')}
        allowDeselect={false}
        data={encoding.options.map((value) => ({ value, label: encodingNames[value] }))}
        value={reading.encoding}
        onChange={(value) => onReading({ encoding: encoding.parse(value) })}
      />
      <Select
        label={t('delimiter')}
        allowDeselect={false}
        data={delimiter.options.map((value) => ({ value, label: t(`delimiters.${delimiterNames[value]}`) }))}
        value={reading.delimiter}
        onChange={(value) => onReading({ delimiter: delimiter.parse(value) })}
      />
      <Select
        label={t('headerRow')}
        allowDeselect={false}
        data={headerRows.map((row) => ({ value: String(row), label: row === 0 ? t('noHeader') : String(row) }))}
        value={String(reading.headerRow)}
        onChange={(value) => onReading({ headerRow: Number(value) })}
      />
      {hasClass(preview.fields) ? null : <ClassName value={className} onChange={onClassName} />}
    </div>
  );
}

function hasClass(fields: readonly string[]): boolean {
  return fields.includes('pupil.className') || fields.includes('pupil.grade');
}

function ClassName({ value, onChange }: { readonly value: string; readonly onChange: (className: string) => void }) {
  const t = useTranslations('imports.reading');
  const [typed, setTyped] = useState(value);
  const tell = useDebouncedCallback(onChange, 400);
  return (
    <TextInput
      label={t('className')}
      placeholder={t('classNameHint')}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        tell(event.currentTarget.value);
      }}
    />
  );
}
