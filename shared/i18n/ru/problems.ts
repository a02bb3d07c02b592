import type { RowProblem } from '../../contract/import-plan.ts';

/** What is wrong with a cell of an imported file, and what was expected there. */
export const problems = {
  'guardian-hidden': {
    title: 'Скрытый родитель не загружен',
    expected: 'родитель, связь с которым в источнике не скрыта',
  },
  'name-missing': { title: 'Нет фамилии или имени', expected: 'фамилия и имя ученика' },
  'guardian-name-missing': {
    title: 'Контакт без имени родителя не загружен',
    expected: 'фамилия и имя родителя в той же строке',
  },
  'class-missing': { title: 'Нет класса', expected: 'класс, например 5А' },
  'name-mixed-alphabets': {
    title: 'В имени латинская буква среди русских',
    expected: 'только русские буквы; латинская: «{hint}»',
  },
  'name-remark': { title: 'Приписка в скобках не загружена', expected: 'фамилия, имя и отчество без «{hint}»' },
  'name-initials': { title: 'Вместо имени стоит инициал', expected: 'имя и отчество полностью, как в дневнике' },
  'name-odd-sign': { title: 'В имени лишний знак', expected: 'только буквы и дефис; лишнее: «{hint}»' },
  'birth-date-invalid': { title: 'Такой даты нет', expected: 'дата рождения, например 01.09.2015' },
  'birth-date-short-year': {
    title: 'Год рождения записан двумя цифрами',
    expected: 'год из четырёх цифр; понято как {hint}',
  },
  'birth-date-unlikely': {
    title: 'Возраст выглядит необычно',
    expected: 'возраст школьника; сейчас получается {hint}',
  },
  'sex-unknown': { title: 'Пол не распознан', expected: 'м или ж' },
  'phone-invalid': { title: 'Такого номера не бывает', expected: 'телефон из 11 цифр, например +7 926 123-45-67' },
  'digits-lost': {
    title: 'Excel сократил число, последние цифры потеряны',
    expected: 'номер целиком: верните столбцу текстовый формат и введите номер снова',
  },
  'email-invalid': { title: 'Это не адрес почты', expected: 'адрес вида имя@example.com' },
  'email-typo': { title: 'Возможна опечатка в адресе почты', expected: 'может быть, «{hint}»' },
  'snils-checksum': { title: 'Контрольное число СНИЛС не сходится', expected: 'последние две цифры {hint}' },
  'snils-invalid': { title: 'Это не СНИЛС', expected: '11 цифр, например 112-233-445 95' },
  'code-invalid': { title: 'Код записан с ошибкой', expected: 'цифры 0–9 и латинские буквы A–F; мешает «{hint}»' },
  'code-taken': {
    title: 'Этот код уже принадлежит другому ученику',
    expected: 'у каждого ученика свой код; здесь один на двоих: {hint}',
  },
  'duplicate-row': { title: 'Строка повторяется', expected: 'один ученик — одна строка; первая: {hint}' },
  'relation-unknown': { title: 'Кем приходится — не распознано', expected: 'мать, отец, опекун, попечитель' },
  'row-too-long': { title: 'В строке больше ячеек, чем столбцов', expected: 'столько же ячеек, сколько в заголовке' },
  'class-is-group': { title: 'Это не класс, сохранится как группа', expected: 'класс, например 5А' },
  'parent-unknown': { title: 'Родитель с таким кодом в файле не найден', expected: 'код из строки родителя' },
  'left-on-invalid': { title: 'Дата выбытия не читается', expected: 'дата, например 01.06.2026' },
  'leaver-unknown': { title: 'Такого ученика в реестре нет', expected: 'ученик, который есть в реестре' },
  'login-taken': { title: 'Этот логин уже занят', expected: 'у каждого свой логин; здесь один на двоих: {hint}' },
  'login-differs': {
    title: 'У человека уже есть другой логин',
    expected: 'прежний логин остаётся; новый выдаётся отдельно',
  },
  'password-without-login': { title: 'Пароль без логина', expected: 'логин в той же строке' },
} as const satisfies Record<RowProblem['code'], { readonly title: string; readonly expected: string }>;
