import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { makeSchool, toBelgorodCsv, toMesCsv, toOezhdCsv } from '../../shared/demo/rosters.ts';
import { button, openSection } from './pages/frame.ts';
import {
  apply,
  applyButton,
  chooseFile,
  expectPile,
  goToReview,
  importFile,
  setColumn,
} from './pages/import-wizard.ts';
import { ru } from './pages/words.ts';
import { answerOpen } from './support/native-dialogs.ts';
import { type OpenSchool, smallSchool, test } from './support/school-test.ts';

const other = makeSchool({ seed: 31, pupils: 9, classes: ['7В', '8Г'] });

const layouts = [
  { preset: 'mes-contingent', name: 'MES_контингент_31_2026-09-01.csv', bytes: toMesCsv(other) },
  { preset: 'belgorod', name: 'классы.csv', bytes: toBelgorodCsv(other) },
  { preset: 'oezhd', name: 'персональные данные.csv', bytes: toOezhdCsv(other) },
] as const;

test.describe('into an empty registry', () => {
  test.use({ wishes: { ...smallSchool, empty: true } });

  for (const { preset, name, bytes } of layouts) {
    test(`the layout ${preset} is recognised by itself and imported`, async ({ desk }) => {
      await offer(desk, name, bytes);
      const known = ru('imports.preset.known', { name: ru(`imports.preset.${preset}`) });
      await expect(desk.page.getByText(known)).toBeVisible();
      await goToReview(desk.page);
      await expectPile(desk.page, 'new', other.pupils.length);
      await expect(applyButton(desk.page)).toHaveText(ru('imports.apply.first.new', { count: 9 }));
      await apply(desk.page);
      await expectPupils(desk.page, other.pupils.length);
      await expect(desk.page.getByText(other.pupils[0]?.surname ?? '').first()).toBeVisible();
    });
  }

  test('a list of a hundred thousand tells how far it is; a preview and a writing that are stopped leave nothing', async ({
    desk,
  }) => {
    test.setTimeout(240_000);
    const { page } = desk;
    const cancel = button(page, ru('app.action.cancel'));
    await offer(desk, 'MES_контингент_1_2026-09-01.csv', toMesCsv(makeSchool({ seed: 1, pupils: 100_000 })));
    await expect(page.getByText(/из 100\s000$/)).toBeVisible({ timeout: 60_000 });
    await page.screenshot({ path: test.info().outputPath('long-preview.png') });
    await cancel.click();
    await expect(button(page, ru('imports.file.choose'))).toBeVisible();
    await chooseFile(page);
    await expect(button(page, ru('imports.columns.next'))).toBeEnabled({ timeout: 120_000 });
    await goToReview(page);
    await expectPile(page, 'new', 100_000);
    await applyButton(page).click();
    await expect(page.getByText(ru('app.progress.writing'))).toBeVisible({ timeout: 60_000 });
    await page.screenshot({ path: test.info().outputPath('long-writing.png') });
    await cancel.click();
    await expect(applyButton(page)).toBeEnabled({ timeout: 60_000 });
    await openSection(page, 'pupils');
    await expect(page.getByText(ru('pupils.empty.title'))).toBeVisible();
  });
});

test('any table is imported once its columns are named by hand', async ({ desk }) => {
  await offer(desk, 'список.csv', 'а,б,в,г\n1,Синицын,Пётр,7 «Д»\n2,Галкина,Ольга,7Д\n');
  const next = button(desk.page, ru('imports.columns.next'));
  await expect(desk.page.getByText(ru('imports.preset.unknown'))).toBeVisible();
  await setColumn(desk.page, 1, ru('fields.skip'));
  await setColumn(desk.page, 2, ru('fields.pupil.surname'));
  await setColumn(desk.page, 3, ru('fields.pupil.firstName'));
  await setColumn(desk.page, 4, ru('fields.pupil.className'));
  await expect(next).toBeEnabled();
  await goToReview(desk.page);
  await expectPile(desk.page, 'new', 2);
  await apply(desk.page);
  await expectPupils(desk.page, 18);
  await expect(desk.page.getByRole('row', { name: /Синицын Пётр.*7Д/ })).toBeVisible();
});

test('the same file again changes nothing', async ({ desk }) => {
  await openSection(desk.page, 'import');
  await answerOpen(desk.app, desk.profile.csv);
  await chooseFile(desk.page);
  await goToReview(desk.page);
  await expectPile(desk.page, 'same', 16);
  await expect(applyButton(desk.page)).toHaveText(ru('imports.apply.nothing'));
  await expect(applyButton(desk.page)).toBeDisabled();
});

test('a changed list shows old and new values; a row can be left out', async ({ desk }) => {
  const { school } = desk.profile;
  const pupils = school.pupils.map((pupil, place) =>
    place < 2 ? { ...pupil, surname: `Нов${pupil.surname}` } : pupil,
  );
  await offer(desk, 'MES_контингент_7_2026-10-01.csv', toMesCsv({ ...school, pupils }));
  await goToReview(desk.page);
  await expectPile(desk.page, 'changed', 2);
  const before = school.pupils[0]?.surname ?? '';
  await expect(desk.page.locator('del', { hasText: before }).first()).toBeVisible();
  await expect(desk.page.locator('ins', { hasText: `Нов${before}` }).first()).toBeVisible();
  await desk.page.getByRole('checkbox').first().click();
  await apply(desk.page);
  await openSection(desk.page, 'pupils');
  await expect(desk.page.getByRole('row', { name: /\sНов/ })).toHaveCount(1);
});

test('an import is taken back from its last step', async ({ desk }) => {
  await offer(desk, layouts[1].name, layouts[1].bytes);
  await goToReview(desk.page);
  await apply(desk.page);
  await button(desk.page, ru('imports.done.undo')).click();
  await expect(desk.page.getByRole('heading', { name: ru('imports.done.undoneTitle') })).toBeVisible();
  await expectPupils(desk.page, 16);
});

test('an import is taken back from the journal', async ({ desk }) => {
  await openSection(desk.page, 'import');
  const path = join(desk.profile.userData, layouts[1].name);
  writeFileSync(path, layouts[1].bytes);
  await answerOpen(desk.app, path);
  await importFile(desk.page);
  await openSection(desk.page, 'journal');
  await desk.page
    .getByRole('row', { name: new RegExp(layouts[1].name) })
    .getByRole('button', { name: ru('journal.undo') })
    .click();
  const dialog = desk.page.getByRole('dialog', { name: ru('journal.undoImport.title') });
  await dialog.getByRole('button', { name: /^Отменить импорт/ }).click();
  await expect(dialog).toBeHidden();
  await expectPupils(desk.page, 16);
});

async function offer({ app, page, profile }: OpenSchool, name: string, bytes: Uint8Array | string): Promise<void> {
  const path = join(profile.userData, name);
  writeFileSync(path, bytes);
  await openSection(page, 'import');
  await answerOpen(app, path);
  await chooseFile(page);
}

async function expectPupils(page: Page, count: number): Promise<void> {
  await openSection(page, 'pupils');
  await expect(page.getByText(ru('app.count.pupils', { count }), { exact: true })).toBeVisible();
}
