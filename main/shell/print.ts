import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WebContents } from 'electron';
import type { Words } from '../../shared/i18n/index.ts';
import { writePrivately } from '../write-privately.ts';
import type { DeskDocument } from './registry-process.ts';

interface Printer {
  readonly name: string;
  readonly isDefault: boolean;
}

type PrintResult = { readonly kind: 'printed' } | { readonly kind: 'failed'; readonly message: string };

/** The printers that the system knows now. */
export async function listPrinters(contents: WebContents): Promise<readonly Printer[]> {
  const printers = await contents.getPrintersAsync();
  return printers.map((printer) => ({ name: printer.name, isDefault: isDefault(printer) }));
}

/** Newer versions of Electron do not tell the default printer; then CUPS and Windows still put it into the options. */
function isDefault(printer: Electron.PrinterInfo): boolean {
  if ('isDefault' in printer && typeof printer.isDefault === 'boolean') return printer.isDefault;
  return Object.entries(printer.options).some(([key, value]) => /default/i.test(key) && String(value) === 'true');
}

/** Hands the document to the system's own print queue, only to a printer that the system lists. */
export async function printDocument(
  contents: WebContents,
  document: DeskDocument | undefined,
  job: { readonly printer: string; readonly copies: number },
  words: Words,
): Promise<PrintResult> {
  if (document === undefined) return { kind: 'failed', message: words('errors.document-gone.title') };
  const known = await listPrinters(contents);
  if (!known.some(({ name }) => name === job.printer)) return failed(words);
  try {
    await (process.platform === 'win32' ? printOnWindows : printWithCups)(document.bytes, job);
    return { kind: 'printed' };
  } catch {
    return failed(words);
  }
}

const failed = (words: Words): PrintResult => ({ kind: 'failed', message: words('errors.print-failed.title') });

type Print = (bytes: Uint8Array, job: { readonly printer: string; readonly copies: number }) => Promise<void>;

/** `lp` takes the PDF on its input, so no file is made; the job's title says nothing about anybody. */
const printWithCups: Print = async (bytes, { printer, copies }) => {
  const words = ['-d', printer, '-n', String(copies), '-t', 'Diary Desk', '-o', 'media=A4', '-'];
  const lp = spawn('lp', words, { stdio: ['pipe', 'ignore', 'ignore'] });
  const ended = once(lp, 'close');
  lp.stdin.on('error', () => undefined).end(bytes);
  const [code] = await ended;
  if (code !== 0) throw new Error(`lp ended with ${code}`);
};

/** Windows prints from a file: a private one, gone as soon as the queue has taken it. */
const printOnWindows: Print = async (bytes, { printer, copies }) => {
  const { print } = await import('pdf-to-printer');
  const folder = await mkdtemp(join(tmpdir(), 'diary-desk-print-'));
  try {
    const file = join(folder, 'document.pdf');
    await writePrivately(file, bytes);
    await print(file, {
      printer,
      copies,
      paperSize: 'A4',
      scale: 'noscale',
      silent: true,
      sumatraPdfPath: pdfPrinter(),
    });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};

/** The viewer that `pdf-to-printer` drives lies beside the packed app, because nothing can be started from inside it. */
const pdfPrinter = () => join(process.resourcesPath, 'pdf-printer', 'SumatraPDF.exe');
