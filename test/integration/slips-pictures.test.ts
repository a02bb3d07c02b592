import jsQR from 'jsqr';
import { describe, expect, test } from 'vitest';
import { measure } from '../../main/registry/paper/measure.ts';
import { drawPdf } from '../../main/registry/paper/pdf.ts';
import { qrRows } from '../../main/registry/paper/slip-frame.ts';
import type { SlipBlock } from '../../shared/contract/slip-templates.ts';
import type { FamilyLanguage } from '../../shared/contract/slips.ts';
import { familyFace, familySteps } from '../../shared/domain/diary-systems/family-steps.ts';
import { cellsOf, type SlipFormatId } from '../../shared/domain/slip-formats.ts';
import { type Area, type SlipJob, slipAreas, slipSheets } from '../../shared/domain/slip-layout.ts';
import type { SlipContent } from '../../shared/domain/slip-texts.ts';
import { paper as english } from '../../shared/i18n/en/paper.ts';
import { paper as russian } from '../../shared/i18n/ru/paper.ts';
import { cutOut, type Picture, pagePictures } from '../support/page-pictures.ts';
import { pdfWords, poppler } from '../support/pdf-text.ts';
import { slipFrameForTests } from '../support/slip-frames.ts';

const address = 'diary.example.ru';
const dotsPerInch = 200;
const cut: readonly SlipFormatId[] = [1, 2, 4, 8, 12];
const labels: readonly SlipFormatId[] = ['3x8', '3x7', '2x8', '2x7', '2x4'];
/** The small labels hold no code: a telephone would not read it beside a login and a password of 12 points. */
const withoutCode = labels.filter((sheet) => sheet !== '2x4');
const withCode: readonly SlipFormatId[] = [...cut, '2x4'];
const frame = { ...slipFrameForTests, qr: qrRows(address) };
const common = { copyNumber: 1, expiresOn: '2027-08-31', className: '5А', children: [] };

/** The longest and the shortest names, Cyrillic and Latin, each with and without a patronymic. */
const names = [
  'Константинопольская-Преображенская Елизавета Владиславовна',
  'Константинопольская-Преображенская Елизавета',
  'Ли Ян Ли',
  'Ли Ян',
  'Wolfeschlegelsteinhausen-Featherstonehaugh Josephine Bartholomew',
  'O’Connor-Featherstonehaugh Josephine',
  'Ng Jo Li',
  'Ng Jo',
] as const;

const secrets = [
  { login: 'konstantinopolskayev', password: 'akula-brelok-gitara-zontik' },
  { login: 'liya', password: '84025173' },
  { login: 'ivanovaap', password: 'b7k9x3v6mf' },
] as const;

/** A pupil with each of the names, then a mother whose child has the longest one. */
const slips: readonly SlipContent[] = names.flatMap((name, place): SlipContent[] => {
  const [own, other] = [secrets[place % 3] ?? secrets[0], secrets[(place + 1) % 3] ?? secrets[0]];
  const children = [{ name: names[0], className: '11А' }];
  return [
    { ...common, ...own, role: 'pupil', name },
    { ...common, ...other, role: 'guardian', relation: 'mother', className: '', children, name, copyNumber: 2 },
  ];
});

type Words = typeof russian | typeof english;
type More = Partial<Pick<SlipJob, 'startCell' | 'blocks'> & { contents: readonly SlipContent[] }>;

/** Everybody, and again from the first until the last sheet is full. */
function everybodyOn(perPage: SlipFormatId): readonly SlipContent[] {
  const cells = cellsOf(perPage);
  const count = Math.ceil(slips.length / cells) * cells;
  return Array.from({ length: count }, (_, place) => slips[place % slips.length] ?? slips[0]).flatMap(
    (slip) => slip ?? [],
  );
}

function draw(perPage: SlipFormatId, words: Words, more: More = {}): Promise<Uint8Array> {
  const { contents = everybodyOn(perPage), ...job } = more;
  const sheets = slipSheets(contents, { perPage, frame, words, measure, ...job });
  return drawPdf(sheets, { title: words.slip.title, language: 'ru' });
}

const pictures = (pdf: Uint8Array) => pagePictures(pdf, dotsPerInch);

/** What a decoder of its own reads in one cell of the picture. */
function decodeCell(page: Picture, place: number, perPage: SlipFormatId): string | undefined {
  const { width, height, greys } = cutOut(page, slipAreas(place, perPage).cell);
  const colours = new Uint8ClampedArray(width * height * 4);
  for (const [dot, grey] of greys.entries()) colours.fill(grey, dot * 4, dot * 4 + 4);
  return jsQR(colours, width, height, { inversionAttempts: 'dontInvert' })?.data;
}

/** Every code on every page, cell by cell; a place before the start cell has none. */
const decoded = (pages: readonly Picture[], perPage: SlipFormatId) =>
  pages.flatMap((page) => Array.from({ length: cellsOf(perPage) }, (_, place) => decodeCell(page, place, perPage)));

const exact = `https://${address}`;

test.each(withCode.flatMap((perPage) => (['small', 'large'] as const).map((size) => [perPage, size] as const)))(
  'by an own slip, %s a page, a QR code in %s reads as exactly the address',
  async (perPage, size) => {
    const kinds = ['name', 'login', 'password', 'qr'] as const;
    const blocks = kinds.map((kind): SlipBlock => ({ kind, text: '', size, half: false }));
    const contents = everybodyOn(perPage).slice(0, Math.max(2, cellsOf(perPage)));
    const codes = decoded(pictures(await draw(perPage, russian, { blocks, contents })), perPage);
    expect(codes).toEqual(contents.map(() => exact));
  },
  60_000,
);

