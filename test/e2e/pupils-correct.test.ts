import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { toMesCsv } from '../../shared/demo/rosters.ts';
import { button, openSection } from './pages/frame.ts';
import { chooseFile, expectPile, goToReview, pile } from './pages/import-wizard.ts';
import { ru } from './pages/words.ts';
import { answerOpen, answerSave } from './support/native-dialogs.ts';
import { type OpenSchool, smallSchool, test } from './support/school-test.ts';

test.use({ wishes: smallSchool });

const card = (page: Page): Locator => page.getByRole('complementary');
const field = (page: Page, name: 'surname' | 'birthDate'): Locator =>
  card(page).getByLabel(ru(`fields.change.${name}`));

test('a surname and a phone are corrected by hand, shown with their origin, and taken back', async ({ desk }) => {
  const { page } = desk;
  const surname = await openFirstCard(desk);
  await card(page)
    .getByRole('button', { name: ru('pupils.edit.open'), exact: true })
    .click();
  await field(page, 'surname').fill('Проверкина');
  await field(page, 'birthDate').fill('31.02.2015');
  await expect(card(page).getByText(ru('pupils.edit.badDate'))).toBeVisible();
  await expect(button(page, ru('app.action.save'))).toBeDisabled();
  await field(page, 'birthDate').fill('3.2.2015');
  await button(page, ru('pupils.edit.addContact')).click();
  await page.keyboard.type('8 926 123-45-67');
  await button(page, ru('app.action.save')).click();
  await expect(card(page).getByRole('heading', { level: 2 })).toContainText('Проверкина');
  await expect(card(page)).toContainText('03.02.2015');
  await expect(card(page)).toContainText('926 123-45-67');
  const corrected = card(page)
    .getByRole('listitem')
    .filter({ hasText: ru('history.corrected') });
  await expect(corrected.first()).toContainText(ru('fields.change.surname'));
  await card(page).getByText(ru('pupils.card.origins')).first().click();
  await expect(
    card(page)
      .getByText(/^вручную, /)
      .first(),
  ).toBeVisible();
  await expect(
    card(page)
      .getByText(/^из файла «/)
      .first(),
  ).toBeVisible();
  await button(page, ru('pupils.edit.undo')).click();
  await expect(card(page).getByRole('heading', { level: 2 })).toContainText(surname);
  await expect(card(page).getByText('926 123-45-67')).toHaveCSS('text-decoration-line', 'line-through');
});

test('what was typed by hand is kept by the next import, which says so', async ({ desk }) => {
  const { app, page, profile } = desk;
  await openFirstCard(desk);
  await card(page)
    .getByRole('button', { name: ru('pupils.edit.open'), exact: true })
    .click();
  await field(page, 'surname').fill('Проверкина');
  await page.keyboard.press('Enter');
  await expect(card(page).getByRole('heading', { level: 2 })).toContainText('Проверкина');
  const path = join(profile.userData, 'MES_контингент_7_2026-10-01.csv');
  writeFileSync(path, toMesCsv(profile.school));
  await openSection(page, 'import');
  await answerOpen(app, path);
  await chooseFile(page);
  await goToReview(page);
  await expectPile(page, 'kept', 1);
  await pile(page, 'kept').click();
  await expect(page.getByText(ru('imports.entry.kept'))).toBeVisible();
});

test('the table is saved as CSV', async ({ desk: { app, page, profile } }) => {
  await openSection(page, 'pupils');
  const path = join(profile.userData, 'ученики.csv');
  await answerSave(app, path);
  await button(page, ru('app.action.more')).click();
  await page.getByRole('menuitem', { name: ru('exports.format.csv-utf8') }).click();
  await expect(page.getByText(ru('exports.saved', { name: 'ученики.csv', count: 16 }))).toBeVisible();
  expect(readFileSync(path, 'utf8')).toContain(profile.school.pupils[0]?.surname);
});

async function openFirstCard({ page }: OpenSchool): Promise<string> {
  await openSection(page, 'pupils');
  await page.getByRole('row').nth(1).getByRole('gridcell').nth(1).click();
  const name = await card(page).getByRole('heading', { level: 2 }).textContent();
  return name?.split(' ')[0] ?? '';
}
