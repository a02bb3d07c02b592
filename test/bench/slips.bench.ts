import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { measure } from '../../main/registry/paper/measure.ts';
import { slipSheets } from '../../shared/domain/slip-layout.ts';
import { paper } from '../../shared/i18n/ru/paper.ts';
import { slipFrameForTests } from '../support/slip-frames.ts';
import { benchSlips } from './support/bench-slips.ts';
import { sheetsAsHtml } from './support/sheet-html.ts';

// Slips to PDF, ours against one bare Electron that prints the same sheets as a page, and against the mail merge of
// LibreOffice (Debian: libreoffice-writer-nogui libreoffice-base-nogui libreoffice-base-drivers python3-uno), which sets
// one plain letter a person without a QR code: seconds, peak memory, size. Counts can be named: slips.bench.ts 30 1000

interface Cost {
  readonly seconds: number;
  readonly mebibytes: number;
  readonly kibibytes: number;
}

const patienceMs = 600_000;
const here = dirname(fileURLToPath(import.meta.url));
const modulesFolder = join(here, '../../node_modules');

function runtime(): { readonly electronExecutable: string } {
  return JSON.parse(readFileSync(join(modulesFolder, '.diary-desk-runtime.json'), 'utf8'));
}

function resultOf(output: string): Cost {
  const line = output.split('\n').find((one) => one.startsWith('RESULT '));
  if (!line) throw new Error(`no result: ${output}`);
  return JSON.parse(line.slice('RESULT '.length)) as Cost;
}

function run(command: string, args: readonly string[], env = process.env): Cost {
  const stdio = ['ignore', 'pipe', 'ignore'] as ['ignore', 'pipe', 'ignore'];
  return resultOf(
    execFileSync(command, args, { encoding: 'utf8', stdio, env, maxBuffer: 1 << 26, timeout: patienceMs }),
  );
}

/** In the runtime that the registry process has, whose memory for new objects is not that of this one. */
function ours(count: number, folder: string): Cost {
  const slips = join(folder, `${count}.json`);
  writeFileSync(slips, JSON.stringify(benchSlips(count)));
  const { electronExecutable } = runtime();
  return run(electronExecutable, [drawing, slips], { ...process.env, ELECTRON_RUN_AS_NODE: '1' });
}

/** The program that draws, as the application's bundler makes it of the same sources. */
const drawing = join(modulesFolder, '.cache/diary-desk-bench/draw-slips.cjs');

async function buildDrawing(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(here, 'support/draw-slips.ts'),
      outDir: dirname(drawing),
      target: 'node18',
      rolldownOptions: { output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  });
}

function electronCommand(): readonly string[] {
  const { electronExecutable } = runtime();
  const display = process.platform === 'linux' && !process.env.DISPLAY ? ['xvfb-run', '-a'] : [];
  return [...display, electronExecutable, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
}

function printedOrNot(count: number, folder: string): Cost | undefined {
  try {
    return printed(count, folder);
  } catch {
    return undefined;
  }
}

/** The bare Electron's start is not counted, only loading and printing the page. */
function printed(count: number, folder: string): Cost {
  const html = join(folder, `${count}.html`);
  const job = { perPage: 8, frame: slipFrameForTests, words: paper, measure } as const;
  writeFileSync(html, sheetsAsHtml(slipSheets(benchSlips(count), job)));
  const [command = '', ...args] = electronCommand();
  return run(command, [...args, join(here, 'support/print-html.cjs'), html]);
}

const systemPython = '/usr/bin/python3';

/** LibreOffice with its bridge to Python; both come from the system's packages only. */
function hasMailMerge(): boolean {
  const asked = spawnSync(systemPython, ['-c', 'import uno'], { stdio: 'ignore' });
  return asked.status === 0 && spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0;
}

/** LibreOffice's start is not counted, only the merge. Undefined when it gave up. */
function mailMerged(count: number, folder: string): Cost | undefined {
  const place = join(folder, `merge-${count}`);
  mkdirSync(place);
  const rows = benchSlips(count).map(({ name, className, login, password }) => [name, className, login, password]);
  const lines = [['name', 'class', 'login', 'password'], ...rows].map((row) => row.join(';'));
  writeFileSync(join(place, 'people.csv'), `${lines.join('\n')}\n`);
  try {
    return run(systemPython, [join(here, 'support/mail-merge.py'), place]);
  } catch {
    return undefined;
  }
}

function rowOrNot(name: string, count: number, cost: Cost | undefined): string {
  return cost ? row(name, count, cost) : `${name.padEnd(22)} ${String(count).padStart(6)} gave up`;
}

function row(name: string, count: number, cost: Cost, against: readonly (Cost | undefined)[] = []): string {
  const cells = [cost.seconds.toFixed(2), cost.mebibytes.toFixed(0), cost.kibibytes.toFixed(0)];
  const ratios = against.map((other) => (other ? `${(other.seconds / cost.seconds).toFixed(1)}x` : ''));
  return [name.padEnd(22), String(count).padStart(6), ...[...cells, ...ratios].map((cell) => cell.padStart(9))].join(
    ' ',
  );
}

const folder = mkdtempSync(join(tmpdir(), 'diary-desk-bench-'));
try {
  await buildDrawing();
  const counts = process.argv.slice(2).map(Number);
  const withMerge = hasMailMerge();
  if (!withMerge) console.log('LibreOffice mail merge is not installed here: left out.');
  console.log('slips to PDF            count   seconds       MiB       KiB than page than merge');
  for (const count of counts.length > 0 ? counts : [30, 1000, 10_000]) {
    const own = ours(count, folder);
    const page = printedOrNot(count, folder);
    const merge = withMerge ? mailMerged(count, folder) : undefined;
    console.log(row('this desk', count, own, [page, merge]));
    console.log(rowOrNot('Electron printToPDF', count, page));
    if (withMerge) console.log(rowOrNot('LibreOffice mail merge', count, merge));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
