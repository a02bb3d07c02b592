import { join } from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';
import { messagesOf } from '../../shared/i18n/index.ts';
import { launchDesk } from '../e2e/support/launch.ts';
import { projectRoot, sandboxed, startCommand } from '../e2e/support/runtime.ts';
import { makeSchoolProfile } from '../e2e/support/school-profile.ts';

/**
 * Cold start to a usable window beside a bare Electron window, in turn. Usable: the passphrase can be typed. Then from
 * the passphrase (its Argon2id apart, by an earlier low cost) to the first rows of 3,000 pupils.
 */
const runs = 7;

const ru = messagesOf('ru');
const profile = await makeSchoolProfile({ seed: 7, pupils: 3000 });

async function bareWindowMs(): Promise<number> {
  const { executable } = startCommand();
  const switches = sandboxed ? [] : ['--no-sandbox'];
  const folder = join(projectRoot, 'test/bench/support/bare-window');
  return timed(async () => {
    const app = await _electron.launch({ executablePath: executable, args: [...switches, folder] });
    await (await app.firstWindow()).locator('h1').waitFor();
    return app;
  });
}

async function timed(start: () => Promise<ElectronApplication>): Promise<number> {
  const begun = performance.now();
  const app = await start();
  const taken = performance.now() - begun;
  await app.close();
  return taken;
}

async function deskMs(): Promise<{ readonly start: number; readonly rows: number }> {
  const begun = performance.now();
  const { page, close } = await launchDesk({ userData: profile.userData });
  const phrase = page.locator('input[type="password"]').first();
  await phrase.waitFor();
  const start = performance.now() - begun;
  await page.evaluate(() => {
    location.hash = '#/pupils';
  });
  await phrase.fill(profile.passphrase);
  const asked = performance.now();
  await phrase.press('Enter');
  await page.getByRole('grid', { name: ru.pupils.title }).getByRole('gridcell').first().waitFor();
  const rows = performance.now() - asked;
  await close();
  return { start, rows };
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const bare: number[] = [];
const desk: { start: number; rows: number }[] = [];
await bareWindowMs();
await deskMs();
for (let run = 0; run < runs; run += 1) {
  bare.push(await bareWindowMs());
  desk.push(await deskMs());
}
const bareMedian = median(bare);
const deskMedian = median(desk.map((one) => one.start));
console.table({
  'bare Electron window': { ms: Math.round(bareMedian), ratio: 1 },
  'Diary Desk, passphrase screen': { ms: Math.round(deskMedian), ratio: Number((deskMedian / bareMedian).toFixed(2)) },
  'passphrase to first rows of 3,000 pupils': { ms: Math.round(median(desk.map((one) => one.rows))), ratio: '' },
});
