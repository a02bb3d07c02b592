import { join, resolve } from 'node:path';
import { build } from 'vite';

const folder = resolve('node_modules/.cache/diary-desk-faults');

/** Bundles the worker, so that each of hundreds starts in a fraction of a second; answers the path of its program. */
export async function bundleWorker(): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: resolve('test/faults/support/worker.ts'),
      outDir: folder,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: 'worker.mjs', chunkFileNames: 'worker-[hash].mjs' } },
    },
  });
  return join(folder, 'worker.mjs');
}
