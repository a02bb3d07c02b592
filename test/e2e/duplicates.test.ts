import { expect, type Page } from '@playwright/test';
import type { RosterPupil, RosterSchool } from '../../shared/demo/rosters.ts';
import type { Words } from '../../shared/i18n/index.ts';
import { button, openSection, toast } from './pages/frame.ts';
import { en, ru } from './pages/words.ts';
import { violations } from './support/axe.ts';
import { printClass } from './support/school-profile.ts';
import { type OpenSchool, smallSchool, test } from './support/school-test.ts';

/** The first pupil stands in another class again, without a patronymic, and so does the mother with another phone. */
function twice(school: RosterSchool): RosterSchool {
  const [pupil] = school.pupils;
  const [mother] = pupil?.guardians ?? [];
  if (pupil === undefined || mother === undefined) throw new Error('no family');
  const second = { ...mother, phone: '+79261112233', email: 'second@mail.example.com', snils: '', login: 'second' };
  const again = { ...pupil, patronymic: '', birthDate: '2015-03-28', className: '6Б', guardians: [second] };
  return { ...school, pupils: [...school.pupils, again] };
}

const nameOf = ({ surname, firstName, patronymic }: Pick<RosterPupil, 'surname' | 'firstName' | 'patronymic'>) =>
  [surname, firstName, patronymic].filter((part) => part !== '').join(' ');

/** Opens the card of the second record of the pupil; who that is, and the mother. */
async function openSecondCard({ page, profile }: OpenSchool, words: Words) {
  const [pupil] = profile.school.pupils;
  const again = profile.school.pupils.at(-1);
  const [mother] = again?.guardians ?? [];
  if (pupil === undefined || again === undefined || mother === undefined) throw new Error('no pupil');
  await openSection(page, 'pupils', words);
  await page.getByLabel(words('pupils.search')).fill(nameOf(again));
  await page.getByRole('gridcell', { name: nameOf(again), exact: true }).click();
  await expect(card(page).getByRole('heading', { level: 2 })).toHaveText(nameOf(again));
  return { pupil, again, mother };
}

const card = (page: Page) => page.getByRole('complementary');
const current = (page: Page) => page.locator('article[aria-current]');

for (const language of ['ru', 'en'] as const) {
  const words = language === 'ru' ? ru : en;
  test.describe(`in ${language}`, () => {
    test.use({
      wishes: {
        ...smallSchool,
        language,
        change: twice,
        prepare: async (client) => {
          await printClass(client, '5А');
          await printClass(client, '6Б');
        },
      },
    });

    test("a pupil's card leads to the own pair and back, merged or not", async ({ desk }, testInfo) => {
      const { page } = desk;
      const { pupil, again } = await openSecondCard(desk, words);
      const follow = async () => {
        await button(page, words('pupils.jobs.label')).click();
        await page.getByRole('menuitem', { name: words('pupils.jobs.duplicates') }).click();
      };
      await follow();
      await expect(current(page)).toHaveCount(1);
      await expect(current(page)).toBeFocused();
      await expect(current(page).getByRole('heading')).toHaveText(nameOf(pupil));
      const kept = current(page).getByRole('radio', { name: words('reconciliation.duplicates.keep'), exact: true });
      await expect(kept.last()).toBeChecked();
      expect(await violations(page, 'own pair')).toEqual([]);
      await page.screenshot({ path: testInfo.outputPath('own-pair.png') });
      await button(page, words('reconciliation.duplicates.back')).click();
      await expect(card(page).getByRole('heading', { level: 2 })).toHaveText(nameOf(again));
      await follow();
      await current(page)
        .getByRole('button', { name: words('reconciliation.duplicates.merge') })
        .click();
      await expect(page.getByText(words('reconciliation.duplicates.noneOf', { name: nameOf(again) }))).toBeVisible();
      await page.screenshot({ path: testInfo.outputPath('merged.png') });
      expect(await violations(page, 'merged')).toEqual([]);
      await button(page, words('reconciliation.duplicates.back')).click();
      await expect(card(page).getByRole('heading', { level: 2 })).toHaveText(nameOf(again));
    });

    test("a guardian's block leads to the guardian's pair", async ({ desk }, testInfo) => {
      const { page } = desk;
      const { again, mother } = await openSecondCard(desk, words);
      await page.screenshot({ path: testInfo.outputPath('card.png') });
      await button(page, words('pupils.card.duplicatesOf', { name: nameOf(mother) })).click();
      await expect(current(page).getByRole('heading')).toHaveText(nameOf(mother));
      await button(page, words('reconciliation.duplicates.back')).click();
      await expect(card(page).getByRole('heading', { level: 2 })).toHaveText(nameOf(again));
    });

    test('two logins of one guardian are compared, then merged where one was', async ({ desk }, testInfo) => {
      const { page, profile } = desk;
      const mother = nameOf(profile.school.pupils[0]?.guardians[0] ?? { surname: '', firstName: '', patronymic: '' });
      await openSection(page, 'issue', words);
      await button(page, words('app.action.more')).click();
      await page.getByRole('menuitem', { name: words('credentials.menu.twins') }).click();
      const block = card(page).getByRole('region', { name: mother });
      await block.getByRole('button', { name: words('credentials.twins.compare') }).click();
      await expect(current(page).getByRole('heading')).toHaveText(mother);
      await button(page, words('reconciliation.duplicates.back')).click();
      await expect(block).toBeVisible();
      await page.screenshot({ path: testInfo.outputPath('twins.png') });
      expect(await violations(page, 'twins')).toEqual([]);
      await block.getByRole('button', { name: words('credentials.twins.action') }).click();
      const dialog = page.getByRole('dialog', { name: words('credentials.twins.confirmTitle') });
      await expect(dialog).toBeVisible();
      await page.screenshot({ path: testInfo.outputPath('twins-question.png') });
      await dialog.getByRole('button', { name: words('credentials.twins.action') }).click();
      await expect(toast(page, words('credentials.twins.done', { name: mother, children: 2 }))).toBeVisible();
      await expect(card(page).getByText(words('credentials.twins.none'))).toBeVisible();
    });
  });
}
