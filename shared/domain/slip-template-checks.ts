import type { SlipBlockKind, SlipSample, SlipTemplate, TemplateProblem } from '../contract/slip-templates.ts';
import type { DrawItem } from '../contract/slips.ts';
import { readableHeight, templatePart } from './layout-slip-template.ts';
import type { Measure } from './layout-text.ts';
import { slipFormat } from './slip-formats.ts';
import { slipAreas } from './slip-layout.ts';
import { sampleNames, sampleSlip } from './slip-samples.ts';
import type { PaperWords, SlipContent, SlipFrame } from './slip-texts.ts';

/** What a template is tried on: the school's own paper. `givesCode`: the school hands the portal code out. */
export interface TemplateTrial {
  readonly frame: SlipFrame;
  readonly words: PaperWords;
  readonly measure: Measure;
  readonly givesCode: boolean;
}

const secretFloorPt = 12;

const about = (kind: TemplateProblem['kind'], block: SlipBlockKind | null, sample: SlipSample | null = null) => ({
  ...{ kind, block, sample },
});

/** Blocks without which a slip is of no use. */
function needed(givesCode: boolean): readonly SlipBlockKind[] {
  return ['name', 'login', 'password', ...(givesCode ? (['code'] as const) : [])];
}

function blockProblems({ blocks }: SlipTemplate, givesCode: boolean): readonly TemplateProblem[] {
  const count = (kind: SlipBlockKind) => blocks.filter((block) => block.kind === kind).length;
  const once = ['name', 'login', 'password', 'code', 'qr'] as const;
  const wordless = blocks.filter(({ kind, text }) => (kind === 'title' || kind === 'text') && text === '');
  return [
    ...needed(givesCode).flatMap((kind) => (count(kind) === 0 ? [about('missing', kind)] : [])),
    ...once.flatMap((kind) => (count(kind) > 1 ? [about('twice', kind)] : [])),
    ...wordless.slice(0, 1).map(({ kind }) => about('no-words', kind)),
  ];
}

/** The right edge of what is drawn, in millimetres. */
function rightOf(item: DrawItem, measure: Measure): number {
  switch (item.kind) {
    case 'text':
      return item.xMm + measure(item.text, item.font, item.sizePt);
    case 'line':
      return Math.max(item.x1Mm, item.x2Mm);
    case 'qr':
      return item.xMm + item.sideMm;
    case 'box':
    case 'logo':
      return item.xMm + item.widthMm;
  }
}

const tolerance = 0.02;

/** Each block alone, since then it is known which one is too wide. */
function tooWide(template: SlipTemplate, slip: SlipContent, trial: TemplateTrial): SlipBlockKind | undefined {
  const { job, heightMm } = cardOf(template, trial);
  const { widthMm } = job.pen;
  return template.blocks.find((block) => {
    const room = block.half ? (widthMm - 4) / 2 : widthMm;
    const items = templatePart([block], slip, 1, heightMm, job).draw(0, 0);
    return items.some((item) => rightOf(item, trial.measure) > room + tolerance);
  })?.kind;
}

function cardOf({ perPage }: SlipTemplate, { frame, words, measure }: TemplateTrial) {
  const { widthMm, heightMm } = slipAreas(0, perPage).recipient;
  return { heightMm, job: { frame, words, sizes: slipFormat(perPage).sizes, pen: { measure, widthMm } } };
}

function tooSmall(template: SlipTemplate, slip: SlipContent, trial: TemplateTrial): SlipBlockKind | undefined {
  const { job, heightMm } = cardOf(template, trial);
  const items = templatePart(template.blocks, slip, 1, heightMm, job).draw(0, 0);
  const small = (text: string) =>
    items.some((item) => item.kind === 'text' && item.text === text && item.sizePt < secretFloorPt);
  if (small(slip.login)) return 'login';
  return small(slip.password) ? 'password' : undefined;
}

function sampleProblems(template: SlipTemplate, sample: SlipSample, trial: TemplateTrial): readonly TemplateProblem[] {
  const slip = sampleSlip(sample, trial.givesCode);
  const { job, heightMm } = cardOf(template, trial);
  const high = readableHeight(template.blocks, slip, job) > heightMm + tolerance;
  const wide = tooWide(template, slip, trial);
  const small = tooSmall(template, slip, trial);
  return [
    ...(high ? [about('too-high', null, sample)] : []),
    ...(wide ? [about('too-wide', wide, sample)] : []),
    ...(small ? [about('too-small', small, sample)] : []),
  ];
}

/** Everything that keeps a template from being used, tried with long, short and foreign names. Empty: it is good. */
export function templateProblems(template: SlipTemplate, trial: TemplateTrial): readonly TemplateProblem[] {
  const samples = sampleNames.flatMap((sample) => sampleProblems(template, sample, trial));
  const seen = new Set<string>();
  const first = samples.filter(({ kind, block }) => {
    const key = `${kind} ${block}`;
    return !seen.has(key) && seen.add(key);
  });
  return [...blockProblems(template, trial.givesCode), ...first];
}
