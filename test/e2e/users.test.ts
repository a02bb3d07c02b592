import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { createWords } from '../../shared/i18n/index.ts';
import { button, openSection, toast } from './pages/frame.ts';
import { seeLockScreen, seeSections, unlock } from './pages/lock-screen.ts';
import { violations } from './support/axe.ts';
import { answers } from './support/school-profile.ts';
import { smallSchool, test } from './support/school-test.ts';

const own = 'три тихие лодки у берега';
const teacher = 'Константинопольская Александра Владиславовна';

for (const [language, scheme] of [
  ['ru', 'light'],
  ['en', 'dark'],
] as const) {
  const words = createWords(language);
  const shot = (page: Page, name: string) =>
    page.screenshot({ path: join(process.env.DIARY_DESK_TEST_OUTPUT ?? '.', `users-${name}-${language}.png`) });

  test.describe(`users, ${language}`, () => {
    test.use({ wishes: { ...smallSchool, language } });

    test('an administrator adds a class teacher, who chooses a passphrase at the first sign-in', async ({ desk }) => {
      test.setTimeout(120_000);
      const { page } = desk;
      const found: string[] = [];
      const look = async (name: string) => {
        found.push(...(await violations(page, name)));
        await shot(page, name);
      };
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await openSection(page, 'users', words);
      await look('alone');
      await button(page, words('users.add')).click();
      await page.getByLabel(words('users.form.name')).fill(teacher);
      await page.getByLabel(words('users.form.classes'), { exact: true }).first().click();
      await page.getByRole('option', { name: '5А' }).click();
      await page.keyboard.press('Tab');
      await look('form');
      await button(page, words('users.form.addSubmit')).click();
      const dialog = page.getByRole('dialog', { name: words('users.first.title', { name: teacher }) });
      const first = (await dialog.getByRole('definition').textContent()) ?? '';
      expect(first).toMatch(/^\w{5}-\w{5}-\w{5}$/);
      await look('first');
      await button(page, words('users.first.done')).click();
      await expect(page.getByRole('row').filter({ hasText: teacher })).toContainText(words('users.state.first'));
      await look('two');
      await page.keyboard.press('Control+l');
      await seeLockScreen(page, words);
      await choose(page, teacher);
      await unlock(page, first, words);
      await page.getByLabel(words('registry.lock.own.label'), { exact: true }).fill(own);
      await page.getByLabel(words('registry.passphrase.repeat'), { exact: true }).fill(own);
      await look('own');
      await button(page, words('registry.lock.own.open')).click();
      await seeSections(page, words);
      await look('teacher');
      await page.keyboard.press('Control+l');
      await seeLockScreen(page, words);
      await expect(page.getByLabel(words('registry.lock.user'), { exact: true }).first()).toHaveValue(teacher);
      await look('lock');
      await unlock(page, own, words);
      await seeSections(page, words);
      await button(page, words('app.nav.passphrase')).click();
      await page.getByLabel(words('users.own.former'), { exact: true }).fill(own);
      await look('change');
      await page.keyboard.press('Escape');
      expect(found).toEqual([]);
    });

    test('a blocked user is gone from the lock screen; the only administrator cannot be demoted', async ({ desk }) => {
      const { page, profile } = desk;
      await openSection(page, 'users', words);
      await button(page, words('users.add')).click();
      await page.getByLabel(words('users.form.name')).fill(teacher);
      await page.getByRole('radio', { name: words('states.role.viewer') }).check();
      await button(page, words('users.form.addSubmit')).click();
      await button(page, words('users.first.done')).click();
      await button(page, words('users.menu.label', { name: teacher })).click();
      await page.getByRole('menuitem', { name: words('users.menu.block') }).click();
      await button(page, words('users.confirm.block.go')).click();
      await expect(toast(page, words('users.confirm.block.done', { name: teacher }))).toBeVisible();
      await expect(page.getByRole('row').filter({ hasText: teacher })).toContainText(words('users.state.blocked'));
      await button(page, words('users.menu.label', { name: answers.userName })).click();
      await page.getByRole('menuitem', { name: words('users.menu.edit') }).click();
      await page.getByRole('radio', { name: words('states.role.viewer') }).check();
      await button(page, words('users.form.editSubmit')).click();
      await expect(page.getByRole('alert').first()).toContainText(words('errors.last-administrator.title'));
      await shot(page, 'last');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+l');
      await seeLockScreen(page, words);
      await expect(page.getByLabel(words('registry.lock.user'), { exact: true }).first()).toBeHidden();
      await unlock(page, profile.passphrase, words);
      await seeSections(page, words);
    });
  });
}

async function choose(page: Page, name: string): Promise<void> {
  await page
    .getByLabel(/^(Кто вы|Who are you)$/)
    .first()
    .click();
  await page.getByRole('option', { name }).click();
}
