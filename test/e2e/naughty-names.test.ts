import { expect, type Page } from '@playwright/test';
import type { RosterSchool } from '../../shared/demo/rosters.ts';
import { naughtyStrings, obsceneWords } from '../support/hostile-strings.ts';
import { onEveryPage } from './pages/every-page.ts';
import { openSection } from './pages/frame.ts';
import { smallSchool, test } from './support/school-test.ts';

const wanted = 640;
/** A table is walked through by this many rows. */
const stepRows = 12;
const rowPx = 36;

/** What breaks programs that take text, as names of pupils and parents; a line break is no part of a name. */
const names = [...new Set([...naughtyStrings(), ...Object.values(obsceneWords()).flat()].map((text) => text.trim()))]
  .filter((text) => text !== '' && text.length < 80 && !/[\p{Cc}\p{Cs}]/u.test(text))
  .slice(0, wanted);

const renamed = (school: RosterSchool): RosterSchool => ({
  ...school,
  pupils: school.pupils.map((pupil, at) => ({
    ...pupil,
    surname: names[at % names.length] ?? pupil.surname,
    guardians: pupil.guardians.map((guardian) => ({ ...guardian, firstName: names[(at + 7) % names.length] ?? '' })),
  })),
});

test.use({ wishes: { ...smallSchool, pupils: wanted, change: renamed } });

test('naughty names run nothing, break no page, and stand in the table as they were typed', async ({
  desk: { page, profile },
}) => {
  test.setTimeout(240_000);
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const asked: string[] = [];
  page.on('request', (request) => void (/^https?:/.test(request.url()) && asked.push(request.url())));
  await onEveryPage(page, async (name) => {
    await expect(page.getByRole('navigation').first(), name).toBeVisible();
    expect(await page.locator('main script, main iframe, main object, main img[src^="http"]').count(), name).toBe(0);
  });
  await openSection(page, 'pupils');
  const shown = await everyName(page);
  const expected = profile.school.pupils.map(({ surname, firstName }) => `${surname} ${firstName}`);
  const found = expected.filter((name) => shown.some((one) => one.startsWith(name)));
  console.log(`naughty names: ${names.length} tried, ${shown.length} in the table, ${found.length} as typed`);
  expect(found.length).toBeGreaterThan(500);
  expect(dialogs).toEqual([]);
  expect(asked).toEqual([]);
});

/** The names of all rows, read while the table is scrolled through. */
async function everyName(page: Page): Promise<string[]> {
  const grid = page.getByRole('grid');
  const rows = Number(await grid.getAttribute('aria-rowcount')) - 1;
  const seen = new Set<string>();
  for (let first = 0; first < rows; first += stepRows) {
    await grid.evaluate((element, top) => element.scrollTo({ top }), first * rowPx);
    const row = page.locator(`[aria-rowindex="${Math.min(first + 3, rows + 1)}"]`);
    await expect(row.getByRole('checkbox')).not.toHaveAccessibleName(/: $/);
    for (const name of await grid.locator('[role=row] [role=gridcell]:nth-child(2)').allTextContents()) seen.add(name);
  }
  return [...seen];
}
