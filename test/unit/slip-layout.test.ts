import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measure } from '../../main/registry/paper/measure.ts';
import { qrRows } from '../../main/registry/paper/slip-frame.ts';
import type { DrawItem } from '../../shared/contract/slips.ts';
import { familyFace, familySteps } from '../../shared/domain/diary-systems/family-steps.ts';
import type { SlipFormatId } from '../../shared/domain/slip-formats.ts';
import { type Area, sheetCount, slipAreas, slipSheet } from '../../shared/domain/slip-layout.ts';
import { askWords, type SlipContent } from '../../shared/domain/slip-texts.ts';
import { paper as english } from '../../shared/i18n/en/paper.ts';
import { paper as russian } from '../../shared/i18n/ru/paper.ts';
import { longSlipFrame, slipFrameForTests } from '../support/slip-frames.ts';
import { overlaps, type TextBox, textBoxes } from '../support/text-boxes.ts';

const letters = [...'абвгдежзийклмнопрстуфхцчшщыэюяёөү'];
const part = (longest: number) =>
  fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: longest }).map((word) => {
    const text = word.join('');
    return text.charAt(0).toUpperCase() + text.slice(1);
  });
const name = fc.tuple(part(40), part(25), fc.oneof(fc.constant(''), part(30))).map((words) => words.join(' ').trim());
const latin = (min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(...'bcdfghjkmw346789'), minLength: min, maxLength: max });
const code = fc.constantFrom(undefined, '0F8FAD5B-D9CB-469F-A165-70867728950E', 'Ш-47');
const slip: fc.Arbitrary<SlipContent> = fc.record({
  role: fc.constantFrom('pupil', 'guardian'),
  relation: fc.constantFrom('mother', 'trustee', undefined),
  name,
  className: fc.constantFrom('5А', '11Щ', 'ГКП 88А', ''),
  children: fc.array(fc.record({ name, className: fc.constantFrom('1А', '10Б', ''), code }), {
    minLength: 1,
    maxLength: 4,
  }),
  code,
  loginChanged: fc.boolean(),
  login: latin(4, 20),
  password: latin(10, 10),
  copyNumber: fc.constantFrom(1, 2, 11),
  expiresOn: fc.constantFrom('2027-08-31', null),
});
const codeWay = {
  whose: ['guardian'],
  steps: [
    'Войдите в дневник под своим логином.',
    'Откройте меню «Дети».',
    'Найдите «Код для получения услуги на МПГУ».',
  ],
} as const;
const azerbaijani = { ...slipFrameForTests, steps: familySteps.az, stepsFont: familyFace.az };
const chinese = { ...slipFrameForTests, steps: familySteps.zh, stepsFont: familyFace.zh };
const job = fc.record({
  perPage: fc.constantFrom<SlipFormatId>(1, 2, 4, 8, 12),
  frame: fc
    .constantFrom(slipFrameForTests, longSlipFrame, azerbaijani, chinese, {
      ...slipFrameForTests,
      responsiblePerson: '',
      steps: [],
    })
    .chain((frame) =>
      fc
        .record({
          qr: fc.constantFrom(undefined, qrRows(frame.diaryAddress)),
          logoAspect: fc.constantFrom(undefined, 0.4, 1, 6),
          codeName: fc.constantFrom('', 'Код для получения услуги на МПГУ'),
          codeWay: fc.constantFrom(undefined, codeWay),
        })
        .map((more) => ({ ...frame, ...more })),
    ),
  words: fc.constantFrom(russian, english),
  measure: fc.constant(measure),
});

/** Letters have no thickness here beyond this: rounding of a hundredth of a millimetre. */
const tolerance = 0.02;

function within(box: TextBox, area: Area): boolean {
  return (
    box.left >= area.xMm - tolerance &&
    box.right <= area.xMm + area.widthMm + tolerance &&
    box.top >= area.yMm - tolerance &&
    box.bottom <= area.yMm + area.heightMm + tolerance
  );
}

/** The room of a QR code with its quiet zone, and of a logo. */
function pictureBoxes(items: readonly DrawItem[]): readonly TextBox[] {
  return items.flatMap((item) => {
    if (item.kind === 'logo') {
      const { xMm, yMm, widthMm, heightMm } = item;
      return [{ text: 'logo', left: xMm, right: xMm + widthMm, top: yMm, bottom: yMm + heightMm }];
    }
    if (item.kind !== 'qr') return [];
    const quiet = (item.sideMm / item.rows.length) * 3;
    const { xMm: x, yMm: y, sideMm: side } = item;
    return [{ text: 'qr', left: x - quiet, right: x + side, top: y, bottom: y + side }];
  });
}

const textsOf = (items: readonly DrawItem[]) => items.flatMap((item) => (item.kind === 'text' ? [item.text] : []));

