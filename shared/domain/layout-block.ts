import type { DrawItem } from '../contract/slips.ts';
import {
  ellipsis,
  lineHeight,
  type Measure,
  sizeToFit,
  type TextStyle,
  textAt,
  type Wrap,
  wrap,
} from './layout-text.ts';

/** A piece of a layout of known height, drawn wherever its top left corner is put. Millimetres. */
export interface Block {
  readonly heightMm: number;
  draw(xMm: number, yMm: number): readonly DrawItem[];
}

/** What blocks are made with: the measure, the column's width in millimetres, and a memory of lines broken before. */
export interface Pen {
  readonly measure: Measure;
  readonly wrap?: Wrap;
  readonly widthMm: number;
}

/** Nothing, of a height. */
export function space(heightMm: number): Block {
  return { heightMm, draw: () => [] };
}

/** Lines of text under one another. */
export function lines(texts: readonly string[], style: TextStyle): Block {
  const step = lineHeight(style);
  return {
    heightMm: texts.length * step,
    draw: (x, y) => texts.map((text, index) => textAt(text, style, x, y + index * step)),
  };
}

function linesOf(text: string, style: TextStyle, pen: Pen): readonly string[] {
  return pen.wrap ? pen.wrap(text, style, pen.widthMm) : wrap(text, style, pen.widthMm, pen.measure);
}

/** A text in as many lines as it needs. An empty text takes no room. */
export function paragraph(text: string, style: TextStyle, pen: Pen): Block {
  return text === '' ? space(0) : lines(linesOf(text, style, pen), style);
}

/** A text in at most so many lines; what remains is cut with an ellipsis. */
export function clipped(text: string, style: TextStyle, most: number, pen: Pen): Block {
  const { measure, widthMm } = pen;
  const all = linesOf(text, style, pen);
  if (all.length <= most) return lines(all, style);
  const rest = all.slice(most - 1).join(' ');
  return lines([...all.slice(0, most - 1), ellipsis(rest, style, widthMm, measure)], style);
}

/** The break between words that makes the wider of two lines as narrow as can be. */
function halves(text: string, style: TextStyle, measure: Measure): readonly string[] {
  const words = text.split(' ');
  const wider = (pair: readonly string[]) => Math.max(...pair.map((line) => measure(line, style.font, style.sizePt)));
  const splits = words.slice(1).map((_, index) => [words.slice(0, index + 1), words.slice(index + 1)]);
  const pairs = splits.map((pair) => pair.map((line) => line.join(' ')));
  return pairs.reduce((best, pair) => (wider(pair) < wider(best) ? pair : best), pairs[0] ?? [text]);
}

/**
 * A text in one line, set smaller down to the floor where it must be; in two even lines where that is too wide, and in
 * as many as it needs where a word is wider than the column.
 */
export function headline(text: string, style: TextStyle, floorPt: number, pen: Pen): Block {
  const { measure, widthMm } = pen;
  const fits = (line: string, sizePt: number) => measure(line, style.font, sizePt) <= widthMm;
  const sizePt = sizeToFit(text, style, floorPt, widthMm, measure);
  if (fits(text, sizePt)) return lines([text], { ...style, sizePt });
  const two = halves(text, style, measure);
  const both = Math.min(...two.map((line) => sizeToFit(line, style, floorPt, widthMm, measure)));
  if (two.every((line) => fits(line, both))) return lines(two, { ...style, sizePt: both });
  return paragraph(text, { ...style, sizePt }, pen);
}

/** Blocks under one another. */
export function stack(...blocks: readonly Block[]): Block {
  return {
    heightMm: blocks.reduce((sum, block) => sum + block.heightMm, 0),
    draw(x, y) {
      let top = y;
      return blocks.flatMap((block) => {
        const items = block.draw(x, top);
        top += block.heightMm;
        return items;
      });
    },
  };
}

/** The blocks with a gap between each two. */
export function spaced(blocks: readonly Block[], gapMm: number): readonly Block[] {
  return blocks.flatMap((block, index) => (index === 0 ? [block] : [space(gapMm), block]));
}

/** The first block when it is low enough, else the lowest of all. */
export function lowest(first: Block, others: () => readonly Block[], lowEnoughMm: number): Block {
  if (first.heightMm <= lowEnoughMm) return first;
  return others().reduce((best, block) => (block.heightMm < best.heightMm ? block : best), first);
}

/** Two blocks side by side with aligned tops; the second starts at `offsetMm`. */
export function beside(left: Block, right: Block, offsetMm: number): Block {
  return {
    heightMm: Math.max(left.heightMm, right.heightMm),
    draw: (x, y) => [...left.draw(x, y), ...right.draw(x + offsetMm, y)],
  };
}

/** A block on a grey field with an inner margin. */
export function onField(inner: Block, widthMm: number, marginMm: number, fillGrey: number): Block {
  const heightMm = inner.heightMm + 2 * marginMm;
  return {
    heightMm,
    draw: (xMm, yMm) => [
      { kind: 'box', xMm, yMm, widthMm, heightMm, radiusMm: 1.2, fillGrey },
      ...inner.draw(xMm + marginMm * 1.6, yMm + marginMm),
    ],
  };
}

/** The first of the attempts, from roomy to dense, that is at most so high; the densest when none is. */
export function firstThatFits<Attempt, Made extends Block>(
  attempts: readonly Attempt[],
  heightMm: number,
  make: (attempt: Attempt) => Made,
): Made {
  const [first, ...others] = attempts;
  if (first === undefined) throw new RangeError('nothing to try');
  let block = make(first);
  for (const attempt of others) {
    if (block.heightMm <= heightMm) return block;
    block = make(attempt);
  }
  return block;
}
