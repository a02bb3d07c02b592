import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { Language } from '../../shared/contract/base.ts';
import { makeSchool, type RosterSchool, toMesCsv } from '../../shared/demo/rosters.ts';
import type { Words } from '../../shared/i18n/index.ts';
import { firstRunAnswers, goOnToImport, runThrough } from './pages/first-run.ts';
import { button, chooseClass, openIssueStep, openSection } from './pages/frame.ts';
import { expectHandedOver, ticks } from './pages/handover-page.ts';
import { importFile } from './pages/import-wizard.ts';
import { seeLockScreen, seeSections, unlock } from './pages/lock-screen.ts';
import { printTo, saveAndConfirm, saveOnly, showAllWaiting } from './pages/slips-page.ts';
import { en, ru } from './pages/words.ts';
import { freshProfile, launchDesk, type RunningDesk } from './support/launch.ts';
import { answerOpen, answerSave } from './support/native-dialogs.ts';
import { pictureOf, printedSince, secretsOn, shadesApart, textOf } from './support/printed-paper.ts';
import { everythingShown, noteEverythingShown } from './support/shown-on-screen.ts';

const { DIARY_DESK_TEST_QUEUE: queue, DIARY_DESK_TEST_PRINTED: printed } = process.env;

for (const language of ['ru', 'en'] as const) {
  test(`from the list of a school to the slip in the hand, and everything is there the next day, in ${language}`, async () => {
    test.setTimeout(180_000);
    await wholeJob(language);
  });
}

async function wholeJob(language: Language): Promise<void> {
  const words = language === 'ru' ? ru : en;
  const userData = freshProfile();
  const school = makeSchool({ seed: 7, pupils: 12, classes: ['5А', '6Б'] });
  const people = peopleOf(school, '5А');
  const csv = join(userData, 'MES_контингент_7_2026-09-01.csv');
  writeFileSync(csv, toMesCsv(school));

  const firstDay = await launchDesk({ userData, language });
  await noteEverythingShown(firstDay.page);
  if (language === 'en') await firstDay.page.getByText(ru('app.language.en'), { exact: true }).click();
  await runThrough(
    firstDay.page,
    { ...firstRunAnswers, diary: language === 'en' ? 'Regional' : firstRunAnswers.diary },
    words,
  );
  await goOnToImport(firstDay.page, words);
  await answerOpen(firstDay.app, csv);
  await importFile(firstDay.page, words);
  await issueTo(firstDay.page, '5А', people, words);
  const file = join(userData, 'slips.pdf');
  await printSlips(firstDay, people, file, words);
  await openIssueStep(firstDay.page, 'handover', words);
  await ticks(firstDay.page, words).first().click();
  await expectHandedOver(firstDay.page, 1, people, words);
  await expectPurged(firstDay.page, 1, people, words);
  const shown = [await everythingShown(firstDay.page)];
  await firstDay.close();
  shown.push(firstDay.said());

  const nextDay = await launchDesk({ userData, language });
  await noteEverythingShown(nextDay.page);
  await seeLockScreen(nextDay.page, words);
  await unlock(nextDay.page, firstRunAnswers.passphrase, words);
  await seeSections(nextDay.page, words);
  await openSection(nextDay.page, 'pupils', words);
  await expect(nextDay.page.getByText(words('app.count.pupils', { count: 12 }), { exact: true })).toBeVisible();
  await openSection(nextDay.page, 'issue', words);
  await openIssueStep(nextDay.page, 'handover', words);
  await chooseClass(nextDay.page, '5А', words);
  await expectHandedOver(nextDay.page, 1, people, words);
  shown.push(await everythingShown(nextDay.page));
  await nextDay.close();
  shown.push(nextDay.said());

  const secrets = secretsOn(textOf(file));
  expect(secrets).toHaveLength(people);
  const everything = shown.join('\n');
  for (const { login, password } of secrets) {
    expect(everything).toContain(login);
    expect(everything).not.toContain(password);
  }
  rmSync(userData, { recursive: true, force: true });
}

/** Pupils of a class and their guardians, who are the same objects for siblings. */
function peopleOf(school: RosterSchool, className: string): number {
  const pupils = school.pupils.filter((pupil) => pupil.className === className);
  return pupils.length + new Set(pupils.flatMap(({ guardians }) => guardians)).size;
}

async function issueTo(page: Page, className: string, people: number, words: Words): Promise<void> {
  await openSection(page, 'issue', words);
  await chooseClass(page, className, words);
  await button(page, words('credentials.issue.action', { count: people })).click();
  await button(page, words('credentials.issue.done.action', { count: people })).click();
  await expect(page.getByRole('region', { name: words('slips.preview') })).toBeVisible();
}

/** The passwords of so many are gone: their slips cannot be printed again, the others can. */
async function expectPurged(page: Page, gone: number, people: number, words: Words): Promise<void> {
  await openIssueStep(page, 'slips', words);
  await showAllWaiting(page, words);
  await expect(page.getByText(words('slips.purged', { count: gone }))).toBeVisible();
  await expect(button(page, words('slips.action', { count: people - gone }))).toBeVisible();
}

/**
 * Saves the slips, because the queue's own PDF holds no text any more, and prints them to the queue where there is one:
 * what comes out must look like what was saved.
 */
async function printSlips({ app, page }: RunningDesk, slips: number, file: string, words: Words): Promise<void> {
  await answerSave(app, file);
  if (queue === undefined || printed === undefined) return saveAndConfirm(page, slips, words);
  await saveOnly(page, words);
  const moment = Date.now();
  await printTo(page, queue, slips, words);
  const paper = await printedSince(printed, moment);
  const [asked, came] = [pictureOf(file), pictureOf(paper)];
  expect(came.pages).toBe(asked.pages);
  // Letters are drawn anew on the way: 8 shades. An empty sheet is 18 away, four slips a page instead of eight 29.
  expect(shadesApart(asked.pixels, came.pixels)).toBeLessThan(13);
}
