import { expect, type Page } from '@playwright/test';
import type { Words } from '../../../shared/i18n/index.ts';
import { openIssueStep, openSection } from './frame.ts';
import { sections } from './sections.ts';
import { ru } from './words.ts';

/** Shows every section, every step of issuing and every dialog in turn, and calls back at each with its name. */
export async function onEveryPage(page: Page, look: (name: string) => Promise<void>, words: Words = ru): Promise<void> {
  for (const section of sections) {
    await openSection(page, section, words);
    await settle(page);
    await look(section);
  }
  await openSection(page, 'issue', words);
  for (const step of ['slips', 'handover'] as const) {
    await openIssueStep(page, step, words);
    await settle(page);
    await look(step);
  }
  await pupilCard(page, look, words);
  await dialogs(page, look, words);
}

async function pupilCard(page: Page, look: (name: string) => Promise<void>, words: Words): Promise<void> {
  await openSection(page, 'pupils', words);
  await page.getByRole('row').nth(2).getByRole('gridcell').nth(1).click();
  await expect(page.getByRole('complementary')).toBeVisible();
  await page.getByRole('row').nth(2).getByRole('checkbox').click();
  await settle(page);
  await look('pupil-card');
}

async function dialogs(page: Page, look: (name: string) => Promise<void>, words: Words): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await settle(page);
  await look('palette');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: words('app.nav.help') }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await settle(page);
  await look('keys');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
}

/** Everything read, every transition over. */
async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(400);
}
