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
  zh: [
    '在浏览器中打开本单上写明的电子成绩册网址。',
    '输入登录名和密码：使用小写拉丁字母。',
    '如果系统提示更改密码，请自行设置新密码并记住。',
    '不要把密码告诉任何人：学校不会向您索要密码。',
  ],
};

/** The face of the steps where it is not the usual one: Golos Text has no «ə», JetBrains Mono does; Han needs its own. */
export const familyFace: Readonly<Partial<Record<FamilyLanguage, PaperFont>>> = { az: 'mono', zh: 'han' };
