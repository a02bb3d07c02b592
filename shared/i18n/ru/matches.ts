/** Why a row was taken for a known pupil, or why it is for a person to decide. */
export const matches = {
  'external-id': 'Совпал код (GUID)',
  account: 'Совпал логин в дневнике',
  snils: 'Совпали СНИЛС и имя',
  'all-equal': 'Совпало всё',
  'class-differs': 'Совпали имя и дата рождения, класс другой',
  'patronymic-differs': 'Совпали фамилия, имя и дата рождения, отчество другое',
  'no-birth-date': 'Совпали имя и класс, дата рождения неизвестна',
  'birth-date-differs': 'Совпали имя и класс, дата рождения другая',
  'surname-differs': 'Совпали имя, отчество, дата рождения и класс, фамилия другая',
  'first-name-differs': 'Совпали фамилия, дата рождения и класс, имя другое: возможно, близнецы',
  'name-only': 'Совпало только имя',
  'snils-of-other': 'Такой СНИЛС у другого ученика',
  'several-candidates': 'Подходит несколько учеников',
  'several-rows': 'На этого ученика похоже несколько строк файла',
  decided: 'Указано вами',
} as const;
