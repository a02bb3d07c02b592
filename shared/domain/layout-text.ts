import type { DrawItem } from '../contract/slips.ts';

/** The faces that paper is set in: Golos Text in three weights, JetBrains Mono in two, ZCOOL XiaoWei for Chinese, Libre Barcode 39. */
export type PaperFont = Extract<DrawItem, { kind: 'text' }>['font'];

/** Width of a text in millimetres as the PDF will set it. Given to the layouts, so that they stay pure. */
export type Measure = (text: string, font: PaperFont, sizePt: number) => number;

/** How a text is set; grey 0 is black. */
export interface TextStyle {
  readonly font: PaperFont;
  readonly sizePt: number;
  readonly grey?: number;
}

/** Millimetres in a typographic point. */
export const mmPerPt = 25.4 / 72;

const lineHeightEm = 1.25;
const baselineEm = 0.96;

/** Height of one line of a style, in millimetres. */
export function lineHeight({ sizePt }: TextStyle): number {
  return sizePt * mmPerPt * lineHeightEm;
}

/** From the top of a line to its baseline, in millimetres. */
export function baselineOf({ sizePt }: TextStyle): number {
  return sizePt * mmPerPt * baselineEm;
}

/** A text in one line; `yMm` is the top of the line. */
export function textAt(text: string, style: TextStyle, xMm: number, yMm: number): DrawItem {
  const { font, sizePt, grey = 0 } = style;
  return { kind: 'text', xMm, baselineMm: yMm + baselineOf(style), sizePt, font, grey, text };
}

/** The largest size, in steps of a quarter point, at which the text fits the width; the floor when none does. */
export function sizeToFit(text: string, style: TextStyle, floorPt: number, widthMm: number, measure: Measure): number {
  for (let sizePt = style.sizePt; sizePt > floorPt; sizePt -= 0.25) {
    if (measure(text, style.font, sizePt) <= widthMm) return sizePt;
  }
  return Math.min(style.sizePt, floorPt);
}

/** Signs of Chinese that begin no line, and signs that end none: they stay with the character before and after them. */
const closingSigns = '，。、：；！？）》」』】”';
const openingSigns = '（《「『【“';

function breaksBefore(word: string, end: number): boolean {
  return !closingSigns.includes(word[end] ?? ' ') && !openingSigns.includes(word[end - 1] ?? ' ');
}

/** How many characters of an unbreakable word fit, at least one; a break after a hyphen, point or slash is preferred. */
function splitAt(word: string, fits: (text: string) => boolean): number {
  let end = 1;
  while (end < word.length && fits(word.slice(0, end + 1))) end += 1;
  const nice = Math.max(...['-', '.', '/', '_'].map((mark) => word.lastIndexOf(mark, end - 1))) + 1;
  if (nice > end / 2) return nice;
  while (end > 1 && !breaksBefore(word, end)) end -= 1;
  return end;
}

function pieces(word: string, fits: (text: string) => boolean): readonly string[] {
  if (fits(word) || word.length < 2) return [word];
  const end = splitAt(word, fits);
  return end >= word.length ? [word] : [word.slice(0, end), ...pieces(word.slice(end), fits)];
}

/** Breaks a text into lines of at most the width, between words, not after «№»; a word wider than a line is broken inside. */
export function wrap(text: string, style: TextStyle, widthMm: number, measure: Measure): readonly string[] {
  const fits = (line: string) => measure(line, style.font, style.sizePt) <= widthMm;
  const lines: string[] = [];
  for (const word of text
    .trim()
    .replace(/№ /g, '№\u00A0')
    .split(/[ \t\n]+/)) {
    const last = lines.at(-1);
    if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(...pieces(word, fits));
  }
  return lines;
}

/** `wrap` with its measure inside. */
export type Wrap = (text: string, style: TextStyle, widthMm: number) => readonly string[];

interface Broken extends TextStyle {
  readonly widthMm: number;
  readonly lines: readonly string[];
}

const mostRemembered = 400;

/** A `wrap` that remembers the first texts it broke: the sentences that stand on every slip. */
export function rememberingWrap(measure: Measure): Wrap {
  const known = new Map<string, Broken[]>();
  return (text, style, widthMm) => {
    const { font, sizePt } = style;
    const before = known.get(text);
    const same = before?.find((one) => one.sizePt === sizePt && one.widthMm === widthMm && one.font === font);
    if (same) return same.lines;
    const lines = wrap(text, style, widthMm, measure);
    if (before) before.push({ font, sizePt, widthMm, lines });
    else if (known.size < mostRemembered) known.set(text, [{ font, sizePt, widthMm, lines }]);
    return lines;
  };
}

/** Cuts a text to one line with an ellipsis where it is too wide. */
export function ellipsis(text: string, style: TextStyle, widthMm: number, measure: Measure): string {
  const fits = (line: string) => measure(line, style.font, style.sizePt) <= widthMm;
  if (fits(text)) return text;
  let end = text.length;
  while (end > 0 && !fits(`${text.slice(0, end).trimEnd()}…`)) end -= 1;
  return `${text.slice(0, end).trimEnd()}…`;
}
