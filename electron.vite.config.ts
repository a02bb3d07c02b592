import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

/** The oldest runtime the app is tested on: Electron 25 (Node 18, Chrome 114). Releases use a current one. */
const oldestNode = 'node18';
const oldestChrome = 'chrome114';

const paperFonts = [
  '@expo-google-fonts/golos-text/400Regular/GolosText_400Regular.ttf',
  '@expo-google-fonts/golos-text/500Medium/GolosText_500Medium.ttf',
  '@expo-google-fonts/golos-text/700Bold/GolosText_700Bold.ttf',
  '@expo-google-fonts/jetbrains-mono/500Medium/JetBrainsMono_500Medium.ttf',
  '@expo-google-fonts/jetbrains-mono/700Bold/JetBrainsMono_700Bold.ttf',
  '@expo-google-fonts/libre-barcode-39/400Regular/LibreBarcode39_400Regular.ttf',
];

/** Large, so it is there once: among the files of the window, where the registry process finds it, too. */
const sharedFont = '@expo-google-fonts/zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf';
const usualName = 'assets/[name]-[hash][extname]';

const modules = new URL('./node_modules/', import.meta.url);

/** The version of SQLite that the native module is made of, for the about box. */
function sqliteVersion(): string {
  const header = readFileSync(new URL('better-sqlite3/deps/sqlite3/sqlite3.h', modules), 'utf8');
  return /SQLITE_VERSION\s+"([\d.]+)"/.exec(header)?.[1] ?? '';
}

/** Paper embeds whole static fonts, so they lie beside the bundle that draws it; every font with its licence. */
function fontsBesideBundle(): Plugin {
  return {
    name: 'fonts-beside-bundle',
    generateBundle() {
      for (const font of paperFonts) {
        const source = readFileSync(new URL(font, modules));
        this.emitFile({ type: 'asset', fileName: `fonts/${basename(font)}`, source });
      }
      for (const fontPackage of new Set([...paperFonts, sharedFont].map((font) => dirname(dirname(font))))) {
        const source = readFileSync(new URL(`${fontPackage}/LICENSE_FONT`, modules));
        this.emitFile({ type: 'asset', fileName: `fonts/${basename(fontPackage)}-OFL.txt`, source });
      }
    },
  };
}

export default defineConfig({
  main: {
    plugins: [fontsBesideBundle()],
    define: { __SQLITE_VERSION__: JSON.stringify(sqliteVersion()) },
    build: {
      outDir: 'out/main',
      target: oldestNode,
      minify: true,
      rolldownOptions: {
        input: {
          shell: 'main/shell/index.ts',
          registry: 'main/registry/index.ts',
          'command-line': 'main/cli/worker.ts',
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: oldestNode,
      minify: true,
      rolldownOptions: {
        input: { preload: 'main/shell/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    html: { cspNonce: '__CSP_NONCE__' },
    build: {
      outDir: 'out/renderer',
      target: oldestChrome,
      minify: true,
      // Read from the disk, not from a network: one large file costs nothing.
      chunkSizeWarningLimit: 2_000,
      rolldownOptions: {
        input: 'renderer/index.html',
        output: {
          assetFileNames: ({ names }) => (names.includes(basename(sharedFont)) ? 'fonts/[name][extname]' : usualName),
        },
      },
    },
  },
});