test('large labels carry the QR code from the first cell that is still on the sheet, and none before it', async () => {
  const startCell = 6;
  const codes = decoded(pictures(await draw('2x4', russian, { startCell })), '2x4');
  const before = Array.from({ length: startCell - 1 }, () => undefined);
  const printed = everybodyOn('2x4').map(() => exact);
  expect(codes).toEqual([...before, ...printed, ...Array.from({ length: 9 - startCell }, () => undefined)]);
});

test.each(withoutCode)(
  'on labels of %s the address is printed in letters: a code would be too small to read',
  (perPage) => {
    const sheets = [...slipSheets(slips, { perPage, frame, words: russian, measure })];
    expect(sheets.flatMap(({ items }) => items).filter(({ kind }) => kind === 'qr')).toEqual([]);
    const addresses = sheets
      .flatMap(({ items }) => items)
      .filter((item) => item.kind === 'text' && item.text === address);
    expect(addresses).toHaveLength(slips.length);
  },
);

/** How dark the darkest dot of a strip of a picture is; 255 is white paper. */
function darkest(page: Picture, area: Area): number {
  return cutOut(page, area).greys.reduce((least, grey) => Math.min(least, grey), 255);
}

/** The strips just inside a recipient's part's left, right and upper edges, where nothing may be printed. */
function edgesOf(perPage: SlipFormatId, place: number): readonly Area[] {
  const { cell, recipient } = slipAreas(place, perPage);
  const [inMm, thickMm] = [0.6, 0.8];
  const side = { yMm: cell.yMm + 2.4, widthMm: thickMm, heightMm: recipient.heightMm };
  return [
    { ...side, xMm: cell.xMm + inMm },
    { ...side, xMm: cell.xMm + cell.widthMm - inMm - thickMm },
    { xMm: cell.xMm + 2.4, yMm: cell.yMm + inMm, widthMm: cell.widthMm - 4.8, heightMm: thickMm },
  ];
}

describe.each([...cut, ...labels])(
  'a sheet of %s',
  (perPage) => {
    const contents = everybodyOn(perPage);
    const cells = cellsOf(perPage);

    test('embeds its fonts, has no blank page, and its text can be extracted whole, cell by cell', async () => {
      const pdf = await draw(perPage, russian);
      const fonts = poppler('pdffonts', pdf).split('\n').slice(2).filter(Boolean);
      expect(fonts.length).toBeGreaterThan(2);
      expect(fonts.every((line) => /\byes\s+yes\s+yes\b/.test(line))).toBe(true);
      expect(poppler('pdfinfo', pdf)).toMatch(new RegExp(`Pages:\\s+${contents.length / cells}\\b`));
      const words = pdfWords(pdf);
      for (const [index, { name, login, password }] of contents.entries()) {
        const { cell, recipient } = slipAreas(index % cells, perPage);
        const inCell = words.filter(({ page, xMm, yMm }) => {
          if (page !== Math.floor(index / cells)) return false;
          return xMm > cell.xMm && xMm < cell.xMm + cell.widthMm && yMm > cell.yMm && yMm < cell.yMm + cell.heightMm;
        });
        const texts = inCell.map(({ text }) => text);
        expect(texts.filter((text) => text === password)).toHaveLength(1);
        expect(texts).toContain(login);
        expect(texts.join('')).toContain(name.replaceAll(' ', ''));
        const edges = [recipient.yMm - 0.1, cell.yMm + cell.heightMm];
        expect(inCell.every(({ yMm }) => yMm > (edges[0] ?? 0) && yMm < (edges[1] ?? 0))).toBe(true);
      }
    });

    test.each([
      ['Russian', russian],
      ['English', english],
    ])(
      'in %s is a picture whose names stay off the edges and whose QR codes read as exactly the address',
      async (_, words) => {
        const seen = pictures(await draw(perPage, words));
        expect(seen).toHaveLength(contents.length / cells);
        for (const [index, { name }] of contents.entries()) {
          const page = seen[Math.floor(index / cells)];
          if (page === undefined) throw new Error('a page is missing');
          const place = index % cells;
          expect(darkest(page, slipAreas(place, perPage).recipient), name).toBeLessThan(64);
          expect(
            edgesOf(perPage, place).map((edge) => darkest(page, edge)),
            name,
          ).toEqual([255, 255, 255]);
        }
        if (withCode.includes(perPage)) expect(decoded(seen, perPage)).toEqual(contents.map(() => exact));
      },
    );
  },
  60_000,
);

test.each([...cut, ...labels])(
  '%s: a mark to cut by at every corner of every slip, none where labels come apart',
  async (perPage) => {
    const [page] = pictures(await draw(perPage, russian));
    if (page === undefined) throw new Error('there is no page');
    const marked = Array.from({ length: cellsOf(perPage) }, (_, place) => {
      const { xMm, yMm, widthMm, heightMm } = slipAreas(place, perPage).cell;
      return [xMm, xMm + widthMm].flatMap((x) =>
        [yMm, yMm + heightMm].map((y) => darkest(page, { xMm: x - 1, yMm: y - 1, widthMm: 2, heightMm: 2 }) < 128),
      );
    }).flat();
    expect(new Set(marked)).toEqual(new Set([cut.includes(perPage)]));
  },
  60_000,
);

test('labels begin at the first cell that is still on the sheet', async () => {
  const words = pdfWords(await draw('3x8', russian, { startCell: 5 }));
  const { cell } = slipAreas(4, '3x8');
  const first = words.find(({ text }) => text === slips[0]?.password);
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
