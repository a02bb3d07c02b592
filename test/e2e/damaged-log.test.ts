import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openInProcess } from '../../main/registry/in-process.ts';
import { leastCost } from '../../main/registry/vault/keyring.ts';
import { button } from './pages/frame.ts';
import { unlock } from './pages/lock-screen.ts';
import { en, ru } from './pages/words.ts';
import { violations } from './support/axe.ts';
import { launchDesk } from './support/launch.ts';
import { makeSchoolProfile, type SchoolProfile } from './support/school-profile.ts';
import { smallSchool } from './support/school-test.ts';

/** The registry as a killed process leaves it, with a damaged sector in the middle of its log. */
async function damageLog({ registry, passphrase }: SchoolProfile): Promise<void> {
  const { client, close } = openInProcess({ file: registry, argonCost: leastCost });
  await client.registry.unlock({ passphrase });
  for (const responsibleRoom of ['1', '2', '3', '4']) await client.settings.save({ responsibleRoom });
  const [file, log] = [registry, `${registry}-wal`].map((path) => readFileSync(path));
  close();
  if (file === undefined || log === undefined) throw new Error('no log');
  writeFileSync(registry, file);
  writeFileSync(`${registry}-wal`, log.fill(0, log.length / 2, log.length / 2 + 512));
}

for (const language of ['ru', 'en'] as const) {
  const words = language === 'ru' ? ru : en;
  test(`changes lost with a damaged log are told of after signing in, in ${language}`, async () => {
    const testInfo = test.info();
    const profile = await makeSchoolProfile({ ...smallSchool, language });
    await damageLog(profile);
    const { page, close } = await launchDesk({ userData: profile.userData });
    await unlock(page, profile.passphrase);
    const told = page.getByRole('alert').filter({ hasText: words('registry.damagedLog.certain') });
    await expect(told).toBeVisible();
    await expect(told).toContainText('damaged-log-1');
    const kept = (await told.textContent())?.match(/\S+\.damaged-log-1\.desk-wal/)?.[0] ?? '';
    expect(existsSync(join(dirname(profile.registry), kept))).toBe(true);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: testInfo.outputPath(`told-${colorScheme}.png`) });
      expect(await violations(page, colorScheme)).toEqual([]);
    }
    await told.getByRole('button', { name: words('registry.damagedLog.journal') }).click();
    await expect(page.getByRole('gridcell', { name: words('journal.action.log-damaged') })).toBeVisible();
    await page.screenshot({ path: testInfo.outputPath('journal.png') });
    await told.getByRole('button', { name: words('registry.damagedLog.copies') }).click();
    await expect(page.getByRole('heading', { level: 1, name: words('app.nav.backups') })).toBeVisible();
    await button(page, words('registry.damagedLog.seen')).click();
    await expect(told).toBeHidden();
    await close();
    rmSync(profile.userData, { recursive: true, force: true });
  });
}