describe('a slip', () => {
  test('keeps every text inside its part of the cell, and no two texts touch', () => {
    fc.assert(
      fc.property(slip, job, (content, given) => {
        const sheet = slipSheet([content], 0, given);
        const boxes = textBoxes(sheet.items, measure);
        const { recipient, stub } = slipAreas(0, given.perPage);
        expect(boxes.filter((box) => !within(box, recipient) && !within(box, stub))).toEqual([]);
        expect(overlaps([...boxes, ...pictureBoxes(sheet.items)])).toEqual([]);
      }),
      { numRuns: 400, seed: 7 },
    );
  }, 60_000);

  test('shows login and password at 12 points or more, whatever else must shrink', () => {
    fc.assert(
      fc.property(slip, job, (content, given) => {
        const { items } = slipSheet([content], 0, given);
        const sizes = items.flatMap((item) =>
          item.kind === 'text' && item.text === content.password && item.font === 'mono-bold' ? [item.sizePt] : [],
        );
        expect(sizes).toHaveLength(1);
        expect(sizes[0]).toBeGreaterThanOrEqual(12);
      }),
      { numRuns: 200, seed: 8 },
    );
  });

  test('moves nothing when its password is masked', () => {
    fc.assert(
      fc.property(slip, job, (content, given) => {
        const mask = '•'.repeat(content.password.length);
        const drawn = slipSheet([content], 0, given).items;
        const masked = slipSheet([{ ...content, password: mask }], 0, given).items;
        const hide = (item: DrawItem) =>
          item.kind === 'text' && item.text === content.password ? { ...item, text: mask } : item;
        expect(masked).toEqual(drawn.map(hide));
      }),
      { numRuns: 100, seed: 9 },
    );
  });
});

const one: SlipContent = {
  ...{ role: 'pupil', name: 'Иванова Анна Петровна', className: '5А', children: [], login: 'ivanovaap' },
  ...{ password: 'b7k9x3v6mf', copyNumber: 1, expiresOn: '2027-08-31' },
};
const usual = { perPage: 8, frame: slipFrameForTests, words: russian, measure } as const;

test('a school name is the only text that may end in an ellipsis', () => {
  const cut = (frame: typeof slipFrameForTests) =>
    textsOf(slipSheet([one], 0, { ...usual, frame }).items).filter((text) => text.endsWith('…'));
  expect(cut(slipFrameForTests)).toEqual([]);
  expect(cut(longSlipFrame).every((text) => longSlipFrame.schoolName.includes(text.slice(0, -1)))).toBe(true);
});

test.each([
  ['first paper', one, '№ 12-1'],
  ['a copy', { ...one, copyNumber: 3 }, 'Экземпляр 3 · № 12-1'],
])('%s is numbered %s', (_, content, expected) => {
  expect(textsOf(slipSheet([content], 0, usual).items)).toContain(expected);
});

test.each([
  ['until a day', '2027-08-31', 'Действует до 31.08.2027'],
  ['for the period of study', null, 'Действует весь период обучения'],
])('is valid %s', (_, expiresOn, expected) => {
  expect(textsOf(slipSheet([{ ...one, expiresOn }], 0, usual).items)).toContain(expected);
});

test('sends a family without an appointed person to the class teacher, and hints at the browser only when asked', () => {
  const frame = {
    ...slipFrameForTests,
    responsiblePerson: '',
    responsibleRoom: '',
    responsibleHours: '',
    browserHint: false,
  };
  const text = textsOf(slipSheet([one], 0, { ...usual, frame }).items).join(' ');
  expect(text).toContain(russian.slip.askTeacher);
  expect(text).not.toContain(russian.slip.browserHint);
});

test.each([
  [0, 8, 0],
  [1, 8, 1],
  [8, 8, 1],
  [9, 8, 2],
  [9, 4, 3],
] as const)('%i slips at %i a page take %i sheets', (slips, perPage, sheets) => {
  expect(sheetCount(slips, perPage)).toBe(sheets);
});

test.each([
  ['204', 'Обратитесь: кабинет 204.', 'Ask room 204.'],
  ['12б', 'Обратитесь: кабинет 12б.', 'Ask room 12б.'],
  ['каб. 12', 'Обратитесь: каб. 12.', 'Ask каб. 12.'],
  ['', 'Обратитесь к классному руководителю.', 'Ask the class teacher.'],
])('where to go with a lost slip, when the school wrote the room as «%s»', (responsibleRoom, inRussian, inEnglish) => {
  const frame = { ...slipFrameForTests, responsiblePerson: '', responsibleHours: '', responsibleRoom };
  expect([askWords(frame, russian), askWords(frame, english)]).toEqual([inRussian, inEnglish]);
});
