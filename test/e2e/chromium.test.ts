import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, expect, test } from '@playwright/test';
import { makeSchool, toMesCsv } from '../../shared/demo/rosters.ts';
import { bridgePage } from './chromium/bridge.ts';
import { startPageServer } from './chromium/page-server.ts';
import { firstRunAnswers, goOnToImport, runThrough } from './pages/first-run.ts';
import { button, chooseClass, openIssueStep, openSection } from './pages/frame.ts';
import { expectHandedOver, findField, ticks } from './pages/handover-page.ts';
import { importFile } from './pages/import-wizard.ts';
import { seeLockScreen, seeSections, unlock } from './pages/lock-screen.ts';
import { saveAndConfirm } from './pages/slips-page.ts';
import { ru } from './pages/words.ts';
import { projectRoot, sandboxed } from './support/runtime.ts';
import { chooseSqliteBinding } from './support/school-profile.ts';

/** The page in the engine that people with a current Electron have. */
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

test('the main job in a current engine, under the same policy', async () => {
  test.skip(executablePath === undefined, 'no Chromium on this computer');
  test.setTimeout(120_000);
  chooseSqliteBinding();
  const folder = mkdtempSync(join(tmpdir(), 'diary-desk-chromium-'));
  const dialogs = { open: join(folder, 'MES_контингент_7_2026-09-01.csv'), save: join(folder, 'slips.pdf') };
  writeFileSync(dialogs.open, toMesCsv(makeSchool({ seed: 7, pupils: 10, classes: ['5А'] })));
  const server = await startPageServer(join(projectRoot, 'out', 'renderer'));
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, locale: 'ru-RU' });
  const troubles: string[] = [];
  page.on('pageerror', ({ message }) => troubles.push(message));
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
  const close = await bridgePage(page, join(folder, 'school.desk'), dialogs);

  await page.goto(server.address);
  await runThrough(page);
  await goOnToImport(page);
  await importFile(page);
  await openSection(page, 'issue');
  await chooseClass(page, '5А');
  await page.getByRole('button', { name: /^Выдать \d+ логин/ }).click();
  await page.getByRole('button', { name: /^Напечатать \d+ лист/ }).click();
  const words = await page.getByRole('button', { name: /^Напечатать \d+ лист/ }).textContent();
  const slips = Number(/\d+/.exec(words ?? '')?.[0]);
  await saveAndConfirm(page, slips);
  await openIssueStep(page, 'handover');
  await expect(ticks(page).first()).toBeVisible();
  await findField(page).press('Enter');
  await expectHandedOver(page, 1, slips);
  await page.keyboard.press('Control+l');
  await seeLockScreen(page);
  await unlock(page, firstRunAnswers.passphrase);
  await seeSections(page);
  await openSection(page, 'pupils');
  await expect(page.getByText(ru('app.count.pupils', { count: 10 }), { exact: true })).toBeVisible();
  await page.getByRole('row').nth(1).getByRole('gridcell').nth(1).click();
  await expect(page.getByRole('complementary')).toBeVisible();
  await button(page, ru('app.nav.help')).click();
  await expect(page.getByRole('dialog', { name: ru('app.keys.title') })).toBeVisible();

  expect(troubles).toEqual([]);
  await browser.close();
  close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

function launchChromium(): Promise<Browser> {
  const quiet = ['--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-dev-shm-usage'];
  return chromium.launch({ executablePath: executablePath ?? '', chromiumSandbox: sandboxed, args: quiet });
}
