import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Words } from '../../shared/i18n/index.ts';
import { manage } from './pages/credential-menu.ts';
import { chooseClass, openIssueStep, openSection } from './pages/frame.ts';
import { expectHandedOver, findField, ticks } from './pages/handover-page.ts';
import { en, ru } from './pages/words.ts';
import { violations } from './support/axe.ts';
import { printClass } from './support/school-profile.ts';
import { smallSchool, test } from './support/school-test.ts';

for (const language of ['ru', 'en'] as const) {
  const words = language === 'ru' ? ru : en;
  test.describe(`in ${language}`, () => {
    test.use({ wishes: { ...smallSchool, language, prepare: (client) => printClass(client, '5А') } });

    test('a slip is marked by its number and Enter; an unknown one, or one of another class, marks nobody', async ({
      desk: { page },
    }) => {
      const total = await openHandover(page, words);
      await findField(page, words).fill('1-2');
      await expect(page.getByText(words('handover.slip.good'))).toBeVisible();
      await look(page, `number-${language}`);
      await page.keyboard.press('Enter');
      await expectHandedOver(page, 1, total, words);
      await expect(page.getByText(words('handover.slip.given'))).toBeVisible();
      await page.keyboard.type('1-999');
      await page.keyboard.press('Enter');
      await expect(page.getByText(words('handover.slip.none', { number: '1-999' }))).toBeVisible();
      await expectHandedOver(page, 1, total, words);
      // The mother who was marked has another child there; the slip of the first pupil belongs to 5А alone.
      await chooseClass(page, '6Б', words);
      await expectHandedOver(page, 1, 1, words);
      await findField(page, words).fill('1-1');
      await expect(page.getByText(words('handover.slip.elsewhere'))).toBeVisible();
      await look(page, `number-elsewhere-${language}`);
      await page.keyboard.press('Enter');
      await chooseClass(page, '5А', words);
      await expectHandedOver(page, 1, total, words);
    });

    test('somebody by trust, and a refusal, are noted by name', async ({ desk: { page } }) => {
      const total = await openHandover(page, words);
      const login = (await page.locator('[data-role] .desk-mono').first().textContent()) ?? '';
      await manage(page, login, words('handover.menu.receiver'), words);
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('radio', { name: words('handover.receiver.trusted') }).check();
      const mark = dialog.getByRole('button', { name: words('handover.receiver.mark') });
      await expect(mark).toBeDisabled();
      await dialog.getByLabel(words('handover.receiver.name')).fill('Тихонова Раиса Львовна');
      expect(await violations(page, 'receiver')).toEqual([]);
      await look(page, `trust-${language}`);
      await mark.click();
      await expectHandedOver(page, 1, total, words);
      const byTrust = words('handover.receiver.byTrust', { name: 'Тихонова Раиса Львовна' });
      await expect(page.getByText(byTrust)).toBeVisible();

      const other = (await page.locator('[data-role] .desk-mono').nth(1).textContent()) ?? '';
      await manage(page, other, words('handover.menu.refuse'), words);
      await expect(page.locator('[data-status="refused"]')).toHaveCount(1);
      expect(await violations(page, 'refusal')).toEqual([]);
      await look(page, `refusal-${language}`);
      await expectHandedOver(page, 1, total, words);
    });
  });
}

/** Opens the handover of the printed class; how many slips wait there. */
async function openHandover(page: Page, words: Words): Promise<number> {
  await openSection(page, 'issue', words);
  await openIssueStep(page, 'handover', words);
  await chooseClass(page, '5А', words);
  await expect(ticks(page, words).first()).toBeVisible();
  return ticks(page, words).count();
}

async function look(page: Page, name: string): Promise<void> {
  const pictures = process.env.DIARY_DESK_TEST_OUTPUT;
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `handover-${name}.png`) });
}
