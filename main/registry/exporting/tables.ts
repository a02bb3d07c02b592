import type { ExportTable } from '../../../shared/contract/exports.ts';
import { pupilsTable } from '../../../shared/domain/export-pupils.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import type { Words } from '../../../shared/i18n/index.ts';
import type { OpenRegistry } from '../context.ts';
import { listAudit } from '../db/audit-list.ts';
import { listGuardianRows } from '../db/guardians.ts';
import { handoverRows } from '../db/handover.ts';
import { listImportRuns } from '../db/imports.ts';
import { listPupilIds, type ReachedFilter } from '../db/pupil-rows.ts';
import { readSettings } from '../db/settings.ts';
import { collectPeople } from './collect-people.ts';

/** A table to write: titles first. */
export type Rows = readonly (readonly string[])[];

const everything = { offset: 0, limit: 10_000_000 };

/** The rows of a table, with its titles in the given words. Never a password. */
export async function tableRows(
  registry: OpenRegistry,
  table: ExportTable,
  filter: ReachedFilter,
  words: Words,
): Promise<Rows> {
  switch (table) {
    case 'pupils': {
      const { people, pupilIds } = await collectPeople(registry, filter);
      return pupilsTable(people, pupilIds);
    }
    case 'guardians':
      return guardianRows(registry, filter, words);
    case 'logins':
      return loginRows(registry, filter, words);
    case 'imports':
      return importRows(registry, words);
    case 'journal':
      return journalRows(registry, words);
  }
}

type Column = 'name' | 'children' | 'class' | 'phone' | 'email' | 'login' | 'state' | 'role' | 'file' | 'count';
type OtherColumn = 'printedAt' | 'handedOverAt' | 'handedOverBy' | 'at' | 'who' | 'action' | 'subject' | 'undoneAt';
type CountColumn = 'created' | 'changed' | 'same' | 'refused';

function titles(words: Words, ...columns: readonly (Column | OtherColumn | CountColumn)[]): string[] {
  return columns.map((column) => words(`written.column.${column}`));
}

async function guardianRows({ db }: OpenRegistry, filter: ReachedFilter, words: Words): Promise<Rows> {
  const { diarySystemId: diarySystem } = await readSettings(db);
  const rows = await listGuardianRows(db, { filter: filter, diarySystem, page: everything });
  return [
    titles(words, 'name', 'children', 'phone', 'email', 'login', 'state'),
    ...rows.map(({ name, children, phone, email, login, state }) => [
      formatFullName(name),
      children.map((child) => `${child.name} (${child.className})`).join(', '),
      phone ?? '',
      email ?? '',
      login ?? '',
      words(`states.credential.${state}`),
    ]),
  ];
}

async function loginRows({ db }: OpenRegistry, filter: ReachedFilter, words: Words): Promise<Rows> {
  const { diarySystemId } = await readSettings(db);
  const pupilIds = await listPupilIds(db, filter, diarySystemId);
  const rows = await handoverRows(db, diarySystemId, { kind: 'pupils', pupilIds }, ['pupil', 'guardian']);
  const columns = ['class', 'name', 'role', 'children', 'login', 'state', 'printedAt', 'handedOverAt', 'handedOverBy'];
  return [
    titles(words, ...(columns as (Column | OtherColumn)[])),
    ...rows.map((row) => [
      row.className,
      row.title,
      words(`written.role.${row.role}`),
      row.children.join(', '),
      row.login,
      words(`states.credential.${row.state}`),
      dayOf(row.printedAt),
      dayOf(row.handedOverAt),
      row.handedOverBy,
    ]),
  ];
}

async function importRows({ db }: OpenRegistry, words: Words): Promise<Rows> {
  const runs = await listImportRuns(db, everything);
  return [
    titles(words, 'at', 'who', 'file', 'created', 'changed', 'same', 'refused', 'undoneAt'),
    ...runs.map(({ at, who, fileName, counts, undoneAt }) => [
      momentOf(at),
      who,
      fileName,
      ...[counts.new, counts.changed, counts.same, counts.refused + counts.ambiguous].map(String),
      momentOf(undoneAt),
    ]),
  ];
}

async function journalRows({ db }: OpenRegistry, words: Words): Promise<Rows> {
  const { entries } = await listAudit(db, {}, everything);
  return [
    titles(words, 'at', 'who', 'action', 'subject', 'count'),
    ...entries.map(({ at, who, action, subject, count }) => [
      momentOf(at),
      who,
      words(`journal.action.${action}`),
      subject,
      String(count),
    ]),
  ];
}

/** `2026-09-01`. */
function dayOf(moment: string | null): string {
  return moment?.slice(0, 10) ?? '';
}

/** `2026-09-01 07:50`, in UTC as it is kept. */
function momentOf(moment: string | null): string {
  return moment?.slice(0, 16).replace('T', ' ') ?? '';
}
