import { type Kysely, sql } from 'kysely';
import type { AuditAction, AuditEntry, JournalFilter } from '../../../shared/contract/journal.ts';
import { actionsOfKind } from '../../../shared/domain/journal-kinds.ts';
import { idSet } from './dialect/id-set.ts';
import type { Schema } from './schema.ts';

/** A window of the log, newest first, with the names of those who acted. */
export async function listAudit(
  db: Kysely<Schema>,
  filter: JournalFilter,
  page: { readonly offset: number; readonly limit: number },
): Promise<{ total: number; entries: AuditEntry[] }> {
  const { total } = await filtered(db, filter)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await filtered(db, filter)
    .leftJoin('importRun', 'importRun.id', 'auditEntry.importId')
    .leftJoin('issueRun', 'issueRun.id', 'auditEntry.issueId')
    .leftJoin('changeRun', 'changeRun.id', 'auditEntry.runId')
    .select([
      'auditEntry.seq',
      'auditEntry.at',
      'auditEntry.action',
      'auditEntry.count',
      'auditEntry.subject',
      'auditEntry.importId',
      'auditEntry.issueId',
      'auditEntry.runId',
      'auditEntry.detail',
      'appUser.name as who',
      'importRun.undoneAt as importUndoneAt',
      'issueRun.undoneAt as issueUndoneAt',
      'changeRun.undoneAt as runUndoneAt',
      sql<number>`exists (select 1 from credential where credential.issue_id = audit_entry.issue_id
        and credential.state <> 'generated')`.as('issueUsed'),
    ])
    .orderBy('auditEntry.seq', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return { total, entries: rows.map(entryOf) };
}

function filtered(db: Kysely<Schema>, { userId, kind, from, to, query = '', personIds }: JournalFilter) {
  let rows = db.selectFrom('auditEntry').leftJoin('appUser', 'appUser.id', 'auditEntry.userId');
  if (userId !== undefined) rows = rows.where('auditEntry.userId', '=', userId);
  if (kind !== undefined) rows = rows.where('auditEntry.action', 'in', actionsOfKind(kind));
  if (from !== undefined) rows = rows.where('auditEntry.at', '>=', from);
  // `to` is a day that counts as a whole; a moment of it is greater than the bare date.
  if (to !== undefined) rows = rows.where('auditEntry.at', '<', `${to}~`);
  if (personIds !== undefined) rows = rows.where(aboutPeople(personIds));
  const words = query.trim();
  return words === '' ? rows : rows.where(saying(words));
}

/** SQLite folds only ASCII, so Cyrillic words are looked for as typed, small, and with a capital. */
function saying(words: string) {
  const small = words.toLowerCase();
  const spellings = [...new Set([words, small, words.toUpperCase(), small.charAt(0).toUpperCase() + small.slice(1)])];
  const finds = spellings.map(
    (word) => sql`instr(audit_entry.subject, ${word}) > 0 or instr(coalesce(app_user.name, ''), ${word}) > 0`,
  );
  return sql<boolean>`(${sql.join(finds, sql` or `)})`;
}

/** Lines that name one of the people, or whose recorded changes or import touched their rows. */
function aboutPeople(personIds: readonly number[]) {
  const people = idSet(personIds);
  return sql<boolean>`(
    exists (select 1 from json_each(audit_entry.person_ids) as named where named.value in ${people})
    or audit_entry.run_id in (
      select run_id from row_change where (entity = 'person' and row_key ->> 0 in ${people})
      or json_extract(coalesce(after, before), '$.person_id') in ${people}
      or json_extract(coalesce(after, before), '$.pupil_id') in ${people}
      or json_extract(coalesce(after, before), '$.guardian_id') in ${people})
    or audit_entry.import_id in (
      select import_id from import_change where entity = 'person' and entity_id in ${people}
      union select import_id from person where id in ${people}
      union select import_id from field_origin where person_id in ${people}))`;
}

interface EntryRow extends Omit<AuditEntry, 'action' | 'who' | 'undone' | 'keptBecause' | 'detail'> {
  readonly action: string;
  readonly who: string | null;
  readonly detail: string | null;
  readonly importUndoneAt: string | null;
  readonly issueUndoneAt: string | null;
  readonly runUndoneAt: string | null;
  readonly issueUsed: number;
}

function entryOf({ importUndoneAt, issueUndoneAt, runUndoneAt, issueUsed, who, ...row }: EntryRow): AuditEntry {
  const isIssue = row.action === 'issued' && row.issueId !== null;
  const undone = importUndoneAt !== null || issueUndoneAt !== null || runUndoneAt !== null;
  return {
    ...row,
    // The table holds only actions that this program wrote.
    action: row.action as AuditAction,
    who: who ?? '',
    detail: row.detail === null ? null : JSON.parse(row.detail),
    // Undoing tells which run it undid, too, but cannot itself be undone.
    importId: row.action === 'imported' ? row.importId : null,
    issueId: isIssue && issueUsed === 0 ? row.issueId : null,
    runId: row.action === 'undone' ? null : row.runId,
    undone,
    keptBecause: isIssue && issueUsed !== 0 && !undone ? 'printed' : null,
  };
}
