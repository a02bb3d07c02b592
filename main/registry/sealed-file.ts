import { webcrypto } from 'node:crypto';
import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';
import { writeXlsx } from 'hucre/xlsx';
import type { ExportLayout } from '../../shared/contract/settings.ts';
import { writeCsv } from '../../shared/tables/write-csv.ts';

configure({ useWebWorkers: false });

/** Node 18 has the web's cryptography, but not under its global name, where both writers look for it. */
function provideCrypto(): void {
  if (!('crypto' in globalThis)) Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });
}

/**
 * Rows as a file that opens only with the password: an XLSX workbook under Agile encryption (ECMA-376), or a CSV in a ZIP
 * under AES-256 (WinZip AE-2).
 */
export async function sealedTable(
  rows: readonly (readonly string[])[],
  { file, delimiter, withHeader }: Pick<ExportLayout, 'file' | 'delimiter' | 'withHeader'>,
  name: string,
  password: string,
): Promise<Uint8Array> {
  provideCrypto();
  if (file === 'xlsx') return sealedWorkbook(rows, withHeader, password);
  const { bytes } = writeCsv(rows, { delimiter: delimiter === 'tab' ? '\t' : delimiter });
  const zip = new ZipWriter(new Uint8ArrayWriter(), { password, encryptionStrength: 3, level: 0 });
  await zip.add(`${name}.csv`, new Uint8ArrayReader(bytes));
  bytes.fill(0);
  return zip.close();
}

function sealedWorkbook(rows: readonly (readonly string[])[], header: boolean, password: string): Promise<Uint8Array> {
  const columns = (rows[0] ?? []).map(() => ({ width: 24, numFmt: '@' }));
  const freeze = header ? { freezePane: { rows: 1 } } : {};
  const sheet = { name: 'logins', columns, rows: rows.map((row) => [...row]), ...freeze };
  return writeXlsx({ sheets: [sheet], encryption: { password } });
}
