import type { z } from 'zod';
import type { historyEntrySchema } from '../../contract/pupils.ts';

/** What happened to a person or a login. */
export const history = {
  imported: 'Загружен из файла',
  changed: 'Данные изменены',
  issued: 'Создан логин',
  printed: 'Листок напечатан',
  'handed-over': 'Листок вручён',
  'taken-back': 'Отметка о вручении снята',
  revoked: 'Логин отозван',
  moved: 'Переведён в другой класс',
  left: 'Выбытие из школы',
  returned: 'Возвращение в школу',
  renamed: 'Сменилось имя или фамилия',
  added: 'Добавлен вручную',
  corrected: 'Исправлено вручную',
} as const satisfies Record<z.infer<typeof historyEntrySchema>['what'], string>;
