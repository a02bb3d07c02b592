import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './support/desk-test.ts';
import { freshProfile, launchDesk } from './support/launch.ts';
import { startCommand } from './support/runtime.ts';

test('the window opens with the first question of the first run', async ({ desk }) => {
  await expect(desk.page).toHaveTitle('Diary Desk');
  await expect(desk.page.getByRole('heading').first()).toBeVisible();
  const window = await desk.app.evaluate(({ BrowserWindow }) => {
    const [first] = BrowserWindow.getAllWindows();
    return { visible: first?.isVisible(), size: first?.getSize() };
  });
  expect(window).toEqual({ visible: true, size: [1280, 800] });
});

test('the page has its port to the registry process, and gets a new one when that process dies', async ({ desk }) => {
  await desk.page.evaluate(() => {
    Object.assign(window, { portsSeen: 0 });
    window.addEventListener('message', ({ data, ports }) => {
      if (data === 'diary-desk:port')
        Object.assign(window, { portsSeen: Reflect.get(window, 'portsSeen') + ports.length });
    });
    window.diaryDesk.connect();
  });
  const portsSeen = () => desk.page.evaluate(() => Reflect.get(window, 'portsSeen'));
  await expect.poll(portsSeen).toBeGreaterThan(0);
  const before = await portsSeen();
  await desk.app.evaluate(({ app }) => {
    const registry = app.getAppMetrics().find(({ type, name }) => type === 'Utility' && name === 'Diary Desk registry');
    if (registry) process.kill(registry.pid, 'SIGKILL');
  });
  await expect.poll(portsSeen).toBeGreaterThan(before);
});

test('a second start brings the first window forward and ends', async ({ desk }) => {
  const told = desk.app.evaluate(
    ({ app }) => new Promise<boolean>((done) => app.once('second-instance', () => done(true))),
  );
  const { executable, words, env } = startCommand();
  const second = spawn(executable, [...words, `--user-data-dir=${desk.userData}`], { env, stdio: 'ignore' });
  const [code] = await once(second, 'exit');
  expect(code).toBe(0);
  expect(await told).toBe(true);
});

test('the window comes back where and as large as it was', async () => {
  const userData = freshProfile();
  const first = await launchDesk({ userData });
  await first.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 60, width: 1100, height: 720 }),
  );
  await first.close();
  const second = await launchDesk({ userData });
  const bounds = await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  expect(bounds).toMatchObject({ width: 1100, height: 720 });
  await second.close();
  rmSync(userData, { recursive: true, force: true });
});

test('the practice school lies in a folder of its own, which goes with it', async () => {
  const desk = await launchDesk({ args: ['--demo'] });
  const { dataFolder } = await desk.page.evaluate(() => window.diaryDesk.about());
  expect(dataFolder).toContain('diary-desk-demo-');
  expect(existsSync(dataFolder)).toBe(true);
  await desk.close();
  await expect.poll(() => existsSync(dataFolder)).toBe(false);
});

test('menu commands reach the page', async ({ desk }) => {
  await desk.page.evaluate(() => {
    window.diaryDesk.onCommand((command) => Object.assign(window, { heardCommand: command }));
  });
  await desk.app.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
    items.find(({ accelerator }) => accelerator === 'CmdOrCtrl+L')?.click();
  });
  await expect.poll(() => desk.page.evaluate(() => Reflect.get(window, 'heardCommand'))).toBe('lock');
});

test('a dropped file reaches the shell by its path, the page learns only its name and size', async ({ desk }) => {
  const table = join(desk.userData, 'list.csv');
  writeFileSync(table, 'класс;фамилия;имя отчество\r\n');
  await desk.page.evaluate(() =>
    document.body.append(Object.assign(document.createElement('input'), { type: 'file', id: 'dropped' })),
  );
  await desk.page.setInputFiles('#dropped', table);
  const offered = await desk.page.evaluate(() => {
    const file = document.querySelector<HTMLInputElement>('#dropped')?.files?.[0];
    return file && window.diaryDesk.acceptDroppedFile(file);
  });
  expect(offered).toEqual({ token: expect.stringMatching(/^[\da-f-]{36}$/), name: 'list.csv', sizeBytes: 51 });
});

test('with a verb the app is the command line: no window, no display, the same exit codes', () => {
  const { executable, words, env } = startCommand();
  const { DISPLAY: _display, ...noDisplay } = env;
  const run = (...given: string[]) => spawnSync(executable, [...words, ...given], { env: noDisplay, encoding: 'utf8' });
  const routes = run('routes', '--json');
  expect(routes.status).toBe(0);
  expect(JSON.parse(routes.stdout)).toContainEqual({ route: 'imports.apply', right: 'import' });
  const refused = run('people', '--registry', join(freshProfile(), 'none.desk'));
  expect({ status: refused.status, stdout: refused.stdout }).toEqual({ status: 1, stdout: '' });
  expect(refused.stderr).not.toMatch(/\n\s+at /);
});

test('the packed app is the same command line, with its own SQLite inside', () => {
  test.skip(!process.env.DIARY_DESK_PACKAGED_APP, 'the app is not packed');
  const { executable, words, env } = startCommand(true);
  const { DISPLAY: _display, DIARY_DESK_SQLITE_BINDING: _binding, ...bare } = env;
  const folder = freshProfile();
  const own = { ...bare, DIARY_DESK_PASSPHRASE: 'осень чернила глобус трамвай' };
  const run = (...given: string[]) => {
    const all = [...words, ...given, '--registry', join(folder, 'school.desk'), '--json'];
    return spawnSync(executable, all, { env: own, encoding: 'utf8' });
  };
  expect(run('create', '--school', 'Школа № 1', '--diary', 'regional').status).toBe(0);
  const people = run('people');
  expect(people.status).toBe(0);
  expect(JSON.parse(people.stdout)).toEqual({ total: 0, rows: [] });
  rmSync(folder, { recursive: true, force: true });
});
