import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import type { DeskClient } from '../../shared/contract/index.ts';
import type { Words } from '../../shared/i18n/index.ts';
import { button, openSection, toast } from './pages/frame.ts';
import { arrowTo, enterOn, tabTo } from './pages/keyboard.ts';
import { unlock } from './pages/lock-screen.ts';
import { en, ru } from './pages/words.ts';
import { violations } from './support/axe.ts';
import { addUser, ownPassphrase } from './support/school-profile.ts';
import { smallSchool, test } from './support/school-test.ts';

const pictures = process.env.DIARY_DESK_TEST_OUTPUT;

/** Looks at the window in both schemes: a picture each, axe, and nothing that scrolls sideways. */
async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const path = `newcomers-${name}-${colorScheme}.png`;
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, path), animations: 'disabled' });
    expect(await violations(page, `${name} ${colorScheme}`)).toEqual([]);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  const sideways = page.getByRole('complementary').locator('section').first();
  expect(await sideways.evaluate((part) => part.scrollWidth - part.clientWidth)).toBeLessThanOrEqual(0);
}

const panel = (page: Page): Locator => page.getByRole('complementary');

/** Anna, mother of Alyona in 5А. */
async function addSister(client: DeskClient): Promise<void> {
  await client.pupils.add({
    name: { surname: 'Преображенская-Вознесенская', firstName: 'Александра', patronymic: 'Константиновна' },
    className: '5А',
    birthDate: '01.02.2015',
    guardians: [
      {
        name: { surname: 'Преображенская-Вознесенская', firstName: 'Екатерина', patronymic: 'Владиславовна' },
        relation: 'mother',
        phone: '8 926 123-45-67',
        email: 'preobrazhenskaya-voznesenskaya@post.example.com',
      },
    ],
  });
}

/** A field of the form by its label; the guardian's names come after the pupil's. */
function fieldOf(page: Page, words: Words, whose: 'pupil' | 'guardian') {
  return (field: 'surname' | 'firstName' | 'patronymic' | 'birthDate' | 'phone' | 'email') => {
    const isTwice = whose === 'guardian' && field !== 'phone' && field !== 'email';
    return panel(page)
      .getByLabel(words(`fields.change.${field}`))
      .nth(isTwice ? 1 : 0);
  };
}

/** The father turns out to be a relative who is not a legal guardian; and back. */
async function sayAnew(page: Page, words: Words): Promise<void> {
  const [father, other] = [words('states.relation.father'), words('states.relation.other')];
  const name = 'Новиков Олег';
  const legal = `${father}, ${words('pupils.card.legal')}`;
  await enterOn(page, button(page, words('pupils.card.relationOf', { name, relation: legal })));
  const item = page.getByRole('menuitemradio', { name: other, exact: true });
  await arrowTo(page, item);
  await page.keyboard.press('Enter');
  const said = button(page, words('pupils.card.relationOf', { name, relation: other }));
  await expect(said).toBeVisible();
  await look(page, `${words === ru ? 'ru' : 'en'}-relation`);
  const done = toast(page, words('pupils.card.relationSaid', { name, relation: other }));
  await enterOn(page, done.getByRole('button', { name: words('journal.undo') }));
  await expect(said).toHaveCount(0);
}

