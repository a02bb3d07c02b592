import { type Kysely, sql } from 'kysely';
import type { FindingField, FindingState } from '../../../shared/contract/reconciliation-parts.ts';
import type { Schema } from './schema.ts';

/** A person of the file with the link and the findings, for scripts. */
export interface RunRow {
  readonly row: number;
  readonly place: number;
  readonly role: 'pupil' | 'guardian';
  readonly verdict: 'linked' | 'suggested' | 'none';
  readonly personId: number | null;
  readonly externalId: string;
  readonly importedFrom: string;
  readonly importRow: number | null;
  readonly score: number;
  readonly reasons: { code: string; params: Record<string, string | number> }[];
  readonly findings: {
    code: string;
    field: FindingField;
    schoolValue: string;
    portalValue: string;
    state: FindingState;
  }[];
}

/** A window of the people of a run's file in file order. */
export async function listRunRows(
  db: Kysely<Schema>,
  runId: number,
  diarySystem: string,
  page: { readonly offset: number; readonly limit: number },
): Promise<{ total: number; rows: RunRow[] }> {
  const total = await sql<{ n: number }>`
    select count(*) as n from portal_person where run_id = ${runId}`.execute(db);
  const { rows } = await sql<Omit<RunRow, 'reasons' | 'findings'> & { reasons: string; findings: string }>`
    select portal.row_number as row, place, portal.kind as role, verdict, portal.person_id as personId, score, reasons,
      coalesce((select value from external_code where external_code.person_id = portal.person_id
        and diary_system = ${diarySystem} and kind = 'external-id' limit 1), '') as externalId,
      coalesce((select file_name from person join import_run on import_run.id = person.import_id
        where person.id = portal.person_id), '') as importedFrom,
      (select import_row from person where id = portal.person_id) as importRow,
      (select json_group_array(json_object('code', code, 'field', field, 'schoolValue', school_value,
         'portalValue', portal_value, 'state', state)) from finding
       where finding.portal_id = portal.id) as findings
    from portal_person as portal where portal.run_id = ${runId}
    order by portal.id limit ${page.limit} offset ${page.offset}`.execute(db.withoutPlugins());
  return {
    total: total.rows[0]?.n ?? 0,
    rows: rows.map((row) => ({ ...row, reasons: JSON.parse(row.reasons), findings: JSON.parse(row.findings) })),
  };
}
