import { expect, type Locator, type Page } from '@playwright/test';
import type { Words } from '../../../shared/i18n/index.ts';
import { ru } from './words.ts';

/** The menu of one login, wherever it stands. */
export const credentialMenu = (page: Page, login: string, words: Words = ru): Locator =>
  page.getByRole('button', { name: words('credentials.manage.menu', { login }) });

/** Opens a login's menu and chooses an item. */
export async function manage(page: Page, login: string, item: string, words: Words = ru): Promise<void> {
  await credentialMenu(page, login, words).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** Issues a login anew for the reason that stands first: the slip is lost. */
export async function reissueLost(page: Page, login: string, words: Words = ru): Promise<void> {
  await manage(page, login, words('credentials.manage.reissue'), words);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('status')).toContainText(
    words('credentials.reissue.consequence', { live: 1, handedOver: 0 }),
  );
  await dialog.getByRole('button', { name: words('credentials.reissue.action', { count: 1 }) }).click();
  await expect(page.getByRole('dialog', { name: words('credentials.reissue.done', { count: 1 }) })).toBeVisible();
}
