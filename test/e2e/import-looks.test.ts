import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { toMesCsv } from '../../shared/demo/rosters.ts';
import { button, openSection } from './pages/frame.ts';
import { apply, chooseFile, goToReview } from './pages/import-wizard.ts';
import { en, ru } from './pages/words.ts';
import { violations } from './support/axe.ts';
import { answerOpen } from './support/native-dialogs.ts';
import { type OpenSchool, smallSchool, test } from './support/school-test.ts';

for (const language of ['ru', 'en'] as const) {
  test.describe(`the wizard in ${language}`, () => {
    test.use({ wishes: { ...smallSchool, pupils: 30, language } });

    test('has no step that scrolls sideways or that some could not use, and a picture of each in both schemes', async ({
      desk,
    }) => {
      const { app, page } = desk;
      const words = language === 'ru' ? ru : en;
      const look = async (step: string) => {
        for (const colorScheme of ['dark', 'light'] as const) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          const path = test.info().outputPath(`import-${step}-${language}-${colorScheme}.png`);
          await page.screenshot({ path, animations: 'disabled' });
          expect(await violations(page, `${step} ${colorScheme}`)).toEqual([]);
        }
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      };
      await openSection(page, 'import', words);
      await look('file');
      await answerOpen(app, changedList(desk));
      await chooseFile(page, words);
      await expect(button(page, words('imports.columns.next'))).toBeEnabled();
      await look('columns');
      await goToReview(page, words);
      await look('review');
      await apply(page, words);
      await look('done');
    });
  });
}

/** The school's own list with one more name in every surname of the first three. */
function changedList({ profile }: OpenSchool): string {
  const { school } = profile;
  const pupils = school.pupils.map((pupil, index) =>
    index < 3 ? { ...pupil, surname: `${pupil.surname}-Орлов` } : pupil,
  );
  const path = join(profile.userData, 'MES_контингент_7_2026-10-01.csv');
  writeFileSync(path, toMesCsv({ ...school, pupils }));
  return path;
}
