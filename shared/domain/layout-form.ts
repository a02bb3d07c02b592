import type { DrawItem } from '../contract/slips.ts';
import { type Block, beside, lines, type Pen, paragraph, space, stack } from './layout-block.ts';
import { baselineOf, type TextStyle, textAt } from './layout-text.ts';

/** How forms to be filled in by hand are set. */
export const formStyles = {
  title: { font: 'bold', sizePt: 16 },
  strong: { font: 'medium', sizePt: 11 },
  text: { font: 'regular', sizePt: 11 },
  small: { font: 'regular', sizePt: 9 },
  hint: { font: 'regular', sizePt: 8, grey: 0.38 },
} as const satisfies Record<string, TextStyle>;

const { text, hint } = formStyles;
const lineMm = 8.4;

function rule(x1Mm: number, yMm: number, x2Mm: number): DrawItem {
  return { kind: 'line', x1Mm, y1Mm: yMm, x2Mm, y2Mm: yMm, widthPt: 0.5, dash: 'solid', grey: 0.4 };
}

/** A label and a line to write on, the value on it when it is known. */
export function fieldLine(label: string, value: string, pen: Pen, style: TextStyle = text): Block {
  const labelMm = label === '' ? 0 : pen.measure(label, style.font, style.sizePt) + 2;
  const inner: Pen = { ...pen, widthMm: pen.widthMm - labelMm };
  const written = value === '' ? space(lineMm - 2) : paragraph(value, { ...style, font: 'medium' }, inner);
  const heightMm = Math.max(lineMm, written.heightMm + 2.6);
  return {
    heightMm,
    draw: (x, y) => {
      const bottom = y + heightMm - 1;
      const base = bottom - 0.9 - baselineOf(style);
      return [
        ...(label === '' ? [] : [textAt(label, style, x, base)]),
        ...written.draw(x + labelMm, bottom - 0.4 - (value === '' ? 0 : written.heightMm)),
        rule(x + labelMm, bottom, x + pen.widthMm),
      ];
    },
  };
}

/** A line to write on with small words under it. */
export function captionedLine(caption: string, value: string, pen: Pen): Block {
  return stack(fieldLine('', value, pen), lines([caption], hint));
}

const sideMm = 3.6;

/** A box to tick, ticked when it is known to be so, and its words. */
export function tickLine(words: string, ticked: boolean, pen: Pen, style: TextStyle = text): Block {
  const inner: Pen = { ...pen, widthMm: pen.widthMm - sideMm - 2.4 };
  const label = paragraph(words, style, inner);
  const box: Block = {
    heightMm: sideMm + 1,
    draw: (x, y) => {
      const [top, right, bottom] = [y + 0.7, x + sideMm, y + 0.7 + sideMm];
      const edge = (x1Mm: number, y1Mm: number, x2Mm: number, y2Mm: number): DrawItem => ({
        ...{ kind: 'line', x1Mm, y1Mm, x2Mm, y2Mm, widthPt: 0.6, dash: 'solid', grey: 0.2 },
      });
      const square = [
        edge(x, top, right, top),
        edge(right, top, right, bottom),
        edge(right, bottom, x, bottom),
        edge(x, bottom, x, top),
      ];
      const tick = [
        edge(x + 0.7, top + 1.8, x + 1.5, bottom - 0.7),
        edge(x + 1.5, bottom - 0.7, right - 0.5, top + 0.6),
      ];
      return ticked ? [...square, ...tick] : square;
    },
  };
  return stack(beside(box, label, sideMm + 2.4), space(1));
}

/** Blocks in columns of even width, tops aligned. */
export function columns(blocks: readonly ((pen: Pen) => Block)[], gapMm: number, pen: Pen): Block {
  const widthMm = (pen.widthMm - gapMm * (blocks.length - 1)) / blocks.length;
  const made = blocks.map((make) => make({ ...pen, widthMm }));
  return {
    heightMm: Math.max(...made.map((block) => block.heightMm)),
    draw: (x, y) => made.flatMap((block, index) => block.draw(x + index * (widthMm + gapMm), y)),
  };
}

/** A frame around a block. */
export function framed(inner: (pen: Pen) => Block, marginMm: number, pen: Pen): Block {
  const block = inner({ ...pen, widthMm: pen.widthMm - 2 * marginMm });
  const heightMm = block.heightMm + 2 * marginMm;
  return {
    heightMm,
    draw: (x, y) => {
      const [right, bottom] = [x + pen.widthMm, y + heightMm];
      const side = (xMm: number): DrawItem => ({
        ...{ kind: 'line', x1Mm: xMm, y1Mm: y, x2Mm: xMm, y2Mm: bottom, widthPt: 0.5, dash: 'solid', grey: 0.4 },
      });
      return [
        rule(x, y, right),
        rule(x, bottom, right),
        side(x),
        side(right),
        ...block.draw(x + marginMm, y + marginMm),
      ];
    },
  };
}
