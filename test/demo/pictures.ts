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

/** A camera for a running app; its pictures lie in `folder`. */
export function makeCamera(app: ElectronApplication, page: Page, folder: string): Camera {
  let number = 0;
  let suffix = '';
  mkdirSync(folder, { recursive: true });
  return {
    async look({ language, scheme, width, height }) {
      suffix = `${language}-${scheme}-${width}x${height}`;
      await page.emulateMedia({ colorScheme: scheme });
      await resize(app, width, height);
    },
    async shoot(name) {
      number += 1;
      await page.waitForTimeout(restMs);
      const file = `${String(number).padStart(2, '0')}-${name}-${suffix}.png`;
      await page.screenshot({ path: join(folder, file) });
    },
  };
}

async function resize(app: ElectronApplication, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, [toWidth, toHeight]) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(toWidth ?? 0, toHeight ?? 0),
    [width, height],
  );
}
