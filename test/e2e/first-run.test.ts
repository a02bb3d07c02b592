import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import {
  chooseDiary,
  choosePassphrase,
  firstRunAnswers,
  goOnWithoutList,
  keepRecoveryCode,
  nameSchool,
} from './pages/first-run.ts';
import { button } from './pages/frame.ts';
import { seeSections } from './pages/lock-screen.ts';
import { en, ru } from './pages/words.ts';
import { test } from './support/desk-test.ts';
import { answerSave } from './support/native-dialogs.ts';
import { textOf } from './support/printed-paper.ts';

test('what is missing is said beside its field, and going back keeps what was typed', async ({ desk: { page } }) => {
  await button(page, ru('app.action.next')).click();
  await expect(page.getByText(ru('registry.school.nameMissing'))).toBeVisible();
  await expect(page.getByText(ru('registry.school.userMissing'))).toBeVisible();
  await nameSchool(page, firstRunAnswers);
  await button(page, ru('app.action.next')).click();
  await expect(page.getByText(ru('registry.diary.systemMissing'))).toBeVisible();
  await button(page, ru('app.action.back')).click();
  await expect(page.getByLabel(ru('registry.school.name'))).toHaveValue(firstRunAnswers.school);
});

test('the language of the first step is the language of everything after it', async ({ desk: { page } }) => {
  await page.getByText(ru('app.language.en'), { exact: true }).click();
  await expect(page.getByRole('heading', { name: en('registry.school.title') })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await nameSchool(page, firstRunAnswers, en);
  await chooseDiary(page, { ...firstRunAnswers, diary: 'Regional' }, en);
  await choosePassphrase(page, firstRunAnswers.passphrase, en);
  await keepRecoveryCode(page, en);
  await goOnWithoutList(page, en);
  await seeSections(page, en);
  await expect(page.getByRole('heading', { name: en('overview.empty.title') })).toBeVisible();
});

test('a short passphrase cannot be sent, a well-known one is refused with what to do', async ({ desk: { page } }) => {
  await nameSchool(page, firstRunAnswers);
  await chooseDiary(page, firstRunAnswers);
  await page.getByLabel(ru('registry.passphrase.label'), { exact: true }).fill('короткая');
  await page.getByLabel(ru('registry.passphrase.repeat'), { exact: true }).fill('короткая');
  await expect(button(page, ru('registry.passphrase.create'))).toBeDisabled();
  await page.getByLabel(ru('registry.passphrase.repeat'), { exact: true }).fill('другая');
  await expect(page.getByText(ru('registry.passphrase.differs'))).toBeVisible();
  await choosePassphrase(page, 'qwertyuiopqwertyuiop');
  const refusal = page.getByRole('alert');
  await expect(refusal).toContainText(ru('errors.passphrase-too-common.title'));
  await expect(refusal).toContainText(ru('errors.passphrase-too-common.next'));
});

test('the recovery sheet is saved with the very code that is shown, and must be kept to go on', async ({
  desk: { app, page, userData },
}) => {
  await nameSchool(page, firstRunAnswers);
  await chooseDiary(page, firstRunAnswers);
  await choosePassphrase(page, firstRunAnswers.passphrase);
  await expect(button(page, ru('registry.recovery.next'))).toBeDisabled();
  const sheet = join(userData, 'recovery.pdf');
  await answerSave(app, sheet);
  await button(page, ru('registry.recovery.save')).click();
  await expect(page.getByText(ru('registry.recovery.saved', { fileName: 'recovery.pdf' }))).toBeVisible();
  const code = await keepRecoveryCode(page);
  expect(code).toMatch(/^[0-9A-Z]{4}(?:-[0-9A-Z]{4}){7,}/);
  expect(textOf(sheet).replaceAll(/[\s-]/g, '')).toContain(code.replaceAll('-', ''));
  const registry = readFileSync(join(userData, 'registry', 'school.desk'));
  expect(registry.subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
  expect(registry.includes(Buffer.from(firstRunAnswers.school))).toBe(false);
  await goOnWithoutList(page);
  await seeSections(page);
});
