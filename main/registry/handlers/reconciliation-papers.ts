import type { Language } from '../../../shared/contract/base.ts';
import type { FindingRow } from '../../../shared/contract/reconciliation.ts';
import { familyNotes, type NoteWords, noteLetter } from '../../../shared/domain/family-note.ts';
import { noteSheets } from '../../../shared/domain/family-note-layout.ts';
import { isConfined } from '../../../shared/domain/permissions.ts';
import { dottedDate, fill } from '../../../shared/domain/slip-texts.ts';
import { standingSheets } from '../../../shared/domain/standing-layout.ts';
import { reconciliationPaper as english } from '../../../shared/i18n/en/reconciliation-paper.ts';
import { reconciliationPaper as russian } from '../../../shared/i18n/ru/reconciliation-paper.ts';
import { writeCsv } from '../../../shared/tables/write-csv.ts';
import { writeXlsx } from '../../../shared/tables/write-xlsx.ts';
import type { DeskContext, OpenRegistry } from '../context.ts';
import { appendAudit } from '../db/audit.ts';
import { correctedPeople } from '../db/corrected-findings.ts';
import { type ClassReach, findingsByIds, listFindings } from '../db/findings.ts';
import { schoolSides } from '../db/pairs.ts';
import { readSettings } from '../db/settings.ts';
import { write } from '../db/transaction.ts';
import { measure } from '../paper/measure.ts';
import { paperFrame } from '../paper/paper-frame.ts';
import { drawPdf } from '../paper/pdf.ts';
import { reachOf } from '../reach.ts';
import { correctionRows, type Layout } from '../reconciling/corrections-table.ts';
import { overviewOf } from '../reconciling/overview.ts';
import { refuse } from '../refuse.ts';
import { routes } from '../routes.ts';

type Context = DeskContext & { readonly registry: OpenRegistry };

interface OfRun {
  readonly runId: number;
  readonly classId?: number | undefined;
  readonly language?: Language | undefined;
  readonly findingIds?: readonly number[] | undefined;
}

const everything = { offset: 0, limit: 1_000_000 };
const mostPreviewed = 20;

const frameOf = (context: Context, chosen: Language | undefined) =>
  paperFrame<NoteWords>(context, chosen, { ru: russian, en: english });

/** Findings in the given states of a class or the school. */
async function findingsIn(
  { registry }: Context,
  { runId, classId }: OfRun,
  states: readonly FindingRow['state'][],
  today: string,
): Promise<FindingRow[]> {
  const filter = classId === undefined ? {} : { classId };
  const wish = { runId, filter, today, reach: await reachOf(registry) };
  const findings = await listFindings(registry.db, wish, everything);
  return findings.filter(({ state }) => states.includes(state));
}

async function drawNotes(context: Context, input: OfRun) {
  const frame = await frameOf(context, input.language);
  const reach: ClassReach = await reachOf(context.registry);
  const findings =
    input.findingIds === undefined
      ? await findingsIn(context, input, ['kept', 'asked'], frame.today)
      : await findingsByIds(context.registry.db, input.findingIds, reach);
  const notes = familyNotes(findings, frame.words);
  const foot = fill(frame.words.school, { name: frame.schoolName, date: dottedDate(frame.today) });
  const personIds = findings.flatMap(({ personId }) => personId ?? []);
  const sheets = noteSheets(notes, { words: frame.words, foot, measure });
  return { ...frame, sheets, families: notes.length, personIds };
}

async function prepareNotes(context: Context, input: OfRun) {
  const { registry, documents, surroundings } = context;
  const { sheets, families, words, language, today, personIds } = await drawNotes(context, input);
  if (families === 0) throw refuse('nothing-to-print');
  const bytes = await drawPdf(sheets, { title: words.file.notes, language });
  const now = surroundings.now();
  const event = { now, action: 'family-notes-printed', count: families, personIds } as const;
  await write(registry, (trx) => appendAudit(trx, registry, event));
  const suggestedName = `${words.file.notes} ${today}.pdf`;
  const documentToken = documents.keep({ bytes, suggestedName, secret: false });
  return { documentToken, pages: sheets.length, suggestedName, families };
}

interface CorrectionsWish extends OfRun {
  readonly layout: Layout;
  readonly format: 'csv-utf8' | 'csv-1251' | 'xlsx';
}

async function prepareCorrections(context: Context, input: CorrectionsWish) {
  const { registry } = context;
  const { words, today } = await frameOf(context, input.language);
  const { diarySystemId } = await readSettings(registry.db);
  const states = input.layout === 'support' ? (['kept'] as const) : (['taken'] as const);
  const findings = await findingsIn(context, input, states, today);
  if (findings.length === 0) throw refuse('nothing-to-export');
  const ids = findings.map(({ id }) => id);
  const details = await correctedPeople(registry.db, ids, diarySystemId);
  const people = await schoolSides(
    registry.db,
    findings.flatMap(({ personId }) => personId ?? []),
    await reachOf(registry),
  );
  const rows = correctionRows(input.layout, { findings, people, details, words });
  const title = words.corrections[input.layout];
  return keepTable(context, { rows, title, today, format: input.format, personIds: [...people.keys()] });
}

