import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { DeskClient } from '../../shared/contract/index.ts';
import { button, openSection, toast } from './pages/frame.ts';
import { en, ru } from './pages/words.ts';
import { violations } from './support/axe.ts';
import { test } from './support/school-test.ts';

/** A school that was set up last year: the newest year in its registry is over, whenever this test runs. */
const lastYear = {
  seed: 7,
  pupils: 30,
  classes: ['4А', '5А', '5Б', '11А'],
  now: '2024-09-02T07:00:00.000Z',
  prepare: issueForYears,
};

async function issueForYears(client: DeskClient): Promise<void> {
  await client.settings.save({ validity: 'study' });
  await client.credentials.issue({ scope: { kind: 'school' }, for: ['pupil', 'guardian'] });
}

const pictures = process.env.DIARY_DESK_TEST_OUTPUT;
async function picture(page: Page, name: string): Promise<void> {
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `year-${name}.png`) });
}

for (const language of ['ru', 'en'] as const) {
  const words = language === 'ru' ? ru : en;
  test.describe(`in ${language}`, () => {
    test.use({ wishes: { ...lastYear, language } });

    test('a year begins: classes merge, a pupil repeats, and the whole is taken back', async ({ desk: { page } }) => {
      const see = async (name: string) => {
        expect(await violations(page)).toEqual([]);
        await picture(page, `${language}-${name}`);
      };
      await openSection(page, 'year', words);
      await expect(page.getByText(words('rollover.look.later'))).toBeVisible();
      await see('1-look');
      await page.getByRole('radio', { name: words('rollover.look.login.expire') }).check();
      await button(page, words('rollover.look.next')).click();
      await page.getByRole('textbox', { name: words('rollover.classes.titleOf', { title: '5Б' }) }).fill('6а');
      await see('2-classes');
      await button(page, words('rollover.classes.next')).click();
      await page.getByRole('combobox', { name: words('rollover.exceptions.class'), exact: true }).click();
      await page.getByRole('option', { name: '5А', exact: true }).click();
      await expect(page.getByRole('combobox', { name: words('rollover.exceptions.class'), exact: true })).toHaveValue(
        '5А',
      );
      const line = page.getByRole('row').nth(1);
      await line.getByRole('combobox').click();
      await page.getByRole('option', { name: words('rollover.exceptions.repeat', { title: '5А' }) }).click();
      await expect(page.getByText(words('rollover.exceptions.count', { count: 1 }))).toBeVisible();
      await see('3-exceptions');
      await button(page, words('rollover.exceptions.next')).click();
      const merged = page.getByRole('row', { name: /^6А/ });
      await expect(merged).toContainText('5А');
      await expect(merged).toContainText('5Б');
      await see('4-preview');
      await page
        .getByRole('button', {
          name: new RegExp(`^${words('rollover.preview.apply', { moved: 0, graduates: 0 }).split(':')[0]}`),
        })
        .click();
      await expect(page.getByText(words('rollover.done.title', { from: '2025', to: '2026' }))).toBeVisible();
      await see('5-done');
      await button(page, words('rollover.done.undo')).click();
      await expect(toast(page, words('rollover.done.undone'))).toBeVisible();
      await expect(page.getByText(words('rollover.look.later'))).toBeVisible();
      await openSection(page, 'overview', words);
      await expect(page.getByRole('link', { name: '5Б', exact: true })).toBeVisible();
    });
  });
}

test.describe('a pupil moved a year too far', () => {
  test.use({ wishes: { ...lastYear, now: '2025-09-02T07:00:00.000Z' } });

  test('is put right after the year has begun, by the keyboard', async ({ desk: { page } }) => {
    await openSection(page, 'year');
    for (const step of ['look', 'classes', 'exceptions'] as const) {
      await button(page, ru(`rollover.${step}.next`)).press('Enter');
    }
    await page.getByRole('button', { name: /^Начать год/ }).press('Enter');
    await expect(page.getByText(ru('rollover.done.title', { from: '2026', to: '2027' }))).toBeVisible();
    await openSection(page, 'overview');
    await openSection(page, 'year');
    await expect(page.getByText(ru('rollover.begun.title', { from: '2026', to: '2027' }))).toBeVisible();
    const pupil = page.getByRole('combobox', { name: ru('rollover.putBack.pupil'), exact: true });
    await pupil.click();
    await page.getByRole('option', { name: /6Б$/ }).first().click();
    await page.getByRole('combobox', { name: ru('rollover.putBack.class'), exact: true }).click();
    await page.getByRole('option', { name: '5А', exact: true }).click();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'ru-6-begun');
    await button(page, ru('rollover.putBack.action')).click();
    await expect(toast(page, ru('rollover.putBack.done', { title: '5А' }))).toBeVisible();
  });
});
