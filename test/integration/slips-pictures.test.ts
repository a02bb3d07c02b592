import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { measure } from '../../main/registry/paper/measure.ts';
import { drawPdf } from '../../main/registry/paper/pdf.ts';
import { qrRows } from '../../main/registry/paper/slip-frame.ts';
import type { SlipBlock } from '../../shared/contract/slip-templates.ts';
import type { FamilyLanguage } from '../../shared/contract/slips.ts';
import { familyFace, familySteps } from '../../shared/domain/diary-systems/family-steps.ts';
import { cellsOf, type SlipFormatId } from '../../shared/domain/slip-formats.ts';
import { type SlipJob, slipAreas, slipSheets } from '../../shared/domain/slip-layout.ts';
import type { SlipContent } from '../../shared/domain/slip-texts.ts';
import { paper as english } from '../../shared/i18n/en/paper.ts';
import { paper as russian } from '../../shared/i18n/ru/paper.ts';
import { pdfWords, poppler } from '../support/pdf-text.ts';
import { slipFrameForTests } from '../support/slip-frames.ts';

const address = 'diary.example.ru';
const dotsPerInch = 200;
const cut: readonly SlipFormatId[] = [1, 2, 4, 8, 12];
const labels: readonly SlipFormatId[] = ['3x8', '3x7', '2x8', '2x7', '2x4'];
const frame = { ...slipFrameForTests, qr: qrRows(address) };
const common = { copyNumber: 1, expiresOn: '2027-08-31', className: '5А', children: [] };

/** The longest and the shortest names, Latin and Cyrillic, with and without a patronymic. */
const slips: readonly SlipContent[] = [
  { ...common, role: 'pupil', name: 'Иванова Анна Петровна', login: 'ivanovaap', password: 'b7k9x3v6mf' },
  { ...common, role: 'pupil', name: 'Ли Ян', login: 'liya', password: '84025173' },
  { ...common, role: 'pupil', name: 'O’Connor Jo', login: 'oconnorj', password: 'c8m3h7r9pw' },
  {
    ...{ ...common, role: 'guardian', relation: 'mother', children: [{ name: 'Ли Ян', className: '5А' }] },
    ...{ name: 'Константинопольская-Преображенская Елизавета Владиславовна', login: 'konstantinopolskayev' },
    password: 'akula-brelok-gitara-zontik',
  },
];

type Words = typeof russian | typeof english;
type More = Partial<Pick<SlipJob, 'startCell' | 'blocks'>>;

function draw(perPage: SlipFormatId, words: Words, more: More = {}): Promise<Uint8Array> {
  const many = Array.from({ length: cellsOf(perPage) }, (_, place) => slips[place % slips.length] ?? slips[0]);
  const contents = many.flatMap((slip) => (slip ? [slip] : []));
  const sheets = slipSheets(contents, { perPage, frame, words, measure, ...more });
  return drawPdf(sheets, { title: words.slip.title, language: 'ru' });
}

