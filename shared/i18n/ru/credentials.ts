/** Words of the page that issues logins, and of the choice of a class that the three steps of issuing share. */
export const credentials = {
  scope: {
    label: 'Для кого',
    school: 'Вся школа',
    chosen:
      '{count, plural, one {# выбранный ученик} few {# выбранных ученика} many {# выбранных учеников} other {# выбранного ученика}}',
    find: 'Найти класс',
    noClass: 'Такого класса нет',
    previous: 'Предыдущий класс',
    next: 'Следующий класс',
    list: 'Классы',
    holders: 'Кому',
    need: {
      issue: 'без логина: {count, number}',
      slips: 'напечатать: {count, number}',
      handover: 'вручить: {count, number}',
    },
    ready: 'готово',
    nobody: 'никого нет',
  },
  issue: {
    title: 'Выдача логинов',
    lacking:
      '{count, plural, one {# человек без логина} few {# человека без логина} many {# человек без логина} other {# человека без логина}}',
    action:
      '{count, plural, one {Выдать # логин} few {Выдать # логина} many {Выдать # логинов} other {Выдать # логина}}',
    secrets: 'Пароли создаются вместе с логинами, на экране их не будет. Их напечатают только на листках.',
    alreadyHave: '{count, plural, =0 {} one {Логин уже есть у # человека} other {Логин уже есть у # человек}}',
    table: 'Кому будут выданы логины',
    column: { name: 'Кому', role: 'Роль', class: 'Класс', children: 'Чей родитель', login: 'Логин' },
    allHave: {
      class: 'В {className} логины есть у всех',
      school: 'Логины есть у всех',
      chosen: 'У всех выбранных есть логины',
      text: 'Осталось напечатать листки и раздать их.',
      action: 'Перейти к печати листков',
    },
    nobody: {
      title: 'Здесь пока никого нет',
      text: 'Загрузите список учеников и родителей, и здесь появятся те, кому нужен логин.',
      action: 'Загрузить список',
    },
    done: {
      title:
        '{count, plural, one {Выдан # логин} few {Выданы # логина} many {Выдано # логинов} other {Выдано # логина}}',
      text: '{pupils, plural, =0 {} other {Ученикам: #. }}{guardians, plural, =0 {} other {Родителям: #. }}Теперь напечатайте листки: пароли есть только на них.',
      action:
        '{count, plural, one {Напечатать # листок} few {Напечатать # листка} many {Напечатать # листков} other {Напечатать # листка}}',
      undone:
        '{count, plural, one {Выдача отменена: # логин} few {Выдача отменена: # логина} many {Выдача отменена: # логинов} other {Выдача отменена: # логина}}',
    },
  },
} as const;
