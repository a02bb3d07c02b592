import { expect, type Locator, type Page } from '@playwright/test';
import type { Pile } from '../../../shared/contract/import-plan.ts';
import type { Words } from '../../../shared/i18n/index.ts';
import { button } from './frame.ts';
import { ru } from './words.ts';

/** A tab of the review. */
type ShownPile = Pile | 'problems' | 'kept' | 'decided';

/** First step: chooses the file that the native dialog (answered beforehand) names. */
export async function chooseFile(page: Page, words: Words = ru): Promise<void> {
  await button(page, words('imports.file.choose')).click();
}

/** Says what a column (1-based) holds. */
export async function setColumn(page: Page, column: number, field: string): Promise<void> {
  const box = page.getByRole('combobox', { name: ru('imports.columns.column', { number: column }), exact: true });
  await box.click();
  await box.fill(field);
  await page.getByRole('option', { name: field, exact: true }).click();
}

/** Saves reading and columns under a name. */
export async function savePreset(page: Page, name: string): Promise<void> {
  await button(page, ru('imports.presets.actions')).click();
  await page.getByRole('menuitem', { name: ru('imports.presets.save') }).click();
  await page.getByRole('textbox', { name: ru('imports.presets.name') }).fill(name);
  await page.keyboard.press('Enter');
  await expect(page.getByText(ru('imports.presets.saved', { name }))).toBeVisible();
}

/** Types the number that every brake asks for. */
export async function typeHold(page: Page, number: number, words: Words = ru): Promise<void> {
  const box = page.getByRole('textbox', { name: words('imports.brake.type', { number: String(number) }) });
  while ((await box.count()) > 0) await box.first().fill(String(number));
}

/** From the columns to the plan. */
export async function goToReview(page: Page, words: Words = ru): Promise<void> {
  await button(page, words('imports.columns.next')).click();
  await expect(page.getByRole('tablist', { name: words('imports.piles.label') })).toBeVisible();
}

/** The tab of a pile, with its count. */
export const pile = (page: Page, name: ShownPile, words: Words = ru): Locator =>
  page.getByRole('tab', { name: new RegExp(`^${words(`imports.piles.${name}`)}`) });

/** Expects the number on a pile's tab. */
export async function expectPile(page: Page, name: ShownPile, count: number): Promise<void> {
  await expect(pile(page, name)).toHaveText(new RegExp(`${ru(`imports.piles.${name}`)}\\s*${spaced(count)}$`));
}

const spaced = (count: number) => count.toLocaleString('ru').replaceAll(/\s/g, '\\s');

/** The last button; its words say what will happen. */
export const applyButton = (page: Page): Locator => page.locator('[data-apply]');

/** Writes, and waits for the last step. */
export async function apply(page: Page, words: Words = ru): Promise<void> {
  await applyButton(page).click();
  await expect(page.getByRole('heading', { name: words('imports.done.title') })).toBeVisible({ timeout: 60_000 });
}

/** The whole wizard for a file that needs no question. */
export async function importFile(page: Page, words: Words = ru): Promise<void> {
  await chooseFile(page, words);
  await goToReview(page, words);
  await apply(page, words);
}
