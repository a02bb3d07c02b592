import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { Language } from '../../shared/contract/base.ts';

/** How a picture is taken. */
export interface Look {
  readonly language: Language;
  readonly scheme: 'light' | 'dark';
  readonly width: number;
  readonly height: number;
}

/** Takes pictures of one window, numbered in the order in which they are taken. */
export interface Camera {
  /** Changes scheme and size; the language is the school's setting. */
  look(look: Look): Promise<void>;
  shoot(name: string): Promise<void>;
}

/** Long enough for a drawer, a dialog or a toast to come to rest. */
const restMs = 450;

/** Longer for a page full of paper, which is drawn tile by tile. */
const paperRestMs = 1_800;

/** A camera for a running app; its pictures lie in `folder`. */
export function makeCamera(app: ElectronApplication, page: Page, folder: string): Camera {
  let number = 0;
  let suffix = '';
  mkdirSync(folder, { recursive: true });
  return {
    async look({ language, scheme, width, height }) {
      suffix = `${language}-${scheme}-${width}x${height}`;
      await page.emulateMedia({ colorScheme: scheme });
      await resize(app, page, { width, height });
    },
    async shoot(name) {
      number += 1;
      const paper = await page.locator('[data-page]').count();
      await page.waitForTimeout(paper > 0 ? paperRestMs : restMs);
      const file = `${String(number).padStart(2, '0')}-${name}-${suffix}.png`;
      await page.screenshot({ path: join(folder, file) });
    },
  };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size of the page itself; a menu bar that comes late takes its share, so it is asked again. */
async function resize(app: ElectronApplication, page: Page, size: Size): Promise<void> {
  const missing = { width: 0, height: 0 };
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const asked = [size.width + missing.width, size.height + missing.height] as const;
    await app.evaluate(({ BrowserWindow }, [width, height]) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
    }, asked);
    await page.waitForTimeout(restMs);
    const got = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    if (got.width === size.width && got.height === size.height) return;
    missing.width += size.width - got.width;
    missing.height += size.height - got.height;
  }
}