for (const language of ['ru', 'en'] as const) {
  const words = language === 'ru' ? ru : en;
  const sister = 'Преображенская-Вознесенская Александра Константиновна';

  test.describe(`with the mouse, ${language}`, () => {
    test.use({ wishes: { ...smallSchool, language, prepare: addSister } });

    test('a newcomer is added, after a look at somebody alike, with the sister’s mother', async ({
      desk: { page },
    }) => {
      await openSection(page, 'pupils', words);
      await button(page, words('pupils.add.open')).click();
      const [pupil, guardian] = [fieldOf(page, words, 'pupil'), fieldOf(page, words, 'guardian')];
      await expect(pupil('surname')).toBeFocused();
      await look(page, `${language}-empty`);
      await button(page, words('pupils.add.save')).click();
      await expect(pupil('surname')).toBeFocused();
      await pupil('birthDate').fill('31.02.2017');
      await guardian('phone').fill('8 926 123');
      await guardian('email').fill('почта@mail.ru');
      await button(page, words('pupils.add.save')).click();
      for (const fault of ['required', 'real-date', 'phone', 'latin-letters'] as const)
        await expect(
          panel(page)
            .getByText(words(`pupils.add.fault.${fault}`))
            .first(),
        ).toBeVisible();
      await look(page, `${language}-faults`);
      await pupil('surname').fill('преображенская-вознесенская');
      await pupil('firstName').fill('Александра');
      await pupil('patronymic').fill('Констатиновна');
      await expect(panel(page).getByLabel(words('fields.change.sex'))).toHaveValue(words('states.sex.female'));
      await panel(page).getByLabel(words('fields.change.class')).fill('7 «в»');
      await expect(panel(page).getByText(words('pupils.add.newClass', { title: '7В' }))).toBeVisible();
      await pupil('birthDate').fill('1.2.2015');
      await guardian('surname').fill('Преображенская-Вознесенская');
      await guardian('firstName').fill('Екатерина');
      await guardian('phone').fill('8 (926) 123-45-67');
      await guardian('email').fill('');
      await button(page, words('pupils.add.save')).click();
      const alike = panel(page).getByRole('region', { name: words('pupils.add.alike') });
      await expect(alike).toBeFocused();
      await look(page, `${language}-alike`);
      await alike.getByRole('button', { name: sister }).click();
      await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText(sister);
      await button(page, words('app.action.close')).click();
      await expect(pupil('patronymic')).toHaveValue('Констатиновна');
      const offered = panel(page).getByRole('region', { name: words('pupils.add.offered') });
      await offered.scrollIntoViewIfNeeded();
      await look(page, `${language}-offered`);
      await offered.getByRole('button', { name: words('pupils.add.link') }).click();
      await expect(panel(page).getByText(words('pupils.add.linked'))).toBeVisible();
      await look(page, `${language}-linked`);
      await button(page, words('pupils.add.saveAnyway')).click();
      const name = 'Преображенская-Вознесенская Александра Констатиновна';
      await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText(name);
      await expect(panel(page)).toContainText(words('pupils.card.otherChildren', { names: `${sister}, 5А` }));
      await look(page, `${language}-card`);
      const done = toast(page, words('pupils.add.done', { name }));
      await done.getByRole('button', { name: words('journal.undo') }).click();
      await expect(toast(page, words('journal.undone'))).toBeVisible();
      await expect(panel(page)).toHaveCount(0);
      await expect(page.getByText(words('app.count.pupils', { count: 17 }))).toBeVisible();
    });
  });

  test.describe(`with the keyboard, ${language}`, () => {
    test.use({ wishes: { ...smallSchool, language } });

    test('a newcomer is typed from field to field, gets a second guardian, and is led to a login', async ({
      desk: { page },
    }) => {
      await openSection(page, 'pupils', words);
      await enterOn(page, button(page, words('pupils.add.open')));
      await expect(fieldOf(page, words, 'pupil')('surname')).toBeFocused();
      const typed = ['Новикова', 'Яна', 'Олеговна', '6б', '3.4.2014', '', 'Новикова', 'Ольга', 'Петровна', ''];
      for (const text of [...typed, '8 903 555-01-02']) {
        await page.keyboard.type(text);
        await page.keyboard.press('Tab');
      }
      await page.keyboard.type('olga@post.example.com');
      await page.keyboard.press('Enter');
      await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('Новикова Яна Олеговна');
      await expect(panel(page)).toContainText('6Б');
      await expect(panel(page)).toContainText(words('states.sex.female'));
      await expect(panel(page)).toContainText('olga@post.example.com');
      await enterOn(page, button(page, words('pupils.addGuardian.open')));
      for (const text of ['Новиков', 'Олег', '', '', '8 903 555-01-02']) {
        await page.keyboard.type(text);
        await page.keyboard.press('Tab');
      }
      await look(page, `${language}-guardian`);
      await page.keyboard.press('Enter');
      await expect(panel(page)).toContainText('Новиков Олег');
      await expect(panel(page)).toContainText(words('states.relation.father'));
      await expect(page.getByRole('grid').getByText('Новикова Яна Олеговна')).toBeVisible();
      await sayAnew(page, words);
      await enterOn(
        page,
        panel(page)
          .getByRole('button', { name: words('pupils.card.issue') })
          .first(),
      );
      await expect(page.getByRole('heading', { level: 1, name: words('credentials.issue.title') })).toBeVisible();
    });

    test('a guardian who was added is taken back, and the card stays', async ({ desk: { page } }) => {
      await openSection(page, 'pupils', words);
      await page.getByRole('grid').getByRole('row').nth(1).getByRole('gridcell').nth(1).click();
      await expect(button(page, words('pupils.addGuardian.open'))).toBeVisible();
      const pupil = (await panel(page).getByRole('heading', { level: 2 }).textContent()) ?? '';
      await enterOn(page, button(page, words('pupils.addGuardian.open')));
      await page.keyboard.type('Проверкина');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Зоя');
      await page.keyboard.press('Enter');
      const added = panel(page).getByRole('heading', { level: 4, name: 'Проверкина Зоя' });
      await expect(added).toBeVisible();
      const done = toast(page, words('pupils.addGuardian.done', { name: 'Проверкина Зоя' }));
      await done.getByRole('button', { name: words('journal.undo') }).click();
      await expect(toast(page, words('journal.undone'))).toBeVisible();
      await expect(added).toHaveCount(0);
      await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText(pupil);
    });

    test('what was typed is not lost by Escape alone', async ({ desk: { page } }) => {
      await openSection(page, 'pupils', words);
      await button(page, words('pupils.add.open')).click();
      await page.keyboard.type('Новикова');
      await page.keyboard.press('Escape');
      const stay = page.getByRole('dialog').getByRole('button', { name: words('pupils.add.leave.stay') });
      await expect(stay).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(fieldOf(page, words, 'pupil')('surname')).toHaveValue('Новикова');
      await tabTo(page, panel(page).getByLabel(words('fields.change.class')));
      await page.keyboard.press('Escape');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: words('pupils.add.leave.action') })
        .click();
      await expect(panel(page)).toHaveCount(0);
    });
  });

  test.describe(`without pupils, ${language}`, () => {
    test.use({ wishes: { ...smallSchool, language, empty: true } });

    test('the empty page offers it beside the import', async ({ desk: { page } }) => {
      await openSection(page, 'pupils', words);
      const offers = page.getByRole('button', { name: words('pupils.add.open') });
      await expect(offers).toHaveCount(2);
      await offers.last().click();
      await look(page, `${language}-first`);
      await page.keyboard.type('Новикова');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Яна');
      await panel(page).getByLabel(words('fields.change.class')).fill('1А');
      await page.keyboard.press('Enter');
      await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('Новикова Яна');
      await expect(page.getByRole('grid').getByRole('row')).toHaveCount(2);
    });
  });
}

test.describe('a class teacher', () => {
  test.use({
    wishes: { ...smallSchool, prepare: (client) => addUser(client, 'Учителева Нина', 'class-teacher', ['5А']) },
  });

  test('is not offered to add anybody', async ({ desk: { page } }) => {
    await openSection(page, 'pupils');
    await expect(button(page, ru('pupils.add.open'))).toBeVisible();
    await page.keyboard.press('Control+l');
    await page.getByLabel(ru('registry.lock.user'), { exact: true }).first().click();
    await page.getByRole('option', { name: 'Учителева Нина' }).click();
    await unlock(page, ownPassphrase);
    await openSection(page, 'pupils');
    await page.getByRole('row').nth(1).getByRole('gridcell').nth(1).click();
    await expect(panel(page)).toContainText('5А');
    for (const offer of ['pupils.add.open', 'pupils.addGuardian.open'] as const)
      await expect(button(page, ru(offer))).toHaveCount(0);
  });
});
