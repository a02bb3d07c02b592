import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCliPlace, passphrase, runCliHere } from './cli-process.ts';

const place = makeCliPlace();
afterAll(place.remove);

const here = (words: readonly string[]) =>
  runCliHere(['import', ...words, '--registry', place.registry], { env: { DIARY_DESK_PASSPHRASE: passphrase } });

interface Child {
  readonly name?: string;
  readonly patronymic?: string;
}

const surnames = 'Белов Волков Громов Дроздов Ершов Жуков Зайцев Котов Лосев Орлов Рысев Соболев'.split(' ');

const row = (className: string, day: number, { name = 'Пётр', patronymic = 'Ильич' }: Child = {}) =>
  `${className};${surnames[day - 1]};${name} ${patronymic};м;${10 + day}.02.2016`;

/** Twelve pupils of a class. */
const wholeClass = (className: string, child: Child = {}) =>
  surnames.map((_, index) => row(className, index + 1, child));

const school = [...wholeClass('4А'), ...wholeClass('4Б', { name: 'Иван' })];

const everything = () => [place.json(['people']), place.json(['call', 'imports.list', '{}'])];
let before: readonly unknown[] = [];

beforeAll(() => {
  place.json(['create', '--school', 'Школа № 1', '--diary', 'regional']);
  place.json(['import', place.table('школа.csv', school)]);
  before = everything();
}, 60_000);

function untitled(): string {
  const path = join(place.folder, 'без названий.csv');
  writeFileSync(path, 'а,б,в\nСиницын,Пётр,7Д\n');
  return path;
}

/** What holds an import: the file, the reason on standard output, a word of the sentence, and what lets it through. */
const cases = [
  {
    what: 'a row with a mistake',
    file: () => place.table('ошибка.csv', ['4В;Орлова;Вера Петровна;ж;01.02.2016', '4В;;;ж;01.02.2016']),
    held: 'rows',
    says: '--accept',
    letsThrough: ['--accept', 'new'],
  },
  {
    what: 'a row that may be two pupils',
    file: () => place.table('двое.csv', ['4Б;Белов;Пётр Львович;м;11.02.2016']),
    held: 'rows',
    says: '--accept',
    letsThrough: ['--accept', 'new,changed'],
  },
  {
    what: 'columns that could not be guessed',
    file: untitled,
    held: 'mapping',
    says: '--fields',
    letsThrough: ['--fields', 'pupil.surname,pupil.firstName,pupil.className'],
  },
  {
    what: 'another file',
    file: () => place.table('чужой.csv', wholeClass('4А', { name: 'Глеб', patronymic: 'Львович' })),
    held: 'brakes',
    says: 'другой файл',
    letsThrough: ['--accept', 'new', '--confirm', '12'],
  },
  {
    what: 'many who would leave',
    file: () => place.table('короткий.csv', school.toSpliced(0, 3)),
    held: 'brakes',
    says: 'Много учеников выбывает',
    letsThrough: ['--confirm', '3'],
  },
  {
    what: 'many who would leave, unless only others are accepted',
    file: () =>
      place.table('короткий и новый.csv', [
        ...school.toSpliced(0, 3),
        row('4А', 1, { name: 'Глеб', patronymic: 'Львович' }),
      ]),
    held: 'brakes',
    says: 'Много учеников выбывает',
    letsThrough: ['--accept', 'new,changed'],
  },
  {
    what: 'too many changes',
    file: () => place.table('переименованы.csv', wholeClass('4А', { patronymic: 'Игоревич' })),
    held: 'brakes',
    says: 'Меняется слишком много',
    letsThrough: ['--confirm', '12'],
  },
  {
    what: 'a class that would be emptied',
    file: () => place.table('переведены.csv', [...wholeClass('4А'), ...wholeClass('5Б', { name: 'Иван' })]),
    held: 'brakes',
    says: 'никого не останется',
    letsThrough: ['--confirm', '12'],
  },
] as const;

describe('a dry run of what would be held', { timeout: 120_000 }, () => {
  test.each(cases)('$what: the same answer as the import', async (one) => {
    const file = one.file();
    const held = await here([file, '--json']);
    expect([held.code, held.err]).toEqual([2, expect.stringContaining(one.says)]);
    const dry = await here([file, '--dry-run', '--json']);
    expect([dry.code, dry.err]).toEqual([2, held.err]);
    expect(JSON.parse(dry.out)).toMatchObject({ held: one.held, preview: { fileName: expect.any(String) } });
    expect(withoutId(dry.out)).toEqual(withoutId(held.out));
    const through = await here([file, '--dry-run', '--json', ...one.letsThrough]);
    expect([through.code, through.err, Object.keys(JSON.parse(through.out))]).toEqual([0, '', ['preview']]);
  });

  test('says the same to a person', async () => {
    const file = place.table('короткий для людей.csv', school.toSpliced(0, 3));
    expect(await here([file, '--dry-run'])).toEqual(await here([file]));
  });

  test('has written nothing, and neither has what was held', () => {
    expect(everything()).toEqual(before);
  });
});

/** A preview's own number is drawn by chance. */
function withoutId(out: string): unknown {
  const { preview, ...rest } = JSON.parse(out);
  return { ...rest, preview: { ...preview, previewId: '' } };
}
