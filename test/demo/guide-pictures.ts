import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';

/** Pictures of the user guide and the README: where the demo takes each, by its folder and name. */
const pictures = {
  'main-job': [
    'first-run-passphrase',
    'import-columns',
    'import-review',
    'import-problems',
    'issue-class',
    'slips-8',
    'handover-ticked',
  ],
  'ru-light-1280': ['overview', 'pupil-card', 'reissue', 'finding', 'contacts', 'applications', 'backups'],
  'ru-dark-1280': ['pupils'],
} as const;

/** Puts the demo's pictures into the guide's folder, as WebP: a third of the bytes. */
export async function keepGuidePictures(app: ElectronApplication, output: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [source, names] of Object.entries(pictures))
    for (const name of names) {
      const taken = readdirSync(join(output, source)).find((file) => file.slice(3).startsWith(`${name}-ru-`));
      if (taken === undefined) throw new Error(`the demo took no picture "${name}" in ${source}`);
      const png = readFileSync(join(output, source, taken)).toString('base64');
      const title = source === 'ru-dark-1280' ? `${name}-dark` : name;
      writeFileSync(join(folder, `${title}.webp`), Buffer.from(await toWebp(app, png), 'base64'));
    }
}

/** A PNG as WebP, both in base64, drawn by the browser that the app is made of. */
function toWebp(app: ElectronApplication, png: string): Promise<string> {
  return app.evaluate(async ({ BrowserWindow }, source) => {
    const window = new BrowserWindow({ show: false });
    await window.loadURL('about:blank');
    const drawn: string = await window.webContents.executeJavaScript(`(async () => {
      const picture = await createImageBitmap(await (await fetch('data:image/png;base64,${source}')).blob());
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width: picture.width, height: picture.height });
      canvas.getContext('2d').drawImage(picture, 0, 0);
      return canvas.toDataURL('image/webp', 0.8);
    })()`);
    window.destroy();
    return drawn.slice(drawn.indexOf(',') + 1);
  }, png);
}
