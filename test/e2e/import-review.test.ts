import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { toMesCsv } from '../../shared/demo/rosters.ts';
import { button, openSection } from './pages/frame.ts';
import {
  apply,
  applyButton,
  chooseFile,
  expectPile,
  goToReview,
  pile,
  savePreset,
  setColumn,
  typeHold,
} from './pages/import-wizard.ts';
import { ru } from './pages/words.ts';
import { answerOpen, answerSave } from './support/native-dialogs.ts';
import { type OpenSchool, smallSchool, test } from './support/school-test.ts';

test.use({ wishes: { ...smallSchool, pupils: 30 } });

test('a copied table is pasted with Ctrl+V, or into the dialog', async ({ desk: { page } }) => {
  await openSection(page, 'import');
  await pasteText(page, 'Фамилия\tИмя\tКласс\nСиницын\tПётр\t7Д\n');
  await goToReview(page);
  await expectPile(page, 'new', 1);
  await openSection(page, 'pupils');
  await openSection(page, 'import');
  await button(page, ru('imports.file.paste')).click();
  await page.getByLabel(ru('imports.paste.label')).fill('Фамилия;Имя;Класс\nГалкина;Ольга;7Д\nГалкин;Олег;7Д');
  await expect(page.getByText(ru('imports.paste.rows', { count: 3 }))).toBeVisible();
  await button(page, ru('imports.paste.take')).click();
  await goToReview(page);
  await expectPile(page, 'new', 2);
});

test('a layout is saved under a name, recognised in the next file, renamed and deleted', async ({ desk }) => {
  const { page } = desk;
  await offer(desk, 'а.csv', 'а,б,в\nСиницын,Пётр,7Д\n');
  await setColumn(page, 1, ru('fields.pupil.surname'));
  await setColumn(page, 2, ru('fields.pupil.firstName'));
  await setColumn(page, 3, ru('fields.pupil.className'));
  await expect(button(page, ru('imports.columns.next'))).toBeEnabled();
  await savePreset(page, 'Кружок');
  await offer(desk, 'б.csv', 'а,б,в\nГалкина,Ольга,7Д\n');
  await expect(page.getByText(ru('imports.preset.own', { name: 'Кружок' }))).toBeVisible();
  await button(page, ru('imports.presets.actions')).click();
  await page.getByRole('menuitem', { name: ru('imports.presets.manage') }).click();
  await button(page, ru('imports.presets.rename', { name: 'Кружок' })).click();
  await page.getByRole('textbox', { name: ru('imports.presets.name') }).fill('Театр');
  await page.keyboard.press('Enter');
  await button(page, ru('imports.presets.delete', { name: 'Театр' })).click();
  await expect(page.getByText(ru('imports.presets.none'))).toBeVisible();
});

test('the class in the title of a list stands above its rows and can be changed', async ({ desk }) => {
  const { page } = desk;
  const title = 'Список учеников 7Д класса на 01.09.2026;;\n№;ФИО;Телефон родителей\n';
  await offer(
    desk,
    'список.csv',
    `${title}1;Синицын Пётр Олегович;мама 8 926 123-45-67\n2;Галкина Ольга Петровна;нет\n`,
  );
  const box = page.getByRole('textbox', { name: ru('imports.reading.className') });
  await expect(box).toHaveValue('7Д');
  await box.fill('7е');
  await goToReview(page);
  await expectPile(page, 'new', 2);
  await expect(page.getByText('7Е', { exact: true }).first()).toBeVisible();
});

test('lines between the pupils give them their classes', async ({ desk }) => {
  const { page } = desk;
  await offer(
    desk,
    'классы.csv',
    'ФИО;Дата рождения\n7Д класс;\nСиницын Пётр;01.02.14\n7Е класс;\nГалкина Ольга;03.04.2014\n',
  );
  const box = page.getByRole('textbox', { name: ru('imports.reading.className') });
  await expect(box).toHaveValue('');
  await expect(box).toHaveAttribute('placeholder', ru('imports.reading.classLines'));
  await goToReview(page);
  await expectPile(page, 'new', 2);
  await apply(page);
  await openSection(page, 'pupils');
  await page.getByLabel(ru('pupils.search')).fill('галкина ольга');
  await expect(page.getByRole('row', { name: /Галкина Ольга/ })).toContainText('7Е');
});

