import { workerData } from 'node:worker_threads';
import { z } from 'zod';
import { systemIo } from './io.ts';
import { runCli } from './run-cli.ts';

const jobSchema = z.strictObject({ words: z.array(z.string()), cells: z.instanceof(Int32Array) });

/** In `cells`: how far the job is (0 not begun, 1 begun, 2 done), and then its exit code. */
const { words, cells } = jobSchema.parse(workerData);

Atomics.store(cells, 0, 1);
Atomics.notify(cells, 0);
void runCli(words, systemIo(process.env)).then((exitCode) => {
  Atomics.store(cells, 1, exitCode);
  Atomics.store(cells, 0, 2);
  Atomics.notify(cells, 0);
});
