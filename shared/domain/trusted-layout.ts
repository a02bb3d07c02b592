import type { Sheet } from '../contract/slips.ts';
import type { trustedPaper } from '../i18n/ru/trusted-paper.ts';
import type { WordsLike } from '../i18n/words.ts';
import { type Block, headline, lines, type Pen, paragraph, space, stack } from './layout-block.ts';
import { columns, fieldLine, formStyles } from './layout-form.ts';
import type { Measure } from './layout-text.ts';
import { fill } from './slip-texts.ts';

/** The words of the note in one language. */
export type TrustedWords = WordsLike<typeof trustedPaper>;

/** Whom the note is about; a person's values are '' while they are not known. */
export interface TrustedNote {
  readonly pupil: string;
  readonly className: string;
  readonly whom: string;
  readonly phone: string;
  readonly snils: string;
  /** School and day. */
  readonly foot: string;
}

const sheet = { widthMm: 210, heightMm: 297 } as const;
const left = 25;
const widthMm = 165;
const { title, strong, text, hint } = formStyles;

/** A sheet for the guardian: how to open the child's diary to somebody, step by step. */
export function trustedSheet(note: TrustedNote, words: TrustedWords, measure: Measure): Sheet {
  const pen: Pen = { measure, widthMm };
  const { needs, step } = words;
  const whole = stack(
    headline(words.title, title, 11, pen),
    space(2),
    paragraph(fill(words.pupil, { pupil: note.pupil, className: note.className }), strong, pen),
    space(3),
    paragraph(words.why, text, pen),
    ...list(words.need, [needs.account, needs.known], false, pen),
    ...list(words.steps, [step[1], step[2], step[3], step[4]], true, pen),
    ...list(words.after, [words.accept], false, pen),
    space(5),
    fieldLine(words.whom, note.whom, pen),
    columns(
      [(one) => fieldLine(words.phone, note.phone, one), (one) => fieldLine(words.snils, note.snils, one)],
      8,
      pen,
    ),
    space(4),
    paragraph(words.tell, text, pen),
    space(1.5),
    paragraph(words.withdraw, text, pen),
    space(5),
    paragraph(note.foot, hint, pen),
  );
  return { ...sheet, items: [...whole.draw(left, 20)] };
}

function list(heading: string, items: readonly string[], numbered: boolean, pen: Pen): Block[] {
  const inner: Pen = { ...pen, widthMm: pen.widthMm - 7 };
  const lineOf = (item: string, place: number): Block => {
    const words = paragraph(item, text, inner);
    const mark = lines([numbered ? `${place + 1}.` : '•'], text);
    return { heightMm: words.heightMm + 1.2, draw: (x, y) => [...mark.draw(x, y), ...words.draw(x + 7, y)] };
  };
  return [space(4), lines([heading], strong), space(1.5), ...items.map(lineOf)];
}
