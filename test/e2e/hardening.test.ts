import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { channels } from '../../main/shell/channels.ts';
import { servedPath } from '../../main/shell/served-path.ts';
import { startCanaryServer } from './support/canary-server.ts';
import { test } from './support/desk-test.ts';
import { attack } from './support/hostile-page.ts';
import { sandboxed } from './support/runtime.ts';
import { hostileAddresses } from './support/served-addresses.ts';

test('every page is isolated: sandbox, own world, no Node, no webview, no dictionary download', async ({ desk }) => {
  const all = await desk.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      // Electron no longer lists this method in its types.
      const told = contents as unknown as { getLastWebPreferences(): Electron.WebPreferences | null };
      const got = told.getLastWebPreferences();
      const { sandbox, contextIsolation, webSecurity, nodeIntegration, webviewTag } = got ?? {};
      const spellcheck = contents.session.isSpellCheckerEnabled();
      return { sandbox, contextIsolation, webSecurity, nodeIntegration, webviewTag, spellcheck };
    }),
  );
  const wanted = {
    contextIsolation: true,
    webSecurity: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
  };
  expect(all).toEqual([{ sandbox: true, ...wanted }]);
});

test('the page knows nothing of Node, and its bridge cannot be changed', async ({ desk }) => {
  const seen = await desk.page.evaluate(() => ({
    types: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window),
    frozen: Object.isFrozen(window.diaryDesk),
    bridge: Object.keys(window.diaryDesk).sort(),
  }));
  const names =
    'about acceptDroppedFile chooseFolder chooseTable connect onCommand openBackupFolder openUserGuide print printers protectContent saveDocument speak';
  expect(seen).toEqual({ types: [], frozen: true, bridge: names.split(' ') });
});

test("the page's process runs under the system's own sandbox", async ({ desk }) => {
  test.skip(process.platform !== 'linux' || !sandboxed, 'needs Linux and an ordinary user');
  const pid = await desk.app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.getOSProcessId());
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  expect(status).toMatch(/^NoNewPrivs:\t1$/m);
  expect(status).toMatch(/^Seccomp:\t2$/m);
});

test('nothing injected into the page runs, and nothing reaches the network', async ({ desk }) => {
  const canary = await startCanaryServer();
  const { ran, violations } = await attack(desk.page, canary.address);
  expect(ran).toEqual([]);
  expect(new Set(violations)).toEqual(
    new Set([
      'script-src-elem',
      'script-src-attr',
      'script-src',
      'style-src-elem',
      'img-src',
      'frame-src',
      'object-src',
      'connect-src',
    ]),
  );
  expect(canary.hits()).toBe(0);
  canary.close();
});