/** The first page of a PDF as a picture. */
function picture(pdf: Uint8Array): PNG {
  const folder = mkdtempSync(join(tmpdir(), 'diary-desk-pictures-'));
  try {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, pdf);
    execFileSync('pdftoppm', ['-r', String(dotsPerInch), '-png', '-singlefile', file, join(folder, 'page')]);
    const page = readdirSync(folder).find((name) => name.endsWith('.png')) ?? '';
    return PNG.sync.read(readFileSync(join(folder, page)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a decoder of its own reads in one cell of the picture. */
function decodeCell(page: PNG, place: number, perPage: SlipFormatId): string | undefined {
  const { xMm, yMm, widthMm, heightMm } = slipAreas(place, perPage).cell;
  const dots = (mm: number) => Math.round((mm / 25.4) * dotsPerInch);
  const [left, top, width, height] = [dots(xMm), dots(yMm), dots(widthMm), dots(heightMm)];
  const part = new PNG({ width, height });
  PNG.bitblt(page, part, left, top, Math.min(width, page.width - left), Math.min(height, page.height - top), 0, 0);
  return jsQR(new Uint8ClampedArray(part.data), width, height)?.data;
}

describe.each(cut)('slips, %s a page', (perPage) => {
  test.each([
    ['Russian', russian],
    ['English', english],
  ])('in %s carry a QR code that reads as exactly the address', async (_, words) => {
    const page = picture(await draw(perPage, words));
    const places = Array.from({ length: cellsOf(perPage) }, (__, place) => place);
    expect(places.map((place) => decodeCell(page, place, perPage))).toEqual(places.map(() => `https://${address}`));
  });

  test.each(['small', 'large'] as const)(
    'by an own slip carry one in %s that reads as exactly the address',
    async (size) => {
      const kinds = ['name', 'login', 'password', 'qr'] as const;
      const blocks = kinds.map((kind): SlipBlock => ({ kind, text: '', size, half: false }));
      const page = picture(await draw(perPage, russian, { blocks }));
      const places = Array.from({ length: cellsOf(perPage) }, (__, place) => place);
      expect(places.map((place) => decodeCell(page, place, perPage))).toEqual(places.map(() => `https://${address}`));
    },
  );
});

describe.each([...cut, ...labels])('a sheet of %s', (perPage) => {
  test('embeds its fonts, has no blank page, and its text can be extracted whole, cell by cell', async () => {
    const pdf = await draw(perPage, russian);
    const fonts = poppler('pdffonts', pdf).split('\n').slice(2).filter(Boolean);
    expect(fonts.length).toBeGreaterThan(2);
    expect(fonts.every((line) => /\byes\s+yes\s+yes\b/.test(line))).toBe(true);
    expect(poppler('pdfinfo', pdf)).toMatch(/Pages:\s+1\b/);
    const words = pdfWords(pdf);
    for (let place = 0; place < cellsOf(perPage); place += 1) {
      const { cell, recipient } = slipAreas(place, perPage);
      const inCell = words.filter(({ xMm, yMm }) => {
        return xMm > cell.xMm && xMm < cell.xMm + cell.widthMm && yMm > cell.yMm && yMm < cell.yMm + cell.heightMm;
      });
      const { login = '', password = '' } = slips[place % slips.length] ?? {};
      expect(inCell.filter(({ text }) => text === password)).toHaveLength(1);
      expect(inCell.some(({ text }) => text === login)).toBe(true);
      const edges = [recipient.yMm - 0.1, cell.yMm + cell.heightMm];
      expect(inCell.every(({ yMm }) => yMm > (edges[0] ?? 0) && yMm < (edges[1] ?? 0))).toBe(true);
    }
  });
});

test('labels begin at the first cell that is still on the sheet', async () => {
  const words = pdfWords(await draw('3x8', russian, { startCell: 5 }));
  const { cell } = slipAreas(4, '3x8');
  const first = words.find(({ text }) => text === 'b7k9x3v6mf');
  expect(first?.xMm).toBeGreaterThan(cell.xMm);
  expect(first?.yMm).toBeGreaterThan(cell.yMm);
  expect(words.filter(({ page, yMm }) => page === 0 && yMm < cell.yMm)).toEqual([]);
  expect(Math.max(...words.map(({ page }) => page))).toBe(1);
});

describe.each(Object.keys(familySteps) as FamilyLanguage[])('steps in %s', (language) => {
  test.each<SlipFormatId>([1, 2, 4])('are read back from the PDF letter by letter, %s a page', async (perPage) => {
    const theirs = { ...frame, steps: familySteps[language], stepsFont: familyFace[language] };
    const sheets = slipSheets(slips.slice(0, 1), { perPage, frame: theirs, words: russian, measure });
    const pdf = await drawPdf(sheets, { title: language, language: 'ru' });
    const text = poppler('pdftotext', pdf).replace(/\s+/g, '');
    for (const step of familySteps[language]) expect(text).toContain(step.replace(/\s+/g, ''));
  });
});

test('the QR code is the address and nothing else', () => {
  expect(qrRows('')).toBeUndefined();
  expect(qrRows('https://school7.eljur.ru')).toEqual(qrRows('school7.eljur.ru'));
  expect(new Set(qrRows(address)?.map((row) => row.length)).size).toBe(1);
});
