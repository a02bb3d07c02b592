import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { DeskClient } from '../../shared/contract/index.ts';
import { button, openSection, toast } from './pages/frame.ts';
import { en, ru } from './pages/words.ts';
import { violations } from './support/axe.ts';
import { classIdOf, printClass } from './support/school-profile.ts';
import { smallSchool, test } from './support/school-test.ts';

const pictures = process.env.DIARY_DESK_TEST_OUTPUT;
async function picture(page: Page, name: string): Promise<void> {
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `leaving-${name}.png`) });
}

for (const language of ['ru', 'en'] as const) {
  const words = language === 'ru' ? ru : en;
  test.describe(`in ${language}`, () => {
    test.use({ wishes: { ...smallSchool, language, prepare: (client) => printClass(client, '5А') } });

    test('a pupil leaves by the card, is found among the leavers, and comes back', async ({ desk: { page } }) => {
      await openSection(page, 'pupils', words);
      const rows = page.getByRole('grid').getByRole('row');
      await rows.nth(1).getByRole('gridcell').nth(1).click();
      const panel = page.getByRole('complementary');
      await panel.getByRole('button', { name: words('pupils.jobs.label') }).click();
      await page.getByRole('menuitem', { name: words('pupils.jobs.leave') }).click();
      const dialog = page.getByRole('dialog');
      await expect(dialog.getByRole('status')).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await picture(page, `${language}-dialog`);
      await dialog.getByRole('button', { name: words('pupils.leave.action', { count: 1 }) }).click();
      await expect(toast(page, words('pupils.leave.done', { count: 1 }))).toBeVisible();
      await expect(panel.getByText(words('pupils.leave.reason.other-school'))).toBeVisible();
      await picture(page, `${language}-card`);
      await page.getByRole('combobox', { name: words('pupils.filter.group'), exact: true }).click();
      await page.getByRole('option', { name: words('pupils.group.grace') }).click();
      await expect(rows).toHaveCount(2);
      await picture(page, `${language}-list`);
      await panel.getByRole('button', { name: words('pupils.leave.comeBack') }).click();
      await page.getByRole('dialog').getByRole('combobox').click();
      await page.getByRole('option', { name: '6Б', exact: true }).click();
      await button(page, words('pupils.comeBack.action', { count: 1 })).click();
      await expect(toast(page, words('pupils.comeBack.done', { title: '6Б' }))).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });

    test('several leave at once, and it is taken back', async ({ desk: { page } }) => {
      await openSection(page, 'pupils', words);
      const rows = page.getByRole('grid').getByRole('row');
      for (const place of [1, 2, 3]) await rows.nth(place).getByRole('checkbox').click();
      await page.getByRole('button', { name: words('pupils.jobs.label') }).click();
      await page.getByRole('menuitem', { name: words('pupils.jobs.leave') }).click();
      await page.getByRole('button', { name: words('pupils.leave.action', { count: 3 }) }).click();
      await toast(page, words('pupils.leave.done', { count: 3 }))
        .getByRole('button', { name: words('journal.undo') })
        .click();
      await expect(toast(page, words('journal.undone'))).toBeVisible();
      await page.getByRole('combobox', { name: words('pupils.filter.group'), exact: true }).click();
      await page.getByRole('option', { name: words('pupils.group.left') }).click();
      await expect(page.getByText(words('app.filter.nothing'))).toBeVisible();
    });
  });
}

for (const language of ['ru', 'en'] as const) {
  const words = language === 'ru' ? ru : en;
  test.describe(`a new surname, ${language}`, () => {
    test.use({ wishes: { ...smallSchool, language, prepare: (client) => printClass(client, '5А') } });

    test('keeps the old one and offers a new login for that reason', async ({ desk: { page } }) => {
      await openSection(page, 'pupils', words);
      await page.getByRole('grid').getByRole('row').nth(1).getByRole('gridcell').nth(1).click();
      const panel = page.getByRole('complementary');
      await panel.getByRole('button', { name: words('pupils.edit.open'), exact: true }).click();
      await panel.getByRole('textbox', { name: words('fields.change.surname') }).fill('Новофамильная');
      await panel.getByRole('button', { name: words('app.action.save') }).click();
      await panel.getByRole('button', { name: words('pupils.card.reissue') }).click();
      await expect(
        page.getByRole('radio', { name: words('credentials.reissue.reason.surname-changed') }),
      ).toBeChecked();
      expect(await violations(page)).toEqual([]);
    });
  });

  test.describe(`what a colleague moved, ${language}`, () => {
    test.use({ wishes: { ...smallSchool, language, prepare: colleagueMoves } });

    test('stands on the overview until it is put away', async ({ desk: { page } }) => {
      await openSection(page, 'overview', words);
      const notices = page.getByRole('region', { name: words('overview.notice.title') });
      await expect(notices.getByRole('listitem')).toHaveCount(2);
      expect(await violations(page)).toEqual([]);
      await picture(page, `${language}-notices`);
      await notices.getByRole('button', { name: words('overview.notice.seen') }).press('Enter');
      await expect(notices).toBeHidden();
    });
  });
}

/** A second administrator moves a pupil from one class to the other. */
async function colleagueMoves(client: DeskClient): Promise<void> {
  const { userId, passphrase } = await client.users.add({ name: 'Второй администратор', role: 'administrator' });
  await client.registry.lock();
  await client.registry.unlock({ userId, passphrase, newPassphrase: 'восемь громких жёлтых автобусов' });
  const classId = await classIdOf(client, '6Б');
  const { rows } = await client.pupils.list({ filter: { classId: await classIdOf(client, '5А') } });
  await client.pupils.move({ pupilIds: rows.slice(0, 1).map(({ id }) => id), classId });
}
