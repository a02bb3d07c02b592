import { expect, type Page } from '@playwright/test';
import { button, chooseClass, openIssueStep, openSection } from './pages/frame.ts';
import { showAllWaiting } from './pages/slips-page.ts';
import { ru } from './pages/words.ts';
import { printClass, pupilsOf } from './support/school-profile.ts';
import { smallSchool, test } from './support/school-test.ts';

test('issuing is taken back from its toast, and the logins are never given again', async ({ desk: { page } }) => {
  await openSection(page, 'issue');
  await chooseClass(page, '5А');
  const before = await proposedLogins(page);
  const { length: count } = before;
  await button(page, ru('credentials.issue.action', { count })).click();
  await expect(page.getByRole('heading', { name: ru('credentials.issue.done.title', { count }) })).toBeVisible();
  await button(page, ru('app.action.undo')).click();
  await expect(page.getByText(ru('credentials.issue.done.undone', { count }))).toBeVisible();
  const after = await proposedLogins(page);
  expect(after).toHaveLength(count);
  expect(after.filter((login) => before.includes(login))).toEqual([]);
});

test('pupils and guardians get theirs apart', async ({ desk: { page, profile } }) => {
  const count = pupilsOf(profile.school, '5А').length;
  await openSection(page, 'issue');
  await chooseClass(page, '5А');
  await page.getByRole('checkbox', { name: ru('states.holders.guardian') }).uncheck();
  await expect(page.getByRole('button', { name: ru('credentials.issue.action', { count }) })).toBeVisible();
  await button(page, ru('credentials.issue.action', { count })).click();
  await expect(page.getByRole('heading', { name: ru('credentials.issue.done.title', { count }) })).toBeVisible();
  await page.getByRole('checkbox', { name: ru('states.holders.guardian') }).check();
  await expect(page.getByText(ru('credentials.issue.alreadyHave', { count }))).toBeVisible();
});

test('logins go to the people chosen in the table', async ({ desk: { page } }) => {
  await openSection(page, 'pupils');
  for (const place of [1, 3]) await page.getByRole('row').nth(place).getByRole('checkbox').click();
  await page
    .getByRole('toolbar')
    .getByRole('button', { name: ru('pupils.action.issue') })
    .click();
  await expect(
    page.getByRole('button', { name: new RegExp(ru('credentials.scope.chosen', { count: 2 })) }),
  ).toBeVisible();
  await page.getByRole('checkbox', { name: ru('states.holders.guardian') }).uncheck();
  await button(page, ru('credentials.issue.action', { count: 2 })).click();
  await expect(page.getByRole('heading', { name: ru('credentials.issue.done.title', { count: 2 }) })).toBeVisible();
});

test.describe('after printing', () => {
  test.use({ wishes: { ...smallSchool, prepare: (client) => printClass(client, '5А') } });

  test('an issue can no longer be taken back, and the journal says why', async ({ desk: { page } }) => {
    await openSection(page, 'journal');
    const row = page.getByRole('row', { name: new RegExp(ru('journal.action.issued')) });
    await expect(row).toBeVisible();
    const undo = row.getByRole('button', { name: ru('journal.undo') });
    if ((await undo.count()) === 0) return;
    await undo.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /^Отозвать/ }).click();
    await expect(dialog.getByRole('alert')).toContainText(ru('errors.undo-impossible.title'));
  });

  test('the preview hides the passwords, the lists have none', async ({ desk: { page } }) => {
    await openSection(page, 'issue');
    await openIssueStep(page, 'slips');
    await showAllWaiting(page);
    await expect(
      page
        .getByRole('region', { name: ru('slips.preview') })
        .locator('svg')
        .first(),
    ).toBeVisible();
    await expect(page.getByRole('region', { name: ru('slips.preview') })).toContainText('••••');
  });
});

async function proposedLogins(page: Page): Promise<string[]> {
  const table = page.getByRole('grid', { name: ru('credentials.issue.table') });
  await expect(table.getByRole('row').nth(1)).toBeVisible();
  return table.locator('.desk-mono').allTextContents();
}
