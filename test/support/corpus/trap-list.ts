/** Traps that field studies of formats found in files of schools. */
const formatTraps = {
  'cp1251 without a mark': ['windows-1251 ";\\r\\n" without a header'],
  'UTF-16 with tabs': ['utf-16le "\\t\\r\\n" with a header', 'utf-16be "\\t\\r\\n" without a header'],
  'repeated headers': ['repeated titles', 'title repeated thrice'],
  'first name before the surname': ['first name first, no header', 'full name Анна Ильинична Котова'],
  'two phones in one cell': ['two phones in one cell'],
  'guard ="…"': ['guarded cells', 'quoted guarded cells'],
  'guard ’': ["Дата рождения: '01.09.2013"],
  'Latin class letter': ['Класс: 1-A', 'a class in Latin letters'],
  'class in quotes': ['Класс: 10 «Б»', 'class in inner quotes', 'a class in Latin letters'],
  'phone short of a digit': ['a phone short of a digit', 'Телефон: 7926123456'],
  'phone of Kazakhstan': ['a phone of Kazakhstan'],
  'SNILS with a wrong check': ['a number of insurance that does not check', 'СНИЛС: 112-233-445 96'],
  'SNILS below 001-001-998': ['a number of insurance that does not check', 'СНИЛС: 001-001-998 00'],
  'parent with two children': ['a parent with two children'],
  'two parents with one e-mail': ['two parents with one e-mail'],
  'parent’s phone on the child': ['a parent’s phone on the child', 'a parent’s phone on the child, named by a word'],
  'patronymics with оглы': [
    'full name Алиев Али Мамед оглы',
    'full name Алиев Али Мамед-оглы',
    'full name Алиев Али Мамедоглы',
  ],
  'patronymics with кызы': [
    'full name Алиева Лейла Рустам кызы',
    'full name Алиева Лейла Рустам-кызы',
    'full name Алиева Лейла Рустамкызы',
  ],
  'irregular patronymics': [
    'full name Котова Анна Ильинична',
    'full name Котова Анна Никитична',
    'full name Котов Пётр Лукич',
  ],
  'ё and е': ['one pupil twice, ё as е', 'name "Алфёров"'],
  'double surname in either order': ['double surnames in either order', 'sisters with double surnames in either order'],
  'namesakes in one class': ['namesakes in one class'],
  'namesakes in two classes': ['namesakes in two classes'],
  'hidden representative': ['a hidden representative'],
  'Tatar and Kazakh letters': ['name "Мөхәммәтшин"', 'name "Қасымов"'],
} as const;

/** The structure of a text. */
const structureTraps = {
  'quote left open in the first cell': ['quote open in the first cell'],
  'quote left open in a middle cell': ['quote open in the middle'],
  'quote left open in the last cell': ['quote open in the last cell', 'quote open in the last row'],
  'quote in a bare cell': ['quote inside a bare cell'],
  'lone CR': ['CR line ends', 'utf-8 ";\\r" with a header'],
  'mixed line ends': ['mixed line ends'],
  'no line end at the end': ['no line end at the end'],
  'empty file': ['nothing', 'mark only', 'line ends only'],
  'header only': ['header only'],
  'duplicate headers': ['repeated titles'],
  'reordered headers': ['reordered'],
  'unknown headers': ['unknown titles'],
  'misspelt headers': ['header Фамлия;Имя ;Клас'],
  'every delimiter': [
    'utf-8 ";\\r\\n" with a header',
    'utf-8 ",\\r\\n" with a header',
    'utf-8 "\\t\\r\\n" with a header',
  ],
  'sep= line': ['sep=;', 'sep=,', 'sep=\t'],
  'no column': ['delimiters only'],
  'one column': ['one column of names'],
  '100 columns': ['100 columns'],
  '10,000 columns': ['10,000 columns'],
  'blank rows behind': ['a thousand blank rows behind'],
  'header repeated in the middle': ['header repeated', 'header repeated in capitals'],
} as const;

