import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { makeSchool } from '../../shared/demo/rosters.ts';
import { compareWithPortal, everyReason, prepareTroubles, troubleSchool } from '../support/every-reason.ts';
import { openSection } from './pages/frame.ts';
import { en, ru } from './pages/words.ts';
import { test } from './support/school-test.ts';

const wishes = { seed: 11, pupils: 120, classes: ['8А'] };
const troubled = troubleSchool(makeSchool(wishes));
const portalFile = join(tmpdir(), `diary-desk-every-reason-${process.pid}.csv`);

for (const language of ['ru', 'en'] as const) {
  const words = language === 'ru' ? ru : en;
  test.describe(`in ${language}`, () => {
    test.use({
      wishes: {
        ...wishes,
        language,
        change: () => troubled.school,
        prepare: async (client) => {
          await prepareTroubles(client, troubled);
          writeFileSync(portalFile, troubled.portalCsv);
          await compareWithPortal(client, portalFile);
        },
      },
    });

    test('every reason tells in words what differs and what to do, and all of it can be read', async ({
      desk,
    }, info) => {
      const { page } = desk;
      await openSection(page, 'reconciliation', words);
      for (const code of everyReason) {
        await chooseReason(page, words('reconciliation.filter.reason'), words(`findings.${code}.title`));
        await page.getByRole('grid').getByRole('row').nth(1).click();
        const card = page.getByRole('complementary');
        await expect(card).toContainText(words(`findings.${code}.why`));
        await expect(card).toContainText(words(`findings.${code}.todo`));
        expect(await cutOff(card), code).toEqual([]);
        await page.screenshot({ path: info.outputPath(`${code}.png`) });
      }
    });
  });
}

async function chooseReason(page: Page, label: string, title: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page
    .getByRole('option')
    .filter({ hasText: new RegExp(`^${title} \\(`) })
    .click();
}

/** Texts that are wider than their place. */
function cutOff(card: Locator): Promise<string[]> {
  return card.evaluate((root) =>
    [...root.querySelectorAll<HTMLElement>('*')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1)
      .map((element) => element.textContent ?? ''),
  );
}
