import type { SlipBlock, SlipBlockKind } from '../contract/slip-templates.ts';
import {
  type Block,
  beside,
  firstThatFits,
  headline,
  lines,
  type Pen,
  paragraph,
  space,
  stack,
} from './layout-block.ts';
import { badge, diary, logo, numberedSteps, wayToCode } from './layout-slip-card.ts';
import type { CardJob } from './layout-slip-job.ts';
import { sizeToFit, type TextStyle } from './layout-text.ts';
import { askWords, codeLines, holderWords, numberWords, type SlipContent, validityWords } from './slip-texts.ts';

/** One slip that a block is made for. */
interface Filling {
  readonly slip: SlipContent;
  readonly position: number;
  readonly job: CardJob;
  readonly scale: number;
}

type Maker = (block: SlipBlock, filling: Filling) => Block;

const factor = { small: 0.8, normal: 1, large: 1.35 } as const;
const soft = 0.38;

/** Login and password stay readable by every reader, and a code by whoever types it. */
const secretFloorPt = 12;
const codeFloorPt = 5.5;

/** As wide as a square of a QR code must be for a telephone, in millimetres, and the white around it in squares. */
const moduleMm = 0.38;
const quietModules = 4;

const sized = (sizePt: number, { size }: SlipBlock, scale: number) => sizePt * factor[size] * scale;

const words =
  (text: (filling: Filling) => string, font: TextStyle['font'], part: 'body' | 'small', grey = 0): Maker =>
  (block, filling) => {
    const { sizes, pen } = filling.job;
    return paragraph(text(filling), { font, sizePt: sized(sizes[part], block, filling.scale), grey }, pen);
  };

/** A label over one value in wide letters; set smaller only where the value is wider than its place. */
function secret(label: string, value: string, block: SlipBlock, { job, scale }: Filling): Block {
  const { sizes, pen } = job;
  const asked = Math.max(secretFloorPt, sized(sizes.secret, block, scale));
  const style: TextStyle = { font: 'mono-bold', sizePt: asked };
  const sizePt = sizeToFit(value, style, codeFloorPt, pen.widthMm, pen.measure);
  const name: TextStyle = { font: 'regular', sizePt: sizes.small * scale, grey: soft };
  return stack(lines([label], name), lines([value], { ...style, sizePt }));
}

const name: Maker = (block, { slip, job: { sizes, pen }, scale }) => {
  const style: TextStyle = { font: 'bold', sizePt: sized(sizes.name, block, scale) };
  return headline(slip.name, style, style.sizePt * 0.72, pen);
};

const code: Maker = (block, { slip, job, scale }) => {
  const { sizes, pen, frame } = job;
  const told = codeLines(slip);
  const label: TextStyle = { font: 'regular', sizePt: sizes.small * scale, grey: soft };
  if (told.length === 0) return wayToCode(slip, job, { ...label, grey: 0 }, pen);
  const style: TextStyle = { font: 'mono-bold', sizePt: Math.max(7, sized(sizes.secret * 0.72, block, scale)) };
  const lined = told.map((text) => headline(text, style, codeFloorPt, pen));
  return stack(paragraph(frame.codeName ?? '', label, pen), ...lined);
};

const qr: Maker = (block, { job: { frame }, scale }) => {
  if (frame.qr === undefined) return space(0);
  const rows = [...frame.qr];
  const sideMm = rows.length * Math.max(moduleMm, moduleMm * factor[block.size] * 1.25 * scale);
  const quietMm = (sideMm / rows.length) * quietModules;
  return {
    heightMm: sideMm + 2 * quietMm,
    draw: (x, y) => [{ kind: 'qr', xMm: x + quietMm, yMm: y + quietMm, sideMm, rows }],
  };
};

const picture: Maker = (block, { job: { frame, sizes, pen }, scale }) => {
  if (frame.logoAspect === undefined) return space(0);
  const widthMm = Math.min(pen.widthMm, sized(sizes.role, block, scale) * 0.8 * frame.logoAspect);
  return logo(widthMm / frame.logoAspect, widthMm);
};

const steps: Maker = (block, { job, scale }) => {
  const style: TextStyle = { font: 'regular', sizePt: sized(job.sizes.small * 1.04, block, scale) };
  const title = lines([job.words.slip.steps], { ...style, font: 'bold' });
  return stack(title, numberedSteps(job, style, job.pen));
};

const rule: Maker = (_, { job: { pen } }) => ({
  heightMm: 0.6,
  draw: (x, y) => [
    { kind: 'line', x1Mm: x, y1Mm: y, x2Mm: x + pen.widthMm, y2Mm: y, widthPt: 0.5, dash: 'solid', grey: 0.5 },
  ],
});

