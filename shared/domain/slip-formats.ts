import type { LabelSheetId, PerPage } from '../contract/slips.ts';
import type { CardSizes } from './layout-slip-job.ts';

/** A4 portrait, millimetres. */
export const a4 = { widthMm: 210, heightMm: 297 } as const;

/** Slips to cut apart, by their number on a page, or a sheet of labels. */
export type SlipFormatId = PerPage | LabelSheetId;

/** Where slips stand on a sheet and how they are set. Millimetres and points. */
export interface SlipFormat {
  readonly columns: number;
  readonly rows: number;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly leftMm: number;
  readonly topMm: number;
  /** From the left edge of one slip to that of the next; more than the width where labels have gaps. */
  readonly pitchXMm: number;
  readonly pitchYMm: number;
  /** The teacher's part; 0: none. */
  readonly stubMm: number;
  readonly paddingMm: number;
  readonly sizes: CardSizes;
  /** The sheet is cut apart; labels come apart by themselves. */
  readonly cut: boolean;
}

/** Office printers leave a strip of some millimetres at the edges blank. */
const marginMm = 7;

type Setting = Pick<SlipFormat, 'stubMm' | 'paddingMm' | 'sizes'>;

function cutGrid(columns: number, rows: number, setting: Setting): SlipFormat {
  const widthMm = (a4.widthMm - 2 * marginMm) / columns;
  const heightMm = (a4.heightMm - 2 * marginMm) / rows;
  const pitch = { pitchXMm: widthMm, pitchYMm: heightMm };
  return { columns, rows, widthMm, heightMm, leftMm: marginMm, topMm: marginMm, ...pitch, cut: true, ...setting };
}

interface LabelPlace {
  readonly leftMm: number;
  readonly topMm: number;
  readonly pitchXMm: number;
  readonly pitchYMm: number;
}

function labels(columns: number, rows: number, widthMm: number, heightMm: number, place?: LabelPlace): SlipFormat {
  const even: LabelPlace = {
    leftMm: (a4.widthMm - columns * widthMm) / 2,
    topMm: (a4.heightMm - rows * heightMm) / 2,
    pitchXMm: widthMm,
    pitchYMm: heightMm,
  };
  const sizes: CardSizes = {
    name: 9,
    role: 7,
    body: 6.75,
    small: 5.75,
    secret: 12.5,

    columns: 1,
    parts: 'label',
  };
  const large: CardSizes = {
    name: 11,
    role: 9,
    body: 7.5,
    small: 6.25,
    secret: 14,

    columns: 1,
    parts: 'short',
  };
  const setting = { stubMm: 0, paddingMm: 3.6, sizes: heightMm > 60 ? large : sizes };
  return { columns, rows, widthMm, heightMm, ...(place ?? even), cut: false, ...setting };
}

const formats: Readonly<Record<SlipFormatId, SlipFormat>> = {
  1: cutGrid(1, 1, {
    stubMm: 56,
    paddingMm: 16,
    sizes: { name: 20, role: 17, body: 13, small: 12, secret: 26, barcode: 23, columns: 1, parts: 'full' },
  }),
  2: cutGrid(1, 2, {
    stubMm: 26,
    paddingMm: 8,
    sizes: { name: 17, role: 14.5, body: 11.5, small: 9.5, secret: 22, barcode: 23, columns: 2, parts: 'full' },
  }),
  4: cutGrid(2, 2, {
    stubMm: 27,
    paddingMm: 5.5,
    sizes: { name: 16, role: 13.5, body: 10.5, small: 8.75, secret: 22, barcode: 20, columns: 1, parts: 'full' },
  }),
  8: cutGrid(2, 4, {
    stubMm: 14.2,
    paddingMm: 3.4,
    sizes: { name: 11.5, role: 10, body: 7.75, small: 6.25, secret: 14, barcode: 17, columns: 2, parts: 'full' },
  }),
  12: cutGrid(3, 4, {
    stubMm: 14,
    paddingMm: 3.2,
    sizes: { name: 10.5, role: 8.5, body: 7, small: 5.75, secret: 12.5, columns: 1, parts: 'short' },
  }),
  '3x8': labels(3, 8, 70, 37),
  '3x7': labels(3, 7, 63.5, 38.1, { leftMm: 7.25, topMm: 15.15, pitchXMm: 66, pitchYMm: 38.1 }),
  '2x8': labels(2, 8, 105, 37),
  '2x7': labels(2, 7, 99.1, 38.1, { leftMm: 4.65, topMm: 15.15, pitchXMm: 101.6, pitchYMm: 38.1 }),
  '2x4': labels(2, 4, 99.1, 67.7, { leftMm: 4.65, topMm: 13.1, pitchXMm: 101.6, pitchYMm: 67.7 }),
};

/** How a format is laid out. */
export function slipFormat(id: SlipFormatId): SlipFormat {
  return formats[id];
}

/** How many slips a sheet of the format holds. */
export function cellsOf(id: SlipFormatId): number {
  return formats[id].columns * formats[id].rows;
}
