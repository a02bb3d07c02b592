// biome-ignore-all lint/a11y/useFocusableInteractive: the grid itself has the focus and names the active row (aria-activedescendant)
// biome-ignore-all lint/a11y/useSemanticElements: virtual rows stand at absolute places, which table elements cannot; ARIA grid roles say the same
import { Checkbox } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import styles from './DataTable.module.css';
import { DataTableHeader } from './DataTableHeader.tsx';
import { type TableCursor, useTableCursor } from './table-cursor.ts';
import type { DataTableProps } from './table-types.ts';
import { useColumnWidths } from './table-widths.ts';

const ROW_PX = 36;

/**
 * The table of every page: virtual rows, sticky header, sorting, widths that are remembered, selection with Shift and
 * Space, arrows, Enter and Esc. Rows come from `rowAt`, so a hundred thousand cost no more than a screenful.
 */
export function DataTable<Row, Sort extends string = string>(props: DataTableProps<Row, Sort>) {
  const scroll = useRef<HTMLDivElement>(null);
  const widths = useColumnWidths(props.name, props.columns);
  const virtual = useVirtualizer({
    count: props.total,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
    scrollPaddingStart: ROW_PX,
  });
  const cursor = useTableCursor(props, (index) => virtual.scrollToIndex(index));
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const { onRange, total } = props;
  useEffect(() => {
    if (total > 0) onRange?.(first, last);
  }, [onRange, first, last, total]);

  const template = `${props.selection === undefined ? '' : '40px '}${widths.template}`;
  return (
    <div
      ref={scroll}
      className={styles.scroll}
      style={{ '--table-least': `${widths.least + (props.selection === undefined ? 32 : 72)}px` } as CSSProperties}
      role="grid"
      data-filled={props.total > 0 || undefined}
      aria-label={props.label}
      aria-rowcount={props.total + 1}
      aria-multiselectable={props.selection !== undefined}
      tabIndex={0}
      aria-activedescendant={props.total > 0 ? rowDomId(props.name, cursor.index) : undefined}
      onKeyDown={(event: KeyboardEvent) => cursor.onKeyDown(event)}
    >
      <DataTableHeader {...props} template={template} widths={widths} />
      {props.total === 0 ? (
        <EmptyRow>{props.empty}</EmptyRow>
      ) : (
        <div className={styles.body} role="rowgroup" style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => (
            <TableRow
              key={item.key}
              table={props}
              index={item.index}
              top={item.start}
              template={template}
              cursor={cursor}
            />
          ))}
        </div>
      )}
    </div>
  );
}

/** What a table says that has no rows; a grid may hold nothing but rows. */
function EmptyRow({ children }: { readonly children: ReactNode }) {
  if (children === null || children === undefined) return null;
  return (
    <div role="row">
      <div role="gridcell">{children}</div>
    </div>
  );
}

interface TableRowProps<Row, Sort extends string> {
  readonly table: DataTableProps<Row, Sort>;
  readonly index: number;
  readonly top: number;
  readonly template: string;
  readonly cursor: TableCursor;
}

function TableRow<Row, Sort extends string>({ table, index, top, template, cursor }: TableRowProps<Row, Sort>) {
  const row = table.rowAt(index);
  const id = row === undefined ? undefined : table.idOf(row);
  const selected = id !== undefined && (table.selection?.has(id) ?? false);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles keys for all rows (aria-activedescendant)
    <div
      id={rowDomId(table.name, index)}
      className={styles.row}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={table.selection === undefined ? undefined : selected}
      data-cursor={cursor.index === index || undefined}
      data-open={(id !== undefined && table.openId === id) || undefined}
      style={{ transform: `translateY(${top}px)`, gridTemplateColumns: template }}
      onClick={(event) => cursor.onClick(index, event.shiftKey)}
    >
      {table.selection === undefined ? null : (
        <SelectCell
          name={row === undefined ? '' : table.nameOf(row)}
          checked={selected}
          onToggle={(range) => cursor.toggle(index, range)}
        />
      )}
      {table.columns.map((column) => (
        <div key={column.id} className={styles.cell} role="gridcell" data-align={column.align}>
          {row === undefined ? <span className={styles.pending} /> : column.render(row)}
        </div>
      ))}
    </div>
  );
}

interface SelectCellProps {
  readonly name: string;
  readonly checked: boolean;
  readonly onToggle: (range: boolean) => void;
}

function SelectCell({ name, checked, onToggle }: SelectCellProps) {
  const t = useTranslations('app.table');
  return (
    <div className={styles.select} role="gridcell" onMouseDown={keepFocusInGrid}>
      <Checkbox
        size="xs"
        tabIndex={-1}
        checked={checked}
        aria-label={t('selectRow', { name })}
        onClick={(event) => {
          event.stopPropagation();
          onToggle(event.shiftKey);
        }}
        onChange={() => undefined}
      />
    </div>
  );
}

/** A click on a checkbox leaves the keyboard with the grid, so that arrows go on from there. */
function keepFocusInGrid(event: MouseEvent): void {
  event.preventDefault();
  event.currentTarget.closest<HTMLElement>('[role=grid]')?.focus();
}

function rowDomId(table: string, index: number): string {
  return `table-${table}-row-${index}`;
}
