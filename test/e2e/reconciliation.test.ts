import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { toPortalCsv } from '../../shared/demo/portal-export.ts';
import { makeSchool } from '../../shared/demo/rosters.ts';
import type { Words } from '../../shared/i18n/index.ts';
import { compareWithPortal } from '../support/every-reason.ts';
import { button, openSection, rail } from './pages/frame.ts';
import { arrowTo, enterOn, tabTo } from './pages/keyboard.ts';
import { unlock } from './pages/lock-screen.ts';
import { choosePortalFile, seeRun } from './pages/reconciliation-page.ts';
import { en, ru } from './pages/words.ts';
import { violations } from './support/axe.ts';
import { answerSave } from './support/native-dialogs.ts';
import { addUser, ownPassphrase } from './support/school-profile.ts';
import { type OpenSchool, smallSchool, test } from './support/school-test.ts';

const bigger = { ...smallSchool, pupils: 60 };

for (const language of ['ru', 'en'] as const) {
  const words = language === 'ru' ? ru : en;
  test.describe(`in ${language}`, () => {
    test.use({ wishes: { ...bigger, language } });

    test('an export worked through by the keyboard, corrections saved, a second run shows them closed', async ({
      desk,
    }) => {
      const { app, page, profile } = desk;
      await enterOn(page, rail(page, words).getByRole('link', { name: words('app.nav.reconciliation') }));
      await runFile(desk, words);
      const rows = page.getByRole('grid').getByRole('row');
      await expect(rows.nth(3)).toBeVisible();
      await page.keyboard.press('Enter');
      const card = page.getByRole('complementary');
      await expect(card).toBeVisible();
      await workThrough(page, words);
      await expect(page.getByText(words('reconciliation.empty.allDone'))).toBeVisible();
      const file = join(profile.userData, 'corrections.csv');
      await answerSave(app, file);
      await enterOn(page, button(page, words('app.action.more')));
      const item = `${words('reconciliation.paper.changes')}: ${words('reconciliation.paper.csv')}`;
      await arrowTo(page, page.getByRole('menuitem', { name: item }));
      await page.keyboard.press('Enter');
      await expect.poll(() => savedLines(file)).toBeGreaterThan(1);
      await enterOn(page, button(page, words('reconciliation.new.start')));
      await runFile(desk, words);
      await tabTo(
        page,
        page
          .getByRole('radiogroup', { name: words('reconciliation.view.label') })
          .getByRole('radio', { checked: true }),
      );
      for (const _ of ['suggestions', 'classes']) await page.keyboard.press('ArrowRight');
      const closed = page.getByRole('heading', { name: words('reconciliation.classes.closedTitle') });
      await expect(closed).toBeVisible();
      await expect(page.getByText(words('reconciliation.classes.closedNone'))).toBeHidden();
    });
  });
}

test.describe('pages', () => {
  test.use({ wishes: bigger });

  test('a decision is taken back by its key, and axe finds nothing on any view', async ({ desk }) => {
    const { page } = desk;
    await openSection(page, 'reconciliation');
    const found: string[] = [...(await violations(page, 'start'))];
    await runFile(desk, ru);
    const grid = page.getByRole('grid');
    await expect(grid.getByRole('row').nth(2)).toBeVisible();
    const total = await grid.getAttribute('aria-rowcount');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('complementary')).toBeVisible();
    found.push(...(await violations(page, 'card')));
    await page.keyboard.press('f');
    await expect(grid).toHaveAttribute('aria-rowcount', String(Number(total) - 1));
    await page.keyboard.press('u');
    await expect(grid).toHaveAttribute('aria-rowcount', total ?? '');
    for (const view of ['suggestions', 'classes', 'duplicates'] as const) {
      await page
        .getByText(new RegExp(`^${ru(`reconciliation.view.${view}`)}`))
        .first()
        .click();
      found.push(...(await violations(page, view)));
    }
    expect(found).toEqual([]);
  });
});

test.describe('one person or two', () => {
  test.use({ wishes: bigger });

  test('a key says that they are two people, another takes it back', async ({ desk }) => {
    const { page } = desk;
    await openSection(page, 'reconciliation');
    await runFile(desk, ru);
    const grid = page.getByRole('grid');
    await expect(grid.getByRole('row').nth(2)).toBeVisible();
    const total = await grid.getAttribute('aria-rowcount');
    await page.keyboard.press('Enter');
    await openPair(page, ru);
    await page.keyboard.press('n');
    await expect(page.getByText(/^Разные люди: /)).toBeVisible();
    await expect(grid).not.toHaveAttribute('aria-rowcount', total ?? '');
    await page.keyboard.press('u');
    await expect(grid).toHaveAttribute('aria-rowcount', total ?? '');
  });
});

