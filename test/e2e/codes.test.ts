import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { DeskClient } from '../../shared/contract/index.ts';
import type { Words } from '../../shared/i18n/index.ts';
import { button, openSection, rail } from './pages/frame.ts';
import { en, ru } from './pages/words.ts';
import { violations } from './support/axe.ts';
import { smallSchool, test } from './support/school-test.ts';

const good = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const cyrillicA = good.replace('9a0c', '9а0c');

const byVendor = { ...smallSchool, prepare: (client: DeskClient) => settle(client, { diarySystemId: 'rosdnevnik' }) };

for (const language of ['ru', 'en'] as const) {
  const words = language === 'ru' ? ru : en;
  test.describe(`codes that support gives, in ${language}`, () => {
    test.use({ wishes: { ...byVendor, language } });

    test('a Cyrillic letter in a code is shown at its place; the right code is kept, and a second owner refused by name', async ({
      desk: { page },
    }) => {
      await openCodes(page, words);
      const panel = page.getByRole('complementary');
      const heading = panel.getByRole('heading', { level: 2 });
      await page.getByRole('row').nth(1).click();
      const first = (await heading.textContent()) ?? '';
      await panel.getByRole('textbox').fill(cyrillicA);
      await page.keyboard.press('Enter');
      await expect(panel.locator('mark')).toHaveText('а');
      await expect(panel.getByRole('alert')).toContainText('21');
      await look(page, `codes-cyrillic-${language}`);
      await panel.getByRole('textbox').fill(`{${good}}`);
      await page.keyboard.press('Enter');
      await expect(heading).not.toHaveText(first);
      await panel.getByRole('textbox').fill(good);
      await page.keyboard.press('Enter');
      await expect(panel.getByRole('alert')).toContainText(first);
      await expect(panel).toContainText((await heading.textContent()) ?? '');
      await look(page, `codes-taken-${language}`);
    });
  });
}

test.describe('a diary whose support gives the codes', () => {
  test.use({ wishes: byVendor });

  test('axe finds nothing on the page of codes, and neither it nor the overview scrolls sideways', async ({
    desk: { page },
  }) => {
    await openCodes(page);
    await page.getByRole('row').nth(1).click();
    await expect(page.getByRole('complementary')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    expect(await isTooWide(page)).toBe(false);
    await openSection(page, 'overview');
    await expect(page.getByRole('columnheader', { name: ru('overview.measure.codes') })).toBeVisible();
    expect(await isTooWide(page)).toBe(false);
  });

  test('the letter to support names the pupils and holds no login', async ({ desk: { page, profile } }) => {
    await openCodes(page);
    await button(page, ru('codes.menu.letter')).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText(profile.school.pupils[0]?.surname ?? '');
    await dialog.getByRole('button', { name: ru('credentials.letter.copyBody') }).click();
    await expect(dialog.getByRole('button', { name: ru('credentials.letter.copied') })).toBeVisible();
  });
});

test.describe('a diary whose codes need an application', () => {
  test.use({
    wishes: {
      ...smallSchool,
      prepare: (client) => settle(client, { diarySystemId: 'rujel', codeNeedsApplication: true }),
    },
  });

  test('no code can be entered, and the page says why', async ({ desk: { page } }) => {
    await openCodes(page);
    await expect(page.getByText(ru('codes.heldBack.text')).first()).toBeVisible();
    await expect(button(page, ru('codes.paste.action'))).toBeDisabled();
  });
});

async function settle(client: DeskClient, settings: Parameters<DeskClient['settings']['save']>[0]): Promise<void> {
  await client.settings.save(settings);
}

async function look(page: Page, name: string): Promise<void> {
  const pictures = process.env.DIARY_DESK_TEST_OUTPUT;
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.png`) });
}

async function openCodes(page: Page, words: Words = ru): Promise<void> {
  await rail(page, words)
    .getByRole('link', { name: words('app.nav.codes') })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: words('codes.title') })).toBeVisible();
}

/** Does anything but a table of columns scroll sideways? */
const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main, main *')].some(
      (element) =>
        element.scrollWidth > element.clientWidth + 1 &&
        ['auto', 'scroll'].includes(getComputedStyle(element).overflowX),
    ),
  );
