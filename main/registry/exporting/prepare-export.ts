import type { z } from 'zod';
import type { exportsContract } from '../../../shared/contract/exports.ts';
import { schoolRoster } from '../../../shared/domain/export-school.ts';
import { createWords } from '../../../shared/i18n/index.ts';
import { writeCsv } from '../../../shared/tables/write-csv.ts';
import { writeOneRoster } from '../../../shared/tables/write-one-roster.ts';
import { zipPackage } from '../../../shared/tables/write-package.ts';
import { writeSds } from '../../../shared/tables/write-sds.ts';
import { writeXlsx } from '../../../shared/tables/write-xlsx.ts';
import type { DeskContext, OpenRegistry } from '../context.ts';
import { dayOf } from '../day-of.ts';
import { currentAcademicYear } from '../db/academic-years.ts';
import { appendAudit } from '../db/audit.ts';
import { listPupilIds, type ReachedFilter } from '../db/pupil-rows.ts';
import { readSettings } from '../db/settings.ts';
import { write } from '../db/transaction.ts';
import { refuse } from '../refuse.ts';
import { collectPeople } from './collect-people.ts';
import { type Rows, tableRows } from './tables.ts';

type ExportInput = z.infer<NonNullable<(typeof exportsContract.prepare)['~orpc']['inputSchema']>>;
type FilteredExport = Omit<ExportInput, 'filter'> & { readonly filter: ReachedFilter };
type Context = DeskContext & { readonly registry: OpenRegistry };

interface Written {
  readonly bytes: Uint8Array;
  readonly lost: readonly string[];
  readonly extension: string;
  readonly rows: number;
  /** What it is, in the person's language. */
  readonly title: string;
}

/** Writes a table or a package in memory and keeps it as a document to be saved; the journal says that it was made. */
export async function prepareExport(context: Context, input: ExportInput) {
  const { registry, documents, surroundings } = context;
  const now = surroundings.now();
  const filter = { ...input.filter, reach: undefined, today: dayOf(now) };
  const made = await writeExport(registry, { ...input, filter });
  if (made.rows === 0) throw refuse('nothing-to-export');
  const suggestedName = `${made.title} ${now.toISOString().slice(0, 10)}.${made.extension}`;
  const subject = `${made.title} (${input.format})`;
  const { diarySystemId } = await readSettings(registry.db);
  const personIds = await listPupilIds(registry.db, filter, diarySystemId);
  const event = { now, action: 'exported', count: made.rows, subject, personIds } as const;
  await write(registry, (trx) => appendAudit(trx, registry, event));
  const documentToken = documents.keep({ bytes: made.bytes, suggestedName, secret: false });
  return { documentToken, pages: 0, suggestedName, rows: made.rows, lost: [...made.lost] };
}

async function writeExport(registry: OpenRegistry, input: FilteredExport): Promise<Written> {
  if (input.format === 'one-roster' || input.format === 'sds') return writePackage(registry, input);
  const { slipLanguage } = await readSettings(registry.db);
  const words = createWords(input.language ?? slipLanguage);
  const rows = await tableRows(registry, input.table, input.filter, words);
  const title = words(`written.table.${input.table}`);
  return { ...(await writeRows(input.format, title, rows)), rows: rows.length - 1, title };
}

async function writeRows(format: 'csv-utf8' | 'csv-1251' | 'xlsx', title: string, rows: Rows) {
  if (format === 'xlsx') return { bytes: await writeXlsx(title, rows), lost: [], extension: 'xlsx' };
  const encoding = format === 'csv-1251' ? 'windows-1251' : 'utf-8';
  return { ...writeCsv(rows, { encoding }), extension: 'csv' };
}

async function writePackage(registry: OpenRegistry, { format, filter, language }: FilteredExport): Promise<Written> {
  const { people, pupilIds } = await collectPeople(registry, filter);
  const { schoolName, slipLanguage } = await readSettings(registry.db);
  const { startYear } = await currentAcademicYear(registry.db);
  const roster = schoolRoster(people, pupilIds, { id: 'school-1', name: schoolName, startYear });
  const files = format === 'sds' ? writeSds(roster) : writeOneRoster(roster);
  const title = createWords(language ?? slipLanguage)(`written.package.${format === 'sds' ? 'sds' : 'oneRoster'}`);
  return { bytes: zipPackage(files), lost: [], extension: 'zip', rows: roster.pupils.length, title };
}
