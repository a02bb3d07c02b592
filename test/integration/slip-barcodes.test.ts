import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BinaryBitmap, Code39Reader, HybridBinarizer, RGBLuminanceSource } from '@zxing/library';
import { expect, test } from 'vitest';
import { measure } from '../../main/registry/paper/measure.ts';
import { drawPdf } from '../../main/registry/paper/pdf.ts';
import { cellsOf, type SlipFormatId } from '../../shared/domain/slip-formats.ts';
import { slipAreas, slipSheets } from '../../shared/domain/slip-layout.ts';
import type { SlipContent } from '../../shared/domain/slip-texts.ts';
import { paper } from '../../shared/i18n/ru/paper.ts';
import { slipFrameForTests } from '../support/slip-frames.ts';

const dotsPerInch = 400;
const dots = (mm: number) => Math.round((mm / 25.4) * dotsPerInch);

const common = { copyNumber: 1, expiresOn: '2027-08-31', className: '11А', children: [] };
const children = [
  { name: 'Ли Ян', className: '5А' },
  { name: 'Ли Анна', className: '11Б' },
];
const slips: readonly SlipContent[] = [
  { ...common, role: 'pupil', name: 'Ли Ян', login: 'liya', password: '84025173' },
  { ...common, role: 'pupil', name: 'Иванова Анна Петровна', login: 'ivanovaap', password: 'b7k9x3v6mf' },
  {
    ...{ ...common, role: 'guardian', relation: 'trustee', children, login: 'konstantinopolskayev' },
    ...{ name: 'Константинопольская-Преображенская Елизавета Владиславовна', password: 'akula-brelok-gitara-zontik' },
  },
];

async function firstPage(perPage: SlipFormatId, batch: number | null) {
  const many = Array.from({ length: cellsOf(perPage) }, (_, place) => slips[place % slips.length]);
  const frame = { ...slipFrameForTests, batch };
  const job = { perPage, frame, words: paper, measure };
  const folder = mkdtempSync(join(tmpdir(), 'diary-desk-barcodes-'));
  try {
    const sheets = slipSheets(
      many.flatMap((slip) => slip ?? []),
      job,
    );
    writeFileSync(join(folder, 'slips.pdf'), await drawPdf(sheets, { title: 'slips', language: 'ru' }));
    const picture = join(folder, 'page');
    execFileSync('pdftoppm', ['-gray', '-singlefile', '-r', `${dotsPerInch}`, join(folder, 'slips.pdf'), picture]);
    return readFileSync(`${picture}.pgm`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a scanner reads on the stub of one cell. */
function scan(pgm: Buffer, perPage: SlipFormatId, place: number): string | undefined {
  const [head = '', width = ''] = /^P5\s+(\d+)\s+\d+\s+255\s/.exec(pgm.toString('latin1', 0, 40)) ?? [];
  const { stub } = slipAreas(place, perPage);
  const [columns, rows] = [dots(stub.widthMm), dots(stub.heightMm)];
  const part = new Uint8ClampedArray(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    const from = head.length + (dots(stub.yMm) + row) * Number(width) + dots(stub.xMm);
    part.set(pgm.subarray(from, from + columns), row * columns);
  }
  try {
    const bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(part, columns, rows)));
    return new Code39Reader().decode(bitmap, new Map([[3, true]]) as never).getText();
  } catch {
    return undefined;
  }
}

test.each<SlipFormatId>([1, 2, 4, 8])(
  'a scanner reads the number of every slip on its stub, %s a page',
  async (perPage) => {
    const page = await firstPage(perPage, 128);
    const numbers = Array.from({ length: cellsOf(perPage) }, (_, place) => `128-${place + 1}`);
    expect(numbers.map((_, place) => scan(page, perPage, place))).toEqual(numbers);
  },
);

test('a slip that has no number yet has nothing to scan', async () => {
  expect(scan(await firstPage(4, null), 4, 0)).toBeUndefined();
});
