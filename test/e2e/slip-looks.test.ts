import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { familySteps } from '../../shared/domain/diary-systems/family-steps.ts';
import type { Words } from '../../shared/i18n/index.ts';
import { credentialMenu } from './pages/credential-menu.ts';
import { button, chooseClass, openIssueStep, openSection } from './pages/frame.ts';
import { showAllWaiting } from './pages/slips-page.ts';
import { en, ru } from './pages/words.ts';
import { violations } from './support/axe.ts';
import { printClass } from './support/school-profile.ts';
import { type OpenSchool, smallSchool, test } from './support/school-test.ts';

const looks = [
  { scheme: 'light', width: 1280, height: 720 },
  { scheme: 'dark', width: 1280, height: 720 },
  { scheme: 'light', width: 1920, height: 1080 },
  { scheme: 'dark', width: 1920, height: 1080 },
] as const;
const pictures = process.env.DIARY_DESK_TEST_OUTPUT;

for (const language of ['ru', 'en'] as const) {
  const words = language === 'ru' ? ru : en;
  test.describe(`in ${language}`, () => {
    test.use({ wishes: { ...smallSchool, language, prepare: (client) => printClass(client, '5А') } });

    test('an own slip, good and wrong, is seen whole in every theme and window', async ({ desk }) => {
      test.setTimeout(120_000);
      await openSlips(desk.page, words);
      await button(desk.page, words('slips.template.make')).click();
      const dialog = desk.page.getByRole('dialog', { name: words('slips.template.newTitle') });
      await dialog.getByLabel(words('slips.template.name'), { exact: true }).fill('Начальная школа');
      await expect(dialog.getByText(words('slips.template.good'))).toBeVisible();
      const found = await looked(desk, `own-slip-${language}`);
      const password = words('slips.template.block.password');
      await dialog.getByRole('button', { name: words('slips.template.takeAway', { block: password }) }).click();
      await expect(dialog.getByText(words('slips.template.problem.missing', { block: password }))).toBeVisible();
      found.push(...(await looked(desk, `own-slip-wrong-${language}`)));
      expect(found).toEqual([]);
    });

    test('steps in languages of families stand in the preview in their own letters, marked as not yet read by a native', async ({
      desk,
    }) => {
      test.setTimeout(120_000);
      const { page } = desk;
      await openSlips(page, words);
      const preview = page.getByRole('region', { name: words('slips.preview') });
      for (const family of ['az', 'zh'] as const) {
        await page.getByRole('combobox', { name: words('slips.steps.label') }).click();
        await page.getByRole('option', { name: words(`slips.steps.${family}`) }).click();
        await expect(page.getByText(words('slips.steps.unchecked'))).toBeVisible();
        for (const step of familySteps[family]) await expect(preview).toContainText(step.slice(0, 8));
        expect(await looked(desk, `steps-${family}-${language}`)).toEqual([]);
      }
      const loaded = await page.evaluate(() => [...document.fonts].filter((face) => face.family.includes('XiaoWei')));
      expect(loaded).toHaveLength(1);
      await expect.poll(() => page.evaluate(() => document.fonts.check('12px "ZCOOL XiaoWei"', '密码'))).toBe(true);
    });

    test('labels begin at the cell that is chosen, and say what they have no room for', async ({ desk }) => {
      test.setTimeout(120_000);
      const { page } = desk;
      await openSlips(page, words);
      const labels = page.getByRole('radio', { name: words('slips.perPage.labels'), exact: true });
      await labels.locator('xpath=ancestor::label').click();
      await expect(page.getByText(words('slips.labels.small'))).toBeVisible();
      const start = page.getByRole('slider', { name: words('slips.labels.start') });
      await start.press('ArrowRight');
      await start.press('ArrowDown');
      await expect(start).toHaveAttribute('aria-valuenow', '5');
      await start.getByText('7', { exact: true }).click();
      await expect(start).toHaveAttribute('aria-valuenow', '7');
      const found = await looked(desk, `labels-${language}`);
      await page.getByRole('combobox', { name: words('slips.labels.sheet') }).click();
      await page.getByRole('option', { name: words('slips.labels.2x4') }).click();
      await expect(page.getByText(words('slips.labels.small'))).toBeHidden();
      await expect(page.getByRole('region', { name: words('slips.preview') })).toContainText('••••');
      found.push(...(await looked(desk, `labels-large-${language}`)));
      expect(found).toEqual([]);
    });

    test('a school that switches the showing of passwords off sees it nowhere, and sees it again once it is on', async ({
      desk,
    }) => {
      test.setTimeout(120_000);
      const { page } = desk;
      expect(await offersToShow(page, words)).toEqual([true, true]);
      await setShowing(page, words);
      const found = await looked(desk, `showing-off-${language}`);
      expect(found).toEqual([]);
      expect(await offersToShow(page, words, (name) => keep(page, `showing-off-${name}-${language}`))).toEqual([
        false,
        false,
      ]);
      await setShowing(page, words);
      expect(await offersToShow(page, words)).toEqual([true, true]);
    });
  });
}

