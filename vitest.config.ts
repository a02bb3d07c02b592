import { defineConfig } from 'vitest/config';

/** Time limits only catch a test that hangs: an old school PC, or one busy with other work, takes many times longer. */
const limits = { testTimeout: 120_000, hookTimeout: 120_000 };
const setupFiles = ['test/support/seed-properties.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: { name: 'unit', include: ['test/unit/**/*.test.{ts,mjs}'], environment: 'node', setupFiles, ...limits },
      },
      {
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          environment: 'node',
          setupFiles,
          ...limits,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          environment: 'node',
          setupFiles,
          globalSetup: ['test/faults/support/table.ts'],
          ...limits,
        },
      },
    ],
  },
});
