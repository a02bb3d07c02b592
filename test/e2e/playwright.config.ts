import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

/**
 * One window at a time: the tests share one display and one machine. The caller chooses reporters and the output folder.
 * A test that fails is tried once more, and the report says so: a busy machine can starve a window for seconds.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '*.test.ts',
  outputDir: join(tmpdir(), 'diary-desk-playwright'),
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  retries: 1,
  forbidOnly: true,
  snapshotPathTemplate: '{testDir}/known-pictures/{arg}{ext}',
  updateSnapshots: 'none',
  reporter: 'list',
});
