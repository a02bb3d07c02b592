import type { ImportedContact, ImportedPerson } from '../../../shared/domain/import-people.ts';
import { readPeople } from '../../../shared/domain/import-rows.ts';
import type { Table } from '../../../shared/tables/read-table.ts';

/** How a table's rows are understood: everybody in a line (`Фамилия|Имя|Отчество 5А phone +7…, of …`), and the remarks. */
export function describePeople({ header, fields, rows }: Table): { people: string[]; problems: string[] } {
  const steps = readPeople(rows, { header, fields, className: undefined, today: '2026-09-01' });
  let step = steps.next();
  while (!step.done) step = steps.next();
  const read = step.value.rows;
  const people = read.flatMap(({ pupil, className }) => {
    if (pupil === undefined) return [];
    const guardians = pupil.guardians.map((one) => `, of ${nameOf(one)} ${one.relation ?? '?'}${contactsOf(one)}`);
    return [`${nameOf(pupil)} ${className}${contactsOf(pupil)}${guardians.join('')}`];
  });
  return { people, problems: read.flatMap(({ problems }) => problems.map(({ code }) => code)) };
}

const nameOf = ({ name: { surname, firstName, patronymic } }: ImportedPerson) =>
  [surname, firstName, patronymic].join('|');

const contactsOf = ({ contacts }: ImportedPerson) => (contacts.length === 0 ? '' : ` ${contacts.map(told).join(', ')}`);

const told = ({ kind, key, label }: ImportedContact) => `${kind} ${key}${label === '' ? '' : ` (${label})`}`;
