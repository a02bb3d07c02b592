import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { verbNames } from '../../main/cli/verb-names.ts';
import { makeSchool, toMesCsv } from '../../shared/demo/rosters.ts';
import { goOnToImport, runThrough } from './pages/first-run.ts';
import { openIssueStep, openSection } from './pages/frame.ts';
import { expectHandedOver, findField, ticks } from './pages/handover-page.ts';
import { importFile } from './pages/import-wizard.ts';
import { saveAndConfirm } from './pages/slips-page.ts';
import { ru } from './pages/words.ts';
import { freshProfile, launchDesk } from './support/launch.ts';
import { answerOpen, answerSave } from './support/native-dialogs.ts';
import { secretsOn, textOf } from './support/printed-paper.ts';
import { startCommand } from './support/runtime.ts';

test.skip(() => !existsSync(process.env.DIARY_DESK_PACKAGED_APP ?? ''), 'no packed app to test');

test('the packed app does the main job', async () => {
  test.setTimeout(120_000);
  const userData = freshProfile();
  const csv = join(userData, 'MES_контингент_7_2026-09-01.csv');
  const pdf = join(userData, 'slips.pdf');
  writeFileSync(csv, toMesCsv(makeSchool({ seed: 7, pupils: 6, classes: ['5А'] })));
  const { app, page, close } = await launchDesk({ packed: true, userData });
  expect(await app.evaluate(({ app: own }) => own.isPackaged)).toBe(true);
  await runThrough(page);
  await goOnToImport(page);
  await answerOpen(app, csv);
  await importFile(page);
  await openSection(page, 'issue');
  await page.getByRole('button', { name: /^Выдать \d+ логин/ }).click();
  const print = page.getByRole('button', { name: /^Напечатать \d+ лист/ });
  const slips = Number(/\d+/.exec((await print.textContent()) ?? '')?.[0]);
  await print.click();
  await answerSave(app, pdf);
  await saveAndConfirm(page, slips);
  expect(secretsOn(textOf(pdf))).toHaveLength(slips);
  await openIssueStep(page, 'handover');
  await expect(ticks(page).first()).toBeVisible();
  await findField(page).press('Enter');
  await expectHandedOver(page, 1, slips);
  await close();
  rmSync(userData, { recursive: true, force: true });
});

test('the packed executable is the command line as well', () => {
  const { executable, words, env } = startCommand(true);
  const run = (...given: string[]) => spawnSync(executable, [...words, ...given], { env, encoding: 'utf8' });
  for (const verb of verbNames) {
    const { status, stdout, stderr } = run(verb, '--help', '--lang', 'ru');
    expect({ verb, status, told: withoutChromium(stderr) }).toEqual({ verb, status: 0, told: '' });
    expect(stdout).toContain(ru(`cli.help.${verb}.brief`));
  }
});

/** Chromium's own remarks about a machine without a message bus are not the command's. */
const withoutChromium = (stderr: string) => stderr.replace(/^\[\d+:\d+\/[\d.]+:ERROR:.*\n/gm, '');

test('the fuses of the packed executable are as wanted', async () => {
  const wire = await getCurrentFuseWire(startCommand(true).executable);
  const { DISABLE: off, ENABLE: on } = FuseState;
  expect(wire).toMatchObject({
    [FuseV1Options.RunAsNode]: off,
    [FuseV1Options.EnableCookieEncryption]: on,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
    // The driver of these tests needs it; the app that people get is packed with it off.
    [FuseV1Options.EnableNodeCliInspectArguments]: on,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
    [FuseV1Options.OnlyLoadAppFromAsar]: on,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: off,
  });
});

test('the packed executable does not serve as Node, and takes no options of Node', () => {
  const { executable, words, env } = startCommand(true);
  const asNode = { ...env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--require=/nonexistent.cjs' };
  const { status, stdout } = spawnSync(executable, [...words, 'routes', '--json'], { env: asNode, encoding: 'utf8' });
  expect(status).toBe(0);
  expect(stdout).toContain('imports.apply');
});
