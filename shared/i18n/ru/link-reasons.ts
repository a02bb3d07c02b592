/** Why two records are thought to be one person. */
export const linkReasons = {
  'name-equal': 'ФИО совпадает',
  'name-order': 'те же имя и фамилия в другом порядке',
  'patronymic-missing': 'имя и фамилия совпадают, отчество есть не везде',
  'name-typo': 'имя отличается опечаткой',
  'surname-changed': 'имя и отчество те же, фамилия другая',
  'first-name-equal': 'совпадает только имя',
  'birth-date-equal': 'дата рождения совпадает',
  'snils-equal': 'СНИЛС совпадает',
  'code-equal': 'идентификатор совпадает',
  'phone-equal': 'телефон совпадает',
  'phone-former': 'телефон был в школе раньше',
  'email-equal': 'почта совпадает',
  'email-former': 'почта была в школе раньше',
  'class-equal': 'класс совпадает',
  'family-equal': 'семья совпадает',
  said: 'подтверждено человеком',
} as const;
