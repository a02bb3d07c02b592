import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  findMixedScript,
  foldName,
  formatFullName,
  formatShortName,
  guessSex,
  looksLikePatronymic,
  nameKey,
  normaliseNamePart,
  parseFirstAndPatronymic,
  parseFullName,
} from '../../shared/domain/person-name.ts';

describe('normaliseNamePart', () => {
  test.each([
    ['  Анна \u00A0 Мария ', 'Анна Мария'],
    ['ИВАНОВА', 'Иванова'],
    ['иванова-петрова', 'Иванова-Петрова'],
    ['Петрова - Водкина', 'Петрова-Водкина'],
    ['Петрова – Водкина', 'Петрова-Водкина'],
    ['Семёнова', 'Семёнова'],
    ['Се\u0308мин', 'Сёмин'.normalize('NFC')],
    ['Ива\u00ADно\u200Bва\u202A', 'Иванова'],
    ['МАМЕД ОГЛЫ', 'Мамед оглы'],
    ['Мамед-Оглы', 'Мамед-оглы'],
    ['Рустам Кызы', 'Рустам кызы'],
    ['О’КОННОР', 'О’Коннор'],
    ['де Голль', 'де Голль'],
    ['МакГрегор', 'МакГрегор'],
    ['А.П.', 'А. П.'],
    ['', ''],
    [' - ', ''],
  ])('%j is shown as %j', (typed, shown) => {
    expect(normaliseNamePart(typed)).toBe(shown);
  });

  test('normalising twice changes nothing more', () => {
    const name = fc.string({ unit: fc.constantFrom(...'аБёЁй -оглы.’Az\u00A0\u200B'), maxLength: 20 });
    fc.assert(fc.property(name, (text) => normaliseNamePart(normaliseNamePart(text)) === normaliseNamePart(text)));
  });
});

describe('foldName', () => {
  test.each([
    ['Семёнов', 'семенов'],
    ['Cемёнoв', 'семенов'],
    ['3айцев', 'зайцев'],
    ['Ст0янов', 'стоянов'],
    ['Иванов 3', 'иванов 3'],
    ['Петрова-Водкина', 'петрова водкина'],
    ['Петрова  Водкина', 'петрова водкина'],
    ['Петрова – Водкина', 'петрова водкина'],
    ['Мамед оглы', 'мамедоглы'],
    ['Мамед-оглы', 'мамедоглы'],
    ['МамедОГЛЫ', 'мамедоглы'],
    ['Бурхон угли', 'бурхоноглы'],
    ['Рустамкызы', 'рустамкызы'],
    ['Рустам Гызы', 'рустамкызы'],
    ['Нұрлан ұлы', 'нұрланулы'],
    ['Нурланулы', 'нурланулы'],
    ['Д’Артаньян', 'дартаньян'],
    ["Д'Артаньян", 'дартаньян'],
    ['Ann', 'ann'],
    ['А.П.', 'а п'],
    ['Ивано\u0301ва', 'иванова'],
    ['Иванова, ', 'иванова'],
    ['Әлия', 'әлия'],
  ])('%j compares as %j', (typed, key) => {
    expect(foldName(typed)).toBe(key);
  });

  test('folding twice changes nothing more', () => {
    const name = fc.string({ unit: fc.constantFrom(...'абёйЁ -’.3AcX'), maxLength: 16 });
    fc.assert(fc.property(name, (text) => foldName(foldName(text)) === foldName(text)));
  });
});

test('the key ignores spelling and keeps the parts apart', () => {
  const name = { surname: 'Алёшина', firstName: 'АННА', patronymic: 'Мамед-кызы' };
  expect(nameKey(name)).toBe('алешина|анна|мамедкызы');
  expect(nameKey({ ...name, firstName: 'Анна', patronymic: 'Мамед Кызы' })).toBe(nameKey(name));
  expect(nameKey({ ...name, patronymic: '' })).toBe('алешина|анна|');
});

