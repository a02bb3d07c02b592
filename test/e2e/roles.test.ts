import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { RosterPupil } from '../../shared/demo/rosters.ts';
import { rail } from './pages/frame.ts';
import { seeLockScreen, seeSections, unlock } from './pages/lock-screen.ts';
import { ru } from './pages/words.ts';
import { violations } from './support/axe.ts';
import { addUser, ownPassphrase, printClass } from './support/school-profile.ts';
import { smallSchool, test } from './support/school-test.ts';

const teacher = 'Павлова Нина Олеговна';
const viewer = 'Директоров Пётр Ильич';

test.use({
  wishes: {
    ...smallSchool,
    prepare: async (client) => {
      await printClass(client, '5А');
      await printClass(client, '6Б');
      await addUser(client, teacher, 'class-teacher', ['5А']);
      await addUser(client, viewer, 'viewer', []);
    },
  },
});

const shot = (page: Page, name: string) =>
  page.screenshot({ path: join(process.env.DIARY_DESK_TEST_OUTPUT ?? '.', `roles-${name}.png`) });

async function signInAs(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+l');
  await seeLockScreen(page);
  await page.getByLabel(ru('registry.lock.user'), { exact: true }).first().click();
  await page.getByRole('option', { name }).click();
  await unlock(page, ownPassphrase);
  await seeSections(page);
}

const fullName = ({ surname, firstName }: RosterPupil) => `${surname} ${firstName}`;

/** Everything the page holds, shown or not: a name in an attribute is known as well. */
const pageText = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);

async function visibleSections(page: Page): Promise<string[]> {
  return (await rail(page).getByRole('link').allTextContents()).map((name) => name.trim());
}

test('a class teacher sees the own class on every page, and nobody else', async ({ desk: { page, profile } }) => {
  test.setTimeout(120_000);
  const own = profile.school.pupils.filter(({ className }) => className === '5А').map(fullName);
  const foreign = profile.school.pupils.filter(({ className }) => className === '6Б').map(fullName);
  const hidden = foreign.filter((name) => !own.includes(name));
  expect(hidden.length).toBeGreaterThan(3);
  await rail(page)
    .getByRole('link', { name: ru('app.nav.pupils') })
    .click();
  await expect(page.getByText(hidden[0] ?? '').first()).toBeVisible();
  await signInAs(page, teacher);
  const sections = await visibleSections(page);
  expect(sections).not.toEqual(expect.arrayContaining([ru('app.nav.journal')]));
  expect(sections).toContain(ru('app.nav.pupils'));
  const found: string[] = [];
  let ownSeen = 0;
  for (const section of sections) {
    await rail(page).getByRole('link', { name: section }).click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle');
    found.push(...(await violations(page, section)));
    const text = await pageText(page);
    expect(
      hidden.filter((name) => text.includes(name)),
      section,
    ).toEqual([]);
    ownSeen += own.filter((name) => text.includes(name)).length;
    await shot(page, `teacher-${sections.indexOf(section)}`);
  }
  expect(ownSeen).toBeGreaterThan(0);
  await page.keyboard.press('Control+k');
  await page
    .getByRole('dialog')
    .getByRole('textbox')
    .or(page.getByRole('dialog').getByRole('combobox'))
    .first()
    .fill(hidden[0] ?? '');
  await expect(page.getByRole('option', { name: hidden[0] ?? '' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  for (const address of ['#/journal', '#/import', '#/users', '#/settings']) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, address);
    await expect(page.getByRole('heading', { level: 1, name: ru('overview.title') })).toBeVisible();
  }
  expect(found).toEqual([]);
});

test('a viewer sees numbers and no names', async ({ desk: { page, profile } }) => {
  const everybody = profile.school.pupils
    .flatMap((pupil) => [fullName(pupil), pupil.login])
    .filter((text) => text !== '');
  await signInAs(page, viewer);
  expect(await visibleSections(page)).toEqual([ru('app.nav.overview')]);
  await expect(page.getByRole('heading', { level: 1, name: ru('overview.title') })).toBeVisible();
  const text = await pageText(page);
  expect(text).toContain('5А');
  expect(everybody.filter((name) => text.includes(name))).toEqual([]);
  expect(await violations(page, 'overview')).toEqual([]);
  await shot(page, 'viewer');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page.getByRole('option', { name: ru('app.nav.pupils') })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.evaluate(() => {
    location.hash = '#/pupils';
  });
  await expect(page.getByRole('heading', { level: 1, name: ru('overview.title') })).toBeVisible();
});
