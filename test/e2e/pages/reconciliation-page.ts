import { expect, type Locator, type Page } from '@playwright/test';
import type { Words } from '../../../shared/i18n/index.ts';
import type { RunningDesk } from '../support/launch.ts';
import { answerOpen } from '../support/native-dialogs.ts';
import { button } from './frame.ts';
import { enterOn } from './keyboard.ts';

/** Chooses the portal's export; the button that runs the comparison of so many rows. */
export async function choosePortalFile(
  { app, page }: Pick<RunningDesk, 'app' | 'page'>,
  path: string,
  rows: number,
  words: Words,
): Promise<Locator> {
  await answerOpen(app, path);
  await enterOn(page, button(page, words('reconciliation.new.choose')));
  return page.getByRole('button', { name: words('reconciliation.new.run', { rows }) });
}

/** Waits until the comparison is done and its views are there. */
export async function seeRun(page: Page, words: Words): Promise<void> {
  await expect(page.getByRole('radiogroup', { name: words('reconciliation.view.label') })).toBeVisible({
    timeout: 120_000,
  });
}
