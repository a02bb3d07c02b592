import { rmSync } from 'node:fs';
import { test as base, expect, type Page } from '@playwright/test';
import { unlock } from '../pages/lock-screen.ts';
import { launchDesk, type RunningDesk } from './launch.ts';
import { makeSchoolProfile, type ProfileWishes, type SchoolProfile } from './school-profile.ts';

/** A school whose registry is open in the window. */
export interface OpenSchool extends RunningDesk {
  readonly profile: SchoolProfile;
}

interface SchoolFixtures {
  /** Which school; `test.use({ wishes })` changes it. */
  readonly wishes: ProfileWishes;
  readonly desk: OpenSchool;
}

/** A small school with two classes. */
export const smallSchool: ProfileWishes = { seed: 7, pupils: 16, classes: ['5А', '6Б'] };

/** A test with the app on a school of its own, signed in. Any error in the page fails the test. */
export const test = base.extend<SchoolFixtures>({
  wishes: [smallSchool, { option: true }],
  desk: async ({ wishes }, use, testInfo) => {
    const profile = await makeSchoolProfile(wishes);
    const desk = await launchDesk({ userData: profile.userData });
    const troubles = pageErrorsOf(desk.page);
    await unlock(desk.page, profile.passphrase);
    // The school may speak English: the page changes over as soon as it has read the settings.
    await expect(desk.page.getByRole('navigation').first()).toBeVisible();
    await use({ ...desk, profile });
    if (testInfo.status !== testInfo.expectedStatus) await attachPicture(desk.page, testInfo.outputPath('window.png'));
    await desk.close();
    rmSync(profile.userData, { recursive: true, force: true });
    expect(troubles, 'errors in the page').toEqual([]);
  },
});

function pageErrorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  return errors;
}

async function attachPicture(page: Page, path: string): Promise<void> {
  await page.screenshot({ path }).catch(() => undefined);
}
