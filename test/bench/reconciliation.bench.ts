/**
 * Frames of the window while the registry process compares a portal's export and while the window then turns to the
 * result, beside frames of the same window at rest. The longest frame is what a person would feel.
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

interface Frames {
  readonly seconds: number;
  /** Milliseconds between two frames, and whether the bar of progress was there after them. */
  readonly frames: readonly (readonly [milliseconds: number, compares: boolean])[];
}

/** Milliseconds between frames while the work goes on. */
async function framesDuring(page: Page, work: () => Promise<unknown>): Promise<Frames> {
  await page.evaluate(() => {
    const times: [milliseconds: number, compares: boolean][] = [];
    let last = performance.now();
    const next = () => {
      times.push([performance.now() - last, document.querySelector('[role=progressbar]') !== null]);
      last = performance.now();
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
    Object.assign(globalThis, { frameTimes: times });
  });
  const begun = performance.now();
  await work();
  const seconds = (performance.now() - begun) / 1000;
  const frames = await page.evaluate(() =>
    (globalThis as unknown as { frameTimes: Frames['frames'] }).frameTimes.slice(),
  );
  return { seconds, frames };
}

function shown(frames: Frames['frames']) {
  const sorted = frames.map(([milliseconds]) => milliseconds).toSorted((a, b) => a - b);
  const at = (share: number) => Number((sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1));
  return {
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
  console.log(`${pupils} pupils compared and shown in ${comparing.seconds.toFixed(1)} s`);
  console.table({
    'at rest': shown(rest.frames),
    comparing: shown(comparing.frames.filter(([, compares]) => compares)),
    'turning to the result': shown(comparing.frames.filter(([, compares]) => !compares)),
  });
} finally {
  await desk.close();
  rmSync(profile.userData, { recursive: true, force: true });
}
