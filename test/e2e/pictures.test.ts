import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { chooseClass, openIssueStep, openSection } from './pages/frame.ts';
import { ru } from './pages/words.ts';
import { printClass } from './support/school-profile.ts';
import { type OpenSchool, smallSchool, test } from './support/school-test.ts';

const looks = [1280, 1920].flatMap((width) => (['light', 'dark'] as const).map((scheme) => ({ width, scheme })));

/** Screens on which today's date changes a few letters at most. */
const screens: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ['overview', (page) => openSection(page, 'overview')],
  ['pupils', openPupilCard],
  ['guardians', (page) => openSection(page, 'guardians')],
  ['issue', (page) => openSection(page, 'issue')],
  ['slips', openSlips],
  ['import', (page) => openSection(page, 'import')],
  ['settings', (page) => openSection(page, 'settings')],
];

/** Pictures are compared at this width, so that letters may be smoothed otherwise on another machine. */
const comparedWidth = 256;

test.use({ wishes: { ...smallSchool, prepare: (client) => printClass(client, '5А') } });

for (const [name, open] of screens)
  test(`${name} looks as it is known to, in light and dark, in a small window and a large one`, async ({ desk }) => {
    await open(desk.page);
    for (const { width, scheme } of looks) {
      await desk.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await resize(desk, width);
      const known = `${name}-${scheme}-${width}.png`;
      const picture = await restingPicture(desk);
      keep(known, picture);
      expect.soft(picture).toMatchSnapshot(known, { threshold: 0.15, maxDiffPixelRatio: 0.01 });
    }
  });

async function openPupilCard(page: Page): Promise<void> {
  await openSection(page, 'pupils');
  await page.getByRole('row').nth(2).getByRole('gridcell').nth(1).click();
  await expect(page.getByRole('complementary')).toBeVisible();
}

async function openSlips(page: Page): Promise<void> {
  await openSection(page, 'issue');
  await chooseClass(page, '5А');
  await openIssueStep(page, 'slips');
  await page.getByRole('radio', { name: new RegExp(`^${ru('slips.which.waiting')}`) }).check();
  await page.getByRole('region', { name: ru('slips.preview') }).waitFor();
}

async function resize({ app, page }: OpenSchool, width: number): Promise<void> {
  const height = (width * 9) / 16;
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height]);
}

/** The window as a small PNG, once two in a row are the same. */
async function restingPicture(desk: OpenSchool): Promise<Buffer> {
  let before: Buffer = Buffer.alloc(0);
  let picture = await smallPicture(desk);
  await expect(async () => {
    [before, picture] = [picture, await smallPicture(desk)];
    expect(picture.equals(before)).toBe(true);
  }).toPass({ intervals: [200] });
  return picture;
}

async function smallPicture({ app, page }: OpenSchool): Promise<Buffer> {
  const taken = (await page.screenshot({ animations: 'disabled', caret: 'hide' })).toString('base64');
  const small = await app.evaluate(
    ({ nativeImage }, { png, width }) =>
      nativeImage
        .createFromBuffer(Buffer.from(png, 'base64'))
        .resize({ width, quality: 'best' })
        .toPNG()
        .toString('base64'),
    { png: taken, width: comparedWidth },
  );
  return Buffer.from(small, 'base64');
}

/** What was seen, to be looked at and to replace a known picture that changed for a good reason. */
function keep(name: string, picture: Buffer): void {
  const output = process.env.DIARY_DESK_TEST_OUTPUT;
  if (output === undefined) return;
  mkdirSync(join(output, 'pictures'), { recursive: true });
  writeFileSync(join(output, 'pictures', name), picture);
}
