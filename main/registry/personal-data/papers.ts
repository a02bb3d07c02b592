import type { Language } from '../../../shared/contract/base.ts';
import type { AuditEntry } from '../../../shared/contract/journal.ts';
import type { Sheet } from '../../../shared/contract/slips.ts';
import { type Column, tableSheets } from '../../../shared/domain/layout-table.ts';
import type { DataCategory, DestructionReason } from '../../../shared/domain/personal-data.ts';
import { dottedDate } from '../../../shared/domain/slip-texts.ts';
import { createWords, type Words } from '../../../shared/i18n/index.ts';
import type { DeskContext, OpenRegistry } from '../context.ts';
import { dayOf } from '../day-of.ts';
import type { Doomed } from '../db/destruction.ts';
import type { HeldKind, PersonFact } from '../db/person-facts.ts';
import { readSettings } from '../db/settings.ts';
import { measure } from '../paper/measure.ts';
import { drawPdf } from '../paper/pdf.ts';

type Context = DeskContext & { readonly registry: OpenRegistry };

/** What papers about personal data are made with. */
export interface DataFrame {
  readonly words: Words;
  readonly language: Language;
  readonly schoolName: string;
  /** ISO 8601. */
  readonly today: string;
}

export async function dataFrame({ registry, surroundings }: Context, chosen?: Language): Promise<DataFrame> {
  const { language: own, schoolName } = await readSettings(registry.db);
  const language = chosen ?? own;
  return { words: createWords(language), language, schoolName, today: dayOf(surroundings.now()) };
}

/** A paper kept for printing or saving. */
export async function keepPaper({ documents }: DeskContext, sheets: readonly Sheet[], title: string, frame: DataFrame) {
  const bytes = await drawPdf(sheets, { title, language: frame.language });
  const suggestedName = `${title} ${frame.today}.pdf`;
  return {
    documentToken: documents.keep({ bytes, suggestedName, secret: false }),
    pages: sheets.length,
    suggestedName,
  };
}

interface TableParts<Row> {
  readonly title: string;
  readonly subtitle: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly closing?: string;
}

function table<Row>({ title, subtitle, columns, rows, closing = '' }: TableParts<Row>, frame: DataFrame) {
  const { words, schoolName, today } = frame;
  return tableSheets<Row>({
    title,
    schoolName,
    facts: [dottedDate(today)],
    columns,
    sections: [{ subtitle, rows }],
    rowHeightMm: 9,
    footnote: words('personalData.paper.foot'),
    closing,
    pageWords: words('personalData.paper.page', { page: '{page}', pages: '{pages}' }),
    emptyWords: words('personalData.paper.empty'),
    measure,
  });
}

const day = (moment: string) => (moment === '' ? '' : dottedDate(moment));
const momentOf = ({ at }: AuditEntry) => `${dottedDate(at)} ${at.slice(11, 16)} UTC`;

/** Everything that is held of a person, and who saw it. */
export function subjectSheets(
  name: string,
  facts: readonly PersonFact[],
  seen: readonly AuditEntry[],
  frame: DataFrame,
): readonly Sheet[] {
  const { words } = frame;
  const title = words('personalData.paper.report');
  const held = table<PersonFact>(
    {
      title,
      subtitle: name,
      rows: facts,
      columns: [
        {
          title: words('personalData.paper.what'),
          widthMm: 38,
          font: 'regular',
          cell: ({ kind }) => words(`personalData.fact.${kind}`),
        },
        { title: words('personalData.paper.value'), widthMm: 76, font: 'regular', cell: ({ value }) => value },
        { title: words('personalData.paper.source'), widthMm: 42, font: 'regular', cell: ({ source }) => source },
        { title: words('personalData.paper.on'), widthMm: 24, font: 'regular', cell: ({ on }) => day(on) },
      ],
    },
    frame,
  );
  return [...held, ...logSheets(words('personalData.paper.seen'), name, seen, frame)];
}

function logSheets(title: string, subtitle: string, entries: readonly AuditEntry[], frame: DataFrame) {
  const { words } = frame;
  return table<AuditEntry>(
    {
      ...{ title, subtitle, rows: entries },
      columns: [
        { title: words('personalData.paper.seq'), widthMm: 16, font: 'mono', cell: ({ seq }) => String(seq) },
        { title: words('personalData.paper.when'), widthMm: 42, font: 'regular', cell: momentOf },
        { title: words('personalData.paper.who'), widthMm: 54, font: 'regular', cell: ({ who }) => who },
        {
          title: words('personalData.paper.did'),
          widthMm: 68,
          font: 'regular',
          cell: ({ action }) => words(`journal.action.${action}`),
        },
      ],
    },
    frame,
  );
}

