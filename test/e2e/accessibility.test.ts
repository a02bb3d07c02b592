import { expect } from '@playwright/test';
import { onEveryPage } from './pages/every-page.ts';
import { chooseDiary, choosePassphrase, firstRunAnswers, keepRecoveryCode, nameSchool } from './pages/first-run.ts';
import { openSection } from './pages/frame.ts';
import { chooseFile, goToReview } from './pages/import-wizard.ts';
import { seeLockScreen } from './pages/lock-screen.ts';
import { ru } from './pages/words.ts';
import { violations } from './support/axe.ts';
import { test as emptyDesk } from './support/desk-test.ts';
import { answerOpen } from './support/native-dialogs.ts';
import { printClass } from './support/school-profile.ts';
import { smallSchool, test } from './support/school-test.ts';

const schemes = ['light', 'dark'] as const;

test.use({ wishes: { ...smallSchool, prepare: (client) => printClass(client, '5А') } });

for (const scheme of schemes) {
  test(`axe finds nothing on any page, ${scheme}`, async ({ desk }) => {
    test.setTimeout(180_000);
    await desk.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    const found: string[] = [];
    const look = async (name: string) => void found.push(...(await violations(desk.page, name)));
    await onEveryPage(desk.page, look);
    await openSection(desk.page, 'import');
    await answerOpen(desk.app, desk.profile.csv);
    await chooseFile(desk.page);
    await expect(desk.page.getByRole('button', { name: ru('imports.columns.next') })).toBeEnabled();
    await look('import columns');
    await goToReview(desk.page);
    await look('import review');
    await desk.page.keyboard.press('Control+l');
    await seeLockScreen(desk.page);
    await look('lock');
    await desk.page.getByRole('button', { name: ru('registry.lock.forgot') }).click();
    await look('recover');
    expect(found).toEqual([]);
  });

  emptyDesk(`axe finds nothing in the first run, ${scheme}`, async ({ desk: { page } }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    const found: string[] = [];
    const look = async (name: string) => void found.push(...(await violations(page, name)));
    await expect(page.getByRole('heading', { name: ru('registry.school.title') })).toBeVisible();
    await look('school');
    await nameSchool(page, firstRunAnswers);
    await look('diary');
    await chooseDiary(page, firstRunAnswers);
    await look('passphrase');
    await choosePassphrase(page, firstRunAnswers.passphrase);
    await expect(page.getByRole('heading', { name: ru('registry.recovery.title') })).toBeVisible();
    await look('recovery');
    await keepRecoveryCode(page);
    await look('start');
    expect(found).toEqual([]);
  });
}
