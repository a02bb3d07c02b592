import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { transliterate } from '../../shared/domain/transliteration.ts';

describe('transliterate', () => {
  test.each([
    ['Юлия Щеглова', 'Iuliia Shcheglova', 'Yuliya Shheglova', 'Yuliya Shcheglova'],
    ['Андрей', 'Andrei', 'Andrej', 'Andrey'],
    ['Васильева', 'Vasileva', 'Vasil`eva', 'Vasilyeva'],
    ['Соловьёв', 'Solovev', 'Solov`yov', 'Solovyev'],
    ['Подъячев', 'Podieiachev', 'Pod``yachev', 'Podyachev'],
    ['Цыганкова', 'Tsygankova', 'Cy`gankova', 'Tsygankova'],
    ['Царёва', 'Tsareva', 'Czaryova', 'Tsareva'],
    ['Эдуард', 'Eduard', 'E`duard', 'Eduard'],
    ['Хрущёв', 'Khrushchev', 'Xrushhyov', 'Khrushchev'],
    ['ЩУКИН', 'SHCHUKIN', 'SHHUKIN', 'SHCHUKIN'],
    ['ЮЛИЯ Я.', 'IULIIA Ia.', 'YULIYA Ya.', 'YULIYA Ya.'],
    ['Йошкар-Ола', 'Ioshkar-Ola', 'Joshkar-Ola', 'Yoshkar-Ola'],
  ])('%s', (text, icao, gost, mvd) => {
    expect(transliterate(text, 'icao-9303')).toBe(icao);
    expect(transliterate(text, 'gost-7.79-b')).toBe(gost);
    expect(transliterate(text, 'mvd-310')).toBe(mvd);
  });

  test.each([
    ['Әлия', 'Aliia'],
    ['Өмірбек', 'Omirbek'],
    ['Қайрат Нұрланұлы', 'Kairat Nurlanuly'],
    ['Җәмилә Гөлнара', 'Zhamila Golnara'],
    ['Ғазиз Һади Үсен Ңұр', 'Gaziz Hadi Usen Nur'],
    ['Анна Smith 5', 'Anna Smith 5'],
    ['Юлия'.normalize('NFD'), 'Iuliia'],
    ['', ''],
  ])('%s is %s in a passport', (text, latin) => {
    expect(transliterate(text, 'icao-9303')).toBe(latin);
  });

  test('nothing Cyrillic is left of a Russian, Kazakh or Tatar name', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'абвгдеёжзийклмнопрстуфхцчшщъыьэюяәөүҗңһқғұіАЁЩЮЯҚ -'),
      maxLength: 20,
    });
    const standard = fc.constantFrom('icao-9303' as const, 'gost-7.79-b' as const, 'mvd-310' as const);
    fc.assert(fc.property(letters, standard, (text, by) => !/\P{ASCII}/u.test(transliterate(text, by))));
  });
});
