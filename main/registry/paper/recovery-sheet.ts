import { basename } from 'node:path';
import type { Language } from '../../../shared/contract/base.ts';
import type { Sheet } from '../../../shared/contract/slips.ts';
import { type Block, lines, space } from '../../../shared/domain/layout-block.ts';
import { type TextStyle, wrap } from '../../../shared/domain/layout-text.ts';
import { dottedDate, fill } from '../../../shared/domain/slip-texts.ts';
import { recoverySheet as english } from '../../../shared/i18n/en/recovery-sheet.ts';
import { recoverySheet as russian } from '../../../shared/i18n/ru/recovery-sheet.ts';
import type { OpenRegistry } from '../context.ts';
import { readSettings } from '../db/settings.ts';
import { measure } from './measure.ts';
import { drawPdf } from './pdf.ts';

const page = { widthMm: 210, heightMm: 297, marginMm: 22 };
const groupsInLine = 3;

const titleStyle: TextStyle = { font: 'bold', sizePt: 24 };
const headingStyle: TextStyle = { font: 'bold', sizePt: 13 };
const textStyle: TextStyle = { font: 'regular', sizePt: 11 };
const quietStyle: TextStyle = { font: 'regular', sizePt: 11, grey: 0.35 };
const codeStyle: TextStyle = { font: 'mono-bold', sizePt: 26 };

/** The one page to keep in a safe: the recovery code, what it is for, and what to do with it. */
export async function drawRecoverySheet(registry: OpenRegistry, code: string, now: Date): Promise<Uint8Array> {
  const { schoolName, language } = await readSettings(registry.db);
  const words = language === 'ru' ? russian : english;
  const about = [
    fill(words.school, { name: schoolName }),
    fill(words.registry, { name: basename(registry.file) }),
    fill(words.made, { date: dottedDate(now.toISOString()) }),
  ];
  return drawCodeSheet(words, about, code, language);
}

/** What a sheet with one code says around it. */
export interface CodeSheetWords {
  readonly title: string;
  readonly codeTitle: string;
  readonly explanation: readonly string[];
  readonly howTitle: string;
  readonly how: readonly string[];
}

/** One page with one code, large, what it is for and what to do with it. */
export function drawCodeSheet(
  words: CodeSheetWords,
  about: readonly string[],
  code: string,
  language: Language,
): Promise<Uint8Array> {
  return drawPdf([sheetOf(blocksOf(words, about, code))], { title: words.title, language });
}

function blocksOf(words: CodeSheetWords, about: readonly string[], code: string): readonly Block[] {
  const widthMm = page.widthMm - 2 * page.marginMm;
  const texts = (items: readonly string[], style: TextStyle) =>
    items.flatMap((item) => [lines(wrap(item, style, widthMm, measure), style), space(1.5)]);
  return [
    lines([words.title], titleStyle),
    space(4),
    ...texts(about, quietStyle),
    space(8),
    lines([words.codeTitle], headingStyle),
    space(3),
    lines(codeLines(code), codeStyle),
    space(10),
    ...texts(words.explanation, textStyle),
    space(6),
    lines([words.howTitle], headingStyle),
    space(2),
    ...texts(words.how, textStyle),
  ];
}

/** The code's groups in lines of three, far enough apart to copy by hand. */
function codeLines(code: string): readonly string[] {
  const groups = code.split('-');
  const starts = groups.flatMap((_group, index) => (index % groupsInLine === 0 ? [index] : []));
  return starts.map((start) => groups.slice(start, start + groupsInLine).join(' - '));
}

function sheetOf(blocks: readonly Block[]): Sheet {
  let y = page.marginMm;
  const items = blocks.flatMap((block) => {
    const drawn = block.draw(page.marginMm, y);
    y += block.heightMm;
    return [...drawn];
  });
  return { widthMm: page.widthMm, heightMm: page.heightMm, items };
}
