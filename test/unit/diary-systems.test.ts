import { describe, expect, test } from 'vitest';
import { diarySystems, findDiarySystem } from '../../shared/domain/diary-systems/index.ts';

const table = [
  ['gshis', 'pupil-or-guardian', 'text', ''],
  ['mrko', 'guardian', 'text', ''],
  ['oezhd', 'guardian', 'guid', 'dnevnik.mos.ru'],
  ['korus', 'guardian', 'guid', ''],
  ['dnevnik-ru', 'guardian', 'text', ''],
  ['j-journal', 'guardian', 'guid', ''],
  ['eljur', 'guardian', 'guid', '{school}.eljur.ru'],
  ['in-class', 'school', 'guid', ''],
  ['avers', 'school', 'guid', ''],
  ['medalist-1', 'school-looks-up', 'guid', ''],
  ['medalist-2', 'school-looks-up', 'guid', ''],
  ['rosdnevnik', 'vendor-support', 'guid', 'rosdnevnik.ru'],
  ['rujel', 'application', 'guid', ''],
  ['portal-direct', 'none', undefined, 'mos.ru'],
  ['portal-login', 'none', undefined, 'mos.ru'],
  ['regional', 'none', undefined, ''],
  ['other', 'school', 'text', ''],
];

test('the systems of the guides, who obtains the code, its format and the address', () => {
  const brief = diarySystems.map(({ id, whoObtainsCode, codeFormat, address }) => [
    id,
    whoObtainsCode,
    codeFormat,
    address,
  ]);
  expect(brief).toEqual(table);
});

test('only where the contacts alone decide does the school issue no logins', () => {
  expect(diarySystems.filter(({ issuesLogins }) => !issuesLogins).map(({ id }) => id)).toEqual(['portal-direct']);
});

describe.each(diarySystems)('$id', ({ id, codeFormat, codeName, codeSteps, signInSteps, name, whoObtainsCode }) => {
  test('is found by its id', () => expect(findDiarySystem(id)?.id).toBe(id));

  test('has a name, a code name and steps exactly where there is a code', () => {
    const hasCode = whoObtainsCode !== 'none';
    expect([codeFormat !== undefined, codeName !== undefined, codeSteps.ru.length > 0]).toEqual(Array(3).fill(hasCode));
    expect(name.ru === '' || name.en === '').toBe(false);
  });

  test('has three or four short sign-in lines, as many in both languages, and no Cyrillic in English but quoted names', () => {
    expect([3, 4]).toContain(signInSteps.ru.length);
    expect(signInSteps.en).toHaveLength(signInSteps.ru.length);
    expect(codeSteps.en).toHaveLength(codeSteps.ru.length);
    const lines = [...signInSteps.ru, ...signInSteps.en, ...codeSteps.ru, ...codeSteps.en];
    expect(lines.filter((line) => line.length > 95 || line.includes('!'))).toEqual([]);
    const english = [...signInSteps.en, ...codeSteps.en].join(' ').replace(/“[^”]*”/g, '');
    expect(english).not.toMatch(/[а-яё]/i);
  });
});

test('an unknown id finds nothing', () => {
  expect(findDiarySystem('no-such-diary')).toBeUndefined();
});
