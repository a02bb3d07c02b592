import { expect, type Page } from '@playwright/test';
import { button, chooseClass, openIssueStep, openSection } from './pages/frame.ts';
import { expectHandedOver, findField, ticks } from './pages/handover-page.ts';
import { showAllWaiting } from './pages/slips-page.ts';
import { en, ru } from './pages/words.ts';
import { violations } from './support/axe.ts';
import { printClass, pupilsOf } from './support/school-profile.ts';
import { smallSchool, test } from './support/school-test.ts';

test.use({ wishes: { ...smallSchool, prepare: (client) => printClass(client, '5А') } });

test('two letters and Enter tick a person; typing goes on with the next name', async ({ desk: { page, profile } }) => {
  await openHandover(page);
  const total = await ticks(page).count();
  const pupils = pupilsOf(profile.school, '5А');
  const [first, second] = [pupils[0], pupils.find(({ surname }) => !surname.startsWith(pupils[0]?.surname[0] ?? ''))];
  await findField(page).pressSequentially((first?.surname ?? '').slice(0, 3).toLowerCase().replace('ё', 'е'));
  await findField(page).press('Enter');
  await expectHandedOver(page, 1, total);
  await page.keyboard.type((second?.surname ?? '').slice(0, 3));
  await page.keyboard.press('Enter');
  await expectHandedOver(page, 2, total);
});

test('a tick is taken back; the slip in the hand stays valid and the password stays gone', async ({
  desk: { page },
}) => {
  await openHandover(page);
  const total = await ticks(page).count();
  await ticks(page).first().click();
  await expectHandedOver(page, 1, total);
  await button(page, ru('handover.takeBack')).click();
  await expectHandedOver(page, 0, total);
  await openIssueStep(page, 'slips');
  await showAllWaiting(page);
  await expect(page.getByText(ru('slips.purged', { count: 1 }))).toBeVisible();
});

test('a whole class is ticked after one question, and every slip is then history', async ({
  desk: { page, profile },
}) => {
  await openHandover(page);
  const total = await ticks(page).count();
  await button(page, ru('handover.all.action', { count: total })).click();
  await button(page, ru('handover.all.confirm', { count: total })).click();
  await expectHandedOver(page, total, total);
  await openSection(page, 'pupils');
  await expect(page.getByRole('row', { name: new RegExp(ru('states.credential.handed-over')) })).toHaveCount(
    pupilsOf(profile.school, '5А').length,
  );
});

for (const language of ['ru', 'en'] as const) {
  const words = language === 'ru' ? ru : en;
  test.describe(`nobody to hand over to, in ${language}`, () => {
    test.describe('because the registry is empty', () => {
      test.use({ wishes: { ...smallSchool, empty: true, language } });

      test('every step of issuing leads to the list', async ({ desk: { page } }) => {
        await openSection(page, 'issue', words);
        for (const step of ['issue', 'slips', 'handover'] as const) {
          await openIssueStep(page, step, words);
          await expect(page.getByRole('heading', { name: words('credentials.issue.nobody.title') })).toBeVisible();
          expect(await violations(page, step)).toEqual([]);
        }
        await button(page, words('credentials.issue.nobody.action')).click();
        await expect(page.getByRole('heading', { level: 1, name: words('app.nav.import') })).toBeVisible();
      });
    });

    test.describe('because nothing was issued', () => {
      test.use({ wishes: { ...smallSchool, language } });

      test('leads to issuing', async ({ desk: { page } }) => {
        await openSection(page, 'issue', words);
        await openIssueStep(page, 'handover', words);
        await expect(page.getByRole('heading', { name: words('handover.empty.title') })).toBeVisible();
        expect(await violations(page, 'nothing issued')).toEqual([]);
        await button(page, words('handover.empty.issue')).click();
        await expect(page.getByRole('heading', { level: 1, name: words('credentials.issue.title') })).toBeVisible();
      });
    });
  });
}

async function openHandover(page: Page): Promise<void> {
  await openSection(page, 'issue');
  await openIssueStep(page, 'handover');
  await chooseClass(page, '5А');
  await expect(ticks(page).first()).toBeVisible();
}
