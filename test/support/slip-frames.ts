import type { SlipFrame } from '../../shared/domain/slip-texts.ts';

/** What the slips of an ordinary school say. */
export const slipFrameForTests: SlipFrame = {
  schoolName: 'Школа № 1000',
  diaryName: 'Региональный дневник',
  diaryAddress: 'diary.example.ru',
  steps: [
    'Откройте в браузере адрес дневника, указанный на этом листке.',
    'Введите логин и пароль: буквы латинские, строчные.',
    'Если дневник предложит, придумайте свой пароль и запомните его.',
  ],
  responsiblePerson: 'Смирнова Ольга Ивановна',
  responsibleRoom: 'каб. 12',
  responsibleHours: 'пн–пт 9:00–16:00',
  browserHint: true,
  batch: 12,
};

/** What the slips of a school with the longest names, address and reception hours say. */
export const longSlipFrame: SlipFrame = {
  schoolName:
    'Государственное бюджетное общеобразовательное учреждение города Москвы «Средняя общеобразовательная школа с углублённым ' +
    'изучением иностранных языков № 1234 имени дважды Героя труда»',
  diaryName: 'Региональный электронный дневник образовательных учреждений',
  diaryAddress: 'https://dnevnik.srednyaya-shkola-1234.obrazovanie.primorskiy-krai.example.ru/journal/login',
  steps: [
    ...slipFrameForTests.steps,
    'Если дневник не открывается, проверьте раскладку клавиатуры и регистр букв, затем повторите вход.',
  ],
  responsiblePerson: 'Константинопольская-Преображенская Елизавета Владиславовна, заместитель директора',
  responsibleRoom: 'корпус 2, этаж 3, кабинет 312',
  responsibleHours: 'понедельник–четверг с 9:00 до 16:30, пятница с 9:00 до 15:00, перерыв с 13:00 до 13:45',
  browserHint: true,
  batch: 12_345,
};