async function openSlips(page: Page, words: Words): Promise<void> {
  await openSection(page, 'issue', words);
  await openIssueStep(page, 'slips', words);
  await chooseClass(page, '5А', words);
  await showAllWaiting(page, words);
  await expect(page.getByRole('region', { name: words('slips.preview') })).toContainText('••••');
}

/** The other position of the switch, saved. */
async function setShowing(page: Page, words: Words): Promise<void> {
  await openSection(page, 'settings', words);
  const showing = page.getByRole('switch', { name: words('settings.passwordsShown') });
  await showing.scrollIntoViewIfNeeded();
  await showing.click({ force: true });
  await button(page, words('settings.save')).click();
  await expect(button(page, words('settings.save'))).toBeHidden();
}

type Seen = (place: string) => Promise<unknown>;

/** Whether the menu of a login offers to show its password: at handover, and on the card of its pupil. */
async function offersToShow(page: Page, words: Words, seen: Seen = async () => undefined): Promise<readonly boolean[]> {
  await openSection(page, 'issue', words);
  await openIssueStep(page, 'handover', words);
  await chooseClass(page, '5А', words);
  const login = (await page.locator('[data-role] .desk-mono').first().textContent()) ?? '';
  const atHandover = await menuOffers(page, login, words, () => seen('handover'));
  await openSection(page, 'pupils', words);
  await page.getByRole('searchbox').fill(login);
  await page.getByRole('row').nth(1).getByRole('gridcell').nth(1).click();
  await expect(page.getByRole('complementary')).toBeVisible();
  return [atHandover, await menuOffers(page, login, words, () => seen('card'))];
}

async function menuOffers(page: Page, login: string, words: Words, seen: () => Promise<unknown>): Promise<boolean> {
  await credentialMenu(page, login, words).first().click();
  await expect(page.getByRole('menuitem', { name: words('credentials.manage.reissue') })).toBeVisible();
  const offers = await page.getByRole('menuitem', { name: words('credentials.manage.reveal') }).isVisible();
  await seen();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
  return offers;
}

/** What axe finds, and what cannot be seen whole, in every theme and window. */
async function looked(desk: OpenSchool, name: string): Promise<string[]> {
  const found: string[] = [];
  for (const { scheme, width, height } of looks) {
    await desk.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await resize(desk, { width, height });
    const place = `${name}-${scheme}-${width}`;
    found.push(...(await violations(desk.page, place)), ...(await cutOff(desk.page, place)));
    await keep(desk.page, place);
  }
  return found;
}

async function resize({ app, page }: OpenSchool, size: { width: number; height: number }): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
    size,
  );
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([size.width, size.height]);
}

/** Buttons whose words do not fit, and a window that scrolls sideways. */
function cutOff(page: Page, place: string): Promise<string[]> {
  return page.evaluate((where) => {
    const wide = (element: Element) => element.scrollWidth > element.clientWidth + 1;
    const buttons = [...document.querySelectorAll('button, .mantine-Button-label, [role="dialog"]')];
    const cut = buttons.filter((element) => wide(element) && getComputedStyle(element).overflowX !== 'visible');
    return [document.documentElement, ...cut]
      .filter(wide)
      .map((element) => `${where}: ${element.tagName} ${(element.textContent ?? '').slice(0, 60)}`);
  }, place);
}

async function keep(page: Page, name: string): Promise<void> {
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `slip-${name}.png`) });
}
