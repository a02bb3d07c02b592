import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { expect } from '@playwright/test';
import { keepRecoveryCode } from './pages/first-run.ts';
import { openSection } from './pages/frame.ts';
import { delay, recover, seeLockScreen, seeSections, unlock } from './pages/lock-screen.ts';
import { ru } from './pages/words.ts';
import { launchDesk } from './support/launch.ts';
import { startCommand } from './support/runtime.ts';
import { test } from './support/school-test.ts';

test('Ctrl+L locks and leaves nothing of the school on the screen; the passphrase opens it again', async ({ desk }) => {
  const { page, profile } = desk;
  const [pupil] = profile.school.pupils;
  await openSection(page, 'pupils');
  await expect(page.getByText(pupil?.surname ?? '').first()).toBeVisible();
  await page.keyboard.press('Control+l');
  await seeLockScreen(page);
  const left = await page.evaluate(() => document.documentElement.outerHTML);
  for (const { surname, login } of profile.school.pupils) {
    expect(left).not.toContain(surname);
    expect(left).not.toContain(login);
  }
  await unlock(page, profile.passphrase);
  await seeSections(page);
});

test('the registry process crashes under an open window: the lock screen comes, nothing is lost, no dump is left', async ({
  desk,
}) => {
  const { app, page, profile } = desk;
  await openSection(page, 'pupils');
  await expect(page.getByRole('row').nth(2)).toBeVisible();
  await app.evaluate(({ app: own }) => {
    const registry = own.getAppMetrics().find(({ name }) => name === 'Diary Desk registry');
    if (registry) process.kill(registry.pid, 'SIGSEGV');
  });
  await seeLockScreen(page);
  await unlock(page, profile.passphrase);
  await openSection(page, 'pupils');
  await expect(page.getByText(ru('app.count.pupils', { count: profile.school.pupils.length }))).toBeVisible();
  const files = readdirSync(profile.userData, { recursive: true, encoding: 'utf8' });
  expect(files.filter((file) => /\.dmp$|(^|\/)core/.test(file))).toEqual([]);
});

test('a locked registry answers nothing, whoever asks', async ({ desk }) => {
  await desk.page.keyboard.press('Control+l');
  await seeLockScreen(desk.page);
  await desk.page.evaluate(() => {
    location.hash = '#/pupils';
  });
  await seeLockScreen(desk.page);
});

test('wrong passphrases are told plainly and slow down, also after a restart', async ({ desk }) => {
  const { page, profile } = desk;
  await page.keyboard.press('Control+l');
  for (const pause of [0, 1, 2, 4]) {
    await page.waitForTimeout(pause * 1000);
    await expect(page.getByRole('button', { name: ru('registry.lock.open') })).toBeEnabled();
    await unlock(page, 'это совсем другая фраза');
    await expect(page.getByRole('alert')).toContainText(ru('errors.wrong-passphrase.title'));
    await expect(delay(page)).toBeDisabled();
  }
  await desk.close();
  const again = await launchDesk({ userData: profile.userData });
  await expect(delay(again.page)).toBeDisabled();
  await expect(again.page.getByRole('button', { name: ru('registry.lock.open') })).toBeEnabled();
  await unlock(again.page, profile.passphrase);
  await seeSections(again.page);
  await again.close();
});

test('the recovery code opens with a new passphrase and is replaced by a new code', async ({ desk }) => {
  const { page, profile } = desk;
  const fresh = 'восемь медленных зелёных автобусов';
  await page.keyboard.press('Control+l');
  await recover(page, '0000-0000-0000-0000-0000-0000-0000-0000-0000', fresh);
  await expect(page.getByRole('alert')).toContainText(ru('errors.wrong-recovery-code.title'));
  await expect(delay(page)).toBeDisabled();
  await expect(page.getByRole('button', { name: ru('registry.recover.submit') })).toBeEnabled();
  await page.getByRole('button', { name: ru('registry.recover.back') }).click();
  await recover(page, profile.recoveryCode, fresh);
  await expect(page.getByRole('heading', { name: ru('registry.recovery.newTitle') })).toBeVisible();
  expect(await keepRecoveryCode(page)).not.toBe(profile.recoveryCode);
  await seeSections(page);
  await page.keyboard.press('Control+l');
  await unlock(page, profile.passphrase);
  await expect(page.getByRole('alert')).toContainText(ru('errors.wrong-passphrase.title'));
  await expect(page.getByRole('button', { name: ru('registry.lock.open') })).toBeEnabled();
  await unlock(page, fresh);
  await seeSections(page);
});

test('while the window has the registry open, the command line is refused with one sentence', async ({ desk }) => {
  const { executable, words, env } = startCommand();
  const { status, stdout, stderr } = spawnSync(
    executable,
    [...words, 'people', '--registry', desk.profile.registry, '--lang', 'ru'],
    { env: { ...env, DIARY_DESK_PASSPHRASE: desk.profile.passphrase }, encoding: 'utf8' },
  );
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain(ru('errors.in-use.title'));
  expect(stderr).not.toMatch(/\n\s+at /);
});
