import { expect, type Page } from '@playwright/test';
import { openSection } from './pages/frame.ts';
import { ru } from './pages/words.ts';
import { printClass, pupilsOf } from './support/school-profile.ts';
import { smallSchool, test } from './support/school-test.ts';

test.use({ wishes: { ...smallSchool, seed: 12, pupils: 60, prepare: (client) => printClass(client, '5А') } });

const search = (page: Page) => page.getByLabel(ru('pupils.search'));
const rows = (page: Page) => page.getByRole('grid', { name: ru('pupils.title') }).getByRole('row');
const shown = (page: Page, count: number, total: number) =>
  expect(page.getByText(ru('app.filter.shown', { shown: count, total }))).toBeVisible();

test('a pupil is found by part of the surname with е for ё, by a phone, and by the login', async ({
  desk: { page, profile },
}) => {
  await openSection(page, 'pupils');
  const withYo = profile.school.pupils.find(({ surname }) => /.ё./i.test(surname));
  expect(withYo).toBeDefined();
  await search(page).fill((withYo?.surname ?? '').replace(/ё/gi, 'е').slice(0, 5));
  await expect(
    rows(page)
      .filter({ hasText: withYo?.surname ?? '' })
      .first(),
  ).toBeVisible();
  const guardian = profile.school.pupils[0]?.guardians[0];
  await search(page).fill((guardian?.phone ?? '').slice(-7));
  await expect(
    rows(page)
      .filter({ hasText: profile.school.pupils[0]?.surname ?? '' })
      .first(),
  ).toBeVisible();
  await search(page).fill('');
  await expect(rows(page).nth(2)).toBeVisible();
  const login = (await page.getByRole('gridcell').locator('.desk-mono').first().textContent()) ?? '';
  await search(page).fill(login);
  await shown(page, 1, 60);
});

test('filters are chips, and nothing found says so', async ({ desk: { page, profile } }) => {
  await openSection(page, 'pupils');
  await page.getByRole('combobox', { name: ru('pupils.filter.class') }).click();
  await page.getByRole('option', { name: '6Б' }).click();
  await shown(page, pupilsOf(profile.school, '6Б').length, 60);
  await search(page).fill('ыыы');
  await expect(page.getByText(ru('app.filter.nothing'))).toBeVisible();
  await page
    .getByRole('button', { name: ru('app.action.reset') })
    .last()
    .click();
  await shown(page, 60, 60);
});

test('the card shows guardians, contacts, logins and history; arrows go on to the next, Esc closes', async ({
  desk: { page, profile },
}) => {
  await openSection(page, 'pupils');
  await expect(rows(page).nth(1)).toBeVisible();
  await page.getByRole('grid').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const card = page.getByRole('complementary');
  await expect(card).toBeVisible();
  const name = await card.getByRole('heading', { level: 2 }).textContent();
  const pupil = profile.school.pupils.find(({ surname, firstName }) => name?.startsWith(`${surname} ${firstName}`));
  for (const { surname, email } of pupil?.guardians ?? []) {
    await expect(card.getByText(surname).first()).toBeVisible();
    await expect(card.getByText(email).first()).toBeVisible();
  }
  await expect(card.getByText(ru('pupils.card.passwordOnSlip')).first()).toBeVisible();
  await expect(card.getByText(ru('history.imported'))).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(card.getByRole('heading', { level: 2 })).not.toHaveText(name ?? '');
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await expect(page.getByRole('grid')).toBeFocused();
});

test('Space chooses, Shift chooses a range, Esc lets go', async ({ desk: { page } }) => {
  await openSection(page, 'pupils');
  await expect(rows(page).nth(1)).toBeVisible();
  await page.getByRole('grid').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByRole('toolbar', { name: ru('app.table.selected', { count: 3 }) })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('toolbar')).toBeHidden();
});

test.describe('ten thousand pupils', () => {
  test.use({ wishes: { seed: 3, pupils: 10_000 } });

  test('scroll and filter; the longest frame is printed', async ({ desk: { page } }) => {
    test.setTimeout(180_000);
    await openSection(page, 'pupils');
    await shown(page, 10_000, 10_000);
    const frames = await page.evaluate(async () => {
      const grid = document.querySelector('[role="grid"]');
      const times: number[] = [];
      let last = performance.now();
      for (let step = 0; step < 120; step += 1) {
        grid?.scrollBy(0, step % 20 === 19 ? 40_000 : 600);
        await new Promise(requestAnimationFrame);
        times.push(performance.now() - last);
        last = performance.now();
      }
      return times.sort((a, b) => a - b);
    });
    const [middle, longest] = [frames[60] ?? 0, frames.at(-1) ?? 0];
    const began = Date.now();
    await search(page).fill('иван');
    await expect(page.getByText(ru('app.filter.shown', { shown: 10_000, total: 10_000 }))).toBeHidden();
    const filtered = Date.now() - began;
    process.stdout.write(
      `10,000 rows: middle frame ${middle.toFixed(1)} ms, longest ${longest.toFixed(1)} ms; filter shown after ${filtered} ms\n`,
    );
    const grid = page.getByRole('grid');
    const rowCount = async () => Number(await grid.getAttribute('aria-rowcount'));
    await expect.poll(async () => (await rowCount()) > 100 && (await rowCount()) < 10_000).toBe(true);
    const count = await rowCount();
    await grid.focus();
    await expect(async () => {
      await page.keyboard.press('End');
      await expect(page.getByRole('row').last()).toHaveAttribute('aria-rowindex', String(count), { timeout: 1_000 });
    }).toPass();
  });
});
