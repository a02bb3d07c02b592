// biome-ignore-all lint/a11y/useSemanticElements: virtual rows stand at absolute places, which table elements cannot; ARIA grid roles say the same
import { Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import styles from './DataTable.module.css';
import type { DataColumn, DataTableProps } from './table-types.ts';
import type { ColumnWidths } from './table-widths.ts';

type HeaderProps<Row, Sort extends string> = DataTableProps<Row, Sort> & {
  readonly template: string;
  readonly widths: ColumnWidths;
};

/** The sticky header: select all, titles that sort, edges that change widths. */
export function DataTableHeader<Row, Sort extends string>(props: HeaderProps<Row, Sort>) {
  return (
    <div className={styles.headGroup} role="rowgroup">
      <div
        className={styles.head}
        role="row"
        tabIndex={-1}
        aria-rowindex={1}
        style={{ gridTemplateColumns: props.template }}
      >
        {props.selection === undefined ? null : <SelectAll table={props} />}
        {props.columns.map((column) => (
          <HeaderCell key={column.id} table={props} column={column} />
        ))}
      </div>
    </div>
  );
}

function SelectAll<Row, Sort extends string>({ table }: { readonly table: HeaderProps<Row, Sort> }) {
  const t = useTranslations('app.table');
  const count = table.selection?.count ?? 0;
  const all = count > 0 && count >= table.total;
  return (
    <div className={styles.select} role="columnheader" tabIndex={-1}>
      <Checkbox
        size="xs"
        aria-label={t('selectAll')}
        checked={all}
        indeterminate={count > 0 && !all}
        disabled={table.total === 0}
        onChange={() => (count > 0 ? table.selection?.clear() : table.onSelectAll?.())}
      />
    </div>
  );
}

interface HeaderCellProps<Row, Sort extends string> {
  readonly table: HeaderProps<Row, Sort>;
  readonly column: DataColumn<Row, Sort>;
}

function HeaderCell<Row, Sort extends string>({ table, column }: HeaderCellProps<Row, Sort>) {
  const t = useTranslations('app.table');
  const sorted = column.sort !== undefined && table.sort?.by === column.sort ? table.sort : undefined;
  const order = sorted?.descending ? 'descending' : 'ascending';
  return (
    <div
      className={styles.headCell}
      role="columnheader"
      tabIndex={-1}
      aria-sort={sorted === undefined ? undefined : order}
      data-align={column.align}
    >
      {column.sort === undefined || table.onSort === undefined ? (
        <span className={styles.headTitle}>{column.title}</span>
      ) : (
        <SortButton table={table} column={column} />
      )}
      <div
        className={styles.edge}
        title={t('resize', { column: column.title })}
        onPointerDown={table.widths.grab(column.id)}
      />
    </div>
  );
}

function SortButton<Row, Sort extends string>({ table, column }: HeaderCellProps<Row, Sort>) {
  const t = useTranslations('app.table');
  const by = column.sort;
  if (by === undefined) return null;
  const sorted = table.sort?.by === by ? table.sort : undefined;
  const Arrow = sorted?.descending ? IconArrowDown : IconArrowUp;
  return (
    <button
      type="button"
      className={styles.sort}
      title={t('sortBy', { column: column.title })}
      onClick={() => table.onSort?.({ by, descending: sorted !== undefined && !sorted.descending })}
    >
      {column.title}
      {sorted === undefined ? null : <Arrow size={13} aria-hidden />}
    </button>
  );
}
