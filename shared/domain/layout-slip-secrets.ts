import { type Block, beside, lines, type Pen, space, stack } from './layout-block.ts';
import type { CardJob } from './layout-slip-job.ts';
import { baselineOf, sizeToFit, type TextStyle } from './layout-text.ts';
import type { SlipContent } from './slip-texts.ts';

const secretFloorPt = 12;
/** Only where a password of words is wider than a narrow slip at 12 points. */
const smallestSecretPt = 6;
const secretGapMm = 5;

interface Secret {
  readonly label: string;
  readonly value: string;
}

function secretsBeside(pair: readonly [Secret, Secret], secret: TextStyle, label: TextStyle, pen: Pen): Block {
  const block = ({ label: name, value }: Secret) => stack(lines([name], label), lines([value], secret));
  const width = ({ value }: Secret) => pen.measure(value, secret.font, secret.sizePt);
  const offset = Math.min(Math.max(width(pair[0]) + secretGapMm, pen.widthMm * 0.52), pen.widthMm - width(pair[1]));
  return beside(block(pair[0]), block(pair[1]), offset);
}

function secretRow({ label: name, value }: Secret, style: TextStyle, label: TextStyle, offsetMm: number): Block {
  const drop = space(baselineOf(style) - baselineOf(label));
  return beside(stack(drop, lines([name], label)), lines([value], style), offsetMm);
}

function secretRows(pair: readonly [Secret, Secret], style: TextStyle, label: TextStyle, pen: Pen): Block {
  const offset = Math.max(...pair.map((one) => pen.measure(one.label, label.font, label.sizePt))) + label.sizePt * 0.4;
  const fit = (one: Secret) => sizeToFit(one.value, style, smallestSecretPt, pen.widthMm - offset, pen.measure);
  const fitted = { ...style, sizePt: Math.min(...pair.map(fit)) };
  return stack(...pair.map((one) => secretRow(one, fitted, label, offset)));
}

/** Each under its label, over the whole width of a narrow slip. */
function secretsStacked(pair: readonly [Secret, Secret], style: TextStyle, label: TextStyle, pen: Pen): Block {
  const fit = (one: Secret) => sizeToFit(one.value, style, smallestSecretPt, pen.widthMm, pen.measure);
  const fitted = { ...style, sizePt: Math.min(...pair.map(fit)) };
  return stack(...pair.map((one) => stack(lines([one.label], label), lines([one.value], fitted))));
}

/** Login and password beside one another while both stay at 12 points or more, else in two rows. */
export function secrets(slip: SlipContent, job: CardJob, label: TextStyle, scale: number): Block {
  const { words, sizes, pen } = job;
  const style: TextStyle = { font: 'mono-bold', sizePt: Math.max(secretFloorPt, sizes.secret * scale) };
  const pair = [
    { label: words.slip.login, value: slip.login },
    { label: words.slip.password, value: slip.password },
  ] as const;
  const both = slip.login + slip.password;
  const room = pen.widthMm - secretGapMm;
  const sizePt = sizeToFit(both, style, secretFloorPt, room, pen.measure);
  const sideBySide = sizes.columns === 2 && pen.measure(both, style.font, sizePt) <= room;
  if (sizes.parts === 'short') return secretsStacked(pair, style, label, pen);
  return sideBySide ? secretsBeside(pair, { ...style, sizePt }, label, pen) : secretRows(pair, style, label, pen);
}
