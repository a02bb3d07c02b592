// Drives the real app through the main job on the demo school; pictures and papers stay in demo-output/. With --guide the
// pictures of the user guide are taken anew, too.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoFileName, demoSchoolCsv } from '../../shared/demo/demo-school.ts';
import { openSection } from '../e2e/pages/frame.ts';
import { en, ru } from '../e2e/pages/words.ts';
import { freshProfile, launchDesk } from '../e2e/support/launch.ts';
import { projectRoot } from '../e2e/support/runtime.ts';
import { gallery } from './gallery.ts';
import { keepGuidePictures } from './guide-pictures.ts';
import { firstDay, nextDay } from './journey.ts';
import { laterCsv } from './later-list.ts';
import { drawFirstPages } from './papers.ts';
import { makeCamera } from './pictures.ts';

const output = join(projectRoot, 'demo-output');
const small = { width: 1280, height: 720 } as const;
const large = { width: 1920, height: 1080 } as const;

/** Both days of the main job, in Russian and light. */
async function mainJob(userData: string): Promise<void> {
  const lists = { first: join(userData, demoFileName), later: join(userData, 'MES_контингент_1000_2026-10-01.csv') };
  writeFileSync(lists.first, demoSchoolCsv());
  writeFileSync(lists.later, laterCsv());
  const folder = join(output, 'main-job');
  const today = await launchDesk({ userData });
  const camera = makeCamera(today.app, today.page, folder);
  await camera.look({ language: 'ru', scheme: 'light', ...small });
  await firstDay({ desk: today, camera, folder: output }, lists);
  await today.close();
  const tomorrow = await launchDesk({ userData });
  const again = makeCamera(tomorrow.app, tomorrow.page, join(output, 'next-day'));
  await again.look({ language: 'ru', scheme: 'light', ...small });
  await nextDay({ desk: tomorrow, camera: again, folder: output });
  await tomorrow.close();
}

/** Every page of a school at work, in each language, scheme and size. */
async function pagesInEveryLook(): Promise<void> {
  const desk = await launchDesk({ args: ['--demo'] });
  const { app, page } = desk;
  const looks = [
    { language: 'ru', scheme: 'light', ...small },
    { language: 'ru', scheme: 'dark', ...small },
    { language: 'ru', scheme: 'light', ...large },
    { language: 'en', scheme: 'light', ...small },
    { language: 'en', scheme: 'dark', ...large },
  ] as const;
  for (const look of looks) {
    const { language, scheme, width } = look;
    if (language === 'en') await speakEnglish(page);
    const camera = makeCamera(app, page, join(output, `${language}-${scheme}-${width}`));
    await camera.look(look);
    await gallery(page, camera, language === 'ru' ? ru : en);
  }
  if (process.argv.includes('--guide'))
    await keepGuidePictures(app, output, join(projectRoot, 'docs', 'user-guide', 'pictures'));
  await desk.close();
}

async function speakEnglish(page: Awaited<ReturnType<typeof launchDesk>>['page']): Promise<void> {
  if ((await page.locator('html').getAttribute('lang')) === 'en') return;
  await openSection(page, 'settings');
  await page.getByRole('combobox', { name: ru('settings.language') }).click();
  await page.getByRole('option', { name: en('app.language.en') }).click();
  await page.getByRole('button', { name: ru('settings.save') }).click();
  await page.getByRole('heading', { name: en('settings.title') }).waitFor();
}

rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
const userData = freshProfile();
await mainJob(userData);
rmSync(userData, { recursive: true, force: true });
await pagesInEveryLook();
drawFirstPages(output);
process.stdout.write(`Pictures and papers are in ${output}\n`);
