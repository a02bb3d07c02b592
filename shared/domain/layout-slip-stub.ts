import type { DrawItem } from '../contract/slips.ts';
import {
  type Block,
  beside,
  clipped,
  firstThatFits,
  headline,
  lines,
  type Pen,
  paragraph,
  space,
  stack,
} from './layout-block.ts';
import type { CardJob } from './layout-slip-job.ts';
import { lineHeight, mmPerPt, type TextStyle } from './layout-text.ts';
import { holderWords, numberWords, roleWords, type SlipContent, scannedNumber } from './slip-texts.ts';

const soft = 0.38;

/** The last resort for a narrow slip of many children: the first ones stand for all. */
const sparsest = 0.55;

/** A rule to write on, at the foot of a line of text, with its label before it. */
function blank(label: string, style: TextStyle, widthMm: number, pen: Pen): Block {
  const from = pen.measure(label, style.font, style.sizePt) + 1;
  const at = lineHeight(style);
  const rule = (x: number, y: number): DrawItem => ({
    kind: 'line',
    x1Mm: x + from,
    y1Mm: y + at,
    x2Mm: x + widthMm,
    y2Mm: y + at,
    widthPt: 0.5,
    dash: 'solid',
    grey: 0.4,
  });
  return { heightMm: at, draw: (x, y) => [...lines([label], style).draw(x, y), rule(x, y)] };
}

/** A line of text with another at the right edge. */
function edges(left: (pen: Pen) => Block, right: string, style: TextStyle, pen: Pen): Block {
  const width = pen.measure(right, style.font, style.sizePt);
  return beside(left({ ...pen, widthMm: pen.widthMm - width - 3 }), lines([right], style), pen.widthMm - width);
}

function login(slip: SlipContent, { sizes, pen }: CardJob, scale: number): Block {
  const style: TextStyle = { font: 'mono-bold', sizePt: sizes.body * 1.08 * scale };
  return headline(slip.login, style, 5, pen);
}

function signing({ words, sizes, pen }: CardJob, scale: number): Block {
  const label: TextStyle = { font: 'regular', sizePt: sizes.small * scale, grey: soft };
  const signature = blank(words.slip.signature, label, pen.widthMm * 0.57, pen);
  return beside(signature, blank(words.slip.date, label, pen.widthMm * 0.4, pen), pen.widthMm * 0.6);
}

/** Login and signature in one line, or in two where the format has room. */
function foot(slip: SlipContent, job: CardJob, scale: number): Block {
  const { sizes, pen } = job;
  if (sizes.columns === 1) return stack(login(slip, job, scale), space(sizes.body * 0.2), signing(job, scale));
  const offset = pen.widthMm * 0.42;
  const left = login(slip, { ...job, pen: { ...pen, widthMm: offset - 3 } }, scale);
  const right = signing({ ...job, pen: { ...pen, widthMm: pen.widthMm - offset } }, scale);
  return beside(left, stack(space(Math.max(0, left.heightMm - right.heightMm)), right), offset);
}

/** How high the bars of the barcode's face are, as a share of its size; nothing hangs below their baseline. */
const barsEm = 0.59;

/** The number for a scanner; undefined before printing, and where the format has no room for it. */
function barcode(position: number, { frame, sizes, pen }: CardJob): Barcode | undefined {
  const text = scannedNumber(position, frame.batch);
  const { barcode: sizePt } = sizes;
  if (text === undefined || sizePt === undefined) return undefined;
  const font = 'barcode';
  const heightMm = sizePt * mmPerPt * barsEm;
  return {
    widthMm: pen.measure(text, font, sizePt),
    heightMm,
    draw: (xMm, yMm) => [{ kind: 'text', xMm, baselineMm: yMm + heightMm, sizePt, font, grey: 0, text }],
  };
}

interface Barcode extends Block {
  readonly widthMm: number;
}

/** Whom the slip is for, with the barcode at the right edge. */
function besideBarcode(left: (pen: Pen) => Block, code: Barcode, pen: Pen): Block {
  const codeMm = pen.widthMm - code.widthMm;
  return beside(left({ ...pen, widthMm: codeMm - 3 }), code, codeMm);
}

interface Stub extends Block {
  fitted(heightMm: number): Block;
}

function stub(slip: SlipContent, position: number, job: CardJob, { scale, code }: Attempt): Stub {
  const { words, frame, sizes, pen } = job;
  const small: TextStyle = { font: 'regular', sizePt: sizes.small * scale, grey: soft };
  const name: TextStyle = { font: 'medium', sizePt: sizes.body * scale };
  const who = `${roleWords(slip, words)} · ${holderWords(slip, words)}`;
  const number = numberWords(slip, position, frame.batch, words);
  const title = (rest: Pen) => headline(slip.name, name, name.sizePt * 0.8, rest);
  const head =
    sizes.columns === 1
      ? stack(
          edges(() => lines([words.slip.stub], small), number, small, pen),
          title(pen),
        )
      : edges(title, `${words.slip.stub} · ${number}`, { ...small, sizePt: small.sizePt * 0.88 }, pen);
  const holder = (rest: Pen) => (scale <= sparsest ? clipped(who, small, 1, rest) : paragraph(who, small, rest));
  const top = stack(head, code === undefined ? holder(pen) : besideBarcode(holder, code, pen));
  const bottom = foot(slip, job, scale);
  const arrange = (gapMm: number) => stack(top, space(gapMm), bottom);
  return { ...arrange(0), fitted: (heightMm) => arrange(Math.max(0, heightMm - top.heightMm - bottom.heightMm)) };
}

const scales = [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55];

interface Attempt {
  readonly scale: number;
  readonly code: Barcode | undefined;
}

/** Without the barcode only where the texts would become small. */
function attempts(code: Barcode | undefined): readonly Attempt[] {
  const without = scales.map((scale) => ({ scale, code: undefined }));
  if (code === undefined) return without;
  return [...scales.filter((scale) => scale >= 0.8).map((scale) => ({ scale, code })), ...without];
}

/** The part that stays with the teacher: whose, which login, signature and date. Never the password. */
export function stubPart(slip: SlipContent, position: number, heightMm: number, job: CardJob): Block {
  const tried = attempts(barcode(position, job));
  return firstThatFits(tried, heightMm, (attempt) => stub(slip, position, job, attempt)).fitted(heightMm);
}
