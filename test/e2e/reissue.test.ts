import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { manage, reissueLost } from './pages/credential-menu.ts';
import { chooseClass, openIssueStep, openSection } from './pages/frame.ts';
import { expectHandedOver, findField, ticks } from './pages/handover-page.ts';
import { en, ru } from './pages/words.ts';
import { printClass } from './support/school-profile.ts';
import { smallSchool, test } from './support/school-test.ts';

for (const language of ['ru', 'en'] as const) {
  const words = language === 'ru' ? ru : en;
  test.describe(`in ${language}`, () => {
    test.use({ wishes: { ...smallSchool, language, prepare: (client) => printClass(client, '5А') } });

    test('a lost slip: a new one is issued, the old number is refused, the new one is ready to print', async ({
      desk: { page },
    }) => {
      await openSection(page, 'issue', words);
      await openIssueStep(page, 'handover', words);
      await chooseClass(page, '5А', words);
      const login = await firstLogin(page);
      await findField(page, words).fill('1-1');
      await expect(page.getByText(words('handover.slip.good'))).toBeVisible();
      await findField(page, words).fill('');
      await reissueLost(page, login, words);
      await page.getByRole('button', { name: words('credentials.reissue.later') }).click();
      await findField(page, words).fill('1-1');
      await expect(page.getByText(words('handover.slip.void'))).toBeVisible();
      await openIssueStep(page, 'slips', words);
      await expect(page.getByRole('button', { name: words('slips.action', { count: 1 }) })).toBeVisible();
    });

    test('a password is shown once, after the passphrase, and Esc hides it; nobody is ticked meanwhile', async ({
      desk: { app, page, profile },
    }) => {
      const protections = await watchProtection(app);
      await openSection(page, 'issue', words);
      await openIssueStep(page, 'handover', words);
      await chooseClass(page, '5А', words);
      const login = await firstLogin(page);
      const total = await ticks(page, words).count();
      await manage(page, login, words('credentials.manage.reveal'), words);
      const field = page.getByLabel(words('registry.confirm.label'), { exact: true });
      await field.fill(profile.passphrase);
      await field.press('Enter');
      const dialog = page.getByRole('dialog');
      await expect(dialog.getByText(words('credentials.reveal.password'))).toBeVisible();
      await expect(dialog.getByRole('definition')).toHaveCount(2);
      await expect.poll(protections).toEqual([true]);
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
      await expect.poll(protections).toEqual([true, false]);
      await expectHandedOver(page, 0, total, words);
    });
  });
}

/** What the window is told about screenshots, in order. */
async function watchProtection(app: ElectronApplication): Promise<() => Promise<boolean[]>> {
  await app.evaluate(({ BrowserWindow }) => {
    const told: boolean[] = [];
    const [window] = BrowserWindow.getAllWindows();
    if (window) window.setContentProtection = (on) => void told.push(on);
    Object.assign(globalThis, { protectionsTold: told });
  });
  return () => app.evaluate(() => Reflect.get(globalThis, 'protectionsTold') as boolean[]);
}

async function firstLogin(page: Page): Promise<string> {
  return (await page.locator('[data-role] .desk-mono').first().textContent()) ?? '';
}
