import { join } from 'node:path';
import { expect } from '@playwright/test';
import { button, chooseClass, openIssueStep, openSection } from './pages/frame.ts';
import { choosePerPage, saveAndConfirm } from './pages/slips-page.ts';
import { en, ru } from './pages/words.ts';
import { violations } from './support/axe.ts';
import { answerSave } from './support/native-dialogs.ts';
import { classIdOf, pupilsOf } from './support/school-profile.ts';
import { smallSchool, test } from './support/school-test.ts';

for (const language of ['ru', 'en'] as const) {
  const words = language === 'ru' ? ru : en;
  test.describe(`in ${language}`, () => {
    test.use({
      wishes: {
        ...smallSchool,
        language,
        prepare: async (client) => {
          const scope = { kind: 'class', classId: await classIdOf(client, '5А') } as const;
          await client.credentials.issue({ scope, for: ['pupil', 'guardian'] });
        },
      },
    });

    test('slips of mothers are printed first, then nothing is left for them and the fathers’ still wait', async ({
      desk: { app, page, profile },
    }, testInfo) => {
      const guardians = new Set(pupilsOf(profile.school, '5А').flatMap((pupil) => pupil.guardians));
      const count = (relation: string) => [...guardians].filter((one) => one.relation === relation).length;
      await openSection(page, 'issue', words);
      await openIssueStep(page, 'slips', words);
      await chooseClass(page, '5А', words);
      await page.getByRole('checkbox', { name: words('states.holders.pupil') }).uncheck();
      const which = page.getByRole('combobox', { name: words('slips.guardians.label') });
      const choose = async (group: 'all' | 'mothers' | 'fathers') => {
        await which.click();
        await page.getByRole('option', { name: words(`slips.guardians.${group}`) }).click();
      };
      await expect(button(page, words('slips.action', { count: guardians.size }))).toBeVisible();
      await choose('mothers');
      await expect(button(page, words('slips.action', { count: count('мать') }))).toBeVisible();
      await choosePerPage(page, 12, words);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.screenshot({ path: testInfo.outputPath(`mothers-${colorScheme}.png`) });
        expect(await violations(page, colorScheme)).toEqual([]);
      }
      await answerSave(app, join(profile.userData, 'mothers.pdf'));
      await saveAndConfirm(page, count('мать'), words);
      await choose('fathers');
      await expect(button(page, words('slips.action', { count: count('отец') }))).toBeVisible();
      await choose('mothers');
      await expect(page.getByRole('heading', { name: words('slips.guardians.none.mothers') })).toBeVisible();
      await page.screenshot({ path: testInfo.outputPath('none.png') });
      expect(await violations(page, 'none')).toEqual([]);
      await button(page, words('slips.guardians.showAll')).click();
      await expect(button(page, words('slips.action', { count: guardians.size - count('мать') }))).toBeVisible();
    });
  });
}