test('pupils who are not in a full list are marked, after the number is typed, and the import is undone from the history', async ({
  desk,
}) => {
  const { page, profile } = desk;
  const { school } = profile;
  const gone = school.pupils.filter(({ className }) => className === '5А').slice(0, 4);
  const pupils = school.pupils.filter((pupil) => !gone.includes(pupil));
  await offer(desk, 'MES_контингент_7_2026-10-01.csv', toMesCsv({ ...school, pupils }));
  await goToReview(page);
  await expectPile(page, 'missing', 4);
  await expect(applyButton(page)).toBeDisabled();
  await typeHold(page, 4);
  await pile(page, 'missing').click();
  await apply(page);
  await expect(page.getByText(ru('imports.done.told.toCheck', { count: 4 }))).toBeVisible();
  await openSection(page, 'pupils');
  await expect(page.getByText(ru('states.person.to-check'), { exact: true })).toHaveCount(4);
  await openSection(page, 'import');
  await button(page, ru('imports.history.open', { name: 'MES_контингент_7_2026-10-01.csv' })).click();
  const report = page.getByRole('complementary');
  await expect(report.getByText(ru('imports.report.confirmed'))).toBeVisible();
  await report.getByRole('button', { name: ru('imports.history.undo') }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: ru('imports.undo.confirm') })
    .click();
  await expect(page.getByRole('dialog', { name: ru('imports.undo.doneTitle') })).toBeVisible();
  await page.keyboard.press('Escape');
  await openSection(page, 'pupils');
  await expect(page.getByText(ru('states.person.to-check'), { exact: true })).toHaveCount(0);
});

test('rows with errors are saved as a file with their reasons', async ({ desk }) => {
  const { app, page, profile } = desk;
  await offer(
    desk,
    'список.csv',
    'Фамилия;Имя;Класс;Дата рождения\nСиницын;Пётр;7Д;01.02.2014\nГалкина;Ольга;7Д;41.02.2014\n',
  );
  await goToReview(page);
  await expectPile(page, 'refused', 1);
  await pile(page, 'problems').click();
  await page.getByRole('button', { name: new RegExp(ru('problems.birth-date-invalid.title')) }).click();
  const path = join(profile.userData, 'ошибки.csv');
  await answerSave(app, path);
  await button(page, ru('imports.failed.save')).click();
  await expect(page.getByText(ru('imports.failed.saved', { count: 1, name: 'ошибки.csv' }))).toBeVisible();
  expect(readFileSync(path, 'utf8')).toContain('Галкина;Ольга;7Д;41.02.2014');
});

test('one change of a row is left, the other is taken', async ({ desk }) => {
  const { page, profile } = desk;
  const { school } = profile;
  const pupils = school.pupils.map((pupil, place) =>
    place === 0 ? { ...pupil, surname: `Нов${pupil.surname}`, birthDate: '2015-02-03' } : pupil,
  );
  await offer(desk, 'MES_контингент_7_2026-10-01.csv', toMesCsv({ ...school, pupils }));
  await goToReview(page);
  await expectPile(page, 'changed', 1);
  await page
    .getByRole('checkbox', { name: ru('imports.entry.field', { field: ru('fields.change.birthDate') }) })
    .click();
  await apply(page);
  await openSection(page, 'pupils');
  await page.getByLabel(ru('pupils.search')).fill(`Нов${school.pupils[0]?.surname}`);
  await expect(page.getByRole('row', { name: /Нов/ })).toHaveCount(1);
  await expect(page.getByRole('row', { name: /03\.02\.2015/ })).toHaveCount(0);
});

test('an unclear row is decided by a key, and the plan follows', async ({ desk }) => {
  const { page, profile } = desk;
  const pupil = profile.school.pupils[0];
  const text = `Фамилия;Имя;Класс;Дата рождения\n${pupil?.surname};${pupil?.firstName};${pupil?.className};03.02.2013\n`;
  await offer(desk, 'переводы.csv', text);
  await goToReview(page);
  await expectPile(page, 'ambiguous', 1);
  const who = page.getByRole('radiogroup');
  await who.getByRole('radio').last().focus();
  await page.keyboard.press('n');
  await expect(page.getByRole('radio', { name: ru('imports.decide.new') })).toBeChecked();
  await button(page, ru('imports.decide.count', { count: 1 })).click();
  await expectPile(page, 'new', 1);
  await expectPile(page, 'decided', 1);
});

async function offer({ app, page, profile }: OpenSchool, name: string, bytes: Uint8Array | string): Promise<void> {
  const path = join(profile.userData, name);
  writeFileSync(path, bytes);
  await openSection(page, 'pupils');
  await openSection(page, 'import');
  await answerOpen(app, path);
  await chooseFile(page);
}

/** What the system's clipboard does on Ctrl+V; the page may not read it by itself. */
async function pasteText(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}
