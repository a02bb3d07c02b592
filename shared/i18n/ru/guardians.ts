/** Words of the table of parents and other guardians. */
export const guardians = {
  title: 'Родители',
  search: 'Фамилия, логин, телефон',
  column: {
    name: 'Фамилия, имя, отчество',
    children: 'Дети',
    phone: 'Телефон',
    email: 'Почта',
    login: 'Логин',
    state: 'Листок',
  },
  empty: {
    title: 'Родителей пока нет',
    text: 'Они появятся, когда вы загрузите список с контактами семей.',
    action: 'Загрузить список',
  },
} as const;
