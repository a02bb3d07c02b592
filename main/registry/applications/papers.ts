import type { ApplicationFilter } from '../../../shared/contract/applications.ts';
import type { Language } from '../../../shared/contract/base.ts';
import type { ApplicationKind } from '../../../shared/domain/application.ts';
import { type ApplicationWords, formSheet } from '../../../shared/domain/application-form-layout.ts';
import { journalRows, journalSheets } from '../../../shared/domain/application-journal.ts';
import { dottedDate, fill } from '../../../shared/domain/slip-texts.ts';
import { applicationsPaper as english } from '../../../shared/i18n/en/applications-paper.ts';
import { applicationsPaper as russian } from '../../../shared/i18n/ru/applications-paper.ts';
import { writeXlsx } from '../../../shared/tables/write-xlsx.ts';
import type { DeskContext, OpenRegistry } from '../context.ts';
import { findApplication, listApplications } from '../db/applications.ts';
import { appendAudit } from '../db/audit.ts';
import { write } from '../db/transaction.ts';
import { measure } from '../paper/measure.ts';
import { paperFrame } from '../paper/paper-frame.ts';
import { drawPdf } from '../paper/pdf.ts';
import { asFileName } from '../paper/words.ts';
import { reachOf } from '../reach.ts';
import { refuse } from '../refuse.ts';

type Context = DeskContext & { readonly registry: OpenRegistry };

const everything = { offset: 0, limit: 1_000_000 };

/** The frame of a paper of the office. */
export const frameOf = (context: Context, chosen: Language | undefined) =>
  paperFrame<ApplicationWords>(context, chosen, { ru: russian, en: english });

interface FormWish {
  readonly kind: ApplicationKind;
  readonly applicationId?: number | undefined;
  readonly language?: Language | undefined;
}

/** A form to fill in by hand, or that of a registered application filled in. Refuses `not-found` out of reach. */
export async function prepareForm(context: Context, { kind, applicationId, language: chosen }: FormWish) {
  const { registry, documents } = context;
  const { language, words, schoolName, today } = await frameOf(context, chosen);
  const reach = await reachOf(registry);
  const known =
    applicationId === undefined ? undefined : await findApplication(registry.db, applicationId, today, reach);
  if (applicationId !== undefined && known === undefined) throw refuse('not-found');
  const about = known?.kind ?? kind;
  const sheet = formSheet(about, known, { schoolName, words, measure });
  const bytes = await drawPdf([sheet], { title: `${words.title} ${words.about[about]}`, language });
  const name =
    known === undefined ? `${words.file.form} ${words.about[about]}` : `${words.file.filled} ${known.number}`;
  const suggestedName = asFileName(`${name}.pdf`);
  return { documentToken: documents.keep({ bytes, suggestedName, secret: false }), pages: 1, suggestedName };
}

interface JournalWish {
  readonly filter: ApplicationFilter;
  readonly format: 'pdf' | 'xlsx';
  readonly language?: Language | undefined;
}

function periodOf({ from, to }: ApplicationFilter, words: ApplicationWords): string {
  if (from === undefined && to === undefined) return words.whole;
  const day = (date: string | undefined) => (date === undefined ? '…' : dottedDate(date));
  return fill(words.period, { from: day(from), to: day(to) });
}

/** The register as a document, within reach. Refuses `nothing-to-print`. */
export async function prepareJournal(context: Context, { filter, format, language: chosen }: JournalWish) {
  const { registry, documents, surroundings } = context;
  const { language, words, schoolName, today } = await frameOf(context, chosen);
  const wish = { filter, today, reach: await reachOf(registry) };
  const latestFirst = await listApplications(registry.db, wish, everything);
  const rows = latestFirst.sort((a, b) => a.registeredOn.localeCompare(b.registeredOn) || a.id - b.id);
  if (rows.length === 0) throw refuse('nothing-to-print');
  const job = { schoolName, period: periodOf(filter, words), date: today, words, measure };
  const sheets = format === 'pdf' ? journalSheets(rows, job) : [];
  const bytes =
    format === 'pdf'
      ? await drawPdf(sheets, { title: words.journal, language })
      : await writeXlsx(words.journal, journalRows(rows, words));
  const event = { action: format === 'pdf' ? 'list-printed' : 'exported', subject: words.journal } as const;
  await write(registry, (trx) => appendAudit(trx, registry, { now: surroundings.now(), ...event, count: rows.length }));
  const suggestedName = `${words.file.journal} ${today}.${format}`;
  const documentToken = documents.keep({ bytes, suggestedName, secret: false });
  return { documentToken, pages: sheets.length, suggestedName, rows: rows.length };
}
