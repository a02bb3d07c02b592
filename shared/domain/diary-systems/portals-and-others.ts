import type { DiarySystem, Steps } from './diary-system.ts';
import { askSchoolForCode, noCodeSteps, ownSignIn } from './steps.ts';

const signInByContacts: Steps = {
  ru: [
    'Войдите на mos.ru в собственный личный кабинет: у родителя и ребёнка они разные.',
    'Проверьте в кабинете ФИО, почту, телефон и, если указан, СНИЛС.',
    'Выберите услугу «Электронный дневник».',
    'Если дневник не открылся, передайте эти данные классному руководителю.',
  ],
  en: [
    'Sign in to your own account on mos.ru: a guardian and a child have different ones.',
    'Check the name, e-mail, phone and, if given, SNILS there.',
    'Choose the service “Электронный дневник”.',
    'If the diary does not open, pass these details to the class teacher.',
  ],
};

const signInOnceByLogin: Steps = {
  ru: [
    'Войдите на mos.ru и выберите «Электронный дневник школьника», затем «Получить услугу».',
    'Назовите учётную запись и один раз введите логин и пароль: буквы латинские, строчные.',
    'Нажмите «Перейти в дневник». Дальше портал помнит логин и пароль сам.',
  ],
  en: [
    'Sign in to mos.ru, choose “Электронный дневник школьника”, then “Получить услугу”.',
    'Name the account and type the login and password once: Latin letters, lower case.',
    'Press “Перейти в дневник”. From then on the portal remembers them itself.',
  ],
};

const noCode = { whoObtainsCode: 'none', codeName: undefined, codeFormat: undefined, codeSteps: noCodeSteps } as const;

/** The Moscow portal itself, regional diaries, and a profile for any other system (access guides for families). */
export const portalsAndOthers: readonly DiarySystem[] = [
  {
    ...noCode,
    id: 'portal-direct',
    name: { ru: 'Электронный дневник на mos.ru (МЭШ)', en: 'Electronic diary on mos.ru (MES)' },
    address: 'mos.ru',
    issuesLogins: false,
    signInSteps: signInByContacts,
    selfServiceRecovery: true,
  },
  {
    ...noCode,
    id: 'portal-login',
    name: { ru: 'mos.ru с логином и паролем дневника', en: 'mos.ru with diary login and password' },
    address: 'mos.ru',
    issuesLogins: true,
    signInSteps: signInOnceByLogin,
    selfServiceRecovery: false,
  },
  {
    ...noCode,
    id: 'regional',
    name: { ru: 'Региональный дневник', en: 'Regional diary' },
    address: '',
    issuesLogins: true,
    signInSteps: ownSignIn,
    selfServiceRecovery: false,
  },
  {
    id: 'other',
    name: { ru: 'Другой дневник', en: 'Another diary' },
    address: '',
    whoObtainsCode: 'school',
    codeName: { ru: 'Код ученика', en: 'Pupil code' },
    codeFormat: 'text',
    issuesLogins: true,
    signInSteps: ownSignIn,
    codeSteps: askSchoolForCode,
    selfServiceRecovery: false,
  },
];
