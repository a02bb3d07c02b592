import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

/** One window at a time: the tests share one display and one machine. The caller chooses reporters and the output folder. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.test.ts',
  outputDir: join(tmpdir(), 'diary-desk-playwright'),
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: 'list',
});
