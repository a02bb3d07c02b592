import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { DeskClient } from '../../shared/contract/index.ts';
import { openSection } from './pages/frame.ts';
import { en, ru } from './pages/words.ts';
import { violations } from './support/axe.ts';
import { answerSave } from './support/native-dialogs.ts';
import { textOf } from './support/printed-paper.ts';
import { classIdOf, printClass } from './support/school-profile.ts';
import { smallSchool, test } from './support/school-test.ts';

const pictures = process.env.DIARY_DESK_TEST_OUTPUT;
async function picture(page: Page, name: string): Promise<void> {
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `personal-data-${name}.png`) });
}

/** A class has its slips, and its first pupil has left. */
async function onePupilLeft(client: DeskClient): Promise<void> {
  await printClass(client, '5А');
  const { rows } = await client.pupils.list({ filter: { classId: await classIdOf(client, '5А') } });
  await client.pupils.leave({
    pupilIds: rows.slice(0, 1).map(({ id }) => id),
    leftOn: '2026-10-01',
    reason: 'moved-away',
  });
}

for (const language of ['ru', 'en'] as const) {
  const words = language === 'ru' ? ru : en;
  test.describe(`in ${language}`, () => {
    test.use({ wishes: { ...smallSchool, language, prepare: onePupilLeft } });

    test('everybody gets a ground; a pupil who left is destroyed with an act; nothing of them is found', async ({
      desk: { app, page, profile },
    }) => {
      test.setTimeout(120_000);
      await openSection(page, 'personalData', words);
      const grid = page.getByRole('grid', { name: words('personalData.title') });
      await expect(grid.getByText(words('personalData.standing.none')).first()).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await picture(page, `${language}-list`);
      await page.getByRole('checkbox', { name: words('app.table.selectAll') }).click();
      await page.getByRole('button', { name: words('personalData.record.open') }).click();
      const dialog = page.getByRole('dialog');
      await expect(dialog.getByLabel(words('personalData.record.purpose'))).toHaveValue(
        words('personalData.record.purposeUsual'),
      );
      expect(await violations(page)).toEqual([]);
      await picture(page, `${language}-record`);
      await dialog.getByRole('button', { name: /\d/ }).click();
      await expect(grid.getByText(words('personalData.standing.good')).first()).toBeVisible();
      await expect(grid.getByText(words('personalData.standing.none'))).toHaveCount(0);

      await openSection(page, 'pupils', words);
      await page.getByLabel(words('pupils.filter.allGroups')).first().click();
      await page.getByRole('option', { name: words('pupils.group.left') }).click();
      await page.getByRole('row').nth(1).getByRole('gridcell').nth(1).click();
      const card = page.getByRole('complementary');
      const heading = card.getByRole('heading').first();
      await expect(heading).not.toHaveText(words('pupils.card.label'));
      const name = (await heading.textContent()) ?? '';
      const report = join(profile.userData, 'report.pdf');
      await answerSave(app, report);
      await card.getByRole('button', { name: `${words('personalData.card.report')}: ${name}` }).click();
      await expect.poll(() => existsSync(report)).toBe(true);
      expect(textOf(report)).toContain(name.split(' ')[0]);
      await picture(page, `${language}-card`);

      await card.getByRole('button', { name: words('pupils.jobs.label') }).click();
      await page.getByRole('menuitem', { name: words('personalData.destroy.open') }).click();
      await expect(dialog.getByRole('listitem').first()).toContainText(name);
      const people = await dialog.getByRole('listitem').count();
      await dialog
        .getByRole('textbox', { name: words('personalData.destroy.type', { number: String(people) }) })
        .fill(String(people));
      expect(await violations(page)).toEqual([]);
      await picture(page, `${language}-destroy`);
      await dialog.getByRole('button', { name: words('personalData.destroy.action', { count: people }) }).click();
      const passphrase = page.getByLabel(words('registry.confirm.label'), { exact: true });
      await passphrase.fill(profile.passphrase);
      await passphrase.press('Enter');
      await expect(page.getByText(words('personalData.destroy.doneText'))).toBeVisible();
      await picture(page, `${language}-act`);
      const act = join(profile.userData, 'act.pdf');
      await answerSave(app, act);
      await page.getByRole('button', { name: words('personalData.destroy.save') }).click();
      await expect.poll(() => existsSync(act)).toBe(true);
      if (pictures !== undefined) copyFileSync(act, join(pictures, `act-${language}.pdf`));
      expect(textOf(act)).toContain(name.split(' ')[0]);
      await page.getByRole('button', { name: words('personalData.destroy.close') }).click();
      await page.keyboard.press('Control+k');
      await page.keyboard.type(name);
      await expect(page.getByText(words('app.palette.nothing'))).toBeVisible();
    });
  });
}
