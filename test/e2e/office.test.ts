import { expect } from '@playwright/test';
import type { DeskClient } from '../../shared/contract/index.ts';
import { button, openSection, toast } from './pages/frame.ts';
import { en, ru } from './pages/words.ts';
import { violations } from './support/axe.ts';
import { answerSave } from './support/native-dialogs.ts';
import { savedBytes } from './support/saved-file.ts';
import { smallSchool, test } from './support/school-test.ts';

for (const language of ['ru', 'en'] as const) {
  const words = language === 'ru' ? ru : en;
  test.describe(`in ${language}`, () => {
    test.use({ wishes: { ...smallSchool, language, prepare: allowPaperDiary } });

    test('a diary on paper: the list, a week of sheets, and its end taken back', async ({ desk }) => {
      const { app, page, profile } = desk;
      await openSection(page, 'applications', words);
      const views = page.getByRole('radiogroup', { name: words('applications.view.label') });
      await views.getByText(words('applications.view.paper'), { exact: true }).click();
      const row = page.getByRole('row').nth(1);
      await expect(row).toContainText('5А');
      expect(await violations(page)).toEqual([]);
      const file = `${profile.userData}/week.pdf`;
      await answerSave(app, file);
      await button(page, words('applications.paper.print')).click();
      await button(page, words('applications.paper.save', { count: 1 })).click();
      await expect.poll(() => savedBytes(file)).toContain('%PDF');
      await expect(page.getByRole('dialog')).toBeHidden();
      await row.click();
      const panel = page.getByRole('complementary');
      await panel.getByRole('button', { name: words('applications.paper.end') }).click();
      await expect(page.getByText(words('applications.paper.empty'))).toBeVisible();
      await toast(page, words('applications.paper.ended'))
        .getByRole('button', { name: words('journal.undo') })
        .click();
      await expect(row).toContainText('5А');
    });

    test('a trusted person is invited on the card, gets access, and is seen there', async ({ desk: { page } }) => {
      await openSection(page, 'pupils', words);
      await page.getByRole('row').nth(1).getByRole('gridcell').nth(1).click();
      const panel = page.getByRole('complementary');
      await panel.getByRole('button', { name: words('trusted.add'), exact: true }).click();
      await panel.getByRole('textbox', { name: words('trusted.form.surname') }).fill('Осипова');
      const save = panel.getByRole('button', { name: words('app.action.save') });
      await save.click();
      await expect(panel.getByText(words('trusted.form.needOne'))).toBeVisible();
      await panel.getByRole('textbox', { name: words('trusted.form.phone') }).fill('8 926 123-45-67');
      expect(await violations(page)).toEqual([]);
      await save.click();
      await expect(panel.getByText('+7 926 123-45-67')).toBeVisible();
      await panel.getByRole('button', { name: words('trusted.menu', { name: 'Осипова' }) }).click();
      await page.getByRole('menuitem', { name: words('trusted.step.active') }).click();
      const sight = panel.getByRole('listitem').filter({ hasText: words('trusted.sights.why.trusted') });
      await expect(sight).toContainText('Осипова');
      expect(await violations(page)).toEqual([]);
    });

    test('contacts come back on sheets and are typed by the keyboard alone', async ({ desk }) => {
      const { app, page, profile } = desk;
      await openSection(page, 'contacts', words);
      const file = `${profile.userData}/sheets.pdf`;
      await answerSave(app, file);
      await page
        .getByRole('navigation', { name: words('contacts.classes') })
        .getByRole('button')
        .first()
        .click();
      await button(page, words('contacts.sheets')).click();
      await expect.poll(() => savedBytes(file)).toContain('%PDF');
      const phones = page.getByRole('textbox', { name: new RegExp(`^${words('contacts.kind.phone')}`) });
      const first = phones.nth(0);
      await first.fill('12');
      await page.keyboard.press('Enter');
      await expect(phones.nth(1)).toBeFocused();
      await expect(page.getByText(words('contacts.bad'))).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await first.fill('8 926 123-45-67');
      await page.keyboard.press('Enter');
      await expect(first).toHaveValue('+7 926 123-45-67');
      await expect(page.getByText(words('contacts.saved', { count: 1 }))).toBeVisible();
      await page
        .getByRole('combobox', { name: new RegExp(`^${words('contacts.column.way')}`) })
        .nth(1)
        .selectOption('portal');
      await expect(page.getByText(words('contacts.saved', { count: 2 }))).toBeVisible();
      await button(page, words('contacts.undo')).click();
      await expect(page.getByText(words('contacts.saved', { count: 1 }))).toBeVisible();
      await page.getByText(words('contacts.view.gaps'), { exact: true }).click();
      await expect(page.getByRole('grid')).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  });
}

/** An application for a paper diary of the first pupil of 5А, granted. */
async function allowPaperDiary(client: DeskClient): Promise<void> {
  const { rows } = await client.pupils.list({ sort: 'class' });
  const pupilIds = rows.slice(0, 1).map(({ id }) => id);
  const { number, registeredOn } = await client.applications.draft({});
  const about = { number, registeredOn, kind: 'paper-diary', applicant: 'guardian' } as const;
  const { applicationId } = await client.applications.save({ ...about, applicantName: 'Петрова Ольга', pupilIds });
  await client.applications.close({ applicationId, outcome: 'done' });
}
