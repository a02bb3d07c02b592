import { expect, type Locator, type Page } from '@playwright/test';
import type { Words } from '../../../shared/i18n/index.ts';
import { ru } from './words.ts';

/** The ticks of everybody who is shown, in the order of the slips. */
export const ticks = (page: Page, words: Words = ru): Locator =>
  page.getByRole('region', { name: words('handover.list') }).getByRole('checkbox');

/** The field that finds a name by its first letters. */
export const findField = (page: Page, words: Words = ru): Locator => page.getByLabel(words('handover.find'));

/** Expects «Вручено 1 из 28». */
export async function expectHandedOver(page: Page, done: number, total: number, words: Words = ru): Promise<void> {
  await expect(page.getByText(words('handover.progress', { done, total }))).toBeVisible();
}
