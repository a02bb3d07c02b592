import type { DiarySystem } from './diary-system.ts';
import { askSchoolForCode, ownSignIn } from './steps.ts';

const common = {
  codeFormat: 'guid',
  codeName: { ru: 'GUID ученика', en: 'Pupil GUID' },
  issuesLogins: true,
  signInSteps: ownSignIn,
  selfServiceRecovery: false,
} as const;

const portalCode = { ru: 'Код МПГУ', en: 'Portal code' };

/** Systems whose code comes from the school, the vendor's support or an application (guide to the pupil's portal code). */
export const schoolGivesCode: readonly DiarySystem[] = [
  {
    ...common,
    id: 'in-class',
    name: { ru: 'ИН-КЛАСС', en: 'IN-CLASS' },
    address: '',
    whoObtainsCode: 'school',
    codeSteps: askSchoolForCode,
  },
  {
    ...common,
    id: 'avers',
    name: { ru: 'АВЕРС: Электронный классный журнал', en: 'AVERS class journal' },
    address: '',
    whoObtainsCode: 'school',
    codeSteps: askSchoolForCode,
  },
  {
    ...common,
    id: 'medalist-1',
    name: { ru: 'Медалист 1.0', en: 'Medalist 1.0' },
    address: '',
    whoObtainsCode: 'school-looks-up',
    codeName: portalCode,
    codeSteps: {
      ru: [
        'Войдите в систему и откройте раздел «Администратор».',
        'Выберите справочник «Ученики» и найдите ученика.',
        'Откройте его карточку: код стоит в поле «Код МПГУ».',
      ],
      en: [
        'Sign in to the system and open the section “Администратор”.',
        'Choose the directory “Ученики” and find the pupil.',
        'Open the pupil’s card: the code is in the field “Код МПГУ”.',
      ],
    },
  },
  {
    ...common,
    id: 'medalist-2',
    name: { ru: 'Медалист 2.0', en: 'Medalist 2.0' },
    address: '',
    whoObtainsCode: 'school-looks-up',
    codeName: portalCode,
    codeSteps: {
      ru: [
        'Войдите в систему и откройте раздел «Администратор системы».',
        'Выберите справочник «Контингент» и найдите ученика.',
        'Нажмите «Подробнее»: код стоит в поле «Код МПГУ».',
      ],
      en: [
        'Sign in to the system and open the section “Администратор системы”.',
        'Choose the directory “Контингент” and find the pupil.',
        'Press “Подробнее”: the code is in the field “Код МПГУ”.',
      ],
    },
  },
  {
    ...common,
    id: 'rosdnevnik',
    name: { ru: 'РосДневник', en: 'RosDnevnik' },
    address: 'rosdnevnik.ru',
    whoObtainsCode: 'vendor-support',
    codeSteps: {
      ru: [
        'Откройте rosdnevnik.ru и напишите в техническую поддержку.',
        'Укажите фамилию, имя и отчество родителей и ученика, его класс.',
        'Дождитесь ответа с кодом.',
      ],
      en: [
        'Open rosdnevnik.ru and write to its support.',
        'Give the full names of the guardians and the pupil, and the class.',
        'Wait for the answer with the code.',
      ],
    },
  },
  {
    ...common,
    id: 'rujel',
    name: { ru: 'РУЖЭЛЬ', en: 'RUJEL' },
    address: '',
    whoObtainsCode: 'application',
    codeSteps: {
      ru: [
        'Передайте ответственному лицу в школе письменное заявление.',
        'После регистрации заявления получите код у него же.',
        'Подробности: www.rujel.net/instruction/mpgu.',
      ],
      en: [
        'Hand a written application to the responsible person at the school.',
        'Once it is registered, get the code from the same person.',
        'More: www.rujel.net/instruction/mpgu.',
      ],
    },
  },
];