/** Bytes. */
const byteTraps = {
  'UTF-8 mark': ['utf-8 ";\\r\\n" with a header'],
  'double mark': ['two marks'],
  'UTF-16LE with a mark': ['utf-16le ";\\r\\n" with a header'],
  'UTF-16LE without a mark': ['utf-16le ";\\r\\n" without a header'],
  'UTF-16BE with a mark': ['utf-16be ";\\r\\n" with a header'],
  'UTF-16BE without a mark': ['utf-16be ";\\r\\n" without a header'],
  cp1251: ['windows-1251 ";\\r\\n" with a header'],
  cp866: ['ibm866 ";\\r\\n" with a header'],
  'koi8-r': ['koi8-r ";\\r\\n" with a header'],
  'cp1251 behind UTF-8': ['windows-1251 behind UTF-8'],
  'truncated UTF-8': ['UTF-8 cut in a letter'],
  'overlong UTF-8': ['overlong slash'],
  NUL: ['NUL in row 1', 'NUL in row 4'],
  '0x1A': ['DOS end mark'],
  'U+FFFD': ['U+FFFD stored'],
} as const;

/** Texts. */
const textTraps = {
  'zero-width space': ['name "Ива\u200bнов"'],
  'zero-width joiner': ['name "Ива\u200dнов"'],
  'mark inside': ['name "\uFEFFИванов"'],
  'direction turned': ['name "\u202eИванов"', 'name "\u200eИванов\u200f"'],
  'no-break space in a phone': ['Телефон: +7\u00a0926\u00a0123\u00a045\u00a067'],
  'soft hyphen': ['name "Ива\u00adнов"'],
  'Latin letters in a Cyrillic name': ['name "Иванoв"', 'name "Cepoвa"'],
  'Ё and Е': ['name "Ё"', 'name "АЛФЕРОВ"'],
  'й of two characters': ['name "Цои\u0306"'],
  '5,000 characters': [`name "${'я'.repeat(40)}"`],
  emoji: ['name "Иванов 😀"'],
  null: ['name "null"'],
  undefined: ['name "undefined"'],
  NaN: ['name "NaN"'],
  '1e5': ['name "1e5"'],
  '-0': ['name "-0"'],
  'SNILS as 1,23E+10': ['digits lost'],
  'leading zeros lost': ['zeros lost', 'XLSX: zeros lost'],
  'dates as serial numbers': ['Дата рождения: 41518', 'XLSX: dates of 1904'],
} as const;

/** Attacks by a value. */
const attackTraps = {
  '=cmd|': [`name ${JSON.stringify("=cmd|' /C calc'!A0")}`],
  '@SUM': ['name "@SUM(1;1)"'],
  '+': ['name "+1+1"'],
  '-': ['name "-1+1"'],
  'TAB=': ['name "\\t=1+1"'],
  'DROP TABLE': [`name ${JSON.stringify("'; DROP TABLE pupils;--")}`],
  'LIKE signs': ['name "%_"'],
  backslash: ['name "\\\\"'],
  '<img onerror>': ['name "<img src=x onerror=alert(1)>"'],
  '</script>': ['name "</script><script>alert(1)</script>"'],
  '{{7*7}}': ['name "{{7*7}}"'],
  'javascript:': ['name "javascript:alert(1)"'],
  '../': ['name "../../etc/passwd"', 'Класс: ../5А'],
  'CON and NUL.txt': ['name "CON"', 'name "NUL.txt"', 'Класс: CON'],
  'a:b as a class': ['Класс: a:b'],
  __proto__: ['name "__proto__"', 'title __proto__', 'XLSX sheet: places that are none'],
} as const;

/** Size. A line of 300 MB is refused in `tables-refusals.test.ts`: a corpus that large would be slow to make. */
const sizeTraps = {
  'endless line': ['an endless line'],
  'ten million rows': ['ten million rows'],
  'zip bombs': ['bomb by ratio', 'bomb by size', 'bomb by entries', 'bomb in a bomb'],
  'a million merged cells': ['XLSX sheet: a million merged cells'],
} as const;

/** Every trap that the studies of formats and of hostile input list, and files of the corpus that hold it, by their names. */
export const trapList = {
  'formats of schools': formatTraps,
  structure: structureTraps,
  bytes: byteTraps,
  texts: textTraps,
  attacks: attackTraps,
  size: sizeTraps,
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly [string, ...string[]]>>>>;
