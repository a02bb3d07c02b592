/** States and kinds that many screens name, always in the same words. */
export const states = {
  credential: {
    none: 'Нет логина',
    generated: 'Не напечатан',
    printed: 'Напечатан',
    'handed-over': 'Вручён',
    activated: 'Вход выполнен',
    changed: 'Пароль сменён',
    expired: 'Срок истёк',
    revoked: 'Отозван',
  },
  person: { active: 'Учится', 'to-check': 'Проверить', left: 'Выбыл' },
  holder: { pupil: 'Ученик', guardian: 'Родитель' },
  holders: { pupil: 'Ученики', guardian: 'Родители' },
  role: {
    administrator: 'Администратор',
    'diary-administrator': 'Администратор дневника',
    'class-teacher': 'Классный руководитель',
    viewer: 'Наблюдатель',
  },
  relation: { mother: 'мать', father: 'отец', guardian: 'опекун', trustee: 'попечитель', other: 'иное' },
  source: { school: 'школа', portal: 'портал', guardian: 'родитель' },
  check: { ok: 'Проверено', warning: 'Проверить', unchecked: 'Не проверялось' },
  sex: { male: 'мужской', female: 'женский' },
  origin: {
    import: 'из файла «{file}», {date}',
    hand: 'вручную, {date}',
    handBy: 'вручную, {date}, {who}',
  },
} as const;
