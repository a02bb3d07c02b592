import type { Progress } from '../../../shared/contract/base.ts';
import type { PortalColumns, PortalFile } from '../../../shared/contract/reconciliation.ts';
import { missingFields } from '../../../shared/domain/import-columns.ts';
import { readPeople } from '../../../shared/domain/import-rows.ts';
import {
  fieldsForPortal,
  guessRowsAre,
  hasPortalColumns,
  type PortalPerson,
  portalPeople,
  type RowsAre,
} from '../../../shared/domain/portal-people.ts';
import type { Table } from '../../../shared/tables/read-table.ts';
import type { DeskContext, OpenRegistry } from '../context.ts';
import { type ChosenColumns, chooseColumns, chosenPreset, readingWish } from '../importing/choose-columns.ts';
import { describeFile } from '../importing/describe-file.ts';
import { progressOf } from '../importing/make-plan.ts';
import { paced } from '../importing/pace.ts';
import { filesAndPasted } from '../importing/pasted-texts.ts';
import { type ReadFile, readFileAsTable } from '../importing/read-file.ts';
import { refuse } from '../refuse.ts';

type Context = DeskContext & { readonly registry: OpenRegistry };

/** Titles of the diary's own contacts that stand beside the portal's: `phone_number_ezd`, `email_ezd`. */
const diarySide = /(?:phone|email).*[_ ]ezd$/i;

/** A portal's file as a table with its columns understood. */
export interface OpenPortalFile {
  readonly read: ReadFile;
  readonly columns: ChosenColumns;
  readonly rowsAre: RowsAre;
}

/** Reads the file and says what its columns hold. */
export async function openPortalFile(context: Context, input: PortalFile): Promise<OpenPortalFile> {
  const { registry } = context;
  const preset = await chosenPreset(registry, input.presetId);
  const files = filesAndPasted(context.files, registry);
  const read = await readFileAsTable(files, input.fileToken, readingWish(preset, input.reading));
  const columns = await chooseColumns(registry, read.table, input, preset);
  return { read, columns, rowsAre: input.rowsAre ?? guessRowsAre(columns.fields) };
}

/** What a person checks before the run. */
export function describeColumns({ read, columns, rowsAre }: OpenPortalFile): PortalColumns {
  const { header } = read.table;
  const portalColumns = hasPortalColumns(columns.fields) || header.some((title) => diarySide.test(title.trim()));
  return { ...describeFile(read, columns, namesMissing(columns)), rowsAre, portalColumns };
}

/** Without a class people are found all the same; without names nobody is. */
function namesMissing({ fields }: ChosenColumns): string[] {
  return missingFields(fieldsForPortal(fields), false).filter((field) => !field.endsWith('.className'));
}

/** Reads the people of the file piece by piece. Refuses `mapping-incomplete` without columns for names. */
export async function* readPortalPeople(
  context: Context,
  { read, columns, rowsAre }: OpenPortalFile,
  className: string | undefined,
): AsyncGenerator<Progress, PortalPerson[]> {
  if (namesMissing(columns).length > 0) throw refuse('mapping-incomplete');
  const { table } = read;
  const today = context.surroundings.now().toISOString().slice(0, 10);
  const fields = fieldsForPortal(columns.fields);
  const reading = readPeople(table.rows, { header: table.header, fields, className, today });
  const file = yield* paced(reading, (done) => progressOf('reading', done, table.rowCount));
  return portalPeople(file, { fields: columns.fields, rowsAre, roles: rolesOf(table, columns) });
}

function rolesOf({ rows }: Table, { fields }: ChosenColumns): Map<number, string> {
  const column = fields.indexOf('role');
  const roles = new Map<number, string>();
  if (column < 0) return roles;
  for (const { rowNumber, cells } of rows) roles.set(rowNumber, cells[column] ?? '');
  return roles;
}
