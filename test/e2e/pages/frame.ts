import { expect, type Locator, type Page } from '@playwright/test';
import type { Words } from '../../../shared/i18n/index.ts';
import type { sections } from './sections.ts';
import { ru } from './words.ts';

/** Sections of the rail. */
export type SectionName = (typeof sections)[number];

/** Opens a section by its link in the rail and waits for its title. */
export async function openSection(page: Page, section: SectionName, words: Words = ru): Promise<void> {
  await rail(page, words)
    .getByRole('link', { name: words(`app.nav.${section}`) })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Opens a step of issuing over its pages. */
export async function openIssueStep(
  page: Page,
  step: 'issue' | 'slips' | 'handover',
  words: Words = ru,
): Promise<void> {
  const steps = page.getByRole('navigation', { name: words('app.steps.label') });
  await steps.getByRole('link', { name: words(`app.steps.${step}`) }).click();
}

/** Chooses a class on a page of issuing. */
export async function chooseClass(page: Page, className: string, words: Words = ru): Promise<void> {
  const target = page.getByRole('button', { name: new RegExp(`^${words('credentials.scope.label')}`) });
  await target.click();
  await page.getByLabel(words('credentials.scope.find')).fill(className);
  await page.getByRole('option', { name: new RegExp(`^${className}`) }).click();
  await expect(target).toHaveAccessibleName(`${words('credentials.scope.label')}: ${className}`);
}

/** The rail on the left. */
export const rail = (page: Page, words: Words = ru): Locator =>
  page.getByRole('navigation', { name: words('app.nav.label') });

/** Any button by its whole name. */
export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });

/** The toast in the corner that says so. */
export const toast = (page: Page, text: string): Locator => page.getByRole('alert').filter({ hasText: text });
