import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sections } from '../../renderer/features/frame/sections.ts';
import { guidePageAt } from '../../shared/domain/guide-page.ts';

const folder = join(import.meta.dirname, '../../docs/user-guide');
const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));
const textOf = (page: string) => readFileSync(join(folder, page), 'utf8');

test('every section has a page of the guide; only the overview leads to the first one', () => {
  const addresses = sections.flatMap(({ to, also }) => [to, ...also]);
  const found = addresses.map((address) => [address, guidePageAt(`app://desk/#${address}?open=7`)] as const);
  for (const [address, page] of found) expect(existsSync(join(folder, page)), address).toBe(true);
  expect(found.filter(([, page]) => page === 'index.html').map(([address]) => address)).toEqual(['/overview', '/']);
  expect(guidePageAt('app://desk/index.html')).toBe('index.html');
});

test.each(pages)('%s: every link and picture is there, and every picture has words', (page) => {
  const text = textOf(page);
  const targets = [...text.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, target]) => target ?? '');
  expect(targets.length).toBeGreaterThan(1);
  for (const target of targets) expect(hasTarget(page, target), target).toBe(true);
  for (const [picture] of text.matchAll(/<img[^>]*>/g)) expect(picture).toMatch(/ alt="[^"]{10,}"/);
});

test('every page can be reached from the first one', () => {
  const linked = new Set([...textOf('index.html').matchAll(/href="([\w-]+\.html)"/g)].map(([, page]) => page));
  expect(pages.filter((page) => page !== 'index.html' && !linked.has(page))).toEqual([]);
});

function hasTarget(page: string, target: string): boolean {
  const [file = '', anchor] = target.split('#');
  const other = file === '' ? page : file;
  if (!existsSync(join(folder, other))) return false;
  return anchor === undefined || textOf(other).includes(` id="${anchor}"`);
}
