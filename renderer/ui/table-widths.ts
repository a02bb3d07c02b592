import {
  type ColumnSizingState,
  columnResizingFeature,
  columnSizingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type PointerEvent, useEffect, useMemo, useState } from 'react';
import { z } from 'zod';
import { readRemembered, remember } from './remembered.ts';

const features = tableFeatures({ columnSizingFeature, columnResizingFeature });
const rememberedSchema = z.record(z.string(), z.number().min(40).max(1200));
const noRows: readonly object[] = [];

/** Widths of the columns as a CSS grid template, and the handle that drags one. */
export interface ColumnWidths {
  readonly template: string;
  /** Pixels below which the columns no longer fit, and the table scrolls. */
  readonly least: number;
  readonly grab: (columnId: string) => (event: PointerEvent) => void;
}

interface SizedColumn {
  readonly id: string;
  readonly width: number;
}

/** Keeps column widths under the table's name on this computer. The others share what is left in proportion. */
export function useColumnWidths(name: string, columns: readonly SizedColumn[]): ColumnWidths {
  const [columnSizing, setColumnSizing] = useState<ColumnSizingState>(() => readWidths(name));
  const definitions = useMemo(() => columns.map(({ id, width }) => ({ id, size: width, minSize: 48 })), [columns]);
  const table = useTable({
    features,
    columns: definitions,
    data: noRows,
    columnResizeMode: 'onChange',
    state: { columnSizing },
    onColumnSizingChange: setColumnSizing,
  });
  useEffect(() => remember(`widths.${name}`, JSON.stringify(columnSizing)), [name, columnSizing]);
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  return {
    template: headers.map(({ column }) => trackOf(column.getSize(), column.id in columnSizing)).join(' '),
    least: headers.reduce((sum, { column }) => sum + leastOf(column.getSize(), column.id in columnSizing), 0),
    grab: (columnId) => (event) => headers.find((header) => header.column.id === columnId)?.getResizeHandler()(event),
  };
}

/** A column that nobody has dragged shares what there is; a dragged one stays as wide as it was made. */
function trackOf(width: number, dragged: boolean): string {
  return dragged ? `${width}px` : `minmax(${leastOf(width, dragged)}px, ${width}fr)`;
}

function leastOf(width: number, dragged: boolean): number {
  return dragged ? width : Math.round(width * 0.6);
}

function readWidths(name: string): ColumnSizingState {
  try {
    return rememberedSchema.parse(JSON.parse(readRemembered(`widths.${name}`) ?? '{}'));
  } catch {
    return {};
  }
}
