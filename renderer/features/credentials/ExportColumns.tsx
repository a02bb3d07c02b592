import { ActionIcon, Checkbox, Select, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { type ExportField, type ExportLayout, exportFieldSchema } from '../../../shared/contract/settings.ts';
import styles from './Issue.module.css';

interface ExportColumnsProps {
  readonly layout: ExportLayout;
  readonly onChange: (layout: ExportLayout) => void;
}

type Column = ExportLayout['columns'][number];

/** The columns of the file in their order, each with the title the diary expects. */
export function ExportColumns({ layout, onChange }: ExportColumnsProps) {
  const t = useTranslations('credentials.export');
  const { columns } = layout;
  const put = (next: Column[]) => onChange({ ...layout, columns: next });
  const free = exportFieldSchema.options.filter((field) => !columns.some((column) => column.field === field));
  const add = (field: ExportField | null) => field !== null && put([...columns, { field, title: t(`field.${field}`) }]);
  return (
    <fieldset className={styles.columns}>
      <legend className={styles.legend}>{t('columns')}</legend>
      {columns.map((column, place) => (
        <ColumnLine
          key={column.field}
          column={column}
          first={place === 0}
          last={place === columns.length - 1}
          only={columns.length === 1}
          onTitle={(title) => put(columns.map((one) => (one === column ? { ...one, title } : one)))}
          onMove={(step) => put(moved(columns, place, step))}
          onRemove={() => put(columns.filter((one) => one !== column))}
        />
      ))}
      <div className={styles.columnsFoot}>
        <Select<ExportField>
          size="xs"
          aria-label={t('add')}
          placeholder={t('add')}
          disabled={free.length === 0}
          data={free.map((field) => ({ value: field, label: t(`field.${field}`) }))}
          value={null}
          onChange={add}
        />
        <Checkbox
          size="xs"
          label={t('withHeader')}
          checked={layout.withHeader}
          onChange={(event) => onChange({ ...layout, withHeader: event.currentTarget.checked })}
        />
      </div>
    </fieldset>
  );
}

function moved(columns: readonly Column[], place: number, step: -1 | 1): Column[] {
  const next = [...columns];
  const [taken] = next.splice(place, 1);
  if (taken !== undefined) next.splice(place + step, 0, taken);
  return next;
}

interface ColumnLineProps {
  readonly column: Column;
  readonly first: boolean;
  readonly last: boolean;
  readonly only: boolean;
  readonly onTitle: (title: string) => void;
  readonly onMove: (step: -1 | 1) => void;
  readonly onRemove: () => void;
}

function ColumnLine({ column, first, last, only, onTitle, onMove, onRemove }: ColumnLineProps) {
  const t = useTranslations('credentials.export');
  const name = t(`field.${column.field}`);
  return (
    <div className={styles.column}>
      <span>{name}</span>
      <TextInput
        size="xs"
        maxLength={60}
        aria-label={t('columnTitle', { name })}
        value={column.title}
        onChange={(event) => onTitle(event.currentTarget.value)}
      />
      <ActionIcon.Group>
        <ActionIcon
          variant="default"
          size={28}
          disabled={first}
          aria-label={t('up', { name })}
          onClick={() => onMove(-1)}
        >
          <IconArrowUp size={14} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size={28}
          disabled={last}
          aria-label={t('down', { name })}
          onClick={() => onMove(1)}
        >
          <IconArrowDown size={14} />
        </ActionIcon>
      </ActionIcon.Group>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        disabled={only}
        aria-label={t('removeColumn', { name })}
        onClick={onRemove}
      >
        <IconX size={14} />
      </ActionIcon>
    </div>
  );
}
