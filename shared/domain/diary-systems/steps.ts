import type { Steps } from './diary-system.ts';

/** Signing in at the diary's own address with the login and password of the slip. */
export const ownSignIn: Steps = {
  ru: [
    'Откройте в браузере адрес дневника, указанный на этом листке.',
    'Введите логин и пароль: буквы латинские, строчные.',
    'Если дневник предложит, придумайте свой пароль и запомните его.',
    'Никому не сообщайте пароль: школа его не спрашивает.',
  ],
  en: [
    'Open the diary address printed on this slip in a browser.',
    'Type the login and password: Latin letters, lower case.',
    'If the diary offers it, choose a password of your own and remember it.',
    'Tell nobody the password: the school never asks for it.',
  ],
};

/** The code is asked for at the school. */
export const askSchoolForCode: Steps = {
  ru: ['Обратитесь в школу к лицу, указанному на листке.', 'Получите код и введите его на портале.'],
  en: ['Ask the person named on the slip at the school.', 'Get the code and type it in on the portal.'],
};

/** Nothing to do: the portal needs no code. */
export const noCodeSteps: Steps = { ru: [], en: [] };
