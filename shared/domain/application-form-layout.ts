import type { ApplicationRow } from '../contract/applications.ts';
import type { DrawItem, Sheet } from '../contract/slips.ts';
import type { applicationsPaper } from '../i18n/ru/applications-paper.ts';
import type { WordsLike } from '../i18n/words.ts';
import { type ApplicationKind, documentsAsked } from './application.ts';
import { type Block, headline, lines, type Pen, paragraph, space, stack } from './layout-block.ts';
import { captionedLine, columns, fieldLine, formStyles, framed, tickLine } from './layout-form.ts';
import { type Measure, textAt } from './layout-text.ts';
import { dottedDate, fill } from './slip-texts.ts';

/** The words of application papers in one language. */
export type ApplicationWords = WordsLike<typeof applicationsPaper>;

/** What is known of the application that a form is printed for; a blank form knows nothing. */
export type FormFacts = Pick<
  ApplicationRow,
  'number' | 'registeredOn' | 'applicant' | 'applicantName' | 'forWhom' | 'pupils' | 'documents' | 'dueOn'
>;

/** What a form is drawn with. */
export interface FormJob {
  readonly schoolName: string;
  readonly words: ApplicationWords;
  readonly measure: Measure;
}

const sheet = { widthMm: 210, heightMm: 297 } as const;
const left = 25;
const right = 195;
const top = 15;
const receiptTop = 252;
const { title, strong, text, small } = formStyles;

/** A sheet with the form of an application of this kind, and under a line to cut along the applicant's receipt. */
export function formSheet(kind: ApplicationKind, facts: FormFacts | undefined, job: FormJob): Sheet {
  const pen: Pen = { measure: job.measure, widthMm: right - left };
  const upper = stack(
    heading(kind, facts, job, pen),
    space(6),
    paragraph(job.words.body[kind], text, pen),
    space(2),
    ...askedFor(kind, facts, job.words, pen),
    space(4),
    documents(kind, facts, job.words, pen),
    space(4),
    signatures(facts, job.words, pen),
    space(5),
    office(facts, job.words, pen),
  );
  const lower = receipt(kind, facts, job, pen);
  return { ...sheet, items: [...upper.draw(left, top), cutLine(receiptTop - 5), ...lower.draw(left, receiptTop)] };
}

function cutLine(yMm: number): DrawItem {
  const ends = { x1Mm: 8, y1Mm: yMm, x2Mm: sheet.widthMm - 8, y2Mm: yMm };
  return { kind: 'line', ...ends, widthPt: 0.5, dash: 'cut', grey: 0.5 };
}

const addresseeMm = 90;

function heading(kind: ApplicationKind, facts: FormFacts | undefined, { schoolName, words }: FormJob, pen: Pen): Block {
  const narrow: Pen = { ...pen, widthMm: addresseeMm };
  const addressee = stack(
    paragraph(`${words.to} ${schoolName}`, text, narrow),
    space(1),
    captionedLine(words.fromHint, facts?.applicantName ?? '', narrow),
    fieldLine(words.phone, '', narrow, small),
  );
  const about = centred(words.about[kind], pen);
  return {
    heightMm: addressee.heightMm + 8 + 8 + about.heightMm,
    draw: (x, y) => {
      const below = y + addressee.heightMm + 8;
      const name = words.title;
      const middle = x + (pen.widthMm - pen.measure(name, title.font, title.sizePt)) / 2;
      return [
        ...addressee.draw(x + pen.widthMm - addresseeMm, y),
        textAt(name, title, middle, below),
        ...about.draw(x, below + 8),
      ];
    },
  };
}

function centred(words: string, pen: Pen): Block {
  const offset = Math.max(0, (pen.widthMm - pen.measure(words, strong.font, strong.sizePt)) / 2);
  const block = headline(words, strong, 8, pen);
  return { heightMm: block.heightMm, draw: (x, y) => block.draw(x + offset, y) };
}

const blankPupils = 2;

function askedFor(kind: ApplicationKind, facts: FormFacts | undefined, words: ApplicationWords, pen: Pen): Block[] {
  const whose = facts?.forWhom;
  const choice = [
    tickLine(words.forApplicant, whose === 'applicant' || whose === 'both', pen),
    tickLine(words.forPupils, whose === 'pupils' || whose === 'both', pen),
  ];
  const withChoice = kind === 'access' || kind === 'reissue';
  const named = facts?.pupils.map(({ name, className }) => [name, className].filter((part) => part !== '').join(', '));
  const pupils = named ?? Array.from({ length: kind === 'one-login' ? blankPupils + 1 : blankPupils }, () => '');
  return [
    ...(withChoice ? choice : []),
    ...pupils.map((pupil) => fieldLine(words.pupil, pupil, pen)),
    ...(kind === 'correction' ? [fieldLine(words.wrong, '', pen), fieldLine(words.right, '', pen)] : []),
  ];
}

function documents(kind: ApplicationKind, facts: FormFacts | undefined, words: ApplicationWords, pen: Pen): Block {
  const asked = documentsAsked(kind, facts?.applicant ?? 'guardian');
  const seen = new Set(facts?.documents);
  return stack(
    lines([words.documents], strong),
    space(1.5),
    ...asked.map((document) => tickLine(words.document[document], seen.has(document), pen)),
  );
}

function signatures(facts: FormFacts | undefined, words: ApplicationWords, pen: Pen): Block {
  const date = facts === undefined ? '' : dottedDate(facts.registeredOn);
  return columns([(one) => fieldLine(words.date, date, one), (one) => fieldLine(words.signature, '', one)], 12, pen);
}

function office(facts: FormFacts | undefined, words: ApplicationWords, pen: Pen): Block {
  return framed(
    (inner) =>
      stack(
        lines([words.school], { ...small, font: 'medium' }),
        columns(numbered(facts, words), 6, inner),
        columns(
          [(one) => fieldLine(words.accepted, '', one, small), (one) => fieldLine(words.decision, '', one, small)],
          6,
          inner,
        ),
      ),
    3,
    pen,
  );
}

function numbered(facts: FormFacts | undefined, words: ApplicationWords): ((pen: Pen) => Block)[] {
  const day = (date: string | undefined) => (date === undefined ? '' : dottedDate(date));
  return [
    (one) => fieldLine(words.number, facts?.number ?? '', one, small),
    (one) => fieldLine(words.registered, day(facts?.registeredOn), one, small),
    (one) => fieldLine(words.due, day(facts?.dueOn), one, small),
  ];
}

function receipt(kind: ApplicationKind, facts: FormFacts | undefined, { schoolName, words }: FormJob, pen: Pen): Block {
  return stack(
    lines([words.receipt], strong),
    space(1),
    paragraph(`${fill(words.receiptText, { about: words.about[kind] })} ${schoolName}`, small, pen),
    columns(numbered(facts, words), 6, pen),
    fieldLine(words.accepted, '', pen, small),
  );
}
