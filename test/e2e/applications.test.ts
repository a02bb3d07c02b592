import { expect, type Page } from '@playwright/test';
import type { Words } from '../../shared/i18n/index.ts';
import { button, openSection, toast } from './pages/frame.ts';
import { en, ru } from './pages/words.ts';
import { violations } from './support/axe.ts';
import { answerSave } from './support/native-dialogs.ts';
import { savedBytes } from './support/saved-file.ts';
import { pupilsOf } from './support/school-profile.ts';
import { smallSchool, test } from './support/school-test.ts';

for (const language of ['ru', 'en'] as const) {
  const words = language === 'ru' ? ru : en;
  test.describe(`in ${language}`, () => {
    test.use({ wishes: { ...smallSchool, language } });

    test('an application is registered, answered by issuing, and its register saved', async ({ desk }) => {
      const { app, page, profile } = desk;
      const [pupil] = pupilsOf(profile.school, '5А');
      if (pupil === undefined) throw new Error('nobody in 5А');
      await openSection(page, 'applications', words);
      await expect(page.getByText(words('applications.empty.title'))).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await button(page, words('applications.register')).click();
      const panel = page.getByRole('complementary');
      await panel.getByRole('combobox', { name: words('applications.form.pupils') }).fill(pupil.surname);
      await page
        .getByRole('option', { name: new RegExp(pupil.firstName) })
        .first()
        .click();
      await panel.getByRole('combobox', { name: words('applications.form.applicant') }).click();
      await page.getByRole('option').first().click();
      await panel.getByRole('checkbox', { name: words('applications.document.identity') }).check();
      expect(await violations(page)).toEqual([]);
      await panel.getByRole('button', { name: words('applications.form.save') }).click();
      await expect(toast(page, words('applications.form.saved', { number: '1' }))).toBeVisible();
      await answer(page, words);
      expect(await violations(page)).toEqual([]);
      await expect(page.getByText(words('applications.empty.open'))).toBeVisible();
      await showPile(page, 'closed', words);
      await expect(page.getByRole('row').filter({ hasText: words('applications.outcome.done') })).toBeVisible();
      const file = await answerSave(app, `${profile.userData}/register.pdf`).then(
        () => `${profile.userData}/register.pdf`,
      );
      await button(page, words('app.action.more')).click();
      await page.getByRole('menuitem', { name: words('applications.menu.pdf') }).click();
      await expect.poll(() => savedBytes(file)).toContain('%PDF');
    });
  });
}

test('what is overdue stands in its pile; closing is taken back from the toast', async ({ desk: { page } }) => {
  await openSection(page, 'applications');
  await button(page, ru('applications.register')).click();
  const panel = page.getByRole('complementary');
  await panel.getByRole('combobox', { name: ru('applications.form.kind') }).click();
  await page.getByRole('option', { name: ru('applications.kind.paper-diary') }).click();
  await panel.getByRole('combobox', { name: ru('applications.form.pupils') }).click();
  await page.getByRole('option').first().click();
  await panel.getByRole('button', { name: ru('applications.form.save') }).click();
  await expect(panel.getByText(ru('applications.form.required'))).toBeVisible();
  await panel.getByRole('combobox', { name: ru('applications.form.applicant') }).click();
  await page.getByRole('option', { name: ru('applications.form.other') }).click();
  await panel.getByRole('textbox', { name: ru('applications.form.otherName') }).fill('Петрова Ольга');
  await panel.getByRole('textbox', { name: ru('applications.form.registered') }).fill('01.10.2024');
  await panel.getByRole('button', { name: ru('applications.form.save') }).click();
  await showPile(page, 'overdue', ru);
  const row = page.getByRole('row').filter({ hasText: 'Петрова Ольга' });
  await expect(row).toContainText(ru('applications.standing.overdue'));
  await row.click();
  await panel.getByRole('button', { name: ru('applications.answer.paper') }).click();
  await expect(row).toBeHidden();
  await toast(page, ru('applications.close.done', { number: '1' }))
    .getByRole('button', { name: ru('journal.undo') })
    .click();
  await expect(row).toBeVisible();
});

/** Issues from the open application and sees it closed. */
async function answer(page: Page, words: Words): Promise<void> {
  const panel = page.getByRole('complementary');
  const issue = panel.getByRole('button', { name: words('applications.answer.issue', { count: 2 }) });
  await expect(panel.getByText(words('applications.answer.issueText'))).toBeVisible();
  await expect(issue).toBeVisible();
  await issue.click();
  await expect(toast(page, words('applications.answer.issued', { count: 2, number: '1' }))).toBeVisible();
  await expect(panel.getByRole('button', { name: words('applications.answer.print') })).toBeVisible();
}

async function showPile(page: Page, pile: 'closed' | 'overdue', words: Words): Promise<void> {
  const piles = page.getByRole('radiogroup', { name: words('applications.show.label') });
  await piles.getByText(new RegExp(`^${words(`applications.show.${pile}`)}`)).click();
}
