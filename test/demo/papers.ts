import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Draws the first page of every PDF in a folder as a PNG beside it. */
export function drawFirstPages(folder: string): void {
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.pdf'))) {
    const picture = join(folder, name.replace('.pdf', ''));
    execFileSync('pdftoppm', ['-png', '-r', '110', '-f', '1', '-l', '1', '-singlefile', join(folder, name), picture]);
  }
}
