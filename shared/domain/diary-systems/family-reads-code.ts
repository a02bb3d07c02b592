import type { DiarySystem } from './diary-system.ts';
import { ownSignIn } from './steps.ts';

const common = { issuesLogins: true, signInSteps: ownSignIn, selfServiceRecovery: false } as const;

const serviceCode = { ru: 'Код для получения услуги на МПГУ', en: 'Code for the portal service' };

/** Systems in which the family reads the code in its own account (guide to obtaining the pupil's portal code). */
export const familyReadsCode: readonly DiarySystem[] = [
  {
    ...common,
    id: 'gshis',
    name: { ru: 'ГШИС', en: 'GSHIS' },
    address: '',
    whoObtainsCode: 'pupil-or-guardian',
    codeName: { ru: 'Код доступа к услуге', en: 'Service access code' },
    codeFormat: 'text',
    codeSteps: {
      ru: [
        'Войдите в дневник как ученик или родственник.',
        'На функциональной панели нажмите ссылку рядом с «Успеваемость».',
        'Перепишите буквы и цифры из окна «Код доступа…».',
      ],
      en: [
        'Sign in to the diary as the pupil or a relative.',
        'On the function panel follow the link beside “Успеваемость”.',
        'Copy the letters and digits from the window “Код доступа…”.',
      ],
    },
  },
  {
    ...common,
    id: 'mrko',
    name: { ru: 'МРКО', en: 'MRKO' },
    address: '',
    whoObtainsCode: 'guardian',
    codeName: { ru: 'Активационный код', en: 'Activation code' },
    codeFormat: 'text',
    codeSteps: {
      ru: ['Войдите в дневник под своим логином.', 'Код выделен полужирным на первой странице личного кабинета.'],
      en: ['Sign in to the diary with your own login.', 'The code stands in bold on the first page of the cabinet.'],
    },
  },
  {
    ...common,
    id: 'oezhd',
    name: { ru: 'ОЭЖД, Общегородской электронный дневник', en: 'OEZHD, the city electronic diary' },
    address: 'dnevnik.mos.ru',
    whoObtainsCode: 'guardian',
    codeName: serviceCode,
    codeFormat: 'guid',
    codeSteps: {
      ru: [
        'Войдите в дневник под своим логином.',
        'Откройте меню «Дети».',
        'Найдите «Код для получения услуги на МПГУ».',
      ],
      en: [
        'Sign in to the diary with your own login.',
        'Open the menu “Дети”.',
        'Find “Код для получения услуги на МПГУ”.',
      ],
    },
  },
  {
    ...common,
    id: 'korus',
    name: { ru: 'КОРУС Консалтинг', en: 'KORUS Consulting' },
    address: '',
    whoObtainsCode: 'guardian',
    codeName: { ru: 'GUID ученика', en: 'Pupil GUID' },
    codeFormat: 'guid',
    codeSteps: {
      ru: [
        'Войдите в свой профиль.',
        'В разделе «Родители» откройте страницу «Ученики».',
        'Выберите ребёнка и перепишите поле «GUID ученика».',
      ],
      en: [
        'Sign in to your profile.',
        'In the section “Родители” open the page “Ученики”.',
        'Choose the child and copy the field “GUID ученика”.',
      ],
    },
  },
  {
    ...common,
    id: 'dnevnik-ru',
    name: { ru: 'Дневник.ру', en: 'Dnevnik.ru' },
    address: '',
    whoObtainsCode: 'guardian',
    codeName: serviceCode,
    codeFormat: 'text',
    codeSteps: {
      ru: ['Войдите в дневник под своим логином.', 'Откройте меню «Дети».', 'Перепишите код из открывшегося окна.'],
      en: [
        'Sign in to the diary with your own login.',
        'Open the menu “Дети”.',
        'Copy the code from the window that opens.',
      ],
    },
  },
  {
    ...common,
    id: 'j-journal',
    name: { ru: 'J-Journal', en: 'J-Journal' },
    address: '',
    whoObtainsCode: 'guardian',
    codeName: { ru: 'GUID', en: 'GUID' },
    codeFormat: 'guid',
    codeSteps: {
      ru: ['Войдите в дневник под логином родителя.', 'Нажмите «Мои данные».', 'Скопируйте GUID.'],
      en: ['Sign in to the diary with the guardian’s login.', 'Press “Мои данные”.', 'Copy the GUID.'],
    },
  },
  {
    ...common,
    id: 'eljur',
    name: { ru: 'ЭлЖур', en: 'ElJur' },
    address: '{school}.eljur.ru',
    whoObtainsCode: 'guardian',
    codeName: serviceCode,
    codeFormat: 'guid',
    codeSteps: {
      ru: [
        'Войдите в журнал своей школы.',
        'Наведите указатель на своё имя вверху и выберите «Мои данные».',
        'Перепишите код, который стоит рядом с именем ребёнка.',
      ],
      en: [
        'Sign in to the journal of your school.',
        'Point at your name at the top and choose “Мои данные”.',
        'Copy the code beside the child’s name.',
      ],
    },
  },
];
