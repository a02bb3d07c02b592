import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { toMesCsv } from '../../shared/demo/rosters.ts';
import { button, openSection } from './pages/frame.ts';
import { applyButton, chooseFile, goToReview, pile } from './pages/import-wizard.ts';
import { tabTo } from './pages/keyboard.ts';
import { ru } from './pages/words.ts';
import { violations } from './support/axe.ts';
import { answerOpen } from './support/native-dialogs.ts';
import { type OpenSchool, smallSchool, test } from './support/school-test.ts';

test.use({ wishes: { ...smallSchool, pupils: 30 } });

test('the whole wizard with the keyboard: a change left, the number typed, the import undone', async ({ desk }) => {
  const { app, page } = desk;
  await answerOpen(app, unusualFile(desk));
  await page.keyboard.press('Control+i');
  await tabTo(page, button(page, ru('imports.file.choose')));
  await page.keyboard.press('Enter');
  await expect(button(page, ru('imports.columns.next'))).toBeEnabled();
  await tabTo(page, button(page, ru('imports.columns.next')));
  await page.keyboard.press('Enter');
  const brakes = page.getByRole('textbox', { name: ru('imports.brake.type', { number: '4' }) });
  for (let left = await brakes.count(); left > 0; left -= 1) {
    await tabTo(page, brakes.first());
    await page.keyboard.type('4');
    await expect(brakes).toHaveCount(left - 1);
  }
  await tabTo(page, pile(page, 'changed'));
  await tabTo(page, page.getByRole('checkbox', { name: ru('imports.entry.take', { number: 2 }) }));
  await page.keyboard.press('Space');
  await expect(applyButton(page)).toHaveText(ru('imports.apply.first.missing', { count: 4 }));
  await tabTo(page, applyButton(page));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: ru('imports.done.title') })).toBeVisible();
  await tabTo(page, button(page, ru('imports.done.undo')));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: ru('imports.done.undoneTitle') })).toBeVisible();
});

test('axe finds nothing in the review, the report, the dialogs and the form', async ({ desk }) => {
  const { app, page } = desk;
  const found: string[] = [];
  const look = async (name: string) => void found.push(...(await violations(page, name)));
  await openSection(page, 'import');
  await button(page, ru('imports.file.paste')).click();
  await look('paste');
  await page.keyboard.press('Escape');
  await answerOpen(app, unusualFile(desk));
  await chooseFile(page);
  await button(page, ru('imports.presets.actions')).click();
  await page.getByRole('menuitem', { name: ru('imports.presets.save') }).click();
  await look('save the layout');
  await page.keyboard.press('Escape');
  await goToReview(page);
  await look('review with a brake');
  await pile(page, 'missing').click();
  await look('missing');
  await openSection(page, 'pupils');
  await openSection(page, 'import');
  await page.getByRole('button', { name: new RegExp(ru('imports.history.open', { name: '' }).slice(0, 10)) }).click();
  await look('report');
  await openSection(page, 'pupils');
  await page.getByRole('row').nth(1).getByRole('gridcell').nth(1).click();
  await page.getByText(ru('pupils.card.origins')).first().click();
  await look('card');
  await button(page, ru('pupils.edit.open')).first().click();
  await button(page, ru('pupils.edit.addContact')).click();
  await look('form');
  expect(found).toEqual([]);
});

/** Four pupils of one class are missing, one has another surname. */
function unusualFile({ profile }: OpenSchool): string {
  const { school } = profile;
  const [first] = school.pupils;
  const gone = school.pupils.filter((pupil) => pupil !== first && pupil.className === '5А').slice(0, 4);
  const pupils = school.pupils
    .filter((pupil) => !gone.includes(pupil))
    .map((pupil) => (pupil === first ? { ...pupil, surname: `Нов${pupil.surname}` } : pupil));
  const path = join(profile.userData, 'MES_контингент_7_2026-10-01.csv');
  writeFileSync(path, toMesCsv({ ...school, pupils }));
  return path;
}
