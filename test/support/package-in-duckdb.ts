import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { ONE_ROSTER, SDS, type TableStandard } from './package-standards.ts';

type Standards = Readonly<Record<string, TableStandard>>;

/**
 * What DuckDB has to say when it loads a package into tables that carry the standard as constraints: its own strict CSV
 * reader, NOT NULL, CHECK, PRIMARY KEY, and a query for every reference. Nothing when it accepts the package.
 */
export async function loadIntoDuckDb(
  files: ReadonlyMap<string, Uint8Array>,
  standards: Standards,
): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'diary-desk-package-'));
  const db = await (await DuckDBInstance.create(':memory:')).connect();
  try {
    const tables = [...files.keys()].map((name) => name.replace(/\.csv$/, '')).filter((name) => name !== 'manifest');
    for (const table of tables) writeFileSync(join(folder, table), files.get(`${table}.csv`) ?? '');
    const problems: string[] = [];
    for (const table of tables)
      await load(db, table, join(folder, table), standards[table]).catch((error: Error) =>
        problems.push(`${table}: ${error.message}`),
      );
    if (problems.length > 0) return problems;
    return (await Promise.all(tables.map((table) => dangling(db, table, standards[table])))).flat();
  } finally {
    db.closeSync();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Columns that the standard allows to be left out may be missing from the file; others than the standard's may not be there. */
async function load(db: DuckDBConnection, table: string, file: string, standard: TableStandard | undefined) {
  if (standard === undefined) throw new Error('is in no standard');
  await db.run(`create table ${table} (${standard.columns.map((column) => columnOf(column, standard)).join(', ')})`);
  await db.run(`insert into ${table} by name select * from read_csv('${file}', header = true, all_varchar = true,
    delim = ',', quote = '"', escape = '"', nullstr = '', strict_mode = true, auto_detect = false,
    columns = ${columnsOf(await headerOf(db, file))})`);
}

async function headerOf(db: DuckDBConnection, file: string): Promise<readonly string[]> {
  const first =
    await db.runAndReadAll(`select * from read_csv('${file}', header = false, all_varchar = true, delim = ',',
    quote = '"', strict_mode = true) limit 1`);
  return (first.getRows()[0] ?? []).map(String);
}

const columnsOf = (names: readonly string[]) => `{${names.map((name) => `'${name}': 'varchar'`).join(', ')}}`;

function columnOf(column: string, { required, values, key }: TableStandard): string {
  const pattern = values[column];
  const rules = [
    column === key ? 'primary key' : '',
    required.has(column) ? 'not null' : '',
    pattern === undefined ? '' : `check (regexp_matches("${column}", '${pattern.source}'))`,
  ];
  return `"${column}" varchar ${rules.join(' ')}`;
}

async function dangling(
  db: DuckDBConnection,
  table: string,
  standard: TableStandard | undefined,
): Promise<readonly string[]> {
  const asked = Object.entries(standard?.references ?? {}).map(async ([column, other]) => {
    const found = await db.runAndReadAll(`select distinct named from
      (select unnest(string_split("${column}", ',')) as named from ${table}) where named not in (select sourcedId from ${other})`);
    return found.getRows().map(([named]) => `${table}: ${column} names ${named}, which is not in ${other}`);
  });
  return (await Promise.all(asked)).flat();
}

/** The standards by the name of their preset. */
export const packageStandards = { 'one-roster-1.2': ONE_ROSTER, 'sds-2.1': SDS } as const;
