import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { applyOf, csv, dump, type ImportDesk, importFile, makeImportDesk, previewOf } from '../support/imports.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await makeImportDesk();
});
afterEach(() => desk.close());

const header = ['Фамилия', 'Имя', 'Дата рождения', 'Класс', 'Телефон ученика'];
const surnames = [
  'Белов',
  'Волков',
  'Громов',
  'Дроздов',
  'Ершов',
  'Жуков',
  'Зайцев',
  'Котов',
  'Лосев',
  'Орлов',
  'Рысев',
];

/** Eleven pupils of a class. */
function classRows(className: string, firstName = 'Пётр', phone = ''): string[][] {
  return surnames.map((surname, day) => [
    surname,
    firstName,
    `${String(day + 1).padStart(2, '0')}.02.2015`,
    className,
    phone,
  ]);
}

const fifthA = classRows('5А');
const fifthB = classRows('5Б', 'Иван');

const everyPile = ['new', 'changed', 'missing'] as const;

async function statuses() {
  const { rows } = await desk.client.pupils.list({ page: { limit: 500 } });
  return rows.filter(({ status }) => status !== 'active').map(({ name, status }) => `${name.surname} ${status}`);
}

describe('pupils whom a list leaves out', () => {
  test('a pupil whose row is refused is not missing', async () => {
    await importFile(desk, csv(header, ...fifthA));
    const [first = [], ...others] = fifthA;
    const unreadable = first.with(2, '31.02.2015');
    const preview = await previewOf(desk, desk.file(csv(header, unreadable, ...others)));
    expect(preview).toMatchObject({ coverage: 'classes', counts: { refused: 1, same: 10, missing: 0 } });
  });

  test('one of eleven is marked after the number is typed, and comes back with the next list', async () => {
    await importFile(desk, csv(header, ...fifthA));
    const before = await dump(desk.registry);
    const preview = await previewOf(
      desk,
      desk.file(csv(header, ...fifthA.slice(1), ['Яшин', 'Олег', '01.03.2015', '5А', ''])),
    );
    expect(preview).toMatchObject({ coverage: 'classes', counts: { missing: 1, same: 10, new: 1 } });
    expect(preview.holds).toEqual([]);
    const result = await applyOf(desk, preview, { piles: [...everyPile] });
    expect(result).toMatchObject({ toCheck: 1, pupilsCreated: 1 });
    expect(await statuses()).toEqual(['Белов to-check']);
    const again = await previewOf(desk, desk.file(csv(header, ...fifthA)));
    expect(again.counts).toMatchObject({ changed: 1, same: 10, missing: 1 });
    const { entries } = await desk.client.imports.entries({ previewId: again.previewId, pile: 'changed' });
    expect(entries[0]?.changes).toMatchObject([{ key: 'pupil.status', before: 'to-check', after: 'active' }]);
    await desk.client.imports.undo({ importId: result.importId });
    expect(await dump(desk.registry)).toEqual(before);
  });

  test('are left alone when the pile is not taken, or the pupil is left out', async () => {
    await importFile(desk, csv(header, ...fifthA));
    const file = desk.file(csv(header, ...fifthA.slice(1)));
    await applyOf(desk, await previewOf(desk, file));
    expect(await statuses()).toEqual([]);
    const preview = await previewOf(desk, file);
    const { entries } = await desk.client.imports.entries({ previewId: preview.previewId, pile: 'missing' });
    expect(entries).toMatchObject([{ rowNumber: 0, title: 'Белов Пётр', className: '5А' }]);
    await applyOf(desk, preview, {
      piles: [...everyPile],
      leavePupils: entries.flatMap(({ pupilId }) => pupilId ?? []),
    });
    expect(await statuses()).toEqual([]);
  });

  test('a file of a few, or one that is said to be a part, leaves nobody out', async () => {
    await importFile(desk, csv(header, ...fifthA));
    expect((await previewOf(desk, desk.file(csv(header, ...fifthA.slice(0, 3))))).counts.missing).toBe(0);
    const file = desk.file(csv(header, ...fifthA.slice(1)));
    expect((await previewOf(desk, file, { coverage: 'part' })).counts.missing).toBe(0);
  });

  test('only the classes that the file names count, unless it is the whole school', async () => {
    await importFile(desk, csv(header, ...fifthA, ...fifthB));
    const file = desk.file(csv(header, ...fifthA));
    expect(await previewOf(desk, file)).toMatchObject({ coverage: 'classes', counts: { missing: 0 } });
    const school = await previewOf(desk, file, { coverage: 'school' });
    expect(school.counts.missing).toBe(11);
    expect(school.holds).toEqual([
      { kind: 'many-leave', number: 11, of: 22, className: '' },
      { kind: 'class-emptied', number: 11, of: 11, className: '5Б' },
    ]);
  });
});