describe('parseFullName', () => {
  test.each([
    ['Иванова Анна Петровна', 'Иванова', 'Анна', 'Петровна'],
    ['ИВАНОВА Анна Петровна', 'Иванова', 'Анна', 'Петровна'],
    ['Василиса Владимировна Иванченко', 'Иванченко', 'Василиса', 'Владимировна'],
    ['Василиса Иванченко', 'Иванченко', 'Василиса', ''],
    ['Иванченко Василиса', 'Иванченко', 'Василиса', ''],
    ['Ирина Иванова', 'Иванова', 'Ирина', ''],
    ['Иванова Ирина', 'Иванова', 'Ирина', ''],
    ['Ким Анна', 'Ким', 'Анна', ''],
    ['Абрамович Роман Аркадьевич', 'Абрамович', 'Роман', 'Аркадьевич'],
    ['Роман Аркадьевич Абрамович', 'Абрамович', 'Роман', 'Аркадьевич'],
    ['Гуревич Анна', 'Гуревич', 'Анна', ''],
    ['Анна Гуревич', 'Гуревич', 'Анна', ''],
    ['Анна Петровна', '', 'Анна', 'Петровна'],
    ['Алиев Али Мамед оглы', 'Алиев', 'Али', 'Мамед оглы'],
    ['Алиев Али Мамед-оглы', 'Алиев', 'Али', 'Мамед-оглы'],
    ['Али Мамед оглы Алиев', 'Алиев', 'Али', 'Мамед оглы'],
    ['Алиев Али Мамедоглы', 'Алиев', 'Али', 'Мамедоглы'],
    ['Петрова-Водкина Мария Ильинична', 'Петрова-Водкина', 'Мария', 'Ильинична'],
    ['Петрова - Водкина Мария Ильинична', 'Петрова-Водкина', 'Мария', 'Ильинична'],
    ['Петрова Водкина Мария Ильинична', 'Петрова Водкина', 'Мария', 'Ильинична'],
    ['Иванова Анна Мария Петровна', 'Иванова', 'Анна Мария', 'Петровна'],
    ['Ильин Илья Ильич', 'Ильин', 'Илья', 'Ильич'],
    ['Лука Лукич Зайцев', 'Зайцев', 'Лука', 'Лукич'],
    ['Нгуен Ван Ань', 'Нгуен', 'Ван', 'Ань'],
    ['Иванова А.П.', 'Иванова', 'А.', 'П.'],
    ['А. П. Иванова', 'Иванова', 'А.', 'П.'],
    ['Иванова, Анна', 'Иванова', 'Анна', ''],
    ['Иванова', 'Иванова', '', ''],
    ['', '', '', ''],
  ])('%j', (text, surname, firstName, patronymic) => {
    expect(parseFullName(text)).toEqual({ surname, firstName, patronymic });
  });

  test('a stated order is kept', () => {
    expect(parseFullName('Анна Ким', 'first-surname')).toEqual({ surname: 'Ким', firstName: 'Анна', patronymic: '' });
    expect(parseFullName('Анна Мин Ким', 'first-surname').patronymic).toBe('Мин');
    expect(parseFullName('Василиса Иванченко', 'surname-first').surname).toBe('Василиса');
  });

  test('what is formatted is read back', () => {
    const surname = fc.constantFrom('Иванова', 'Петрова-Водкина', 'Алиева', 'Ким', 'Шевчук');
    const firstName = fc.constantFrom('Анна', 'Ирина', 'Гюльнара', 'Анна-Мария');
    const patronymic = fc.constantFrom('Петровна', 'Ильинична', 'Мамед кызы', 'Никитична');
    const name = fc.record({ surname, firstName, patronymic });
    fc.assert(fc.property(name, (made) => void expect(parseFullName(formatFullName(made))).toEqual(made)));
  });
});

test.each([
  ['Евгения Геннадьевна', 'Евгения', 'Геннадьевна'],
  ['Али Мамед оглы', 'Али', 'Мамед оглы'],
  ['Анна Мария Петровна', 'Анна Мария', 'Петровна'],
  ['Рустам', 'Рустам', ''],
  ['', '', ''],
])('first name and patronymic of %j', (text, firstName, patronymic) => {
  expect(parseFirstAndPatronymic(text)).toEqual({ firstName, patronymic });
});

test.each([
  ['Иванова', 'Анна', 'Петровна', 'Иванова А. П.'],
  ['Иванова', 'Анна', '', 'Иванова А.'],
  ['Алиев', 'Али', 'Мамед оглы', 'Алиев А. М.'],
  ['Шмидт', 'Анна-Мария', '', 'Шмидт А.-М.'],
  ['Иванова', 'А.', 'П.', 'Иванова А. П.'],
  ['', 'Анна', 'Петровна', 'Анна Петровна'],
])('short form of %s %s %s', (surname, firstName, patronymic, short) => {
  expect(formatShortName({ surname, firstName, patronymic })).toBe(short);
});

describe('endings', () => {
  test.each(['Ильич', 'Лукич', 'Ильинична', 'Никитична', 'Кузьминична', 'Саввична', 'Петрович', 'Сергеевна'])(
    '%s is a patronymic',
    (word) => expect(looksLikePatronymic(word)).toBe(true),
  );
  test.each(['Мамед-оглы', 'Мамед оглы', 'Рустамкызы', 'Нурланулы'])('%s is a patronymic', (word) =>
    expect(looksLikePatronymic(word)).toBe(true),
  );
  test.each(['Иванов', 'Анна', 'оглы', 'Бабич', 'Нина', ''])('%j is not', (word) =>
    expect(looksLikePatronymic(word)).toBe(false),
  );
  test.each([
    ['Иванов', 'Ильич', 'male'],
    ['Ким', 'Никитична', 'female'],
    ['Ким', 'Мамед оглы', 'male'],
    ['Ким', 'Рустамкызы', 'female'],
    ['Иванова', '', 'female'],
    ['Толстой', '', 'male'],
    ['Цой', '', undefined],
    ['Калина', '', undefined],
    ['Шевченко', '', undefined],
    ['Петрова-Водкина', '', 'female'],
    ['', '', undefined],
  ])('sex by %j %j is %s', (surname, patronymic, sex) => {
    expect(guessSex({ surname, firstName: 'Саша', patronymic })).toBe(sex);
  });
});

test('Latin letters and digits inside Cyrillic words are found in their places', () => {
  expect(findMixedScript('Иванoва Aнна')).toEqual([
    { index: 4, char: 'o' },
    { index: 8, char: 'A' },
  ]);
  expect(findMixedScript('3айцев')).toEqual([{ index: 0, char: '3' }]);
  expect(findMixedScript('Иванова Ann 3')).toEqual([]);
});