interface Table {
  readonly rows: readonly (readonly string[])[];
  readonly title: string;
  readonly today: string;
  readonly format: CorrectionsWish['format'];
  /** Whom the table is about, where it names people. */
  readonly personIds?: readonly number[];
}

async function keepTable(context: Context, { rows, title, today, format, personIds }: Table) {
  const { registry, documents, surroundings } = context;
  const encoding = format === 'csv-1251' ? 'windows-1251' : 'utf-8';
  const made =
    format === 'xlsx'
      ? { bytes: await writeXlsx(title, rows), lost: [], extension: 'xlsx' }
      : { ...writeCsv(rows, { encoding }), extension: 'csv' };
  const count = rows.length - 1;
  const now = surroundings.now();
  const event = { now, action: 'exported', count, subject: title, personIds } as const;
  await write(registry, (trx) => appendAudit(trx, registry, event));
  const suggestedName = `${title} ${today}.${made.extension}`;
  const documentToken = documents.keep({ bytes: made.bytes, suggestedName, secret: false });
  return { documentToken, pages: 0, suggestedName, rows: count, lost: [...made.lost] };
}

async function prepareReport(context: Context, input: OfRun & { readonly format: 'pdf' | 'xlsx' }) {
  const { registry, documents } = context;
  const { words: all, schoolName, today, language } = await frameOf(context, input.language);
  const words = { ...all, wholeSchool: isConfined(registry.user.role) ? all.ownClasses : all.wholeSchool };
  const { run, school, classes } = await overviewOf(registry, today, input.runId, await reachOf(registry));
  if (run === null) throw refuse('not-found');
  const rows = [school, ...classes.filter(({ classId }) => input.classId === undefined || classId === input.classId)];
  if (input.format === 'xlsx') {
    const { pages, documentToken, suggestedName } = await keepTable(context, {
      ...{ title: words.file.report, today, format: 'xlsx' },
      rows: [
        ['class', 'people', 'matched', 'school', 'family', 'absent'].map((name) => words.column[name as 'class']),
        ...rows.map((row) => [
          row.classId === null ? words.wholeSchool : row.className,
          ...[row.people, row.matched, row.school, row.family, row.absent].map(String),
        ]),
      ],
    });
    return { pages, documentToken, suggestedName };
  }
  const at = dottedDate(run.at);
  const facts = fill(words.reportFacts, { file: run.fileName, date: dottedDate(run.asOf), at });
  const sheets = standingSheets(rows, { schoolName, facts, words, measure });
  const bytes = await drawPdf(sheets, { title: words.reportTitle, language });
  const suggestedName = `${words.file.report} ${today}.pdf`;
  return {
    documentToken: documents.keep({ bytes, suggestedName, secret: false }),
    pages: sheets.length,
    suggestedName,
  };
}

async function letterFor(context: Context, findingId: number, language: Language | undefined) {
  const { registry } = context;
  const { words, schoolName } = await frameOf(context, language);
  const reach = await reachOf(registry);
  const [finding] = await findingsByIds(registry.db, [findingId], reach);
  const [note] = finding === undefined ? [] : familyNotes([finding], words);
  if (finding === undefined || note === undefined) throw refuse('not-found');
  const side = (await schoolSides(registry.db, [finding.personId ?? 0], reach)).get(finding.personId ?? 0);
  const to = side?.contacts.find(({ kind }) => kind === 'email')?.value ?? '';
  const subject = fill(words.letterSubject, { pupil: finding.pupil || finding.who });
  return { to, subject, body: noteLetter(note, schoolName, words) };
}

/** What leaves reconciliation on paper or as a file. */
export const reconciliationPapersHandlers = {
  corrections: routes.reconciliation.corrections.handler(({ context, input }) => prepareCorrections(context, input)),
  notesPreview: routes.reconciliation.notesPreview.handler(async ({ context, input }) => {
    const { sheets, families } = await drawNotes(context, input);
    return { sheets: sheets.slice(0, mostPreviewed), pages: sheets.length, families };
  }),
  notes: routes.reconciliation.notes.handler(({ context, input }) => prepareNotes(context, input)),
  letter: routes.reconciliation.letter.handler(({ context, input }) =>
    letterFor(context, input.findingId, input.language),
  ),
  report: routes.reconciliation.report.handler(({ context, input }) => prepareReport(context, input)),
};
