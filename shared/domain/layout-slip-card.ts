import {
  type Block,
  beside,
  clipped,
  firstThatFits,
  headline,
  lines,
  lowest,
  onField,
  type Pen,
  paragraph,
  space,
  spaced,
  stack,
} from './layout-block.ts';
import type { CardJob } from './layout-slip-job.ts';
import { secrets } from './layout-slip-secrets.ts';
import { lineHeight, type PaperFont, type TextStyle, textAt } from './layout-text.ts';
import {
  askWords,
  codeLines,
  fill,
  holderWords,
  numberWords,
  roleWords,
  type SlipContent,
  validityWords,
} from './slip-texts.ts';

const columnGapMm = 4;
const soft = 0.38;

/** The last resort for a narrow slip with the longest texts: what can be cut short is. */
const sparsest = 0.5;

const narrower = (pen: Pen, widthMm: number): Pen => ({ ...pen, widthMm });

/** White on dark for a pupil, dark on light for a guardian: told apart in a pile at a glance. */
export function badge(slip: SlipContent, { words, sizes, pen }: CardJob): Block & { readonly widthMm: number } {
  const { role } = slip;
  const text = roleWords(slip, words).toUpperCase();
  const style: TextStyle = { font: 'bold', sizePt: sizes.role, grey: role === 'pupil' ? 1 : 0 };
  const widthMm = pen.measure(text, style.font, style.sizePt) + sizes.role * 0.56;
  const heightMm = lineHeight(style) + sizes.role * 0.1;
  const box = { kind: 'box', widthMm, heightMm, radiusMm: 1, fillGrey: role === 'pupil' ? 0.15 : 0.86 } as const;
  return {
    widthMm,
    heightMm,
    draw: (xMm, yMm) => [{ ...box, xMm, yMm }, textAt(text, style, xMm + sizes.role * 0.28, yMm + sizes.role * 0.045)],
  };
}

/** The logo's place beside the school's name; its picture is put there by whoever draws the sheet. */
export function logo(heightMm: number, widthMm: number): Block {
  return { heightMm, draw: (xMm, yMm) => [{ kind: 'logo', xMm, yMm, widthMm, heightMm }] };
}

function header(slip: SlipContent, job: CardJob, scale: number): Block {
  const { widthMm } = job.pen;
  const mark = badge(slip, job);
  const style: TextStyle = { font: 'regular', sizePt: job.sizes.small * scale, grey: soft };
  const most = scale > 0.9 ? 3 : scale > sparsest ? 2 : 1;
  const aspect = job.frame.logoAspect;
  const logoMm = aspect === undefined ? 0 : Math.min(mark.heightMm * aspect, widthMm * 0.3);
  const gap = logoMm === 0 ? 0 : logoMm + 2;
  const school = clipped(job.frame.schoolName, style, most, narrower(job.pen, widthMm - mark.widthMm - 3 - gap));
  const left = aspect === undefined ? school : beside(logo(logoMm / aspect, logoMm), school, gap);
  return beside(left, mark, widthMm - mark.widthMm);
}

/** The whole text; in the sparsest setting one line of it. */
function briefly(text: string, style: TextStyle, pen: Pen, scale: number): Block {
  return scale <= sparsest ? clipped(text, style, 1, pen) : paragraph(text, style, pen);
}

function person(slip: SlipContent, { words, sizes, pen }: CardJob, scale: number): Block {
  const name: TextStyle = { font: 'bold', sizePt: sizes.name * scale };
  return stack(
    headline(slip.name, name, Math.min(name.sizePt, sizes.name * 0.72), pen),
    briefly(holderWords(slip, words), { font: 'medium', sizePt: sizes.body * scale }, pen, scale),
  );
}

/** Name and address of the diary, in one line where they fit. */
export function diary({ frame, sizes, pen }: CardJob, scale: number): Block {
  const name: TextStyle = { font: 'regular', sizePt: sizes.body * scale };
  const address: TextStyle = { ...name, font: 'bold' };
  const left = pen.measure(`${frame.diaryName}  `, name.font, name.sizePt) + 1;
  const oneLine = left + pen.measure(frame.diaryAddress, address.font, address.sizePt) <= pen.widthMm;
  if (oneLine) return beside(lines([frame.diaryName], name), lines([frame.diaryAddress], address), left);
  return stack(briefly(frame.diaryName, name, pen, scale), paragraph(frame.diaryAddress, address, pen));
}

