import { expect, type Page } from '@playwright/test';
import type { Words } from '../../shared/i18n/index.ts';
import { credentialMenu } from './pages/credential-menu.ts';
import { button } from './pages/frame.ts';
import { expectHandedOver, findField, ticks } from './pages/handover-page.ts';
import { arrowTo, enterOn, tabTo } from './pages/keyboard.ts';
import { en, ru } from './pages/words.ts';
import { smallSchool, test } from './support/school-test.ts';

const queue = process.env.DIARY_DESK_TEST_QUEUE ?? '';

for (const language of ['ru', 'en'] as const) {
  const words = language === 'ru' ? ru : en;
  test.describe(`in ${language}`, () => {
    test.use({ wishes: { ...smallSchool, language } });

    test('issue, print, hand over and answer a lost slip by the keyboard alone', async ({ desk: { page } }) => {
      test.skip(queue === '', 'no print queue here');
      const count = await issueByKeys(page, words);
      await printByKeys(page, count, words);
      await enterOn(page, stepLink(page, 'handover', words));
      const login = await firstLogin(page);
      await handOverByKeys(page, words);
      await expectHandedOver(page, 1, count, words);
      await reissueByKeys(page, login, words);
      await tabTo(page, findField(page, words));
      await page.keyboard.type('1-1');
      await expect(page.getByText(words('handover.slip.void'))).toBeVisible();
    });
  });
}

const stepLink = (page: Page, step: 'handover', words: Words) =>
  page
    .getByRole('navigation', { name: words('app.steps.label') })
    .getByRole('link', { name: words(`app.steps.${step}`) });

/** From the palette to the logins of a class; how many were issued. */
async function issueByKeys(page: Page, words: Words): Promise<number> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: words('app.palette.placeholder') })).toBeFocused();
  await page.keyboard.type(words('app.palette.issue'));
  await page.keyboard.press('Enter');
  const scope = page.getByRole('button', { name: new RegExp(`^${words('credentials.scope.label')}`) });
  await enterOn(page, scope);
  await expect(page.getByLabel(words('credentials.scope.find'))).toBeFocused();
  await page.keyboard.type('5А');
  await page.keyboard.press('Enter');
  await expect(scope).toHaveAccessibleName(`${words('credentials.scope.label')}: 5А`);
  await expect(page.getByRole('gridcell', { name: '6Б', exact: true })).toHaveCount(0);
  const count = (await page.getByRole('row').count()) - 1;
  await enterOn(page, button(page, words('credentials.issue.action', { count })));
  await enterOn(page, button(page, words('credentials.issue.done.action', { count })));
  return count;
}

async function printByKeys(page: Page, count: number, words: Words): Promise<void> {
  await expect(page.getByRole('region', { name: words('slips.preview') })).toBeVisible();
  await enterOn(page, button(page, words('slips.action', { count })));
  const dialog = page.getByRole('dialog', { name: words('slips.print.title') });
  await enterOn(page, dialog.getByRole('combobox', { name: words('slips.print.printer') }));
  const choice = page.getByRole('option', { name: queue });
  await expect(choice).toBeVisible();
  for (let presses = 0; presses < 10 && !(await isActive(page, queue)); presses += 1)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await enterOn(page, dialog.getByRole('button', { name: words('slips.action', { count }) }));
  await expect(page.getByRole('heading', { name: words('slips.printed.title', { count }) })).toBeVisible();
}

const isActive = (page: Page, name: string): Promise<boolean> =>
  page.evaluate(
    (text) => document.querySelector('[data-combobox-selected]')?.textContent?.includes(text) ?? false,
    name,
  );

/** The login beside the first slip. */
async function firstLogin(page: Page): Promise<string> {
  return (await page.locator('[data-role] .desk-mono').first().textContent()) ?? '';
}

/** The first of the list, found by the first letters of the surname. */
async function handOverByKeys(page: Page, words: Words): Promise<void> {
  const name = (await ticks(page, words).first().getAttribute('aria-label')) ?? '';
  await tabTo(page, findField(page, words));
  await page.keyboard.type(name.split(': ').at(-1)?.slice(0, 4) ?? '');
  await page.keyboard.press('Enter');
}

async function reissueByKeys(page: Page, login: string, words: Words): Promise<void> {
  await enterOn(page, credentialMenu(page, login, words));
  await arrowTo(page, page.getByRole('menuitem', { name: words('credentials.manage.reissue') }));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await enterOn(page, dialog.getByRole('button', { name: words('credentials.reissue.action', { count: 1 }) }));
  await enterOn(page, button(page, words('credentials.reissue.later')));
}
