import { spawnSync } from 'node:child_process';
import { closeSync, copyFileSync, mkdirSync, openSync, rmSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { registryFileIn } from '../../main/cli/default-registry.ts';
import { openSection } from './pages/frame.ts';
import { chooseFile } from './pages/import-wizard.ts';
import { ru } from './pages/words.ts';
import { freshProfile, launchDesk } from './support/launch.ts';
import { answerOpen } from './support/native-dialogs.ts';
import { startCommand } from './support/runtime.ts';
import { type OpenSchool, test } from './support/school-test.ts';

const mebibyte = 2 ** 20;
const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000', 'hex');
const workbook = Buffer.concat([Buffer.from('504b0304140006000800', 'hex'), Buffer.alloc(400)]);

const notTables = [
  { what: 'a picture named .csv', file: 'фото.csv', bytes: Buffer.concat([png, Buffer.alloc(5_000, 7)]) },
  { what: 'a workbook named .csv', file: 'список.csv', bytes: workbook },
  { what: 'an empty file', file: 'пусто.csv', bytes: Buffer.alloc(0) },
  {
    what: 'a quotation mark that never ends',
    file: 'кавычка.csv',
    bytes: Buffer.from('Фамилия;Имя;Класс\n"Синицын;Пётр;5А\n'),
  },
] as const;

for (const { what, file, bytes } of notTables) {
  test(`${what} gets one sentence, and nothing changes`, async ({ desk }) => {
    await offer(desk, file, bytes);
    await expectSentence(desk.page);
    await expectSamePupils(desk);
  });
}

test('a single line of 300 MB gets one sentence, and the window stays alive', async ({ desk }) => {
  test.setTimeout(180_000);
  const path = join(desk.profile.userData, 'одна-строка.csv');
  writeHugeLine(path, 300);
  await openSection(desk.page, 'import');
  await answerOpen(desk.app, path);
  await chooseFile(desk.page);
  await expectSentence(desk.page, 120_000);
  await expectSamePupils(desk);
});

test('a file that went away between choosing and reading is missed politely', async ({ desk }) => {
  const path = join(desk.profile.userData, 'ушёл.csv');
  writeFileSync(path, 'Фамилия;Имя;Класс\nСиницын;Пётр;5А\n');
  await openSection(desk.page, 'import');
  await answerOpen(desk.app, path);
  await chooseFile(desk.page);
  await expect(desk.page.getByText(ru('imports.preset.unknown'))).toBeVisible();
  rmSync(path);
  await desk.page.getByRole('combobox', { name: ru('imports.reading.encoding') }).click();
  await desk.page.getByRole('option', { name: 'Windows-1251' }).click();
  await expect(desk.page.getByRole('alert').filter({ hasText: ru('errors.file-gone.title') })).toBeVisible();
});

test('headers of quite another table ask for the columns that are missing', async ({ desk }) => {
  await offer(desk, 'расписание.csv', Buffer.from('Урок;Кабинет;Время\n1;214;08:30\n2;305;09:25\n'));
  await expect(desk.page.getByRole('alert').filter({ hasText: /^Не хватает/ })).toBeVisible();
  await expect(desk.page.getByRole('button', { name: ru('imports.columns.next') })).toBeDisabled();
});

test('a file of another program in place of the registry is left alone and told apart', async () => {
  const { stderr, stdout, status } = commandLineOn((file) =>
    writeFileSync(file, 'SQLite format 3\0'.padEnd(4096, '\0')),
  );
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(new RegExp(`${ru('errors.not-a-registry.title')}|${ru('errors.keyring-missing.title')}`));
  expect(stderr).not.toMatch(/\n\s+at /);
});

test('a registry without its keys is told in the window', async ({ desk }) => {
  await desk.close();
  const userData = freshProfile();
  const registry = registryFileIn(userData, process.platform);
  mkdirSync(dirname(registry), { recursive: true });
  copyFileSync(desk.profile.registry, registry);
  const other = await launchDesk({ userData });
  await expect(other.page.getByText(ru('errors.keyring-missing.title'))).toBeVisible();
  await expect(other.page.getByText(/\bat \w+ \(|Error:/)).toHaveCount(0);
  await other.close();
  rmSync(userData, { recursive: true, force: true });
});

test('a registry whose end was cut off is never silently used', async ({ desk }) => {
  await desk.close();
  truncateSync(desk.profile.registry, 9_000);
  const again = await launchDesk({ userData: desk.profile.userData });
  const phrase = again.page.getByLabel(ru('registry.lock.passphrase'), { exact: true });
  await phrase.fill(desk.profile.passphrase);
  await phrase.press('Enter');
  await expect(again.page.getByText(new RegExp(ru('registry.damaged.title'))).first()).toBeVisible();
  await again.close();
});

async function offer({ app, page, profile }: OpenSchool, name: string, bytes: Uint8Array): Promise<void> {
  const path = join(profile.userData, name);
  writeFileSync(path, bytes);
  await openSection(page, 'import');
  await answerOpen(app, path);
  await chooseFile(page);
}

/** What happened, what was kept, what to do; and no word of the machinery. */
async function expectSentence(page: Page, timeout = 15_000): Promise<void> {
  const alert = page.getByRole('alert');
  await expect(alert).toBeVisible({ timeout });
  await expect(alert).toContainText('Реестр не изменился');
  await expect(alert).not.toContainText(/Error|undefined|\bat \w|\{|stack/);
}

async function expectSamePupils({ page, profile }: OpenSchool): Promise<void> {
  await openSection(page, 'pupils');
  const words = ru('app.count.pupils', { count: profile.school.pupils.length });
  await expect(page.getByText(words, { exact: true })).toBeVisible();
}

function writeHugeLine(path: string, mebibytes: number): void {
  const piece = Buffer.alloc(mebibyte, 'абвгд;');
  const file = openSync(path, 'w');
  for (let written = 0; written < mebibytes; written += 1) writeSync(file, piece);
  closeSync(file);
}

function commandLineOn(make: (file: string) => void) {
  const file = join(freshProfile(), 'school.desk');
  make(file);
  const { executable, words, env } = startCommand();
  return spawnSync(executable, [...words, 'people', '--registry', file, '--lang', 'ru'], {
    env: { ...env, DIARY_DESK_PASSPHRASE: 'семь тихих голубых трамваев' },
    encoding: 'utf8',
  });
}
