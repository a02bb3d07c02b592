import type { FamilyLanguage } from '../../contract/slips.ts';
import type { PaperFont } from '../layout-text.ts';

/**
 * Signing in with a login and password of the school, in languages of families. Not read by native readers yet: the
 * screen that offers them says so.
 */
export const familySteps: Readonly<Record<FamilyLanguage, readonly string[]>> = {
  uz: [
    'Brauzerda ushbu varaqda ko‘rsatilgan kundalik manzilini oching.',
    'Login va parolni kiriting: lotin kichik harflari.',
    'Kundalik taklif qilsa, o‘z parolingizni o‘ylab toping va eslab qoling.',
    'Parolni hech kimga aytmang: maktab uni so‘ramaydi.',
  ],
  tg: [
    'Дар браузер суроғаи рӯзномаро, ки дар ин варақ навишта шудааст, кушоед.',
    'Логин ва паролро ворид кунед: ҳарфҳои хурди лотинӣ.',
    'Агар рӯзнома пешниҳод кунад, пароли худро созед ва дар хотир нигоҳ доред.',
    'Паролро ба касе нагӯед: мактаб онро намепурсад.',
  ],
  ky: [
    'Браузерде бул баракта көрсөтүлгөн күндөлүктүн дарегин ачыңыз.',
    'Логинди жана сырсөздү киргизиңиз: латын кичине тамгалары.',
    'Күндөлүк сунуштаса, өз сырсөзүңүздү ойлоп таап, эсиңизде сактаңыз.',
    'Сырсөздү эч кимге айтпаңыз: мектеп аны сурабайт.',
  ],
  az: [
    'Brauzerdə bu vərəqdə göstərilən gündəliyin ünvanını açın.',
    'Login və parolu daxil edin: kiçik latın hərfləri.',
    'Gündəlik təklif etsə, öz parolunuzu düşünüb tapın və yadda saxlayın.',
    'Parolu heç kimə deməyin: məktəb onu soruşmur.',
  ],
};

/** The face of the steps where it is not the usual one: Golos Text has no «ə», JetBrains Mono does. */
export const familyFace: Readonly<Partial<Record<FamilyLanguage, PaperFont>>> = { az: 'mono' };
