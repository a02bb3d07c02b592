import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { button, chooseClass, openIssueStep, openSection } from './pages/frame.ts';
import { en, ru } from './pages/words.ts';
import { violations } from './support/axe.ts';
import { classIdOf } from './support/school-profile.ts';
import { smallSchool, test } from './support/school-test.ts';

const pictures = process.env.DIARY_DESK_TEST_OUTPUT;
async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page, `${name} ${colorScheme}`)).toEqual([]);
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, `slip-${name}-${colorScheme}.png`) });
  }
}

for (const language of ['ru', 'en'] as const) {
  const words = language === 'ru' ? ru : en;
  const name = language === 'ru' ? 'Начальная школа' : 'Primary school';
  const welcome = language === 'ru' ? 'Добро пожаловать в дневник' : 'Welcome to the diary';
  test.describe(`in ${language}`, () => {
    test.use({
      wishes: {
        ...smallSchool,
        language,
        prepare: async (client) => {
          const scope = { kind: 'class', classId: await classIdOf(client, '5А') } as const;
          await client.credentials.issue({ scope, for: ['pupil'] });
          const other = await classIdOf(client, '6Б');
          await client.settings.assignDiary({ classIds: [other], diarySystemId: 'avers', address: '' });
        },
      },
    });

    test('an own slip is made, tried, printed by, and removed with a way back', async ({ desk: { page } }) => {
      await openSection(page, 'issue', words);
      await openIssueStep(page, 'slips', words);
      await chooseClass(page, '6Б', words);
      await expect(
        page.getByText(words('credentials.scope.ownDiary', { diary: '' }).trim(), { exact: false }),
      ).toBeVisible();
      await look(page, `other-diary-${language}`);
      await chooseClass(page, '5А', words);
      await button(page, words('slips.template.make')).click();
      const dialog = page.getByRole('dialog', { name: words('slips.template.newTitle') });
      const save = dialog.getByRole('button', { name: words('slips.template.save') });
      await dialog.getByLabel(words('slips.template.name'), { exact: true }).fill(name);
      await expect(dialog.getByText(words('slips.template.good'))).toBeVisible();
      await look(page, `new-${language}`);

      const password = words('slips.template.block.password');
      await dialog.getByRole('button', { name: words('slips.template.takeAway', { block: password }) }).click();
      await expect(dialog.getByText(words('slips.template.problem.missing', { block: password }))).toBeVisible();
      await expect(save).toBeDisabled();
      await look(page, `wrong-${language}`);
      await add(page, words('slips.template.add'), password);
      await add(page, words('slips.template.add'), words('slips.template.block.title'));
      await dialog.getByRole('textbox', { name: words('slips.template.block.title') }).fill(welcome);
      await add(page, words('slips.template.add'), words('slips.template.block.qr'));
      await expect(dialog.getByText(words('slips.template.good'))).toBeVisible();
      await look(page, `full-${language}`);
      await save.click();
      await expect(dialog).toBeHidden();

      await expect(page.getByRole('radio', { name })).toBeChecked();
      await expect(page.getByRole('region', { name: words('slips.preview') })).toContainText(welcome);
      await look(page, `used-${language}`);

      await button(page, words('slips.template.edit', { name })).click();
      await page.getByRole('button', { name: words('slips.template.remove') }).click();
      await expect(page.getByRole('radio', { name })).toBeHidden();
      await button(page, words('app.action.undo')).click();
      await expect(page.getByRole('radio', { name })).toBeVisible();
    });
  });
}

async function add(page: Page, field: string, block: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).click();
  await page.getByRole('option', { name: block, exact: true }).click();
}