/** How wide a square of a QR code is at least, so that a telephone reads it from office paper. */
const leastModuleMm = 0.38;
const quietModules = 4;

/** The name and the diary with the QR code of its address at their right. */
function withQr(left: (pen: Pen) => Block, job: CardJob, scale: number, wanted: boolean): Block {
  const { qr } = job.frame;
  if (!wanted || qr === undefined || job.sizes.parts === 'label') return left(job.pen);
  const quietMm = (side: number) => (side / qr.length) * quietModules;
  const sideMm = Math.max(leastModuleMm * qr.length, job.sizes.body * 1.5 * scale);
  const text = left(narrower(job.pen, job.pen.widthMm - sideMm - quietMm(sideMm)));
  const square: Block = {
    heightMm: sideMm + quietMm(sideMm),
    draw: (xMm, yMm) => [{ kind: 'qr', xMm, yMm: yMm + quietMm(sideMm) / 2, sideMm, rows: [...qr] }],
  };
  return beside(text, square, job.pen.widthMm - sideMm);
}

/** The portal code where the school gives it out: large, monospaced. */
function codes(slip: SlipContent, { frame, sizes, pen }: CardJob, label: TextStyle, scale: number): Block {
  const told = codeLines(slip);
  if (told.length === 0 || sizes.parts === 'label') return space(0);
  const style: TextStyle = {
    font: 'mono-bold',
    sizePt: scale <= sparsest ? 5.5 : Math.max(7, sizes.secret * 0.72 * scale),
  };
  const name = paragraph(frame.codeName ?? '', label, pen);
  const line = (text: string) => (scale <= sparsest ? clipped(text, style, 1, pen) : headline(text, style, 5.5, pen));
  return stack(space(sizes.body * 0.12 * scale), name, ...told.map(line));
}

function access(slip: SlipContent, job: CardJob, scale: number): Block {
  const marginMm = job.sizes.body * 0.2;
  const pen = narrower(job.pen, job.pen.widthMm - 3.2 * marginMm);
  const label: TextStyle = { font: 'regular', sizePt: job.sizes.small * scale, grey: soft };
  const note: TextStyle = { ...label, grey: 0.2 };
  const latin = job.sizes.parts === 'label' ? job.words.slip.latinShort : job.words.slip.latin;
  const inner = stack(
    secrets(slip, { ...job, pen }, label, scale),
    paragraph(slip.loginChanged ? job.words.slip.loginChanged : '', { ...note, font: 'bold', grey: 0 }, pen),
    paragraph(latin, note, pen),
    codes(slip, { ...job, pen }, label, scale),
  );
  return onField(inner, job.pen.widthMm, marginMm, 0.925);
}

/** A monospaced face looks larger and is wider at the same size; the many strokes of Han want more room. */
const relativeSize: Readonly<Partial<Record<PaperFont, number>>> = { mono: 0.92, han: 1.2 };

/** How to sign in, step by step. */
export function numberedSteps({ frame }: CardJob, usual: TextStyle, pen: Pen): Block {
  const font = frame.stepsFont ?? usual.font;
  const style = { ...usual, font, sizePt: usual.sizePt * (relativeSize[font] ?? 1) };
  const indent = pen.measure('0. ', style.font, style.sizePt) + 0.4;
  const inner = narrower(pen, pen.widthMm - indent);
  const step = (text: string, index: number) =>
    beside(lines([`${index + 1}.`], style), paragraph(text, style, inner), indent);
  return stack(...frame.steps.slice(0, 4).map(step));
}

function validity(slip: SlipContent, { frame, words }: CardJob, style: TextStyle, pen: Pen, scale: number): Block {
  const strong: TextStyle = { ...style, font: 'bold' };
  return stack(
    paragraph(validityWords(slip, words), strong, pen),
    space(style.sizePt * 0.12),
    paragraph(words.slip.lost, strong, pen),
    briefly(askWords(frame, words), style, pen, scale),
  );
}

/** Where the family finds the portal code itself, in one paragraph. */
export function wayToCode({ role }: SlipContent, { frame, words }: CardJob, style: TextStyle, pen: Pen): Block {
  const way = frame.codeWay;
  if (!way?.whose.includes(role)) return space(0);
  const title = fill(words.slip.codeHow, { code: frame.codeName ?? '' });
  return paragraph(`${title} ${way.steps.join(' ')}`, style, pen);
}

