import type { DeskClient } from '../../../shared/contract/index.ts';
import type { PupilFilter, PupilRow } from '../../../shared/contract/pupils.ts';
import type { Words } from '../../../shared/i18n/index.ts';
import { textOf, type Verb } from '../command.ts';
import { atOpenDesk } from '../desk-at.ts';
import { classIdOf } from '../scope.ts';

const pageSize = 500;

/** Lists pupils with their logins; passwords are in no list. */
export const people: Verb = (command) => {
  const className = textOf(command, 'class');
  const query = textOf(command, 'query');
  return atOpenDesk(command, async ({ client }) => {
    const classId = className === undefined ? undefined : await classIdOf(client, className);
    const filter = { ...(classId !== undefined && { classId }), ...(query !== undefined && { query }) };
    const rows = await allPupils(client, filter);
    const lines = rows.map((row) => pupilLine(row, command.words));
    const text = [...lines, command.words('cli.done.people', { count: rows.length })].join('\n');
    return { value: { total: rows.length, rows }, text };
  });
};

async function allPupils(client: DeskClient, filter: PupilFilter): Promise<PupilRow[]> {
  const rows: PupilRow[] = [];
  for (;;) {
    const page = await client.pupils.list({ filter, page: { offset: rows.length, limit: pageSize } });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
}

function pupilLine({ className, name, login, state }: PupilRow, words: Words): string {
  const fullName = [name.surname, name.firstName, name.patronymic].filter((part) => part !== '').join(' ');
  return [className, fullName, login ?? '', words(`states.credential.${state}`)].join('\t');
}
