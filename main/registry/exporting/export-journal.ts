import type { Language } from '../../../shared/contract/base.ts';
import type { AuditEntry, JournalFilter } from '../../../shared/contract/journal.ts';
import { type Column, tableSheets } from '../../../shared/domain/layout-table.ts';
import { dottedDate, fill } from '../../../shared/domain/slip-texts.ts';
import { createWords, type Words } from '../../../shared/i18n/index.ts';
import { writeCsv } from '../../../shared/tables/write-csv.ts';
import { writeXlsx } from '../../../shared/tables/write-xlsx.ts';
import type { DeskContext, OpenRegistry } from '../context.ts';
import { appendAudit } from '../db/audit.ts';
import { listAudit } from '../db/audit-list.ts';
import { readSettings } from '../db/settings.ts';
import { write } from '../db/transaction.ts';
import { measure } from '../paper/measure.ts';
import { drawPdf } from '../paper/pdf.ts';
import { refuse } from '../refuse.ts';

interface JournalWish {
  readonly filter: JournalFilter;
  readonly format: 'xlsx' | 'csv' | 'pdf';
  readonly language?: Language | undefined;
}

type Context = DeskContext & { readonly registry: OpenRegistry };

const everything = { offset: 0, limit: 1_000_000 };

/** The filtered lines of the journal as a document, oldest first; that it was made is a line of its own. */
export async function exportJournal(context: Context, { filter, format, language: chosen }: JournalWish) {
  const { registry, documents, surroundings } = context;
  const settings = await readSettings(registry.db);
  const language = chosen ?? settings.language;
  const words = createWords(language);
  const { entries } = await listAudit(registry.db, filter, everything);
  if (entries.length === 0) throw refuse('nothing-to-export');
  const now = surroundings.now();
  const lines = entries.reverse();
  const { bytes, pages } = await drawn(lines, { format, words, language, schoolName: settings.schoolName, now });
  const subject = `${words('journal.paper.title')} (${format})`;
  const event = { now, action: 'exported', count: lines.length, subject, personIds: filter.personIds } as const;
  await write(registry, (trx) => appendAudit(trx, registry, event));
  const suggestedName = `${words('journal.paper.title')} ${now.toISOString().slice(0, 10)}.${format}`;
  const documentToken = documents.keep({ bytes, suggestedName, secret: false });
  return { documentToken, pages, suggestedName, rows: lines.length };
}

interface Frame {
  readonly format: JournalWish['format'];
  readonly words: Words;
  readonly language: Language;
  readonly schoolName: string;
  readonly now: Date;
}

async function drawn(lines: readonly AuditEntry[], frame: Frame): Promise<{ bytes: Uint8Array; pages: number }> {
  const { format, words, language } = frame;
  const title = words('journal.paper.title');
  if (format === 'csv') return { bytes: writeCsv(tableOf(lines, words)).bytes, pages: 0 };
  if (format === 'xlsx') return { bytes: await writeXlsx(title, tableOf(lines, words)), pages: 0 };
  const sheets = sheetsOf(lines, frame);
  return { bytes: await drawPdf(sheets, { title, language }), pages: sheets.length };
}

/** «01.09.2026 07:50 UTC»: one clock for all computers of the school. */
const momentOf = ({ at }: AuditEntry) => `${dottedDate(at)} ${at.slice(11, 16)} UTC`;
const whoOf = ({ who }: AuditEntry, words: Words) => (who === '' ? words('journal.nobody') : who);
const countOf = ({ count }: AuditEntry) => (count === 0 ? '' : String(count));

function tableOf(lines: readonly AuditEntry[], words: Words): string[][] {
  const column = (name: 'when' | 'who' | 'action' | 'count' | 'subject') => words(`journal.column.${name}`);
  const titles = [words('journal.paper.seq'), column('when'), column('who'), column('action')];
  return [
    [...titles, column('count'), column('subject'), words('journal.before'), words('journal.after')],
    ...lines.map((line) => [
      String(line.seq),
      momentOf(line),
      whoOf(line, words),
      words(`journal.action.${line.action}`),
      countOf(line),
      line.subject,
      told(line.detail?.before),
      told(line.detail?.after),
    ]),
  ];
}

const told = (value: unknown) => (value === undefined ? '' : JSON.stringify(value));

function sheetsOf(lines: readonly AuditEntry[], { words, schoolName, now }: Frame) {
  const plain = (title: string, widthMm: number, cell: (line: AuditEntry) => string): Column<AuditEntry> => ({
    ...{ title, widthMm, font: 'regular', cell },
  });
  return tableSheets({
    schoolName,
    title: words('journal.paper.title'),
    facts: [fill(words.raw('journal.paper.made'), { date: dottedDate(now.toISOString()) })],
    columns: [
      plain(words('journal.paper.seq'), 14, (line) => String(line.seq)),
      plain(words('journal.column.when'), 27, momentOf),
      plain(words('journal.column.who'), 42, (line) => whoOf(line, words)),
      plain(words('journal.column.action'), 45, (line) => words(`journal.action.${line.action}`)),
      plain(words('journal.column.count'), 16, countOf),
      plain(words('journal.column.subject'), 36, ({ subject }) => subject),
    ],
    sections: [{ subtitle: words('journal.paper.whole'), rows: lines }],
    rowHeightMm: 10.4,
    footnote: words('journal.paper.foot'),
    closing: '',
    pageWords: words.raw('journal.paper.page'),
    emptyWords: words('journal.paper.empty'),
    measure,
  });
}