/** What an act of destruction tells. */
export interface ActFacts {
  readonly number: number;
  readonly reason: DestructionReason;
  readonly people: readonly Doomed[];
  readonly categories: readonly DataCategory[];
  /** Copies that still hold the people. */
  readonly copies: number;
  readonly who: string;
  /** The line of the journal that the destruction is, and the end of the journal after it. */
  readonly entry: AuditEntry;
  readonly anchor: string;
}

/** The act and the extract from the log, with what order № 179 of Roskomnadzor (28.10.2022) asks of each. */
export function destructionSheets(facts: ActFacts, frame: DataFrame): readonly Sheet[] {
  const { words, schoolName } = frame;
  const categories = facts.categories.map((one) => words(`personalData.category.${one}`)).join(', ');
  const reason = words(`personalData.reason.${facts.reason}`);
  const person: readonly Column<Doomed>[] = [
    { title: words('personalData.paper.number'), widthMm: 12, font: 'regular', cell: (_, number) => String(number) },
    { title: words('personalData.paper.subject'), widthMm: 82, font: 'regular', cell: ({ name }) => name },
    {
      title: words('personalData.paper.role'),
      widthMm: 28,
      font: 'regular',
      cell: ({ role }) => words(`states.holder.${role}`),
    },
    {
      title: words('personalData.paper.birth'),
      widthMm: 28,
      font: 'regular',
      cell: ({ birthDate }) => day(birthDate ?? ''),
    },
    { title: words('personalData.paper.recordId'), widthMm: 30, font: 'mono', cell: ({ id }) => String(id) },
  ];
  const act = table<Doomed>(
    {
      title: words('personalData.paper.act', { number: String(facts.number) }),
      subtitle: words('personalData.paper.actOf', { reason, school: schoolName }),
      columns: person,
      rows: facts.people,
      closing: [
        words('personalData.paper.categories', { categories }),
        words('personalData.paper.method', { copies: facts.copies }),
        words('personalData.paper.destroyedOn', { date: momentOf(facts.entry), who: facts.who }),
        words('personalData.paper.commission'),
        words('personalData.paper.signature'),
        words('personalData.paper.signature'),
        words('personalData.paper.signature'),
      ].join('\n'),
    },
    frame,
  );
  const extract = table<Doomed>(
    {
      title: words('personalData.paper.extract', { number: String(facts.number) }),
      subtitle: words('personalData.paper.extractOf', {
        seq: String(facts.entry.seq),
        anchor: facts.anchor,
        date: momentOf(facts.entry),
      }),
      columns: person,
      rows: facts.people,
      closing: [
        words('personalData.paper.categories', { categories }),
        words('personalData.paper.system', { school: schoolName }),
        words('personalData.paper.why', { reason }),
        words('personalData.paper.destroyedOn', { date: momentOf(facts.entry), who: facts.who }),
      ].join('\n'),
    },
    frame,
  );
  return [...act, ...extract];
}

/** What a notice about an incident asks (152-ФЗ art. 21 p. 3.1): what was held, how it is protected, who read what. */
export function incidentSheets(
  held: Readonly<Record<HeldKind, number>>,
  entries: readonly AuditEntry[],
  period: { readonly from: string; readonly to: string },
  frame: DataFrame,
): readonly Sheet[] {
  const { words } = frame;
  const title = words('personalData.paper.incident');
  const dates = { from: dottedDate(period.from), to: dottedDate(period.to) };
  const subtitle = words('personalData.paper.period', dates);
  const rows = Object.entries(held) as [HeldKind, number][];
  const first = table<[HeldKind, number]>(
    {
      ...{ title, subtitle, rows },
      columns: [
        {
          title: words('personalData.paper.what'),
          widthMm: 120,
          font: 'regular',
          cell: ([kind]) => words(`personalData.held.${kind}`),
        },
        { title: words('personalData.paper.many'), widthMm: 60, font: 'regular', cell: ([, count]) => String(count) },
      ],
      closing: words('personalData.paper.protection'),
    },
    frame,
  );
  return [...first, ...logSheets(words('personalData.paper.incidentLog'), subtitle, entries, frame)];
}
