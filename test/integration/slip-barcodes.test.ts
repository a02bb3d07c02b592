import {
  BinaryBitmap,
  Code39Reader,
  DecodeHintType,
  HybridBinarizer,
  NotFoundException,
  RGBLuminanceSource,
} from '@zxing/library';
import { expect, test } from 'vitest';
import { measure } from '../../main/registry/paper/measure.ts';
import { drawPdf } from '../../main/registry/paper/pdf.ts';
import { cellsOf, type SlipFormatId } from '../../shared/domain/slip-formats.ts';
import { slipAreas, slipSheets } from '../../shared/domain/slip-layout.ts';
import type { SlipContent } from '../../shared/domain/slip-texts.ts';
import { paper } from '../../shared/i18n/ru/paper.ts';
import { cutOut, type Picture, pagePictures } from '../support/page-pictures.ts';
import { slipFrameForTests } from '../support/slip-frames.ts';

const dotsPerInch = 400;

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

async function firstPage(perPage: SlipFormatId, batch: number | null): Promise<Picture> {
  const many = Array.from({ length: cellsOf(perPage) }, (_, place) => slips[place % slips.length] ?? slips[0]);
  const job = { perPage, frame: { ...slipFrameForTests, batch }, words: paper, measure };
  const sheets = slipSheets(
    many.flatMap((slip) => slip ?? []),
    job,
  );
  const [page] = pagePictures(await drawPdf(sheets, { title: 'slips', language: 'ru' }), dotsPerInch);
  if (page === undefined) throw new Error('no page');
  return page;
}

/** What a scanner reads on the stub of one cell. */
function scan(page: Picture, perPage: SlipFormatId, place: number): string | undefined {
  const { width, height, greys } = cutOut(page, slipAreas(place, perPage).stub);
  try {
    const source = new RGBLuminanceSource(new Uint8ClampedArray(greys), width, height);
    const harder = new Map([[DecodeHintType.TRY_HARDER, true]]);
    return new Code39Reader().decode(new BinaryBitmap(new HybridBinarizer(source)), harder).getText();
  } catch (error) {
    if (error instanceof NotFoundException) return undefined;
    throw error;
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
