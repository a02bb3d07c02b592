import type { Page } from '@playwright/test';
import type { Words } from '../../../shared/i18n/index.ts';
import { ru } from './words.ts';

/** What a person types at the first start. */
export interface FirstRunAnswers {
  readonly school: string;
  readonly person: string;
  /** Name of the diary system in the list. */
  readonly diary: string;
  readonly address: string;
  readonly passphrase: string;
}

/** A school of nobody in particular. */
export const firstRunAnswers: FirstRunAnswers = {
  school: 'Школа № 1',
  person: 'Администратор дневника',
  diary: 'Региональный дневник',
  address: 'diary.example.ru',
  passphrase: 'семь тихих голубых трамваев',
};

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Step one: the school and who is at the desk. */
export async function nameSchool(page: Page, { school, person }: FirstRunAnswers, words: Words = ru): Promise<void> {
  await page.getByLabel(words('registry.school.name'), { exact: true }).fill(school);
  await page.getByLabel(words('registry.school.user'), { exact: true }).fill(person);
  await button(page, words('app.action.next')).click();
}

/** Step two: the diary system. */
export async function chooseDiary(page: Page, { diary, address }: FirstRunAnswers, words: Words = ru): Promise<void> {
  await page.getByRole('combobox', { name: words('registry.diary.system') }).fill(diary);
  await page.getByRole('option').first().click();
  await page.getByLabel(words('registry.diary.address'), { exact: true }).fill(address);
  await button(page, words('app.action.next')).click();
}

/** Step three: the passphrase; its button makes the registry. */
export async function choosePassphrase(page: Page, passphrase: string, words: Words = ru): Promise<void> {
  await page.getByLabel(words('registry.passphrase.label'), { exact: true }).fill(passphrase);
  await page.getByLabel(words('registry.passphrase.repeat'), { exact: true }).fill(passphrase);
  await button(page, words('registry.passphrase.create')).click();
}

/** Reads the recovery code from the screen, says that it is kept safe and goes on. */
export async function keepRecoveryCode(page: Page, words: Words = ru): Promise<string> {
  const shown = page.getByRole('status', { name: words('registry.recovery.code') });
  const code = (await shown.textContent()) ?? '';
  await page.getByLabel(words('registry.recovery.kept')).check();
  await button(page, words('registry.recovery.next')).click();
  return code.trim();
}

/** The whole wizard; ends at its last step. Answers the recovery code. */
export async function runThrough(
  page: Page,
  answers: FirstRunAnswers = firstRunAnswers,
  words: Words = ru,
): Promise<string> {
  await nameSchool(page, answers, words);
  await chooseDiary(page, answers, words);
  await choosePassphrase(page, answers.passphrase, words);
  return keepRecoveryCode(page, words);
}

/** From the wizard's last step to the import. */
export async function goOnToImport(page: Page, words: Words = ru): Promise<void> {
  await button(page, words('registry.start.import')).click();
}

/** From the wizard's last step to the empty overview. */
export async function goOnWithoutList(page: Page, words: Words = ru): Promise<void> {
  await button(page, words('registry.start.later')).click();
}
