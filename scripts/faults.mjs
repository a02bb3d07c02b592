// npm run test:faults: every fault of test/faults, about twenty minutes; prints a table of what was tried and came of it.
import { runScript } from './setup/progress.mjs';
import { setUp } from './setup/set-up.mjs';
import { runAllFaults } from './test/parts.mjs';

await runScript(async () => {
  const { passed, failed } = await runAllFaults(await setUp({ purpose: 'test' }));
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  if (failed > 0) process.exitCode = 1;
});
