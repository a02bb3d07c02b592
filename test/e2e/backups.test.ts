import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Words } from '../../shared/i18n/index.ts';
import { button, openSection } from './pages/frame.ts';
import { seeLockScreen, unlock } from './pages/lock-screen.ts';
import { en, ru } from './pages/words.ts';
import { violations } from './support/axe.ts';
import { launchDesk } from './support/launch.ts';
import { answerOpen } from './support/native-dialogs.ts';
import { makeSchoolProfile } from './support/school-profile.ts';
import { smallSchool, test } from './support/school-test.ts';

for (const language of ['ru', 'en'] as const) {
  const words = language === 'ru' ? ru : en;
  test.describe(`in ${language}`, () => {
    test.use({ wishes: { ...smallSchool, language } });

    test('a copy is made, checked, put on a stick, and the registry goes back to it', async ({
      desk: { app, page, profile },
    }, info) => {
      await openSection(page, 'backups', words);
      await button(page, words('backups.take')).click();
      await expect(page.getByText(words('backups.taken'), { exact: true })).toBeVisible();
      const stick = mkdtempSync(join(tmpdir(), 'diary-desk-stick-'));
      await answerOpen(app, stick);
      await button(page, words('backups.folder.choose')).click();
      await expect(page.getByText(stick)).toBeVisible();
      expect(readdirSync(join(stick, readdirSync(stick)[0] ?? ''))).toHaveLength(2);
      const newest = page.getByRole('row').nth(1);
      await newest.getByRole('button', { name: words('backups.check') }).click();
      await expect(page.getByText(/^(Копия цела|The copy is whole)/)).toBeVisible();
      await page.screenshot({ path: info.outputPath('backups.png') });
      await newest.getByRole('button', { name: words('backups.restore') }).click();
      const dialog = page.getByRole('dialog');
      await expect(dialog.getByRole('table')).toBeVisible();
      await page.screenshot({ path: info.outputPath('restore.png') });
      await restore(page, 'not the passphrase', words);
      await expect(dialog.getByRole('alert')).toBeVisible();
      await page.screenshot({ path: info.outputPath('refused.png') });
      // The next attempt has to wait some seconds.
      await expect(async () => {
        await restore(page, profile.passphrase, words);
        await expect(page.getByRole('heading', { name: words('registry.lock.title') })).toBeVisible({ timeout: 2000 });
      }).toPass();
      await seeLockScreen(page, words);
      rmSync(stick, { recursive: true, force: true });
    });
  });
}

test('axe finds nothing on the page of copies', async ({ desk: { page } }) => {
  await openSection(page, 'backups');
  await button(page, ru('backups.take')).click();
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await expect(page.getByText(ru('backups.taken'), { exact: true })).toBeHidden({ timeout: 15_000 });
  expect(await violations(page, 'backups')).toEqual([]);
});

test('a damaged file is explained, a copy takes its place, nothing is deleted', async () => {
  const profile = await makeSchoolProfile({
    ...smallSchool,
    prepare: async (client) => void (await client.backups.take()),
  });
  const bytes = readFileSync(profile.registry);
  for (let at = 8192; at < bytes.length; at += 4096) bytes[at] = (bytes[at] ?? 0) ^ 8;
  writeFileSync(profile.registry, bytes);
  const desk = await launchDesk({ userData: profile.userData });
  await unlock(desk.page, profile.passphrase);
  await expect(desk.page.getByText(ru('registry.damaged.title'))).toBeVisible();
  await desk.page
    .getByRole('button', { name: ru('registry.damaged.restore') })
    .first()
    .click();
  await restore(desk.page, profile.passphrase, ru);
  await seeLockScreen(desk.page);
  await unlock(desk.page, profile.passphrase);
  await expect(desk.page.getByRole('navigation').first()).toBeVisible();
  const aside = readdirSync(dirname(profile.registry)).filter((name) => name.includes('.before-restore-'));
  expect(aside.sort()).toEqual(['school.before-restore-1.desk', 'school.before-restore-1.desk.keyring.json']);
  expect(readFileSync(join(dirname(profile.registry), aside[0] ?? '')).equals(bytes)).toBe(true);
  await desk.close();
  rmSync(profile.userData, { recursive: true, force: true });
});

async function restore(page: Page, secret: string, words: Words): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(words('registry.damaged.secret')).fill(secret);
  await dialog.getByRole('button', { name: words('registry.damaged.restore') }).click();
}
