import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Words } from '../../shared/i18n/index.ts';
import { button, openSection } from './pages/frame.ts';
import { apply, applyButton, chooseFile, goToReview, pile, typeHold } from './pages/import-wizard.ts';
import { en, ru } from './pages/words.ts';
import { violations } from './support/axe.ts';
import { everyPile, heldLists, importedSchool, staffList, untitledList } from './support/import-files.ts';
import { answerOpen } from './support/native-dialogs.ts';
import { type OpenSchool, test } from './support/school-test.ts';

const small = { width: 1024, height: 700 };
const large = { width: 1920, height: 1080 };
const piles = ['new', 'changed', 'ambiguous', 'missing', 'refused', 'same', 'problems', 'kept'] as const;

for (const language of ['ru', 'en'] as const) {
  const words = language === 'ru' ? ru : en;

  test.describe(`the import in ${language}`, () => {
    test.use({ wishes: { ...importedSchool, language } });

    test('steps and piles: pictures in a small and a large window, nothing sideways, nothing that some could not use', async ({
      desk,
    }) => {
      test.setTimeout(180_000);
      const look = lookAt(desk, language);
      await openSection(desk.page, 'import', words);
      await look('file');
      await choose(desk, words, everyPile(desk.profile.school));
      await expect(button(desk.page, words('imports.columns.next'))).toBeEnabled();
      await look('columns');
      await goToReview(desk.page, words);
      for (const name of piles) {
        await pile(desk.page, name, words).click();
        await expect(desk.page.getByRole('listitem').first()).toBeVisible();
        await look(name);
      }
      await typeHold(desk.page, 5, words);
      await look('confirmed');
      await apply(desk.page, words);
      await look('done');
      await button(desk.page, words('imports.done.undo')).click();
      await expect(desk.page.getByRole('heading', { name: words('imports.done.undoneTitle') })).toBeVisible();
      await look('done-undone');
    });

    test('brakes, columns that say nothing, and the undo from the history', async ({ desk }) => {
      test.setTimeout(180_000);
      const { page } = desk;
      const look = lookAt(desk, language);
      for (const [name, list] of Object.entries(heldLists)) {
        await openSection(page, 'pupils', words);
        await openSection(page, 'import', words);
        await choose(desk, words, list(desk.profile.school));
        await goToReview(page, words);
        await expect(applyButton(page)).toBeDisabled();
        await look(`brake-${name}`);
      }
      await openSection(page, 'pupils', words);
      await openSection(page, 'import', words);
      await choose(desk, words, untitledList);
      await look('columns-unknown');
      await openSection(page, 'pupils', words);
      await openSection(page, 'import', words);
      await choose(desk, words, staffList);
      await goToReview(page, words);
      await expect(applyButton(page)).toHaveText(words('imports.apply.staff.new', { count: 2 }));
      await look('staff');
      await apply(page, words);
      await expect(page.getByText(words('imports.done.told.staff', { count: 2 }))).toBeVisible();
      await look('done-staff');
      await openSection(page, 'pupils', words);
      await openSection(page, 'import', words);
      const [, loaded] = await page.getByRole('table').getByRole('button').all();
      await loaded?.click();
      const report = page.getByRole('complementary');
      await expect(report.getByRole('heading', { name: words('imports.report.problems') })).toBeVisible();
      await look('history');
      await report.getByRole('button', { name: words('imports.history.undo') }).click();
      const dialog = page.getByRole('dialog');
      await expect(dialog).toBeVisible();
      await look('undo');
      await dialog.getByRole('button', { name: words('imports.undo.confirm') }).click();
      await expect(page.getByRole('dialog', { name: words('imports.undo.doneTitle') })).toBeVisible();
      await expect(dialog.getByText('Лукич')).toBeVisible();
      await look('undo-done');
    });
  });
}

/** Takes pictures of what is open and looks whether it fits and whether everybody can use it; dark ones in one language. */
function lookAt({ app, page }: OpenSchool, language: string) {
  const resize = async (size: typeof small) => {
    await app.evaluate(
      ({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
      size,
    );
    await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([size.width, size.height]);
  };
  const looks = [
    ...(language === 'ru' ? [{ size: small, scheme: 'dark' } as const] : []),
    { size: large, scheme: 'light' },
    { size: small, scheme: 'light' },
  ] as const;
  return async (name: string) => {
    for (const { size, scheme } of looks) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await resize(size);
      const path = test.info().outputPath(`import-${name}-${language}-${scheme}-${size.width}.png`);
      await page.screenshot({ path, animations: 'disabled' });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
    expect(await violations(page, name)).toEqual([]);
  };
}

async function choose({ app, page, profile }: OpenSchool, words: Words, list: Uint8Array | string): Promise<void> {
  const path = join(profile.userData, 'MES_контингент_7_2026-10-01.csv');
  writeFileSync(path, list);
  await answerOpen(app, path);
  await chooseFile(page, words);
}
