import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measure } from '../../main/registry/paper/measure.ts';
import { slipSheets } from '../../shared/domain/slip-layout.ts';
import { paper } from '../../shared/i18n/ru/paper.ts';
import { slipFrameForTests } from '../support/slip-frames.ts';
import { benchSlips } from './support/bench-slips.ts';
import { sheetsAsHtml } from './support/sheet-html.ts';

// Slips to PDF, ours against one bare Electron that prints the same sheets as a page: seconds, peak memory, size.

interface Cost {
  readonly seconds: number;
  readonly mebibytes: number;
  readonly kibibytes: number;
}

const patienceMs = 600_000;
const here = dirname(fileURLToPath(import.meta.url));
const runtimeFile = join(here, '../../node_modules/.diary-desk-runtime.json');

function resultOf(output: string): Cost {
  const line = output.split('\n').find((one) => one.startsWith('RESULT '));
  if (!line) throw new Error(`no result: ${output}`);
  return JSON.parse(line.slice('RESULT '.length)) as Cost;
}

function run(command: string, args: readonly string[]): Cost {
  const stdio = ['ignore', 'pipe', 'ignore'] as ['ignore', 'pipe', 'ignore'];
  return resultOf(execFileSync(command, args, { encoding: 'utf8', stdio, maxBuffer: 1 << 26, timeout: patienceMs }));
}

function ours(count: number): Cost {
  return run(process.execPath, [join(here, 'support/draw-slips.ts'), String(count)]);
}

function electronCommand(): readonly string[] {
  const { electronExecutable } = JSON.parse(readFileSync(runtimeFile, 'utf8')) as { electronExecutable: string };
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

function row(name: string, count: number, cost: Cost, against?: Cost): string {
  const cells = [cost.seconds.toFixed(2), cost.mebibytes.toFixed(0), cost.kibibytes.toFixed(0)];
  const ratio = against ? `${(against.seconds / cost.seconds).toFixed(1)}x` : '';
  return [name.padEnd(22), String(count).padStart(6), ...cells.map((cell) => cell.padStart(9)), ratio.padStart(8)].join(
    ' ',
  );
}

const folder = mkdtempSync(join(tmpdir(), 'diary-desk-bench-'));
try {
  console.log('slips to PDF            count   seconds       MiB       KiB   faster');
  for (const count of [30, 1000, 10_000]) {
    const own = ours(count);
    const page = printedOrNot(count, folder);
    console.log(row('this desk', count, own, page));
    console.log(page ? row('Electron printToPDF', count, page) : `Electron printToPDF    ${count}: gave up`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
