import type { SlipBlock } from '../contract/slip-templates.ts';
import type { DrawItem, Sheet } from '../contract/slips.ts';
import type { Pen } from './layout-block.ts';
import { recipientPart } from './layout-slip-card.ts';
import type { CardJob } from './layout-slip-job.ts';
import { stubPart } from './layout-slip-stub.ts';
import { templatePart } from './layout-slip-template.ts';
import { type Measure, rememberingWrap } from './layout-text.ts';
import { a4, cellsOf, type SlipFormatId, slipFormat } from './slip-formats.ts';
import type { PaperWords, SlipContent, SlipFrame } from './slip-texts.ts';

/** What a layout of slips needs besides the slips. */
export interface SlipJob {
  readonly perPage: SlipFormatId;
  /** The first place of the first sheet that is used, from 1: for a sheet of labels used in part. */
  readonly startCell?: number;
  readonly foldLine?: boolean;
  /** The school's own arrangement of the recipient's part, in place of the usual one. */
  readonly blocks?: readonly SlipBlock[] | undefined;
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
export function slipAreas(place: number, id: SlipFormatId): { cell: Area; recipient: Area; stub: Area } {
  const { columns, leftMm, topMm, pitchXMm, pitchYMm, widthMm, heightMm, stubMm, paddingMm } = slipFormat(id);
  const xMm = leftMm + (place % columns) * pitchXMm;
  const yMm = topMm + Math.floor(place / columns) * pitchYMm;
  const inner = { xMm: xMm + paddingMm, widthMm: widthMm - 2 * paddingMm };
  const tearMm = yMm + heightMm - stubMm;
  const below = stubMm === 0 ? 2 : 1.55;
  return {
    cell: { xMm, yMm, widthMm, heightMm },
    recipient: { ...inner, yMm: yMm + paddingMm, heightMm: heightMm - stubMm - paddingMm * below },
    stub: { ...inner, yMm: tearMm + paddingMm * 0.5, heightMm: Math.max(0, stubMm - paddingMm * 1.2) },
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
function cutLines(id: SlipFormatId): readonly DrawItem[] {
  const { cut, columns, rows, leftMm, topMm, widthMm, heightMm } = slipFormat(id);
  if (!cut) return [];
  const xs = Array.from({ length: columns + 1 }, (_, index) => leftMm + index * widthMm);
  const ys = Array.from({ length: rows + 1 }, (_, index) => topMm + index * heightMm);
  const right = a4.widthMm - leftMm;
  const bottom = a4.heightMm - topMm;
  return [
    ...xs.slice(1, -1).map((x) => line(x, topMm, x, bottom, 'solid', 0.72)),
    ...ys.slice(1, -1).map((y) => line(leftMm, y, right, y, 'solid', 0.72)),
    ...xs.flatMap((x) => ys.flatMap((y) => cross(x, y))),
  ];
}

function penOf({ measure, perPage }: SlipJob): Pen {
  return { measure, wrap: rememberingWrap(measure), widthMm: slipAreas(0, perPage).recipient.widthMm };
}

/** Where to fold: short marks at both edges, halfway down the recipient's part, so that nothing secret stays outside. */
function foldMarks({ xMm, widthMm, yMm, heightMm }: Area, recipient: Area): readonly DrawItem[] {
  const y = yMm + (recipient.yMm - yMm + recipient.heightMm) / 2;
  const arm = Math.min((recipient.xMm - xMm) * 0.8, 5);
  const right = xMm + widthMm;
  return heightMm === 0 ? [] : [line(xMm, y, xMm + arm, y, 'cut', 0.3), line(right - arm, y, right, y, 'cut', 0.3)];
}

function drawSlip(slip: SlipContent, position: number, place: number, job: SlipJob, pen: Pen): readonly DrawItem[] {
  const { cell, recipient, stub } = slipAreas(place, job.perPage);
  const { sizes, stubMm } = slipFormat(job.perPage);
  const card: CardJob = { frame: job.frame, words: job.words, sizes, pen };
  const tear = cell.yMm + cell.heightMm - stubMm;
  const forSchool = [
    line(cell.xMm + 2, tear, cell.xMm + cell.widthMm - 2, tear, 'cut', 0.45),
    ...stubPart(slip, position, stub.heightMm, card).draw(stub.xMm, stub.yMm),
  ];
  const part = job.blocks
    ? templatePart(job.blocks, slip, position, recipient.heightMm, card)
    : recipientPart(slip, position, recipient.heightMm, card);
  return [
    ...part.draw(recipient.xMm, recipient.yMm),
    ...(job.foldLine ? foldMarks(cell, recipient) : []),
    ...(stubMm === 0 ? [] : forSchool),
  ];
}

/** Places of the first sheet that stay empty. */
const skipped = ({ startCell = 1, perPage }: Pick<SlipJob, 'startCell' | 'perPage'>) =>
  Math.min(Math.max(startCell - 1, 0), cellsOf(perPage) - 1);

/** How many sheets so many slips take. */
export function sheetCount(slips: number, perPage: SlipFormatId, startCell = 1): number {
  return slips === 0 ? 0 : Math.ceil((slips + skipped({ perPage, startCell })) / cellsOf(perPage));
}

function drawSheet(slips: readonly SlipContent[], page: number, job: SlipJob, pen: Pen): Sheet {
  const cells = cellsOf(job.perPage);
  const first = page * cells - skipped(job);
  const drawn = Array.from({ length: cells }, (_, place) => {
    const slip = slips[first + place];
    return slip ? drawSlip(slip, first + place + 1, place, job, pen) : [];
  });
  return { ...a4, items: [...cutLines(job.perPage), ...drawn.flat()] };
}

/** One sheet of a batch (0-based). Every slip on it is made from one content and nothing else. */
export function slipSheet(slips: readonly SlipContent[], page: number, job: SlipJob): Sheet {
  return drawSheet(slips, page, job, penOf(job));
}

/** All sheets of a batch, made one at a time as they are asked for. */
export function* slipSheets(slips: readonly SlipContent[], job: SlipJob): Generator<Sheet> {
  const pen = penOf(job);
  const pages = sheetCount(slips.length, job.perPage, job.startCell);
  for (let page = 0; page < pages; page += 1) yield drawSheet(slips, page, job, pen);
}