describe('brakes', () => {
  test('many who leave hold the import until both numbers are typed', async () => {
    await importFile(desk, csv(header, ...fifthA));
    const before = await dump(desk.registry);
    const preview = await previewOf(desk, desk.file(csv(header, ...fifthA.slice(3))));
    expect(preview.holds).toEqual([{ kind: 'many-leave', number: 3, of: 11, className: '5А' }]);
    const refused = {
      code: 'HELD',
      data: { reason: 'held-many-leave', params: { number: 3, of: 11, className: '5А' } },
    };
    await expect(applyOf(desk, preview, { piles: [...everyPile] })).rejects.toMatchObject(refused);
    const wrong = [{ kind: 'many-leave' as const, number: 2, className: '5А' }];
    await expect(applyOf(desk, preview, { piles: [...everyPile], confirmed: wrong })).rejects.toMatchObject(refused);
    expect(await dump(desk.registry)).toEqual(before);
    const result = await applyOf(desk, preview, {
      piles: [...everyPile],
      confirmed: [{ ...wrong[0], number: 3 } as never],
    });
    expect(result.toCheck).toBe(3);
    const report = await desk.client.imports.report({ importId: result.importId });
    expect(report).toMatchObject({
      confirmed: preview.holds,
      result: { toCheck: 3 },
      contents: ['class-list', 'contacts'],
    });
  });

  test('a rehearsal answers as the import would, and writes nothing', async () => {
    await importFile(desk, csv(header, ...fifthA));
    const before = await dump(desk.registry);
    const preview = await previewOf(desk, desk.file(csv(header, ...fifthA.slice(3))));
    const rehearse = (piles: readonly ('new' | 'changed' | 'missing')[]) =>
      desk.client.imports.rehearse({ previewId: preview.previewId, planHash: preview.planHash, piles: [...piles] });
    await expect(rehearse(everyPile)).rejects.toMatchObject({ code: 'HELD', data: { reason: 'held-many-leave' } });
    expect(await rehearse(['new', 'changed'])).toEqual({});
    expect(await dump(desk.registry)).toEqual(before);
    await importFile(desk, csv(header, ['Яшин', 'Олег', '01.03.2015', '5А', '']));
    await expect(rehearse(['new', 'changed'])).rejects.toMatchObject({ code: 'STALE_PLAN' });
  });

  test('without the missing pile nothing holds', async () => {
    await importFile(desk, csv(header, ...fifthA));
    await applyOf(desk, await previewOf(desk, desk.file(csv(header, ...fifthA.slice(3)))));
    expect(await statuses()).toEqual([]);
  });

  test('another file is told by its strangers', async () => {
    await importFile(desk, csv(header, ...fifthA));
    const preview = await previewOf(
      desk,
      desk.file(
        csv(
          header,
          ...classRows('5А').map(([surname = '', firstName = '', , ...rest]) => [
            `${surname}ский`,
            firstName,
            '09.09.2014',
            ...rest,
          ]),
        ),
      ),
      { coverage: 'part' },
    );
    expect(preview.holds).toEqual([{ kind: 'other-file', number: 11, of: 11, className: '' }]);
    await expect(applyOf(desk, preview)).rejects.toMatchObject({ data: { reason: 'held-other-file' } });
  });

  test('a first import and a new class are nobody strange', async () => {
    expect((await previewOf(desk, desk.file(csv(header, ...fifthA)))).holds).toEqual([]);
    await importFile(desk, csv(header, ...fifthA));
    expect((await previewOf(desk, desk.file(csv(header, ...fifthB)))).holds).toEqual([]);
  });

  test('refused rows make a file another one', async () => {
    const broken = fifthA.map((row, index) => (index < 6 ? ['', ...row.slice(1)] : row));
    expect((await previewOf(desk, desk.file(csv(header, ...broken)))).holds).toMatchObject([
      { kind: 'other-file', number: 6 },
    ]);
  });

  test('replaced values in most rows hold; filled ones do not', async () => {
    await importFile(desk, csv(header, ...fifthA));
    const filled = csv(header, ...classRows('5А', 'Пётр', '+7 926 123-45-67'));
    expect((await importFile(desk, filled)).preview).toMatchObject({ counts: { changed: 11 }, holds: [] });
    const replaced = await previewOf(desk, desk.file(csv(header, ...classRows('5А', 'Пётр', '+7 926 765-43-21'))));
    expect(replaced.holds).toEqual([{ kind: 'many-change', number: 11, of: 11, className: '' }]);
    const leaveFields = Array.from({ length: 5 }, (_, index) => ({ rowNumber: index + 2, key: 'pupil.phone' }));
    await expect(applyOf(desk, replaced)).rejects.toMatchObject({ data: { reason: 'held-many-change' } });
    expect(await applyOf(desk, replaced, { leaveFields })).toMatchObject({ pupilsChanged: 11 });
  });

  test('a class that would be emptied by moves is held under its name', async () => {
    await importFile(desk, csv(header, ...fifthA));
    const preview = await previewOf(desk, desk.file(csv(header, ...classRows('5Б'))));
    expect(preview.holds).toEqual([
      { kind: 'many-change', number: 11, of: 11, className: '' },
      { kind: 'class-emptied', number: 11, of: 11, className: '5А' },
    ]);
  });
});

describe('leavers', () => {
  test('leave on their day, and undo brings them back', async () => {
    await importFile(desk, csv(header, ...fifthA));
    const before = await dump(desk.registry);
    const titles = ['Фамилия', 'Имя', 'Дата рождения', 'Дата выбытия'];
    const preview = await previewOf(
      desk,
      desk.file(
        csv(titles, ['Белов', 'Пётр', '01.02.2015', '15.10.2026'], ['Чужой', 'Олег', '01.02.2015', '15.10.2026']),
      ),
    );
    expect(preview).toMatchObject({ contents: ['leavers'], counts: { changed: 1, refused: 1 } });
    const { entries } = await desk.client.imports.entries({ previewId: preview.previewId, pile: 'refused' });
    expect(entries[0]?.problems).toMatchObject([{ code: 'leaver-unknown' }]);
    const result = await applyOf(desk, preview);
    expect(result.left).toBe(1);
    expect(await statuses()).toEqual(['Белов left']);
    await desk.client.imports.undo({ importId: result.importId });
    expect(await dump(desk.registry)).toEqual(before);
  });
});
