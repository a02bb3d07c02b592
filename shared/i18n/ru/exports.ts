/** Words of the menu that saves a table as a file. */
export const exportsWords = {
  saved: 'Сохранено в «{name}»: {count, plural, one {# строка} few {# строки} many {# строк} other {# строки}}',
  savedFile: 'Сохранено: {name}',
  lostLetters: 'Букв, которых нет в кодировке: {letters}. Выберите UTF-8.',
  failed: 'Файл не сохранён',
  failedKept: 'Реестр не изменился.',
  failedNext: 'Выберите другую папку и повторите: {message}',
  tables: 'Таблица',
  packages: 'Для других систем',
  format: {
    'csv-utf8': 'CSV (UTF-8)',
    'csv-1251': 'CSV (windows-1251, для старых программ)',
    xlsx: 'Excel (XLSX)',
    'one-roster': 'OneRoster 1.2',
    sds: 'School Data Sync 2.1',
  },
  lost: {
    title: 'Не все буквы сохранятся',
    text: '{count, plural, one {В windows-1251 нет буквы: {letters}. Вместо неё будет знак вопроса.} other {В windows-1251 нет букв: {letters}. Вместо них будут знаки вопроса.}}',
    saveAnyway: 'Сохранить так',
    useUtf8: 'Сохранить в UTF-8',
  },
} as const;
