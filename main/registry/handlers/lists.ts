import type { z } from 'zod';
import type { Language, Scope } from '../../../shared/contract/base.ts';
import type { listKindSchema, Sheet } from '../../../shared/contract/slips.ts';
import { formatAcademicYear } from '../../../shared/domain/academic-year.ts';
import { type ClassRows, type ListJob, type ListRow, listSheets } from '../../../shared/domain/list-layout.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import { type RegisterRow, registerSheets } from '../../../shared/domain/register-layout.ts';
import type { DeskContext, OpenRegistry } from '../context.ts';
import { currentAcademicYear } from '../db/academic-years.ts';
import { appendAudit } from '../db/audit.ts';
import { holdersOf, scopeSubject } from '../db/credential-holders.ts';
import { liveCredentials } from '../db/credentials.ts';
import { handoverRows } from '../db/handover.ts';
import { readSettings } from '../db/settings.ts';
import { write } from '../db/transaction.ts';
import { measure } from '../paper/measure.ts';
import { drawPdf } from '../paper/pdf.ts';
import { fileNameOf, paperWords } from '../paper/words.ts';
import { refuse } from '../refuse.ts';
import { routes } from '../routes.ts';

interface ListInput {
  readonly kind: z.infer<typeof listKindSchema>;
  readonly scope: Scope;
  readonly language?: Language | undefined;
}

interface DrawnList {
  readonly sheets: readonly Sheet[];
  readonly rows: number;
  readonly language: Language;
  readonly job: ListJob;
}

const mostPreviewed = 20;

/** Rows in their order, a group for each class. */
function byClass<Row extends { readonly className: string }>(rows: readonly Row[]): readonly ClassRows<Row>[] {
  const classes = new Map<string, Row[]>();
  for (const row of rows) {
    const known = classes.get(row.className);
    if (known) known.push(row);
    else classes.set(row.className, [row]);
  }
  return [...classes].map(([className, group]) => ({ className, rows: group }));
}

async function listRows({ db }: OpenRegistry, diarySystem: string, scope: Scope) {
  const pupils = await holdersOf(db, scope, ['pupil']);
  const ids = pupils.map(({ personId }) => personId);
  const credentials = await liveCredentials(db, diarySystem, ids);
  return pupils.map(({ personId, name, className }): ListRow & { className: string } => {
    const { login = '', state = 'none' } = credentials.get(personId) ?? {};
    return { className, name: formatFullName(name), login, state };
  });
}

async function registerRows({ db }: OpenRegistry, diarySystem: string, scope: Scope) {
  const rows = await handoverRows(db, diarySystem, scope, ['pupil', 'guardian']);
  return rows.map(({ className, title, role, children, login }): RegisterRow & { className: string } => ({
    className,
    name: title,
    role,
    children,
    login,
  }));
}

async function drawList(registry: OpenRegistry, now: Date, input: ListInput): Promise<DrawnList> {
  const settings = await readSettings(registry.db);
  const language = input.language ?? settings.slipLanguage;
  const { startYear } = await currentAcademicYear(registry.db);
  const job: ListJob = {
    schoolName: settings.schoolName,
    academicYear: formatAcademicYear(startYear),
    date: now.toISOString().slice(0, 10),
    words: paperWords(language),
    measure,
  };
  if (input.kind === 'class-list') {
    const rows = await listRows(registry, settings.diarySystemId, input.scope);
    return { sheets: listSheets(byClass(rows), job), rows: rows.length, language, job };
  }
  const rows = await registerRows(registry, settings.diarySystemId, input.scope);
  return { sheets: registerSheets(byClass(rows), job), rows: rows.length, language, job };
}

async function prepare({ documents, surroundings }: DeskContext, registry: OpenRegistry, input: ListInput) {
  const now = surroundings.now();
  const { sheets, rows, language, job } = await drawList(registry, now, input);
  if (rows === 0) throw refuse('nothing-to-print');
  const kind = input.kind === 'class-list' ? 'classList' : 'register';
  const bytes = await drawPdf(sheets, { title: job.words.list[kind], language });
  const subject = await scopeSubject(registry.db, input.scope);
  await write(registry, (transaction) =>
    appendAudit(transaction, registry, { now, action: 'list-printed', count: rows, subject }),
  );
  const suggestedName = fileNameOf(kind, subject, job.date, job.words);
  const documentToken = documents.keep({ bytes, suggestedName, secret: false });
  return { documentToken, pages: sheets.length, suggestedName };
}

/** Printed lists for the school: logins only. */
export const listsHandlers = {
  preview: routes.lists.preview.handler(async ({ context, input }) => {
    const { sheets } = await drawList(context.registry, context.surroundings.now(), input);
    return { sheets: sheets.slice(0, mostPreviewed), pages: sheets.length };
  }),
  prepare: routes.lists.prepare.handler(({ context, input }) => prepare(context, context.registry, input)),
};
