/**
 * Frames of the window while the registry process compares a portal's export, beside frames of the same window at rest.
 * The longest frame while comparing is what a person would feel.
 *
 * `npm run bench -- reconciliation`, with 10,000 pupils and some 14,000 guardians.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { toPortalCsv } from '../../shared/demo/portal-export.ts';
import { openSection } from '../e2e/pages/frame.ts';
import { unlock } from '../e2e/pages/lock-screen.ts';
import { choosePortalFile, seeRun } from '../e2e/pages/reconciliation-page.ts';
import { ru } from '../e2e/pages/words.ts';
import { launchDesk } from '../e2e/support/launch.ts';
import { makeSchoolProfile } from '../e2e/support/school-profile.ts';

const pupils = 10_000;
const restMs = 5000;

/** Milliseconds between frames while the work goes on. */
async function framesDuring(page: Page, work: () => Promise<unknown>): Promise<{ seconds: number; frames: number[] }> {
  await page.evaluate(() => {
    const times: number[] = [];
    let last = performance.now();
    const next = () => {
      times.push(performance.now() - last);
      last = performance.now();
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
    Object.assign(globalThis, { frameTimes: times });
  });
  const begun = performance.now();
  await work();
  const seconds = (performance.now() - begun) / 1000;
  const frames = await page.evaluate(() => (globalThis as unknown as { frameTimes: number[] }).frameTimes.slice());
  return { seconds, frames };
}

function shown({ seconds, frames }: { seconds: number; frames: number[] }) {
  const sorted = frames.toSorted((a, b) => a - b);
  const at = (share: number) => Number((sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1));
  return {
    seconds: Number(seconds.toFixed(1)),
    frames: frames.length,
    'middle ms': at(0.5),
    '99 % ms': at(0.99),
    'longest ms': at(1),
  };
}

const profile = await makeSchoolProfile({ seed: 3, pupils });
const file = join(profile.userData, 'portal.csv');
writeFileSync(file, toPortalCsv(profile.school, 7));
const desk = await launchDesk({ userData: profile.userData });
try {
  const { page } = desk;
  await unlock(page, profile.passphrase);
  await openSection(page, 'reconciliation');
  await page.getByRole('heading', { name: ru('reconciliation.title') }).waitFor();
  const run = await choosePortalFile(desk, file, pupils, ru);
  await run.waitFor();
  const rest = await framesDuring(page, () => page.waitForTimeout(restMs));
  const comparing = await framesDuring(page, async () => {
    await run.click();
    await seeRun(page, ru);
  });
  console.table({ 'at rest': shown(rest), comparing: shown(comparing) });
  const longest = ({ frames }: { frames: number[] }) => Math.max(...frames);
  console.log(`longest frame, comparing / at rest: ${(longest(comparing) / longest(rest)).toFixed(1)}`);
} finally {
  await desk.close();
  rmSync(profile.userData, { recursive: true, force: true });
}