test.describe('a class teacher', () => {
  const teacher = 'Павлова Нина Олеговна';
  test.use({
    wishes: {
      ...bigger,
      prepare: async (client) => {
        const path = join(tmpdir(), `diary-desk-portal-${process.pid}.csv`);
        writeFileSync(path, toPortalCsv(makeSchool(bigger), 7));
        await compareWithPortal(client, path);
        rmSync(path);
        await addUser(client, teacher, 'class-teacher', ['5А']);
      },
    },
  });

  test('decides about the own class and sees no other', async ({ desk: { page } }) => {
    const grid = page.getByRole('grid');
    const foreign = grid.getByRole('row').filter({ hasText: '6Б' });
    await openSection(page, 'reconciliation');
    await expect(foreign.first()).toBeVisible();
    await page.keyboard.press('Control+l');
    await page.getByLabel(ru('registry.lock.user'), { exact: true }).first().click();
    await page.getByRole('option', { name: teacher }).click();
    await unlock(page, ownPassphrase);
    await openSection(page, 'reconciliation');
    await expect(grid.getByRole('row').filter({ hasText: '5А' }).first()).toBeVisible();
    await expect(foreign).toHaveCount(0);
    await expect(button(page, ru('reconciliation.new.start'))).toBeHidden();
    const total = Number(await grid.getAttribute('aria-rowcount'));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('complementary')).toBeVisible();
    await page.keyboard.press('f');
    await expect(grid).toHaveAttribute('aria-rowcount', String(total - 1));
    await page.getByText(ru('reconciliation.view.classes'), { exact: true }).click();
    await expect(page.getByRole('button', { name: /6Б/ })).toHaveCount(0);
  });
});

test.describe('a larger school', () => {
  test.use({ wishes: { seed: 7, pupils: 2600 } });

  test('a comparison that is cancelled leaves nothing behind', async ({ desk }) => {
    const { page } = desk;
    await openSection(page, 'reconciliation');
    await (await chosenFile(desk, ru)).click();
    await button(page, ru('app.action.cancel')).click();
    await expect(button(page, ru('reconciliation.new.another'))).toBeVisible();
    await openSection(page, 'overview');
    await openSection(page, 'reconciliation');
    await expect(button(page, ru('reconciliation.new.choose'))).toBeVisible();
    await expect(page.getByRole('radiogroup', { name: ru('reconciliation.view.label') })).toBeHidden();
  });
});

/** Chooses the export and runs it. */
async function runFile(desk: OpenSchool, words: Words): Promise<void> {
  await enterOn(desk.page, await chosenFile(desk, words));
  await seeRun(desk.page, words);
}

/** Chooses the export; the button that starts the comparison. */
function chosenFile({ app, page, profile }: OpenSchool, words: Words): Promise<Locator> {
  const path = join(profile.userData, 'portal.csv');
  writeFileSync(path, toPortalCsv(profile.school, 7));
  return choosePortalFile({ app, page }, path, profile.school.pupils.length, words);
}

/** Takes the portal's value where that can be done, keeps the school's where it cannot, asks where nothing else is left. */
async function workThrough(page: Page, words: Words): Promise<void> {
  const grid = page.getByRole('grid');
  for (let left = Number(await grid.getAttribute('aria-rowcount')) - 1; left > 0; left -= 1) {
    const take = page.getByRole('complementary').getByRole('button', { name: words('reconciliation.action.take') });
    await expect(take).toBeVisible();
    await page.keyboard.press((await take.isEnabled()) ? 't' : 'f');
    await expect(grid).toHaveAttribute('aria-rowcount', String(left));
  }
}

/** Goes on to a finding that has both sides. */
async function openPair(page: Page, words: Words): Promise<void> {
  const card = page.getByRole('complementary');
  const separate = card.getByRole('button', { name: words('reconciliation.action.separate') });
  await expect(separate).toBeVisible();
  while (!(await separate.isEnabled())) {
    const who = (await card.getByRole('heading', { level: 2 }).textContent()) ?? '';
    await page.keyboard.press('j');
    await expect(card.getByRole('heading', { level: 2 })).not.toHaveText(who);
  }
}

function savedLines(file: string): number {
  try {
    return readFileSync(file, 'utf8').trim().split('\n').length;
  } catch {
    return 0;
  }
}
