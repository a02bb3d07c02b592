import { join } from 'node:path';
import { expect } from '@playwright/test';
import { demoAnswers, demoSettings } from '../../shared/demo/demo-school.ts';
import {
  chooseDiary,
  choosePassphrase,
  type FirstRunAnswers,
  goOnToImport,
  keepRecoveryCode,
  nameSchool,
} from '../e2e/pages/first-run.ts';
import { button, chooseClass, openIssueStep, openSection } from '../e2e/pages/frame.ts';
import { findField, ticks } from '../e2e/pages/handover-page.ts';
import { apply, chooseFile, goToReview } from '../e2e/pages/import-wizard.ts';
import { seeLockScreen, seeSections, unlock } from '../e2e/pages/lock-screen.ts';
import { chooseFromMenu, choosePerPage } from '../e2e/pages/slips-page.ts';
import { ru } from '../e2e/pages/words.ts';
import type { RunningDesk } from '../e2e/support/launch.ts';
import { answerOpen, answerSave } from '../e2e/support/native-dialogs.ts';
import type { Camera } from './pictures.ts';

const answers: FirstRunAnswers = {
  school: demoAnswers.schoolName,
  person: demoAnswers.userName,
  diary: 'Региональный',
  address: demoAnswers.diaryAddress,
  passphrase: 'семь тихих голубых трамваев',
};

/** One desk being driven, its camera and the folder where its papers go. */
export interface Demo {
  readonly desk: RunningDesk;
  readonly camera: Camera;
  readonly folder: string;
}

/** The first day: registry, list, logins, slips, handover. `lists` are the school's file and a later one with changes. */
export async function firstDay(demo: Demo, lists: { readonly first: string; readonly later: string }): Promise<void> {
  await makeRegistry(demo);
  await importFirst(demo, lists.first);
  await issueAndPrint(demo);
  await handOver(demo);
  await importLater(demo, lists.later);
}

async function makeRegistry({ desk: { page }, camera }: Demo): Promise<void> {
  await page.getByRole('heading', { name: ru('registry.school.title') }).waitFor();
  await camera.shoot('first-run-school');
  await nameSchool(page, answers);
  await camera.shoot('first-run-diary');
  await chooseDiary(page, answers);
  await page.getByLabel(ru('registry.passphrase.label'), { exact: true }).fill(answers.passphrase);
  await camera.shoot('first-run-passphrase');
  await choosePassphrase(page, answers.passphrase);
  await page.getByRole('heading', { name: ru('registry.recovery.title') }).waitFor();
  await camera.shoot('first-run-recovery');
  await keepRecoveryCode(page);
  await camera.shoot('first-run-start');
  await goOnToImport(page);
}

async function importFirst({ desk: { app, page }, camera }: Demo, list: string): Promise<void> {
  await camera.shoot('import-file');
  await answerOpen(app, list);
  await chooseFile(page);
  await expect(button(page, ru('imports.columns.next'))).toBeEnabled();
  await camera.shoot('import-columns');
  await goToReview(page);
  await camera.shoot('import-review');
  await apply(page);
  await camera.shoot('import-done');
  await openSection(page, 'settings');
  await page.getByLabel(ru('settings.responsiblePerson')).fill(demoSettings.responsiblePerson);
  await page.getByLabel(ru('settings.responsibleRoom')).fill(demoSettings.responsibleRoom);
  await page.getByLabel(ru('settings.responsibleHours')).fill(demoSettings.responsibleHours);
  await camera.shoot('settings');
  await button(page, ru('settings.save')).click();
}

async function issueAndPrint(demo: Demo): Promise<void> {
  const { page } = demo.desk;
  await openSection(page, 'issue');
  await demo.camera.shoot('issue-school');
  await chooseClass(page, '5А');
  await demo.camera.shoot('issue-class');
  await page.getByRole('button', { name: /^Выдать \d+ логин/ }).click();
  await page.getByRole('heading', { name: /^Выдан/ }).waitFor();
  await demo.camera.shoot('issued');
  await page.getByRole('button', { name: /^Напечатать \d+ лист/ }).click();
  await page.getByRole('region', { name: ru('slips.preview') }).waitFor();
  await demo.camera.shoot('slips-8');
  await choosePerPage(page, 4, ru);
  await demo.camera.shoot('slips-4');
  await saveSlips(demo, 'slips-4.pdf', false);
  await choosePerPage(page, 8, ru);
  await page.getByRole('button', { name: /^Напечатать \d+ лист/ }).click();
  await demo.camera.shoot('print');
  await page.keyboard.press('Escape');
  await saveSlips(demo, 'slips-8.pdf', true);
  await demo.camera.shoot('printed');
  await saveList(demo, 'class-list', 'class-list.pdf');
  await saveList(demo, 'handover-register', 'handover-register.pdf');
}

async function saveSlips({ desk, camera, folder }: Demo, file: string, printed: boolean): Promise<void> {
  await answerSave(desk.app, join(folder, file));
  await chooseFromMenu(desk.page, ru('slips.menu.savePdf'));
  const dialog = desk.page.getByRole('dialog', { name: ru('slips.saved.title') });
  await dialog.waitFor();
  if (printed) await camera.shoot('slips-saved');
  const answer = printed ? /^Да, напечатан/ : ru('slips.saved.notYet');
  await dialog.getByRole('button', { name: answer }).click();
}

async function saveList(
  { desk, camera, folder }: Demo,
  list: 'class-list' | 'handover-register',
  file: string,
): Promise<void> {
  await chooseFromMenu(desk.page, ru(`slips.list.title.${list}`));
  await desk.page.getByRole('heading', { name: ru(`slips.list.title.${list}`) }).waitFor();
  await desk.page.getByRole('region', { name: ru('slips.preview') }).waitFor();
  await camera.shoot(file.replace('.pdf', ''));
  await answerSave(desk.app, join(folder, file));
  await chooseFromMenu(desk.page, ru('slips.menu.savePdf'));
  await desk.page.getByText(ru('slips.saved.list', { name: file })).waitFor();
}

async function handOver({ desk: { page }, camera }: Demo): Promise<void> {
  await openIssueStep(page, 'handover');
  await ticks(page).first().waitFor();
  await camera.shoot('handover');
  for (const _ of Array.from({ length: 6 })) {
    await findField(page).press('Enter');
    await page.waitForTimeout(150);
  }
  await camera.shoot('handover-ticked');
}

async function importLater({ desk: { app, page }, camera }: Demo, list: string): Promise<void> {
  await openSection(page, 'import');
  await answerOpen(app, list);
  await chooseFile(page);
  await goToReview(page);
  await camera.shoot('import-changes');
  await page.getByRole('tab', { name: new RegExp(`^${ru('imports.piles.problems')}`) }).click();
  await camera.shoot('import-problems');
}

/** The next day: the lock, a wrong phrase, the right one. */
export async function nextDay({ desk: { page }, camera }: Demo): Promise<void> {
  await seeLockScreen(page);
  await camera.shoot('lock');
  await unlock(page, 'не та парольная фраза');
  await page.getByRole('alert').waitFor();
  await camera.shoot('lock-wrong');
  await expect(button(page, ru('registry.lock.open'))).toBeEnabled();
  await unlock(page, answers.passphrase);
  await seeSections(page);
}
