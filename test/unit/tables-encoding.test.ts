import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../shared/demo/random.ts';
import { makeSchool, type RosterPupil } from '../../shared/demo/rosters.ts';
import { decode, detectEncoding, type Encoding, encodeText } from '../../shared/tables/encoding.ts';

const ENCODINGS: readonly Encoding[] = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1251',
  'ibm866',
  'koi8-r',
  'x-mac-cyrillic',
];
const SINGLE_BYTE = ENCODINGS.slice(3);

const CASES = {
  mixed: (text: string) => text,
  upper: (text: string) => text.toUpperCase(),
  lower: (text: string) => text.toLowerCase(),
};

function rosterText(seed: number, rows: number, header: boolean): string {
  const { pupils } = makeSchool({ seed, pupils: rows });
  const lines = pupils.map((pupil) => rowOf(pupil));
  return [...(header ? ['Класс;Фамилия;Имя Отчество;Пол;Дата рождения'] : []), ...lines, ''].join('\r\n');
}

function rowOf({ className, surname, firstName, patronymic, sex, birthDate }: RosterPupil): string {
  return [className, surname, `${firstName} ${patronymic}`, sex === 'male' ? 'м' : 'ж', birthDate].join(';');
}

describe('detecting the encoding of a roster', () => {
  const trials = ENCODINGS.flatMap((encoding) =>
    Object.keys(CASES).flatMap((letters) => [true, false].map((header) => ({ encoding, letters, header }))),
  );

  test.each(trials)('$encoding, $letters case, header $header, 1 to 30 rows', ({ encoding, letters, header }) => {
    const recase = CASES[letters as keyof typeof CASES];
    const wrong = [1, 2, 3, 5, 10, 30].flatMap((rows) =>
      [11, 12, 13, 14, 15].filter((seed) => {
        const text = recase(rosterText(seed * 100 + rows, rows, header));
        const bytes = encodeText(text, encoding).bytes;
        return decode(bytes, detectEncoding(bytes).encoding) !== text;
      }),
    );
    expect(wrong).toEqual([]);
  });

  test.each(ENCODINGS.slice(0, 3))('a byte order mark decides: %s', (encoding) => {
    const { bytes } = encodeText('имя;класс', encoding, { bom: true });
    expect(detectEncoding(bytes)).toEqual({ encoding, bom: true, sure: true });
    expect(decode(bytes, encoding)).toBe('имя;класс');
  });

  test('a doubled mark is taken off as well', () => {
    const { bytes } = encodeText('\uFEFFимя', 'utf-8', { bom: true });
    expect(decode(bytes, 'utf-8')).toBe('имя');
  });

  test('plain ASCII is UTF-8', () => {
    expect(detectEncoding(new TextEncoder().encode('name;class\r\n'))).toEqual({
      encoding: 'utf-8',
      bom: false,
      sure: true,
    });
  });

  test.each([65_535, 65_536, 65_537, 65_538])('a letter cut at the end of the sample, %i bytes in', (length) => {
    const text = `${'x'.repeat(length % 2)}${'я'.repeat(40_000)}`;
    expect(detectEncoding(new TextEncoder().encode(text)).encoding).toBe('utf-8');
  });

  test('Russian that starts far into the file still counts', () => {
    const text = `${'name;class;\r\n'.repeat(8000)}${rosterText(5, 10, false)}`;
    for (const encoding of SINGLE_BYTE) {
      expect(detectEncoding(encodeText(text, encoding).bytes).encoding).toBe(encoding);
    }
  });

  test('UTF-8 with one foreign byte stays UTF-8, but not for sure', () => {
    const { bytes } = encodeText(rosterText(6, 20, true), 'utf-8');
    const damaged = new Uint8Array([...bytes.subarray(0, bytes.length - 2), 0xcf, 0x0d, 0x0a]);
    expect(detectEncoding(damaged)).toEqual({ encoding: 'utf-8', bom: false, sure: false });
  });

  test('a few letters are a guess, a list is sure', () => {
    for (const encoding of SINGLE_BYTE) {
      expect(detectEncoding(encodeText('Ян;5А', encoding).bytes).sure).toBe(false);
      expect(detectEncoding(encodeText(rosterText(8, 10, true), encoding).bytes)).toEqual({
        encoding,
        bom: false,
        sure: true,
      });
    }
  });

  test.each([[new Uint8Array()], [new Uint8Array([0xff])], [new Uint8Array([0x98, 0x00])]])(
    'never fails: %o',
    (bytes) => {
      expect(ENCODINGS).toContain(detectEncoding(bytes).encoding);
    },
  );
});

describe('encoding text', () => {
  test.each(SINGLE_BYTE)('%s has a place for every letter that it decodes to', (encoding) => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    expect([...encodeText(decode(bytes, encoding), encoding).bytes]).toEqual([...bytes]);
  });

  test('letters without a place are named once and replaced', () => {
    const { bytes, lost } = encodeText('Гөлназ Сөләйманова 😀', 'windows-1251');
    expect(lost).toEqual(['ө', 'ә', '😀']);
    expect(decode(bytes, 'windows-1251')).toBe('Г?лназ С?л?йманова ?');
  });

  test('whatever is written in Unicode is read back', () => {
    const unicode = fc.constantFrom<Encoding>('utf-8', 'utf-16le', 'utf-16be');
    const text = fc.string({ unit: 'binary' }).filter((value) => !value.startsWith('\uFEFF'));
    fc.assert(
      fc.property(unicode, text, fc.boolean(), (encoding, value, bom) => {
        expect(decode(encodeText(value, encoding, { bom }).bytes, encoding)).toBe(value);
      }),
    );
  });
});

test('the same seed gives the same numbers, another seed others', () => {
  const draw = (seed: number) => Array.from({ length: 5 }, () => seededRandom(seed).int(1000));
  const sequence = (seed: number) => {
    const random = seededRandom(seed);
    return Array.from({ length: 20 }, () => random.int(1000));
  };
  expect(draw(1)).toEqual(draw(1));
  expect(sequence(1)).toEqual(sequence(1));
  expect(sequence(1)).not.toEqual(sequence(2));
});
