import type { EntryRow } from '../contract/contacts.ts';
import type { Sheet } from '../contract/slips.ts';
import type { contactsPaper } from '../i18n/ru/contacts-paper.ts';
import type { WordsLike } from '../i18n/words.ts';
import { type CollectedKind, collectedKinds } from './contact-collection.ts';
import { type Block, beside, headline, lines, type Pen, paragraph, space, stack } from './layout-block.ts';
import { columns, fieldLine, formStyles, tickLine } from './layout-form.ts';
import { baselineOf, type Measure, sizeToFit, type TextStyle, textAt } from './layout-text.ts';
import { fill } from './slip-texts.ts';
import { maskSnils } from './snils.ts';

/** The words of the sheet in one language. */
export type ContactsWords = WordsLike<typeof contactsPaper>;

/** One sheet: the children it is about, in words, and the people on it. */
export interface FamilySheet {
  readonly pupils: string;
  readonly people: readonly EntryRow[];
}

/** What sheets are drawn with. `foot` names school and day. */
export interface ContactsJob {
  readonly words: ContactsWords;
  readonly foot: string;
  readonly measure: Measure;
}

const sheet = { widthMm: 210, heightMm: 297 } as const;
const left = 20;
const widthMm = 175;
const bottomMm = 283;
const { strong, text, small, hint } = formStyles;
const title: TextStyle = { font: 'bold', sizePt: 15 };
const name: TextStyle = { font: 'bold', sizePt: 11 };

/** The sheets of a family: usually one, more where so many people do not fit. */
export function contactSheets(family: FamilySheet, job: ContactsJob): Sheet[] {
  const pen: Pen = { measure: job.measure, widthMm };
  const { words } = job;
  const heading = stack(
    headline(words.title, title, 11, pen),
    space(1),
    paragraph(fill(words.family, { pupils: family.pupils }), strong, pen),
    space(1.5),
    paragraph(words.why, small, pen),
    space(1),
    paragraph(words.snils, hint, pen),
  );
  const closing = stack(
    space(3),
    columns([(one) => fieldLine(words.date, '', one), (one) => fieldLine(words.signature, '', one)], 12, pen),
    space(2),
    paragraph(job.foot, hint, pen),
  );
  const people = family.people.map((person) => personBlock(person, words, pen));
  const room = bottomMm - 14 - heading.heightMm - closing.heightMm;
  return pagesOf(people, room).map((blocks) => ({
    ...sheet,
    items: [...stack(heading, ...blocks, closing).draw(left, 14)],
  }));
}

/** As many people as fit on a page, at least one. */
function pagesOf(blocks: readonly Block[], roomMm: number): Block[][] {
  const pages: Block[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const block of blocks) {
    if (used + block.heightMm > roomMm) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(block);
    used += block.heightMm;
  }
  return pages;
}

function personBlock(person: EntryRow, words: ContactsWords, pen: Pen): Block {
  const { role, relation, birthDate, mayUseEsia, more } = person;
  const who = relation === null ? words.role.pupil : words.relation[relation];
  const born = role === 'pupil' && birthDate !== null ? [fill(words.born, { date: dotted(birthDate) })] : [];
  const extra = more > 0 ? [fill(words.more, { count: more })] : [];
  return stack(
    space(3.5),
    stack(lines([person.name], name), lines([[who, ...born, ...extra].join(', ')], small)),
    ...collectedKinds.map((kind) => valueLine(kind, person, words, pen)),
    space(1.2),
    ways(person, words, pen),
    ...(mayUseEsia ? [paragraph(words.esia, hint, pen)] : []),
  );
}

const dotted = (date: string) => date.split('-').reverse().join('.');
const knownMm = 98;
const labelMm = 34;

/** What the school has at the left, room for what is right at the right. */
function valueLine(kind: CollectedKind, person: EntryRow, words: ContactsWords, pen: Pen): Block {
  const value = person[kind];
  const shown = kind === 'snils' ? maskSnils(value.replace(/\D/g, '')) || value : value;
  const room = knownMm - labelMm - 3;
  const sizePt = sizeToFit(shown, text, 6, room, pen.measure);
  const style: TextStyle = value === '' ? { ...text, grey: 0.5 } : { ...text, sizePt };
  const base = (y: number, of: TextStyle) => y + 6.5 - baselineOf(of);
  const known: Block = {
    heightMm: 8.4,
    draw: (x, y) => [
      textAt(words.kind[kind], hint, x, base(y, hint)),
      textAt(value === '' ? words.none : shown, style, x + labelMm, base(y, style)),
    ],
  };
  return beside(known, fieldLine(words.right, '', { ...pen, widthMm: widthMm - knownMm }, small), knownMm);
}

function ways({ entryWay }: EntryRow, words: ContactsWords, pen: Pen): Block {
  const labelMm = pen.measure(words.way, small.font, small.sizePt) + 4;
  const rest: Pen = { ...pen, widthMm: pen.widthMm - labelMm };
  const ticks = (['portal', 'diary-login', 'esia'] as const).map(
    (way) => (one: Pen) => tickLine(words.ways[way], entryWay === way, one, small),
  );
  return beside(lines([words.way], small), columns(ticks, 4, rest), labelMm);
}
