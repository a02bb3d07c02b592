import type { DrawItem, Sheet } from '../contract/slips.ts';
import type { Pen } from './layout-block.ts';
import { type CardJob, type CardSizes, recipientPart } from './layout-slip-card.ts';
import { stubPart } from './layout-slip-stub.ts';
import { type Measure, rememberingWrap } from './layout-text.ts';
import type { PaperWords, SlipContent, SlipFrame } from './slip-texts.ts';

/** A4 portrait, millimetres. */
export const a4 = { widthMm: 210, heightMm: 297 } as const;

/** Office printers leave a strip of some millimetres at the edges blank. */
const marginMm = 7;

interface Format {
  readonly rows: number;
  readonly stubMm: number;
  readonly paddingMm: number;
  readonly sizes: CardSizes;
}

const columns = 2;

/** Eight slips, or four of the size of a postcard (A6), in two columns. */
const formats: Readonly<Record<4 | 8, Format>> = {
  8: {
    rows: 4,
    stubMm: 14.2,
    paddingMm: 3.4,
    sizes: { name: 11.5, role: 10, body: 7.75, small: 6.25, secret: 14, columns: 2 },
  },
  4: {
    rows: 2,
    stubMm: 27,
    paddingMm: 5.5,
    sizes: { name: 16, role: 13.5, body: 10.5, small: 8.75, secret: 22, columns: 1 },
  },
};

/** What a layout of slips needs besides the slips. */
export interface SlipJob {
  readonly perPage: 4 | 8;
  readonly frame: SlipFrame;
  readonly words: PaperWords;
  readonly measure: Measure;
}

/** A rectangle of a sheet in millimetres. */
export interface Area {
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
}

/** Where the slip at a place of its page stands (0 first, row by row), and where in it the recipient's part and the stub. */
export function slipAreas(place: number, perPage: 4 | 8): { cell: Area; recipient: Area; stub: Area } {
  const { rows, stubMm, paddingMm } = formats[perPage];
  const widthMm = (a4.widthMm - 2 * marginMm) / columns;
  const heightMm = (a4.heightMm - 2 * marginMm) / rows;
  const xMm = marginMm + (place % columns) * widthMm;
  const yMm = marginMm + Math.floor(place / columns) * heightMm;
  const inner = { xMm: xMm + paddingMm, widthMm: widthMm - 2 * paddingMm };
  const tearMm = yMm + heightMm - stubMm;
  return {
    cell: { xMm, yMm, widthMm, heightMm },
    recipient: { ...inner, yMm: yMm + paddingMm, heightMm: heightMm - stubMm - paddingMm * 1.55 },
    stub: { ...inner, yMm: tearMm + paddingMm * 0.5, heightMm: stubMm - paddingMm * 1.2 },
  };
}

type Line = Extract<DrawItem, { kind: 'line' }>;

function line(x1Mm: number, y1Mm: number, x2Mm: number, y2Mm: number, dash: Line['dash'], grey: number): Line {
  return { kind: 'line', x1Mm, y1Mm, x2Mm, y2Mm, widthPt: 0.4, dash, grey };
}

function cross(x: number, y: number): readonly DrawItem[] {
  const arm = 2;
  return [line(x - arm, y, x + arm, y, 'solid', 0.2), line(x, y - arm, x, y + arm, 'solid', 0.2)];
}

/** Where to cut the sheet apart: hairlines between the slips, a cross at every corner. */
function cutLines(perPage: 4 | 8): readonly DrawItem[] {
  const { cell } = slipAreas(0, perPage);
  const xs = Array.from({ length: columns + 1 }, (_, index) => marginMm + index * cell.widthMm);
  const ys = Array.from({ length: formats[perPage].rows + 1 }, (_, index) => marginMm + index * cell.heightMm);
  const right = a4.widthMm - marginMm;
  const bottom = a4.heightMm - marginMm;
  return [
    ...xs.slice(1, -1).map((x) => line(x, marginMm, x, bottom, 'solid', 0.72)),
    ...ys.slice(1, -1).map((y) => line(marginMm, y, right, y, 'solid', 0.72)),
    ...xs.flatMap((x) => ys.flatMap((y) => cross(x, y))),
  ];
}

function penOf({ measure, perPage }: SlipJob): Pen {
  return { measure, wrap: rememberingWrap(measure), widthMm: slipAreas(0, perPage).recipient.widthMm };
}

function drawSlip(slip: SlipContent, position: number, job: SlipJob, pen: Pen): readonly DrawItem[] {
  const place = (position - 1) % job.perPage;
  const { cell, recipient, stub } = slipAreas(place, job.perPage);
  const { sizes, stubMm } = formats[job.perPage];
  const card: CardJob = { frame: job.frame, words: job.words, sizes, pen };
  const tear = cell.yMm + cell.heightMm - stubMm;
  return [
    ...recipientPart(slip, position, recipient.heightMm, card).draw(recipient.xMm, recipient.yMm),
    line(cell.xMm + 2, tear, cell.xMm + cell.widthMm - 2, tear, 'cut', 0.45),
    ...stubPart(slip, position, stub.heightMm, card).draw(stub.xMm, stub.yMm),
  ];
}

/** How many sheets so many slips take. */
export function sheetCount(slips: number, perPage: 4 | 8): number {
  return Math.ceil(slips / perPage);
}

function drawSheet(slips: readonly SlipContent[], page: number, job: SlipJob, pen: Pen): Sheet {
  const first = page * job.perPage;
  const onPage = slips.slice(first, first + job.perPage);
  const drawn = onPage.flatMap((slip, place) => drawSlip(slip, first + place + 1, job, pen));
  return { ...a4, items: [...cutLines(job.perPage), ...drawn] };
}

/** One sheet of a batch (0-based). Every slip on it is made from one content and nothing else. */
export function slipSheet(slips: readonly SlipContent[], page: number, job: SlipJob): Sheet {
  return drawSheet(slips, page, job, penOf(job));
}

/** All sheets of a batch, made one at a time as they are asked for. */
export function* slipSheets(slips: readonly SlipContent[], job: SlipJob): Generator<Sheet> {
  const pen = penOf(job);
  for (let page = 0; page < sheetCount(slips.length, job.perPage); page += 1) yield drawSheet(slips, page, job, pen);
}
