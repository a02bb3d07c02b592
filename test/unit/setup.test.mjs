import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { npmElectronWorksOn } from '../../scripts/setup/electron-from-npm.mjs';
import { cacheFolder } from '../../scripts/setup/paths.mjs';
import { problem } from '../../scripts/setup/progress.mjs';
import { runQuietly } from '../../scripts/setup/run.mjs';
import {
  electronEnvironment,
  executableIn,
  hasNodeApi10,
  nodeEnvironment,
} from '../../scripts/setup/runtime-choice.mjs';
import { countPlaywright, countVitest, nothing, sum, withExitCode } from '../../scripts/test/counts.mjs';

describe('the cache folder', () => {
  test.each([
    ['linux', {}, '/home/anna', '/home/anna/.cache/diary-desk'],
    ['linux', { XDG_CACHE_HOME: '/var/cache' }, '/home/anna', '/var/cache/diary-desk'],
    ['darwin', { XDG_CACHE_HOME: '/ignored' }, '/Users/anna', '/Users/anna/Library/Caches/diary-desk'],
    ['win32', { LOCALAPPDATA: 'D:\\Local' }, 'C:\\Users\\Анна', 'D:\\Local\\diary-desk\\cache'],
    ['win32', {}, 'C:\\Users\\Анна', 'C:\\Users\\Анна\\AppData\\Local\\diary-desk\\cache'],
  ])('on %s with %j', (platform, env, home, expected) => {
    expect(cacheFolder(env, platform, home)).toBe(expected);
  });
});

describe('the runtime', () => {
  test.each([
    ['25.1.1', false],
    ['34.5.8', false],
    ['35.0.0', true],
    ['45.4.1', true],
    ['100.0.0', true],
  ])('Electron %s loads the shipped binding: %s', (version, loads) => {
    expect(hasNodeApi10(version)).toBe(loads);
  });

  test.each([
    ['linux', join('dist', 'electron')],
    ['win32', join('dist', 'electron.exe')],
    ['darwin', join('dist', 'Electron.app', 'Contents', 'MacOS', 'Electron')],
  ])('the executable on %s', (platform, expected) => {
    expect(executableIn('dist', platform)).toBe(expected);
  });

  test('npm carries an Electron for Linux x64 only', () => {
    expect(npmElectronWorksOn('linux', 'x64')).toBe(true);
    expect([npmElectronWorksOn('linux', 'arm64'), npmElectronWorksOn('win32', 'x64')]).toEqual([false, false]);
  });

  const current = {
    electronDist: '/d',
    electronExecutable: '/d/electron',
    electronVersion: '45.4.1',
    fallback: false,
    nativeBinding: null,
    shippedBindingLoads: true,
  };
  const old = { ...current, electronVersion: '25.1.1', fallback: true, nativeBinding: '/c/b.node' };

  test('the binding is named only where the shipped one does not load', () => {
    expect(electronEnvironment(current)).not.toHaveProperty('DIARY_DESK_SQLITE_BINDING');
    expect(electronEnvironment(old)).toMatchObject({ DIARY_DESK_SQLITE_BINDING: '/c/b.node' });
    expect(nodeEnvironment(old)).toEqual({});
    expect(nodeEnvironment({ ...old, shippedBindingLoads: false })).toEqual({ DIARY_DESK_SQLITE_BINDING: '/c/b.node' });
  });
});

describe('counting', () => {
  test('vitest: a file that did not load is a failure', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'passed', assertionResults: [{}] },
    ];
    const report = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults };
    expect(countVitest(report)).toEqual({ passed: 5, failed: 2, skipped: 3 });
  });

  test('playwright: flaky passes, an error outside tests fails', () => {
    const report = { stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{}] };
    expect(countPlaywright(report)).toEqual({ passed: 4, failed: 2, skipped: 2 });
  });

  test.each([
    [{ passed: 3, failed: 0, skipped: 0 }, 0, 0],
    [{ passed: 3, failed: 0, skipped: 0 }, 1, 1],
    [{ passed: 0, failed: 0, skipped: 4 }, 0, 1],
    [{ passed: 3, failed: 2, skipped: 0 }, 1, 2],
  ])('%j with exit code %i has %i failures', (counts, exitCode, failed) => {
    expect(withExitCode(counts, exitCode).failed).toBe(failed);
  });

  test('sums', () => {
    expect(sum([])).toEqual(nothing);
    expect(
      sum([
        { passed: 1, failed: 2, skipped: 3 },
        { passed: 10, failed: 20, skipped: 30 },
      ]),
    ).toEqual({
      passed: 11,
      failed: 22,
      skipped: 33,
    });
  });
});

describe('running programs', () => {
  test('collects output and exit code', async () => {
    const script = "console.log('a'); console.error('b'); process.exit(3)";
    const outcome = await runQuietly(process.execPath, ['-e', script]);
    expect(outcome).toMatchObject({ code: 3, stdout: 'a\n' });
    expect([...outcome.output].sort().join('').trim()).toBe('ab');
  });

  test('a missing program and a spent time limit have codes of their own', async () => {
    expect((await runQuietly('no-such-program-here', [])).code).toBe(127);
    expect((await runQuietly(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { limitMs: 200 })).code).toBe(
      124,
    );
  });

  test('a problem carries its sentence', () => {
    expect(problem('Do this.', 'last lines')).toMatchObject({
      kind: 'problem',
      message: 'Do this.',
      details: 'last lines',
    });
  });
});
