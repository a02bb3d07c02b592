import { readFileSync } from 'node:fs';

/** The beginning of a saved file as Latin letters; '' while there is none. */
export function savedBytes(file: string): string {
  try {
    return readFileSync(file, 'latin1').slice(0, 100);
  } catch {
    return '';
  }
}
