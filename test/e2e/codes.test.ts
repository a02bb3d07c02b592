import { expect, type Page } from '@playwright/test';
import { button, openSection, rail } from './pages/frame.ts';
import { ru } from './pages/words.ts';
import { violations } from './support/axe.ts';
import { smallSchool, test } from './support/school-test.ts';

const good = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const cyrillicA = good.replace('9a0c', '9а0c');

test.describe('a diary whose support gives the codes', () => {
  test.use({
    wishes: {
      ...smallSchool,
      prepare: async (client) => {
        await client.settings.save({ diarySystemId: 'rosdnevnik' });
      },
    },
  });

  test('a Cyrillic letter in a code is shown at its place; the right code is kept and the next pupil asked', async ({
    desk: { page },
  }) => {
    await openCodes(page);
    const panel = page.getByRole('complementary');
    await page.getByRole('row').nth(1).click();
    const first = (await panel.getByRole('heading', { level: 2 }).textContent()) ?? '';
    await panel.getByRole('textbox').fill(cyrillicA);
    await page.keyboard.press('Enter');
    await expect(panel.locator('mark')).toHaveText('а');
    await expect(panel.getByRole('alert')).toContainText('21');
    await panel.getByRole('textbox').fill(`{${good}}`);
    await page.keyboard.press('Enter');
    await expect(panel.getByRole('heading', { level: 2 })).not.toHaveText(first);
    await panel.getByRole('textbox').fill(good);
    await page.keyboard.press('Enter');
    await expect(panel.getByRole('alert')).toContainText(first);
  });

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
      prepare: async (client) => {
        await client.settings.save({ diarySystemId: 'rujel', codeNeedsApplication: true });
      },
    },
  });

  test('no code can be entered, and the page says why', async ({ desk: { page } }) => {
    await openCodes(page);
    await expect(page.getByText(ru('codes.heldBack.text')).first()).toBeVisible();
    await expect(button(page, ru('codes.paste.action'))).toBeDisabled();
  });
});

async function openCodes(page: Page): Promise<void> {
  await rail(page)
    .getByRole('link', { name: ru('app.nav.codes') })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: ru('codes.title') })).toBeVisible();
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
