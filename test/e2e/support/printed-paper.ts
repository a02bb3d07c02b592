import { execFileSync, type StdioOptions } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';

/** The text of a PDF, piece by piece in the order in which it was drawn. */
export const textOf = (pdf: string): string => execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' });

/** Login and password of every slip on the paper. */
export function secretsOn(text: string): readonly { readonly login: string; readonly password: string }[] {
  return [...text.matchAll(/^(?:Логин|Login)\s+(\S+)\s+(?:Пароль|Password)\s+(\S+)$/gm)].map(
    ([, login = '', password = '']) => ({
      login,
      password,
    }),
  );
}

const isWhole = (pdf: string) => readFileSync(pdf).subarray(-32).includes('%%EOF');

/** The file that the print queue has put into its folder since a moment; waits for it. */
export async function printedSince(folder: string, moment: number): Promise<string> {
  const newest = () =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.pdf'))
      .map((name) => ({ path: join(folder, name), at: statSync(join(folder, name)).mtimeMs }))
      .filter(({ path, at }) => at >= moment && isWhole(path))
      .sort((a, b) => b.at - a.at)[0]?.path;
  await expect.poll(newest, { timeout: 30_000 }).toBeDefined();
  return newest() ?? '';
}

/** The queue's PDF makes poppler remark on every glyph. */
const quiet: StdioOptions = ['ignore', 'pipe', 'ignore'];

/** A PDF as the eye sees it: how many pages, and the grey pixels of the first one, of the same size for every A4. */
export function pictureOf(pdf: string): { readonly pages: number; readonly pixels: Uint8Array } {
  const about = execFileSync('pdfinfo', [pdf], { encoding: 'utf8', stdio: quiet });
  const size = ['-scale-to-x', '250', '-scale-to-y', '354'];
  const drawn = execFileSync('pdftoppm', ['-gray', ...size, '-f', '1', '-l', '1', pdf], { stdio: quiet });
  return { pages: Number(/^Pages:\s+(\d+)/m.exec(about)?.[1]), pixels: drawn.subarray(-250 * 354) };
}

/** How far two pictures are apart, in shades of grey for the average pixel. */
export function shadesApart(one: Uint8Array, other: Uint8Array): number {
  return one.reduce((sum, pixel, place) => sum + Math.abs(pixel - (other[place] ?? 255)), 0) / one.length;
}
