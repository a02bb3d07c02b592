import type { DrawItem } from '../../../shared/contract/slips.ts';
import type { PaperFont } from '../../../shared/domain/layout-text.ts';
import { codesOf, faceOf } from './measure.ts';

/** The fonts of one document, as its page contents refer to them. */
export interface ContentFonts {
  /** The glyph of a code point in hexadecimal, as the document's subset numbers it. */
  encode(codePoint: number, font: PaperFont): string;
  /** Declares the font on the current page and gives its resource name. */
  use(font: PaperFont): string;
  /** The resource name of a QR code, drawn once in a square of one by one point. */
  qr(rows: readonly string[]): string;
  /** Texts already shaped, since most of a slip repeats on every other. */
  readonly lines: Map<string, string>;
}

type TextItem = Extract<DrawItem, { kind: 'text' }>;
type LineItem = Extract<DrawItem, { kind: 'line' }>;
type BoxItem = Extract<DrawItem, { kind: 'box' }>;
type QrItem = Extract<DrawItem, { kind: 'qr' }>;

const ptPerMm = 72 / 25.4;
const rememberedLines = 2000;

const number = (value: number) => String(Math.round(value * 1000) / 1000);
const pt = (mm: number) => number(mm * ptPerMm);

/** The operand of the operator TJ: runs of glyphs with the kerning between them. */
function shape(text: string, font: PaperFont, fonts: ContentFonts): string {
  const face = faceOf(font);
  let run = '';
  let shaped = '';
  let left = 0;
  for (const code of codesOf(text)) {
    const kern = left === 0 ? 0 : face.kern(left, code);
    if (kern !== 0) {
      shaped += `<${run}>${number(-kern)}`;
      run = '';
    }
    run += fonts.encode(code, font);
    left = code;
  }
  return `[${shaped}<${run}>]`;
}

function shapeOnce(text: string, font: PaperFont, fonts: ContentFonts): string {
  const key = `${font} ${text}`;
  const known = fonts.lines.get(key);
  if (known !== undefined) return known;
  const shaped = shape(text, font, fonts);
  if (fonts.lines.size < rememberedLines) fonts.lines.set(key, shaped);
  return shaped;
}

/** The page's y axis points down, so the letters are turned upright again. */
function drawText(item: TextItem, fonts: ContentFonts): string {
  const place = `1 0 0 -1 ${pt(item.xMm)} ${pt(item.baselineMm)} Tm`;
  const font = `/${fonts.use(item.font)} ${number(item.sizePt)} Tf`;
  return `BT ${number(item.grey)} g ${font} ${place} ${shapeOnce(item.text, item.font, fonts)} TJ ET`;
}

function drawLine(item: LineItem): string {
  const dash = item.dash === 'cut' ? '[2.5 2.5] 0 d' : '[] 0 d';
  const path = `${pt(item.x1Mm)} ${pt(item.y1Mm)} m ${pt(item.x2Mm)} ${pt(item.y2Mm)} l S`;
  return `${number(item.grey)} G ${number(item.widthPt)} w ${dash} ${path}`;
}

/** How far the control points of a quarter circle stand from its ends, as a share of the radius. */
const quarter = 0.5523;

function drawBox({ xMm: x, yMm: y, widthMm: w, heightMm: h, radiusMm, fillGrey }: BoxItem): string {
  const r = Math.min(radiusMm, w / 2, h / 2);
  const k = r * (1 - quarter);
  const go = (operator: string, ...mm: readonly number[]) => `${mm.map(pt).join(' ')} ${operator}`;
  const path = [
    go('m', x + r, y),
    go('l', x + w - r, y),
    go('c', x + w - k, y, x + w, y + k, x + w, y + r),
    go('l', x + w, y + h - r),
    go('c', x + w, y + h - k, x + w - k, y + h, x + w - r, y + h),
    go('l', x + r, y + h),
    go('c', x + k, y + h, x, y + h - k, x, y + h - r),
    go('l', x, y + r),
    go('c', x, y + k, x + k, y, x + r, y),
  ];
  return `${number(fillGrey)} g ${path.join(' ')} f`;
}

/** Black runs of a QR code in a square of one by one point, y downwards: a drawing that pages refer to. */
export function qrContent(rows: readonly string[]): string {
  const side = 1 / rows.length;
  const runs = rows.flatMap((row, y) =>
    [...row.matchAll(/1+/g)].map(({ index, 0: run }) => `${index * side} ${y * side} ${run.length * side} ${side} re`),
  );
  return `0 g ${runs.join(' ')} f`;
}

function drawQr({ xMm, yMm, sideMm, rows }: QrItem, fonts: ContentFonts): string {
  return `q ${pt(sideMm)} 0 0 ${pt(sideMm)} ${pt(xMm)} ${pt(yMm)} cm /${fonts.qr(rows)} Do Q`;
}

function drawItem(item: DrawItem, fonts: ContentFonts): string {
  switch (item.kind) {
    case 'text':
      return item.text === '' ? '' : drawText(item, fonts);
    case 'line':
      return drawLine(item);
    case 'box':
      return drawBox(item);
    case 'qr':
      return drawQr(item, fonts);
    case 'logo':
      // A picture is no text of the page: the document places it.
      return '';
  }
}

/** A page's drawing operators (ISO 32000-1, 8 and 9), in the order of the items: a box lies under what follows it. */
export function contentOf(items: readonly DrawItem[], fonts: ContentFonts): string {
  return items.map((item) => drawItem(item, fonts)).join('\n');
}