test('the page stays where it is: no navigation, no window, no download', async ({ desk }) => {
  const canary = await startCanaryServer();
  const opened = await desk.page.evaluate(async (address) => {
    const popup = window.open(`${address}/popup`);
    location.assign(`${address}/away`);
    location.assign('file:///etc/passwd');
    const link = Object.assign(document.createElement('a'), { href: `${address}/file.exe`, download: 'file.exe' });
    document.body.append(link);
    link.click();
    await new Promise((done) => setTimeout(done, 500));
    return popup !== null;
  }, canary.address);
  expect(opened).toBe(false);
  expect(desk.page.url()).toMatch(/^app:\/\/desk\//);
  expect(desk.app.windows()).toHaveLength(1);
  expect(canary.hits()).toBe(0);
  canary.close();
});

test('every permission and device is denied', async ({ desk }) => {
  const answers = await desk.page.evaluate(async () => {
    const refused = (work: Promise<unknown>) => work.then(String, () => 'refused');
    return {
      notification: await Notification.requestPermission(),
      camera: await refused(navigator.mediaDevices.getUserMedia({ video: true, audio: true })),
      place: await new Promise((done) =>
        navigator.geolocation.getCurrentPosition(
          () => done('told'),
          () => done('refused'),
        ),
      ),
      clipboard: await refused(navigator.clipboard.readText()),
      midi: await refused(navigator.requestMIDIAccess({ sysex: true })),
    };
  });
  const refused = 'refused';
  expect(answers).toEqual({
    notification: 'denied',
    camera: refused,
    place: refused,
    clipboard: refused,
    midi: refused,
  });
});

test('no written form of an address leads out of the page’s folder', async ({ desk }) => {
  const answers = await desk.page.evaluate(
    (addresses) =>
      Promise.all(
        addresses.map(async (address) => {
          const answer = await fetch(address).catch(() => undefined);
          return { address, status: answer?.status ?? 404, body: (await answer?.text()) ?? '' };
        }),
      ),
    hostileAddresses,
  );
  expect(answers.length).toBeGreaterThanOrEqual(30);
  for (const { address, status, body } of answers)
    expect({ address, status, body }).toEqual({ address, status: 404, body: '' });
  const raw = hostileAddresses.map((address) => servedPath(address, 'desk')).filter((path) => path?.includes('..'));
  expect(raw).toEqual([]);
});

test('answers carry the policy, with a nonce of their own every time', async ({ desk }) => {
  const policies = await desk.page.evaluate(async () => {
    const load = async () => (await fetch('app://desk/index.html')).headers.get('Content-Security-Policy') ?? '';
    return [await load(), await load()] as const;
  });
  for (const policy of policies)
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-");
  expect(policies.join()).not.toMatch(/unsafe|https?:|\*/);
  expect(policies[0]).not.toBe(policies[1]);
});

test('the shell answers only its own window', async ({ desk }) => {
  const opened = desk.app.waitForEvent('window');
  await desk.app.evaluate(({ app, BrowserWindow, session }) => {
    const preload = `${app.getAppPath()}/out/preload/preload.cjs`;
    const webPreferences = { preload, session: session.fromPartition('persist:desk', { cache: false }) };
    void new BrowserWindow({ show: false, webPreferences }).loadURL('app://desk/index.html');
  });
  const stranger = await opened;
  const ask = (page: typeof stranger) =>
    page.evaluate(() =>
      window.diaryDesk.about().then(
        (about) => about.version,
        () => 'refused',
      ),
    );
  expect(await ask(stranger)).toBe('refused');
  expect(await ask(desk.page)).toMatch(/^\d+\.\d+\.\d+$/);
});

test('the shell refuses arguments of another shape on every channel', async ({ desk }) => {
  const registered = await desk.app.evaluate(({ ipcMain }) => {
    const { _invokeHandlers } = ipcMain as unknown as { _invokeHandlers: Map<string, unknown> };
    return [..._invokeHandlers.keys()];
  });
  expect(registered.sort()).toEqual([...channels].sort());
  const answers = await desk.page.evaluate(() => {
    const bridge = window.diaryDesk as unknown as Record<string, (...given: unknown[]) => Promise<unknown>>;
    const token = '00000000-0000-4000-8000-000000000000';
    const wrong: [string, unknown[]][] = [
      ['print', []],
      ['print', ['not a token', 'PDF', 1]],
      ['print', [token, '', 1]],
      ['print', [token, 'PDF', 0]],
      ['print', [token, 'PDF', 1e9]],
      ['print', [token, { name: 'PDF' }, 1]],
      ['saveDocument', ['../../etc/passwd']],
      ['saveDocument', [{}]],
      ['acceptDroppedFile', ['/etc/passwd']],
      ['acceptDroppedFile', [new File(['x'], '/etc/passwd')]],
    ];
    return Promise.all(
      wrong.map(async ([name, given]) => {
        try {
          return (await bridge[name]?.(...given)) === null ? 'refused' : name;
        } catch {
          return 'refused';
        }
      }),
    );
  });
  expect(new Set(answers)).toEqual(new Set(['refused']));
});
