import { expect, type Page } from '@playwright/test';
import type { PerPage } from '../../../shared/contract/slips.ts';
import type { Words } from '../../../shared/i18n/index.ts';
import { button } from './frame.ts';
import { ru } from './words.ts';

/** Prints the slips shown: to the named queue. */
export async function printTo(page: Page, queue: string, slips: number, words: Words = ru): Promise<void> {
  await button(page, words('slips.action', { count: slips })).click();
  const dialog = page.getByRole('dialog', { name: words('slips.print.title') });
  const printer = dialog.getByRole('combobox', { name: words('slips.print.printer') });
  await expect(async () => {
    const again = dialog.getByRole('button', { name: words('slips.print.noPrinter.search') });
    if (await again.isVisible()) await again.click();
    await expect(printer).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await printer.click();
  await page.getByRole('option', { name: queue }).click();
  await dialog.getByRole('button', { name: words('slips.action', { count: slips }) }).click();
  await expect(page.getByRole('heading', { name: words('slips.printed.title', { count: slips }) })).toBeVisible();
}

/** Saves the slips shown (the native dialog is answered beforehand) and says that they are not printed yet. */
export async function saveOnly(page: Page, words: Words = ru): Promise<void> {
  await chooseFromMenu(page, words('slips.menu.savePdf'), words);
  await button(page, words('slips.saved.notYet')).click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

/** Saves the slips shown (the native dialog is answered beforehand) and says that they have been printed. */
export async function saveAndConfirm(page: Page, slips: number, words: Words = ru): Promise<void> {
  await chooseFromMenu(page, words('slips.menu.savePdf'), words);
  await button(page, words('slips.saved.yes', { count: slips })).click();
  await expect(page.getByRole('heading', { name: words('slips.printed.title', { count: slips }) })).toBeVisible();
}

/** Also the slips that have been printed before and wait to be handed over. */
export async function showAllWaiting(page: Page, words: Words = ru): Promise<void> {
  await page.getByRole('radio', { name: new RegExp(`^${words('slips.which.waiting')}`) }).check();
}

/** An item of the page's menu of further actions. */
export async function chooseFromMenu(page: Page, item: string, words: Words = ru): Promise<void> {
  await button(page, words('app.action.more')).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** Chooses how many slips stand on a page, by the small picture of it. */
export async function choosePerPage(page: Page, count: PerPage, words: Words): Promise<void> {
  const radio = page.getByRole('radio', { name: words(`slips.perPage.${count}`), exact: true });
  await radio.locator('xpath=ancestor::label').click();
  await expect(radio).toBeChecked();
}
