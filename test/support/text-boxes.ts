import type { DrawItem } from '../../shared/contract/slips.ts';
import { type Measure, mmPerPt } from '../../shared/domain/layout-text.ts';

/** The room a text takes on paper, in millimetres. */
export interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** From the top of a capital with a mark («Ё») and the foot of a «р»; both fonts stay within these shares of their size. */
const letters = { ascent: 0.9, descent: 0.24 };

/** The bars of a barcode, and nothing below them. */
const bars = { ascent: 0.59, descent: 0 };

/** The boxes of all texts, from the widths the PDF will give them. */
export function textBoxes(items: readonly DrawItem[], measure: Measure): readonly TextBox[] {
  return items.flatMap((item) => {
    if (item.kind !== 'text') return [];
    const size = item.sizePt * mmPerPt;
    const { ascent, descent } = item.font === 'barcode' ? bars : letters;
    return [
      {
        text: item.text,
        left: item.xMm,
        right: item.xMm + measure(item.text, item.font, item.sizePt),
        top: item.baselineMm - ascent * size,
        bottom: item.baselineMm + descent * size,
      },
    ];
  });
}

/** Pairs of texts that share some room. */
export function overlaps(boxes: readonly TextBox[]): readonly (readonly [string, string])[] {
  return boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter((two) => one.left < two.right && two.left < one.right && one.top < two.bottom && two.top < one.bottom)
      .map((two) => [one.text, two.text] as const),
  );
}
