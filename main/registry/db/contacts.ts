import { type Kysely, sql } from 'kysely';
import type { PresentContact } from '../../../shared/domain/finding-decisions.ts';
import type { ImportedContact } from '../../../shared/domain/import-people.ts';
import { idSet } from './dialect/id-set.ts';
import type { Schema } from './schema.ts';

/** The school's contacts of these people that are valid now, in the order they came. */
export async function currentContacts(
  db: Kysely<Schema>,
  personIds: readonly number[],
): Promise<ReadonlyMap<number, readonly PresentContact[]>> {
  const { rows } = await sql<PresentContact & { owner: number }>`
    select id, person_id as owner, kind, value from contact
    where source = 'school' and valid_to is null and person_id in ${idSet(personIds)} order by id`.execute(
    db.withoutPlugins(),
  );
  const contacts = new Map<number, PresentContact[]>();
  for (const { owner, ...contact } of rows) contacts.set(owner, [...(contacts.get(owner) ?? []), contact]);
  return contacts;
}

/** Adds a contact of the school that was typed by hand; it is valid from this day (ISO 8601). */
export async function insertSchoolContact(
  trx: Kysely<Schema>,
  personId: number,
  { kind, value, key: valueKey, label, checked }: ImportedContact,
  validFrom: string,
): Promise<void> {
  const said = { personId, kind, value, valueKey, label, checked, source: 'school' as const };
  await trx
    .insertInto('contact')
    .values({ ...said, validFrom, validTo: null, importId: null })
    .execute();
}
