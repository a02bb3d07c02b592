import { ONE_ROSTER, SDS, type TableStandard } from './package-standards.ts';

type Row = Readonly<Record<string, string>>;
type Files = ReadonlyMap<string, Uint8Array>;

/** Everything that is wrong with a OneRoster 1.2 package in bulk mode, in words; nothing when a strict reader accepts it. */
export function checkOneRoster(files: Files): string[] {
  const names = [...files.keys()].filter((name) => name !== 'manifest.csv');
  return [...checkTables(files, names, ONE_ROSTER, true), ...checkManifest(files, names)];
}

/** Everything that is wrong with a School Data Sync 2.1 package. */
export function checkSds(files: Files): string[] {
  const missing = ['orgs.csv', 'users.csv', 'roles.csv'].filter((name) => !files.has(name));
  return [...missing.map((name) => `${name} is missing`), ...checkTables(files, [...files.keys()], SDS, false)];
}

/** A parser of its own: the strict part of RFC 4180, nothing forgiven. */
function parseStrict(bytes: Uint8Array): string[][] {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  if (text.startsWith('\uFEFF')) throw new Error('has a byte order mark');
  if (!text.endsWith('\r\n')) throw new Error('has no line end at the end');
  return text.slice(0, -2).split('\r\n').map(cellsOf);
}

function cellsOf(line: string): string[] {
  if (/[\r\n]/.test(line)) throw new Error('has a line break in a cell');
  const cells = line.match(/(?<=^|,)(?:"(?:[^"]|"")*"|[^",]*)(?=,|$)/g) ?? [];
  const length = cells.reduce((sum, cell) => sum + cell.length + 1, -1);
  if (length !== line.length) throw new Error(`is not cut by commas and quotes: ${line}`);
  return cells.map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell));
}

function readRows(bytes: Uint8Array): { readonly header: string[]; readonly rows: Row[] } {
  const [header = [], ...lines] = parseStrict(bytes);
  const rows = lines.map((cells) => {
    if (cells.length !== header.length) throw new Error(`has ${cells.length} cells instead of ${header.length}`);
    return Object.fromEntries(header.map((title, column) => [title, cells[column] ?? '']));
  });
  return { header, rows };
}

function checkTables(
  files: Files,
  names: readonly string[],
  standards: Readonly<Record<string, TableStandard>>,
  wholeHeader: boolean,
): string[] {
  const keys = new Map<string, Set<string>>();
  const problems: string[] = [];
  const tables = names.map((name) => ({
    name: name.replace(/\.csv$/, ''),
    ...readRows(files.get(name) ?? new Uint8Array()),
  }));
  for (const { name, rows } of tables)
    keys.set(name, new Set(rows.map((row) => row[standards[name]?.key ?? ''] ?? '')));
  for (const { name, header, rows } of tables) {
    const standard = standards[name];
    if (standard === undefined) problems.push(`${name} is in no standard`);
    else problems.push(...checkHeader(name, header, standard, wholeHeader), ...checkRows(name, rows, standard, keys));
  }
  return problems;
}

function checkHeader(name: string, header: readonly string[], standard: TableStandard, whole: boolean): string[] {
  const expected = whole ? standard.columns : standard.columns.filter((column) => header.includes(column));
  const missing = [...standard.required].filter((column) => !header.includes(column));
  const order =
    header.join() === expected.join() ? [] : [`${name}: header ${header.join()} instead of ${expected.join()}`];
  return [...missing.map((column) => `${name}: column ${column} is missing`), ...order];
}

function checkRows(
  name: string,
  rows: readonly Row[],
  standard: TableStandard,
  keys: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
  const problems: string[] = [];
  if (standard.key !== '' && (keys.get(name)?.size ?? 0) !== rows.length) problems.push(`${name}: a key is repeated`);
  for (const [index, row] of rows.entries())
    for (const [column, value] of Object.entries(row)) {
      const fault = faultOf(value, column, standard, keys);
      if (fault !== undefined) problems.push(`${name} ${index + 2} ${column}: ${fault} (${value})`);
    }
  return problems;
}

function faultOf(
  value: string,
  column: string,
  standard: TableStandard,
  keys: ReadonlyMap<string, ReadonlySet<string>>,
): string | undefined {
  if (value === '') return standard.required.has(column) ? 'is required' : undefined;
  if (standard.values[column]?.test(value) === false) return 'is not allowed';
  const table = standard.references[column];
  if (table === undefined) return undefined;
  const unknown = value.split(',').find((id) => keys.get(table)?.has(id) !== true);
  return unknown === undefined ? undefined : `names nothing in ${table}`;
}

function checkManifest(files: Files, names: readonly string[]): string[] {
  const manifest = files.get('manifest.csv');
  if (manifest === undefined) return ['manifest.csv is missing'];
  const { header, rows } = readRows(manifest);
  const values = new Map(rows.map((row) => [row.propertyName, row.value]));
  const bulk = rows.filter(({ value }) => value === 'bulk').map(({ propertyName }) => `${propertyName?.slice(5)}.csv`);
  const problems: string[] = [];
  if (header.join() !== 'propertyName,value') problems.push('manifest: wrong header');
  if (values.get('manifest.version') !== '1.0') problems.push('manifest: wrong manifest.version');
  if (values.get('oneroster.version') !== '1.2') problems.push('manifest: wrong oneroster.version');
  if ([...bulk].sort().join() !== [...names].sort().join()) problems.push(`manifest: bulk files ${bulk.join()}`);
  const modes = rows.filter(({ propertyName }) => propertyName?.startsWith('file.'));
  if (modes.length !== 21 || modes.some(({ value }) => value !== 'bulk' && value !== 'absent'))
    problems.push('manifest: every file of the standard is bulk or absent');
  return problems;
}