function guidance(slip: SlipContent, job: CardJob, scale: number): Block {
  const { sizes, pen } = job;
  const style: TextStyle = { font: 'regular', sizePt: sizes.small * 1.04 * scale };
  if (sizes.parts === 'label') return paragraph(validityWords(slip, job.words), style, pen);
  if (sizes.parts === 'short') return validity(slip, job, style, pen, scale);
  return stack(firstSteps(slip, job, scale), wayToCode(slip, job, style, pen));
}

function firstSteps(slip: SlipContent, job: CardJob, scale: number): Block {
  const { sizes, words, pen } = job;
  const style: TextStyle = { font: 'regular', sizePt: sizes.small * 1.04 * scale };
  const title = lines([words.slip.steps], { ...style, font: 'bold' });
  if (sizes.columns === 1) {
    return stack(
      title,
      numberedSteps(job, style, pen),
      space(sizes.body * 0.17),
      validity(slip, job, style, pen, scale),
    );
  }
  const columns = (share: number) => {
    const left = narrower(pen, (pen.widthMm - columnGapMm) * share);
    const right = narrower(pen, (pen.widthMm - columnGapMm) * (1 - share));
    const how = stack(title, numberedSteps(job, style, left));
    return beside(how, validity(slip, job, style, right, scale), left.widthMm + columnGapMm);
  };
  return lowest(columns(0.6), () => [0.54, 0.48, 0.42].map(columns), lineHeight(style) * 6);
}

function warning(slip: SlipContent, position: number, job: CardJob, scale: number): Block {
  const { frame, words, sizes, pen } = job;
  const short = sizes.parts !== 'full';
  const style: TextStyle = { font: 'regular', sizePt: sizes.small * 0.92 * scale, grey: soft };
  const number = numberWords(slip, position, frame.batch, words);
  const numberWidth = pen.measure(number, style.font, style.sizePt);
  const text = frame.browserHint && !short ? `${words.slip.warning} ${words.slip.browserHint}` : words.slip.warning;
  const left = paragraph(text, style, narrower(pen, pen.widthMm - numberWidth - 4));
  const drop = space(left.heightMm - lineHeight(style));
  return beside(left, stack(drop, lines([number], style)), pen.widthMm - numberWidth);
}

/** A card whose gaps can be widened to a height; `heightMm` is the least it needs. */
interface Card extends Block {
  fitted(heightMm: number): Block;
}

/** Millimetres between the grey field and the guidance for each point of the text. */
const mostBetween = 0.6;

/** Spare height first opens the gaps, then stands before the guidance, the rest of it before the last line. */
function card(slip: SlipContent, position: number, job: CardJob, scale: number, qr: boolean): Card {
  const about = (pen: Pen) =>
    stack(person(slip, { ...job, pen }, scale), space(job.sizes.body * 0.1), diary({ ...job, pen }, scale));
  const top = [header(slip, job, scale), withQr(about, job, scale, qr), access(slip, job, scale)];
  const bottom = [guidance(slip, job, scale), warning(slip, position, job, scale)] as const;
  const least = job.sizes.body * 0.11 * scale;
  const [how, last] = bottom;
  const arrange = (gap: number, middle: number) => {
    const between = Math.min(middle, job.sizes.body * mostBetween);
    return stack(...spaced(top, gap), space(between), how, space(gap + middle - between), last);
  };
  const tight = arrange(least, least);
  return {
    ...tight,
    fitted(heightMm) {
      const spare = Math.max(0, heightMm - tight.heightMm);
      const opened = Math.min(spare / (top.length + bottom.length - 1), job.sizes.body * 0.13);
      return arrange(least + opened, least + spare - opened * (top.length + bottom.length - 2));
    },
  };
}

const scales = [1, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76, 0.72, 0.68, 0.64, 0.6, 0.56, 0.52, sparsest];

/** First with the QR code down to a readable size, then without it, for the longest texts only. */
const attempts = [
  ...scales.filter((scale) => scale >= 0.68).map((scale) => ({ scale, qr: true })),
  ...scales.filter((scale) => scale < 0.9).map((scale) => ({ scale, qr: false })),
];

/** The recipient's part of a slip, exactly so high; set denser until its texts fit. */
export function recipientPart(slip: SlipContent, position: number, heightMm: number, job: CardJob): Block {
  const tried = job.frame.qr === undefined ? scales.map((scale) => ({ scale, qr: false })) : attempts;
  return firstThatFits(tried, heightMm, ({ scale, qr }) => card(slip, position, job, scale, qr)).fitted(heightMm);
}
