import { type Kysely, sql, type Transaction } from 'kysely';
import type { PortalContact } from '../../../shared/domain/portal-people.ts';
import { bulkInsert, bulkUpdate } from './dialect/bulk-insert.ts';
import { idSet } from './dialect/id-set.ts';
import type { Schema } from './schema.ts';

/** The portal's contacts of a person of the registry. */
export interface PortalContactsOf {
  readonly personId: number;
  readonly contacts: readonly PortalContact[];
}

/**
 * Puts the portal's contacts of these people beside the school's: what is there already stays, what the portal has no
 * more ends on that day. Answers how many were added and ended.
 */
export async function putPortalContacts(
  trx: Transaction<Schema>,
  people: readonly PortalContactsOf[],
  asOf: string,
): Promise<number> {
  const known = await readPortalContacts(
    trx,
    people.map(({ personId }) => personId),
  );
  const added: (string | number)[][] = [];
  const ended: (string | number)[][] = [];
  for (const { personId, contacts } of people) {
    const there = known.get(personId) ?? [];
    const has = (list: readonly { kind: string; key: string }[], one: { kind: string; key: string }) =>
      list.some(({ kind, key }) => kind === one.kind && key === one.key);
    for (const contact of contacts)
      if (!has(there, contact)) added.push([personId, contact.kind, contact.value, contact.key, contact.checked]);
    for (const contact of there) if (!has(contacts, contact)) ended.push([contact.id, asOf]);
  }
  const columns = ['person_id', 'kind', 'value', 'value_key', 'checked'];
  await bulkInsert<Schema>(trx, 'contact', columns, added, { source: 'portal', valid_from: asOf });
  await bulkUpdate<Schema>(trx, 'contact', ['valid_to'], ended);
  return added.length + ended.length;
}

interface Known {
  readonly id: number;
  readonly kind: string;
  readonly key: string;
}

async function readPortalContacts(db: Kysely<Schema>, ids: readonly number[]): Promise<Map<number, Known[]>> {
  const { rows } = await sql<Known & { owner: number }>`
    select id, person_id as owner, kind, value_key as key from contact
    where source = 'portal' and valid_to is null and person_id in ${idSet(ids)}`.execute(db.withoutPlugins());
  const known = new Map<number, Known[]>();
  for (const row of rows) known.set(row.owner, [...(known.get(row.owner) ?? []), row]);
  return known;
}
