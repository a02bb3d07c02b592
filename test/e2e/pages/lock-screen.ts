import { expect, type Locator, type Page } from '@playwright/test';
import type { Words } from '../../../shared/i18n/index.ts';
import { ru } from './words.ts';

/** Waits for the lock screen. */
export async function seeLockScreen(page: Page, words: Words = ru): Promise<void> {
  await expect(page.getByRole('heading', { name: words('registry.lock.title') })).toBeVisible();
}

/** Types a passphrase and presses Enter. */
export async function unlock(page: Page, passphrase: string, words: Words = ru): Promise<void> {
  const field = page.getByLabel(words('registry.lock.passphrase'), { exact: true });
  await field.fill(passphrase);
  await field.press('Enter');
}

/** Waits until the sections are there. */
export async function seeSections(page: Page, words: Words = ru): Promise<void> {
  await expect(page.getByRole('navigation', { name: words('app.nav.label') })).toBeVisible();
}

/** The recovery code and a new passphrase in place of the forgotten one. */
export async function recover(page: Page, code: string, passphrase: string): Promise<void> {
  await page.getByRole('button', { name: ru('registry.lock.forgot') }).click();
  await page.getByLabel(ru('registry.recover.code'), { exact: true }).fill(code);
  await page.getByLabel(ru('registry.recover.passphrase'), { exact: true }).fill(passphrase);
  await page.getByLabel(ru('registry.passphrase.repeat'), { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: ru('registry.recover.submit') }).click();
}

/** The button that counts the seconds of a delay. */
export const delay = (page: Page): Locator => page.getByRole('button', { name: /^Следующая попытка через \d+ секунд/ });
