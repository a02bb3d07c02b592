import { expect, type Page } from '@playwright/test';
import { startCanaryServer } from './support/canary-server.ts';
import { test } from './support/desk-test.ts';
import { attack } from './support/hostile-page.ts';
import type { RunningDesk } from './support/launch.ts';

/** The attempts of the hardening tests, where one protection is missing: they must succeed, or those tests prove nothing. */

test('without the content policy injected code runs and reaches the network', async ({ browserName: _, desk }) => {
  const canary = await startCanaryServer();
  const { ran } = await attack(await openUnguarded(desk, canary.address), canary.address);
  expect(ran).toEqual(expect.arrayContaining(['inline script', 'event handler', 'eval', 'Function', 'fetch']));
  expect(canary.hits()).toBeGreaterThan(3);
  canary.close();
});

test('without the guards a page opens windows and goes away', async ({ browserName: _, desk }) => {
  const canary = await startCanaryServer();
  const page = await openUnguarded(desk, canary.address);
  expect(await page.evaluate((address) => window.open(`${address}/popup`) !== null, canary.address)).toBe(true);
  await page.evaluate((address) => location.assign(`${address}/away`), canary.address);
  await page.waitForURL(`${canary.address}/away`);
  await expect.poll(() => desk.app.windows().length).toBeGreaterThan(1);
  canary.close();
});

test('without the guards permissions are given', async ({ browserName: _, desk }) => {
  const canary = await startCanaryServer();
  const page = await openUnguarded(desk, canary.address);
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('granted');
  canary.close();
});

test('without the look at the sender a strange window is answered', async ({ desk }) => {
  const opened = desk.app.waitForEvent('window');
  await desk.app.evaluate(({ app, BrowserWindow, ipcMain, session }) => {
    ipcMain.removeHandler('diary-desk:about');
    ipcMain.handle('diary-desk:about', () => ({ version: 'told' }));
    const preload = `${app.getAppPath()}/out/preload/preload.cjs`;
    const webPreferences = { preload, session: session.fromPartition('persist:desk', { cache: false }) };
    void new BrowserWindow({ show: false, webPreferences }).loadURL('app://desk/index.html');
  });
  const { version } = await (await opened).evaluate(() => window.diaryDesk.about());
  expect(version).toBe('told');
});

/** A window without policy, guards and permission handlers, at an address of its own. */
async function openUnguarded({ app }: RunningDesk, address: string): Promise<Page> {
  const opened = app.waitForEvent('window');
  await app.evaluate(({ BrowserWindow }, url) => {
    const { webContents } = new BrowserWindow({ show: false, webPreferences: { partition: 'control' } });
    for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate'] as const)
      webContents.removeAllListeners(event);
    webContents.setWindowOpenHandler(() => ({ action: 'allow' }));
    void webContents.loadURL(url);
  }, address);
  return opened;
}
