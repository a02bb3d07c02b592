import { expect, type Page } from '@playwright/test';
import { onEveryPage } from './pages/every-page.ts';
import { en, ru } from './pages/words.ts';
import { printClass } from './support/school-profile.ts';
import { type OpenSchool, smallSchool, test } from './support/school-test.ts';

const sizes = [
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
] as const;

for (const language of ['ru', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ wishes: { ...smallSchool, language, prepare: (client) => printClass(client, '5А') } });

    test('no page scrolls sideways at 1280x720 and 1024x768, and no button is cut off', async ({ desk }) => {
      test.setTimeout(120_000);
      const words = language === 'ru' ? ru : en;
      await expect(desk.page.locator('html')).toHaveAttribute('lang', language);
      const found: string[] = [];
      for (const size of sizes) {
        await resize(desk, size);
        await onEveryPage(
          desk.page,
          async (name) => void found.push(...(await tooWide(desk.page, `${name} ${size.width}`))),
          words,
        );
      }
      expect(found).toEqual([]);
    });
  });
}

async function resize({ app, page }: OpenSchool, { width, height }: { width: number; height: number }): Promise<void> {
  await app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size), [
    width,
    height,
  ] as [number, number]);
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height]);
}

/** Elements that scroll sideways, and buttons or links whose words do not fit. Tables of columns and sheets of paper may scroll. */
function tooWide(page: Page, name: string): Promise<string[]> {
  return page.evaluate((place) => {
    const wide = (element: Element) => element.scrollWidth > element.clientWidth + 1;
    const scrolls = (element: Element) => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX);
    const describe = (element: Element, what: string) =>
      `${place}: ${what}: ${element.tagName} ${element.className.toString().slice(0, 40)} ${(element.textContent ?? '').slice(0, 40)}`;
    const all = [...document.querySelectorAll('*')];
    const sideways = [document.documentElement, ...all.filter((element) => scrolls(element))].filter(wide);
    const cut = [...document.querySelectorAll('button, a, [role="tab"], .mantine-Button-label')].filter(
      (element) => wide(element) && getComputedStyle(element).overflowX !== 'visible',
    );
    return [
      ...sideways.map((element) => describe(element, 'scrolls sideways')),
      ...cut.map((element) => describe(element, 'is cut off')),
    ];
  }, name);
}
