import { test as base } from '@playwright/test';
import { launchDesk, type RunningDesk } from './launch.ts';

/** A test with the app started in a fresh profile; a failure leaves a picture of the window. */
export const test = base.extend<{ desk: RunningDesk }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of other fixtures from this pattern.
  desk: async ({}, use, testInfo) => {
    const desk = await launchDesk();
    await use(desk);
    if (testInfo.status !== testInfo.expectedStatus) await attachPicture(desk, testInfo.outputPath('window.png'));
    await desk.close();
  },
});

async function attachPicture({ page }: RunningDesk, path: string): Promise<void> {
  await page.screenshot({ path }).catch(() => undefined);
}
