import { expect, type Locator, type Page } from '@playwright/test';
import type { Pile } from '../../../shared/contract/import-plan.ts';
import type { Words } from '../../../shared/i18n/index.ts';
import { button } from './frame.ts';
import { ru } from './words.ts';

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

/** From the columns to the plan. */
export async function goToReview(page: Page, words: Words = ru): Promise<void> {
  await button(page, words('imports.columns.next')).click();
  await expect(page.getByRole('tablist', { name: words('imports.piles.label') })).toBeVisible();
}

/** The tab of a pile, with its count. */
export const pile = (page: Page, name: Pile | 'problems'): Locator =>
  page.getByRole('tab', { name: new RegExp(`^${ru(`imports.piles.${name}`)}`) });

/** Expects the number on a pile's tab. */
export async function expectPile(page: Page, name: Pile | 'problems', count: number): Promise<void> {
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
