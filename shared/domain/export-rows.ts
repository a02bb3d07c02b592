import type { ExportField, ExportLayout } from '../contract/settings.ts';
import { formatFullName, type PersonName } from './person-name.ts';

/** One new login with its initial password, for a file that leaves the registry encrypted. */
export interface ExportedLogin {
  readonly name: PersonName;
  readonly role: string;
  readonly className: string;
  readonly children: readonly string[];
  readonly login: string;
  readonly password: string;
  readonly code: string;
}

function cell(one: ExportedLogin, field: ExportField): string {
  switch (field) {
    case 'surname':
      return one.name.surname;
    case 'first-name':
      return one.name.firstName;
    case 'patronymic':
      return one.name.patronymic;
    case 'full-name':
      return formatFullName(one.name);
    case 'role':
      return one.role;
    case 'class':
      return one.className;
    case 'children':
      return one.children.join(', ');
    case 'login':
      return one.login;
    case 'password':
      return one.password;
    case 'portal-code':
      return one.code;
  }
}

/** The rows of a file in the layout that the diary wants, its header first where it has one. */
export function exportRows(logins: readonly ExportedLogin[], layout: ExportLayout): string[][] {
  const header = layout.withHeader ? [layout.columns.map(({ title }) => title)] : [];
  return [...header, ...logins.map((one) => layout.columns.map(({ field }) => cell(one, field)))];
}
