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
  readonly grab: (columnId: string) => (event: PointerEvent) => void;
}

interface SizedColumn {
  readonly id: string;
  readonly width: number;
}

/** Keeps column widths under the table's name on this computer. The last column takes what is left. */
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
    template: headers.map((header, index) => trackOf(header.getSize(), index === headers.length - 1)).join(' '),
    grab: (columnId) => (event) => headers.find((header) => header.column.id === columnId)?.getResizeHandler()(event),
  };
}

function trackOf(width: number, isLast: boolean): string {
  return isLast ? `minmax(${width}px, 1fr)` : `${width}px`;
}

function readWidths(name: string): ColumnSizingState {
  try {
    return rememberedSchema.parse(JSON.parse(readRemembered(`widths.${name}`) ?? '{}'));
  } catch {
    return {};
  }
}
