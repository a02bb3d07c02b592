import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';

/** The text of a PDF, piece by piece in the order in which it was drawn. */
export const textOf = (pdf: string): string => execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' });

/** Login and password of every slip on the paper. */
export function secretsOn(text: string): readonly { readonly login: string; readonly password: string }[] {
  return [...text.matchAll(/^Логин\s+(\S+)\s+Пароль\s+(\S+)$/gm)].map(([, login = '', password = '']) => ({
    login,
    password,
  }));
}

/** The file that the print queue has put into its folder since a moment; waits for it. */
export async function printedSince(folder: string, moment: number): Promise<string> {
  const newest = () =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.pdf'))
      .map((name) => ({ path: join(folder, name), at: statSync(join(folder, name)).mtimeMs }))
      .filter(({ at }) => at >= moment)
      .sort((a, b) => b.at - a.at)[0]?.path;
  await expect.poll(newest, { timeout: 30_000 }).toBeDefined();
  return newest() ?? '';
}
