import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { DeskClient } from '../../shared/contract/index.ts';
import { openSection } from './pages/frame.ts';
import { en, ru } from './pages/words.ts';
import { violations } from './support/axe.ts';
import { classIdOf, printClass } from './support/school-profile.ts';
import { smallSchool, test } from './support/school-test.ts';

const pictures = process.env.DIARY_DESK_TEST_OUTPUT;
async function picture(page: Page, name: string): Promise<void> {
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `overview-${name}.png`) });
}

/** One class has its slips in part, and a guardian lacks what the school requires. */
async function halfDone(client: DeskClient): Promise<void> {
  await client.settings.save({ requiredContacts: { pupil: ['snils', 'phone', 'email'], guardian: [] } });
  await printClass(client, '5А');
  const scope = { kind: 'class', classId: await classIdOf(client, '5А') } as const;
  const waiting = await client.handover.list({ scope });
  await client.handover.mark({ credentialIds: waiting.slice(0, 3).map(({ credentialId }) => credentialId) });
}

for (const language of ['ru', 'en'] as const) {
  const words = language === 'ru' ? ru : en;
  test.describe(`in ${language}`, () => {
    test.use({ wishes: { ...smallSchool, language, prepare: halfDone } });

    test('every number of the overview leads to those behind it', async ({ desk: { page } }) => {
      const chosen = (title: string) =>
        page.getByRole('button', { name: new RegExp(`^${words('credentials.scope.label')}: ${title}`) });
      await openSection(page, 'overview', words);
      const waiting = page.getByRole('region', { name: words('overview.waiting.title') });
      await expect(waiting.getByText(words('overview.waiting.short.expiring'), { exact: false })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await picture(page, language);
      await page.emulateMedia({ colorScheme: 'dark' });
      await picture(page, `${language}-dark`);
      await page.emulateMedia({ colorScheme: 'light' });
      await page.getByRole('link', { name: new RegExp(`^5А, ${words('overview.measure.handedOver')}`) }).press('Enter');
      await expect(chosen('5А')).toBeVisible();
      await openSection(page, 'overview', words);
      await page.getByRole('link', { name: new RegExp(`^6Б, ${words('overview.measure.issued')}`) }).click();
      await expect(chosen('6Б')).toBeVisible();
      await openSection(page, 'overview', words);
      await waiting.getByRole('link', { name: new RegExp(words('overview.waiting.backup', { date: '' })) }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words('backups.title'));
    });
  });
}
