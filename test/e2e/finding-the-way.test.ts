import { expect } from '@playwright/test';
import { openSection } from './pages/frame.ts';
import { en, ru } from './pages/words.ts';
import { smallSchool, test } from './support/school-test.ts';

for (const language of ['ru', 'en'] as const) {
  const words = language === 'ru' ? ru : en;
  test.describe(`in ${language}`, () => {
    test.use({ wishes: { ...smallSchool, language } });

    test('Ctrl+K finds a pupil and opens the card', async ({ desk: { page, profile } }) => {
      const pupil = profile.school.pupils[5];
      await page.keyboard.press('Control+k');
      await page
        .getByRole('combobox', { name: words('app.palette.placeholder') })
        .fill(`${pupil?.surname} ${pupil?.firstName}`);
      await page
        .getByRole('option', { name: new RegExp(`${pupil?.surname} ${pupil?.firstName}`) })
        .first()
        .click();
      await expect(page.getByRole('complementary')).toContainText(`${pupil?.surname} ${pupil?.firstName}`);
    });

    test('the question mark and F1 open the page of the guide about the section', async ({ desk: { app, page } }) => {
      await app.evaluate(({ shell }) => {
        shell.openPath = async (path) => {
          Object.assign(globalThis, { openedPath: path });
          return '';
        };
      });
      const opened = () => app.evaluate(() => String(Reflect.get(globalThis, 'openedPath')));
      await openSection(page, 'pupils', words);
      await page.getByRole('button', { name: words('app.action.guide') }).click();
      await expect.poll(opened).toMatch(/user-guide.people\.html$/);
      await openSection(page, 'import', words);
      await app.evaluate(({ Menu }) => {
        const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
        items.find(({ accelerator }) => accelerator === 'F1')?.click();
      });
      await expect.poll(opened).toMatch(/user-guide.import\.html$/);
    });

    test('Ctrl+K finds a class and shows its pupils', async ({ desk: { page, profile } }) => {
      const inClass = profile.school.pupils.filter(({ className }) => className === '6Б').length;
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: words('app.palette.placeholder') }).fill('6-б');
      await page.getByRole('option', { name: /^6Б/ }).click();
      await expect(
        page.getByText(words('app.filter.shown', { shown: inClass, total: profile.school.pupils.length })),
      ).toBeVisible();
    });
  });
}
