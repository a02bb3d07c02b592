import { expect, type Page } from '@playwright/test';
import type { Words } from '../../shared/i18n/index.ts';
import { button, chooseClass, openIssueStep, openSection } from '../e2e/pages/frame.ts';
import { showAllWaiting } from '../e2e/pages/slips-page.ts';
import type { Camera } from './pictures.ts';

/** Every section in turn, in the language and look that are set. */
export async function gallery(page: Page, camera: Camera, words: Words): Promise<void> {
  await openSection(page, 'overview', words);
  await camera.shoot('overview');
  await pupils(page, camera, words);
  await openSection(page, 'guardians', words);
  await camera.shoot('guardians');
  await issuing(page, camera, words);
  await openSection(page, 'import', words);
  await camera.shoot('import');
  await reconciliation(page, camera, words);
  for (const section of ['contacts', 'applications', 'year', 'users', 'journal', 'backups', 'settings'] as const) {
    await openSection(page, section, words);
    if (section === 'contacts') await page.getByRole('button', { name: /^1А/ }).click();
    await camera.shoot(section);
  }
  await dialogs(page, camera, words);
}

async function pupils(page: Page, camera: Camera, words: Words): Promise<void> {
  await openSection(page, 'pupils', words);
  await expect(page.getByRole('row').nth(3)).toBeVisible();
  await camera.shoot('pupils');
  await page.getByRole('row').nth(3).getByRole('gridcell').nth(1).click();
  await expect(page.getByRole('complementary')).toBeVisible();
  await camera.shoot('pupil-card');
  await page
    .getByRole('complementary')
    .getByRole('button', { name: words('app.action.close') })
    .click();
  for (const place of [2, 3, 5]) await page.getByRole('row').nth(place).getByRole('checkbox').click();
  await camera.shoot('pupils-chosen');
  await button(page, words('app.table.clearSelection')).click();
  await page.getByLabel(words('pupils.search')).fill('ъъъ');
  await page.getByText(words('app.filter.nothing')).waitFor();
  await camera.shoot('pupils-nothing');
  await page.getByLabel(words('pupils.search')).fill('');
}

async function issuing(page: Page, camera: Camera, words: Words): Promise<void> {
  await openSection(page, 'issue', words);
  await page.getByRole('button', { name: new RegExp(`^${words('credentials.scope.label')}`) }).click();
  await camera.shoot('scope');
  await page.keyboard.press('Escape');
  await chooseClass(page, '5А', words);
  await openIssueStep(page, 'slips', words);
  await showAllWaiting(page, words);
  await camera.shoot('slips');
  await openIssueStep(page, 'handover', words);
  await camera.shoot('handover');
  await reissueDialog(page, camera, words);
}

/** What a lost slip is answered with: the card's menu of a login, and the question why. */
async function reissueDialog(page: Page, camera: Camera, words: Words): Promise<void> {
  await openSection(page, 'pupils', words);
  await page.getByRole('row').nth(3).getByRole('gridcell').nth(1).click();
  const card = page.getByRole('complementary');
  await card
    .getByRole('button', { name: new RegExp(words('credentials.manage.menu', { login: '' }).trim()) })
    .first()
    .click();
  await page.getByRole('menuitem', { name: words('credentials.manage.reissue') }).click();
  await expect(page.getByRole('dialog').getByRole('status')).toBeVisible();
  await camera.shoot('reissue');
  await page.keyboard.press('Escape');
  await card.getByRole('button', { name: words('app.action.close') }).click();
}

/** The demo school has been compared with its portal; the cards of the first finding and every view are shown. */
async function reconciliation(page: Page, camera: Camera, words: Words): Promise<void> {
  await openSection(page, 'reconciliation', words);
  await expect(page.getByRole('grid').getByRole('row').nth(3)).toBeVisible();
  await camera.shoot('findings');
  await page.getByRole('grid').getByRole('row').nth(3).getByRole('gridcell').nth(1).click();
  await expect(page.getByRole('complementary')).toBeVisible();
  await camera.shoot('finding');
  await page.keyboard.press('Escape');
  for (const view of ['suggestions', 'classes', 'duplicates'] as const) {
    await page
      .getByText(new RegExp(`^${words(`reconciliation.view.${view}`)}`))
      .first()
      .click();
    await camera.shoot(view);
  }
}

async function dialogs(page: Page, camera: Camera, words: Words): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: words('app.palette.placeholder') }).fill('ив');
  await camera.shoot('palette');
  await page.keyboard.press('Escape');
  await button(page, words('app.nav.help')).click();
  await camera.shoot('keys');
  await page.keyboard.press('Escape');
}
