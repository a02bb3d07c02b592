import type { ReactNode } from 'react';
import type { Selection } from './table-selection.ts';

/** One column: `render` draws the cell. `sort` names the order that its header asks for. */
export interface DataColumn<Row, Sort extends string = string> {
  readonly id: string;
  readonly title: string;
  /** Pixels at first; people may change it, and the change is remembered. */
  readonly width: number;
  readonly sort?: Sort;
  readonly align?: 'start' | 'end';
  readonly render: (row: Row) => ReactNode;
}

/** The order of the rows. */
export interface DataSort<Sort extends string = string> {
  readonly by: Sort;
  readonly descending: boolean;
}

/** What a table shows and tells; rows may be read piece by piece. */
export interface DataTableProps<Row, Sort extends string = string> {
  /** Remembers widths under this name and names the table for a screen reader. */
  readonly name: string;
  readonly label: string;
  readonly columns: readonly DataColumn<Row, Sort>[];
  /** How many rows there are in all. */
  readonly total: number;
  /** The row at a 0-based place; undefined while it is being read. */
  readonly rowAt: (index: number) => Row | undefined;
  readonly idOf: (row: Row) => number;
  /** Says the row in words: for its checkbox and for jumping by the first letter. */
  readonly nameOf: (row: Row) => string;
  /** Tells which rows are on screen, so that they can be read. */
  readonly onRange?: (first: number, last: number) => void;
  readonly sort?: DataSort<Sort>;
  readonly onSort?: (sort: DataSort<Sort>) => void;
  /** From `useSelection`; without it the table has no checkboxes. */
  readonly selection?: Selection;
  /** Selects everything that passes the filter, also what has not been read. */
  readonly onSelectAll?: () => void;
  /** Opens a row's card. */
  readonly onOpen?: (row: Row) => void;
  readonly openId?: number | undefined;
  /** Esc with nothing selected. */
  readonly onEscape?: () => void;
  /** Replaces the rows when there are none. */
  readonly empty?: ReactNode;
}
