/** Words of the command line: help, questions, results. Refusals come from `errors`. */
export const cli = {
  help: {
    intro:
      'Diary Desk из командной строки: те же действия, что в окне, для сценариев и ночных заданий.\n\nКак пользоваться:  desk КОМАНДА [слова]\n\nКоманды:',
    common:
      'Для всех команд:\n  --registry ФАЙЛ  файл реестра; если не указан, реестр программы\n  --user ИМЯ       от чьего имени войти; если не указано, первый пользователь\n  --json           одно значение JSON в стандартном выводе и больше ничего\n  --lang ru|en     язык сообщений; если не указан, язык системы\n  --help           эта справка; «desk КОМАНДА --help» — подробно о команде\n\nПарольная фраза: переменная DIARY_DESK_PASSPHRASE, вопрос в терминале или первая строка стандартного ввода. Среди слов команды её быть не может: их видят другие пользователи компьютера.\n\nКод завершения: 0 — сделано; 1 — отказ, причина в потоке ошибок; 2 — ничего не записано, нужно решение человека.',
    usage: 'Как пользоваться:  desk {usage}',
    create: {
      usage: 'create --registry ФАЙЛ --school НАЗВАНИЕ --diary СИСТЕМА [--address АДРЕС] [--user ИМЯ]',
      brief: 'создать зашифрованный реестр школы',
      more: 'Один раз показывает код восстановления: запишите его и храните отдельно от компьютера. Системы дневника: «desk call settings.diarySystems». --address — собственный адрес дневника школы, --user — имя первого администратора.',
    },
    import: {
      usage:
        'import ФАЙЛ [--preset РАЗМЕТКА] [--accept new,changed,missing] [--confirm ЧИСЛА] [--dry-run] [--class 5А] [--fields СПИСОК] [--encoding КОДИРОВКА] [--delimiter ЗНАК] [--header-row НОМЕР]',
      brief: 'загрузить список класса или школы',
      more: 'Загружает всё или ничего: если есть строки, о которых должен решить человек (похожие на нескольких учеников, с ошибками), непонятно, что в столбцах, или файл необычен (многие выбудут или изменятся), ничего не записывает, перечисляет их и завершается кодом 2. --accept new,changed записывает названные группы строк и оставляет остальные. --confirm называет числа, которых требует задержанный импорт. --dry-run ничего не записывает и отвечает как сам импорт: кодом 2 и теми же словами, если он был бы задержан. --preset задаёт разметку: встроенную (mes-contingent, belgorod, oezhd, …) или own:НОМЕР. --class — класс для файла без такого столбца. --fields — что в столбцах, по порядку, через запятую (pupil.surname, pupil.firstName, pupil.className, …, skip — пропустить).',
    },
    people: {
      usage: 'people [--class 5А] [--query ТЕКСТ]',
      brief: 'показать учеников и их логины',
      more: 'Пароли не показываются никогда.',
    },
    issue: {
      usage: 'issue --class 5А [--for pupils,guardians]',
      brief: 'выдать логины тем, у кого их нет',
      more: '--all вместо --class — вся школа. Повторный запуск ничего не меняет.',
    },
    print: {
      usage:
        'print --class 5А --out ФАЙЛ.pdf [--per-page 4|8] [--for pupils,guardians] [--guardians mothers|fathers|others] [--again] [--overwrite] [--list ВИД]',
      brief: 'сохранить листки с паролями для печати',
      more: 'Файл доступен только вам; логины отмечаются как напечатанные, когда файл записан целиком. Напечатайте листки и удалите файл. --guardians mothers, fathers или others — из родителей только матери, отцы или остальные. --again — ещё раз те, что напечатаны, но не отданы. --overwrite — заменить файл. --list class-list или --list handover-register — список класса или ведомость выдачи вместо листков (без паролей). --all вместо --class — вся школа.',
    },
    handover: {
      usage: 'handover --class 5А [--for pupils,guardians] [--list]',
      brief: 'отметить напечатанные листки как полученные',
      more: 'Первичные пароли отмеченных стираются навсегда. --list только показывает, кто получил. --all вместо --class — вся школа.',
    },
    reconcile: {
      usage: 'reconcile ФАЙЛ [--kind export|refused] [--rows pupils|guardians|by-role] [--class 5А] [--fields СПИСОК]',
      brief: 'сверить контакты школы с выгрузкой портала',
      more: 'Для каждого человека в файле печатает номер строки, найден ли он в реестре, и коды расхождений; с --json — ещё идентификатор, исходный файл, оценку, причины и оба значения. Данные школы не меняются: значения портала хранятся рядом с ними. Сверка остаётся в реестре, решения принимаются в окне. --kind refused — список тех, кому отказали во входе. --rows — о ком строки файла, если догадка неверна.',
    },
    undo: {
      usage: 'undo НОМЕР_ИМПОРТА',
      brief: 'отменить загрузку списка',
      more: 'Возвращает прежние значения. То, что люди изменили после загрузки, остаётся и перечисляется.',
    },
    users: {
      usage: 'users [add|change|block|unblock|remove|reset ИМЯ] [--role ПРАВА] [--class 5А,5Б] [--name НОВОЕ_ИМЯ]',
      brief: 'показать и менять пользователей',
      more: 'Без слов — список. ПРАВА: administrator, diary-administrator, class-teacher (с --class) или viewer. add, unblock и reset один раз показывают первую фразу, которую передают человеку; при первом входе он задаёт свою. Меняет только администратор.',
    },
    passphrase: {
      usage: 'passphrase [--user ИМЯ]',
      brief: 'сменить свою парольную фразу',
      more: 'Спрашивает прежнюю и новую фразу; без терминала — переменные DIARY_DESK_PASSPHRASE и DIARY_DESK_NEW_PASSPHRASE или две строки стандартного ввода. Так же заменяют первую фразу.',
    },
    routes: {
      usage: 'routes',
      brief: 'все маршруты договора и право для каждого',
      more: '',
    },
    call: {
      usage: "call МАРШРУТ ['JSON' | -]",
      brief: 'вызвать любой маршрут договора',
      more: 'JSON — входные данные маршрута; «-» — прочитать их из стандартного ввода. У маршрутов с ходом работы печатается последнее сообщение.',
    },
  },
  ask: {
    passphrase: 'Парольная фраза: ',
    newPassphrase: 'Новая парольная фраза (не короче 15 знаков): ',
    again: 'Ещё раз: ',
    different: 'Фразы не совпали. Ничего не создано; запустите команду ещё раз.',
    missing:
      'Нужна парольная фраза: задайте переменную DIARY_DESK_PASSPHRASE или передайте её первой строкой стандартного ввода.',
    missingNew:
      'Нужна новая фраза: задайте переменную DIARY_DESK_NEW_PASSPHRASE или передайте её второй строкой стандартного ввода.',
  },
  usage: {
    noUser: 'Пользователя «{user}» нет среди тех, кто может войти. Имена: desk call registry.status',
    unknownVerb: 'Нет команды «{verb}». Все команды: desk --help',
    passphraseArgument:
      'Парольная фраза среди слов команды не принимается: их видят другие пользователи компьютера. Ничего не сделано. Задайте переменную DIARY_DESK_PASSPHRASE или передайте фразу стандартным вводом.',
    words: 'Непонятно: {what}. Подробно: desk {verb} --help',
    missing: 'Не хватает: {what}. Подробно: desk {verb} --help',
    wrong: 'Не подходит значение {what}. Подробно: desk {verb} --help',
    unknownRoute: 'Нет маршрута «{route}». Все маршруты: desk routes',
    input: 'Входные данные маршрута не подходят: {what}',
    noRegistry: 'Реестра здесь нет: {file}. Создайте его: desk create --help',
    outExists: 'Файл уже есть и не изменён. Назовите другой или добавьте --overwrite.',
  },
  defaultUser: 'Администратор',
  done: {
    created: 'Реестр создан: {file}',
    recoveryCode: 'Код восстановления (показан один раз): {code}',
    imported:
      'Загружено (импорт {id}): учеников добавлено {created, number}, изменено {changed, number}, без изменений {same, number}, пропущено {skipped, number}; представителей добавлено {guardians, number}, классов {classes, number}, сотрудников {staff, number}.',
    nothingNew: 'Всё уже есть в реестре, изменений нет: {same, number}.',
    plan: 'Строк {rows, number}: новых {new, number}, изменённых {changed, number}, без изменений {same, number}, неясных {ambiguous, number}, нет в файле {missing, number}, с ошибками {refused, number}; замечаний {warnings, number}.',
    planClass: 'Класс всех строк: {className}.',
    held: 'Ничего не записано: о перечисленных строках должен решить человек. Исправьте файл, или решите в окне программы, или оставьте эти строки: --accept new,changed',
    heldNumbers: 'Числа называет --confirm.',
    heldMapping: 'Ничего не записано: непонятно, в каком столбце {missing}. Назовите столбцы по порядку: --fields',
    row: 'строка {row, number}: {title}',
    problem:
      'строка {row, number}, столбец {column, number} «{columnTitle}»: {title}: «{value}»; ожидается: {expected}',
    people:
      '{count, plural, =0 {Никого не найдено.} one {# ученик} few {# ученика} many {# учеников} other {# ученика}}',
    issued: 'Выдано логинов: ученикам {pupils, number}, представителям {guardians, number}.',
    nothingToIssue: 'У всех уже есть логины.',
    printed:
      'Листков {slips, number}, страниц {pages, number}: {file}. Отмечены как напечатанные: {printed, number}. После печати удалите файл.',
    listPrinted: 'Страниц {pages, number}: {file}',
    handedOver: 'Отмечены как полученные: {handedOver, number}. Паролей стёрто: {purged, number}.',
    nothingToHandOver: 'Напечатанных и не отданных листков нет.',
    reconciled:
      'Людей {people, number}: найдено {linked, number}, под вопросом {suggested, number}, не найдено {unlinked, number}. Расхождений {findings, number}; новых {fresh, number}, закрыто {closed, number}.',
    verdict: { linked: 'найден', suggested: 'под вопросом', none: 'не найден' },
    firstPassphrase: 'Первая фраза для «{name}» (показана один раз, действует до {until}): {passphrase}',
    userChanged: 'Сделано: {name}.',
    passphraseChanged: 'Парольная фраза сменена.',
    userState: { active: 'может войти', blocked: 'заблокирован', removed: 'убран' },
    undone:
      'Импорт отменён: записей удалено {removed, number}, возвращено {restored, number}, оставлено {kept, number}.',
  },
} as const;