const makers: Readonly<Record<SlipBlockKind, Maker>> = {
  title: (block, { job: { sizes, pen }, scale }) =>
    paragraph(block.text, { font: 'bold', sizePt: sized(sizes.name, block, scale) }, pen),
  text: (block, { job: { sizes, pen }, scale }) =>
    paragraph(block.text, { font: 'regular', sizePt: sized(sizes.body, block, scale) }, pen),
  school: words(({ job }) => job.frame.schoolName, 'regular', 'small', soft),
  logo: picture,
  role: (block, { slip, job }) => badge(slip, withSizes(job, factor[block.size])),
  name,
  holder: words(({ slip, job }) => holderWords(slip, job.words), 'medium', 'body'),
  diary: (block, { job, scale }) => diary(job, scale * factor[block.size]),
  qr,
  login: (block, filling) => secret(filling.job.words.slip.login, filling.slip.login, block, filling),
  password: (block, filling) => secret(filling.job.words.slip.password, filling.slip.password, block, filling),
  code,
  steps,
  validity: words(({ slip, job }) => validityWords(slip, job.words), 'bold', 'small'),
  ask: words(({ job }) => `${job.words.slip.lost} ${askWords(job.frame, job.words)}`, 'regular', 'small'),
  warning: words(({ job }) => job.words.slip.warning, 'regular', 'small', soft),
  number: words(
    ({ slip, position, job }) => numberWords(slip, position, job.frame.batch, job.words),
    'regular',
    'small',
    soft,
  ),
  line: rule,
};

function withSizes(job: CardJob, times: number): CardJob {
  return { ...job, sizes: { ...job.sizes, role: job.sizes.role * times } };
}

const columnGapMm = 4;

/** One or two blocks that stand in one line of the slip. */
type Row = readonly [SlipBlock] | readonly [SlipBlock, SlipBlock];

function rowsOf(blocks: readonly SlipBlock[]): readonly Row[] {
  const [first, second, ...rest] = blocks;
  if (first === undefined) return [];
  if (first.half && second?.half) return [[first, second], ...rowsOf(rest)];
  return [[first], ...rowsOf(blocks.slice(1))];
}

function make(block: SlipBlock, filling: Filling, pen: Pen): Block {
  return makers[block.kind](block, { ...filling, job: { ...filling.job, pen } });
}

function row([first, second]: Row, filling: Filling): Block {
  const { pen } = filling.job;
  const half: Pen = { ...pen, widthMm: (pen.widthMm - columnGapMm) / 2 };
  if (second === undefined) return make(first, filling, first.half ? half : pen);
  return beside(make(first, filling, half), make(second, filling, half), half.widthMm + columnGapMm);
}

/** Steps at which a template with ordinary texts must fit; what is longer still may be set denser. */
const readable = [1, 0.96, 0.92, 0.88, 0.84, 0.8] as const;
const dense = [0.76, 0.72, 0.68, 0.64, 0.6, 0.56, 0.52] as const;

interface Arranged extends Block {
  fitted(heightMm: number): Block;
}

function arranged(blocks: readonly SlipBlock[], filling: Filling): Arranged {
  const made = rowsOf(blocks).map((one) => row(one, filling));
  const unit = filling.job.sizes.body;
  const least = unit * 0.11 * filling.scale;
  const drawn = made.filter(({ heightMm }) => heightMm > 0);
  const gaps = Math.max(1, drawn.length - 1);
  const spread = (gap: number) =>
    stack(...drawn.flatMap((block, index) => (index === 0 ? [block] : [space(gap), block])));
  const tight = spread(least);
  return {
    ...tight,
    fitted: (heightMm) => spread(least + Math.min(Math.max(0, heightMm - tight.heightMm) / gaps, unit * 0.25)),
  };
}

/** The recipient's part of a slip by the school's own template, at most so high. */
export function templatePart(
  blocks: readonly SlipBlock[],
  slip: SlipContent,
  position: number,
  heightMm: number,
  job: CardJob,
): Block {
  const at = (scale: number) => arranged(blocks, { slip, position, job, scale });
  return firstThatFits([...readable, ...dense], heightMm, at).fitted(heightMm);
}

/** How high the blocks are at the smallest size that everybody can still read, in millimetres. */
export function readableHeight(blocks: readonly SlipBlock[], slip: SlipContent, job: CardJob): number {
  return arranged(blocks, { slip, position: 1, job, scale: readable[5] }).heightMm;
}
