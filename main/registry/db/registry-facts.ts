import { type Kysely, sql } from 'kysely';
import type { RegistryFacts } from '../../../shared/contract/backups.ts';
import type { Schema } from './schema.ts';

/** How much a registry holds. */
export async function registryFacts(db: Kysely<Schema>): Promise<RegistryFacts> {
  const { rows } = await sql<Omit<RegistryFacts, 'lastAt' | 'lastWho'>>`select
    (select count(*) from person where kind = 'pupil' and merged_into is null and status != 'left') as pupils,
    (select count(*) from person where kind = 'guardian' and merged_into is null) as guardians,
    (select count(*) from credential where state not in ('revoked', 'expired')) as logins,
    (select count(*) from external_code where kind = 'portal-code') as codes,
    (select count(*) from application) as applications`.execute(db);
  const last = await db
    .selectFrom('auditEntry')
    .leftJoin('appUser', 'appUser.id', 'auditEntry.userId')
    .select(['auditEntry.at', 'appUser.name'])
    .orderBy('auditEntry.seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const counts = rows[0] ?? { pupils: 0, guardians: 0, logins: 0, codes: 0, applications: 0 };
  return { ...counts, lastAt: last?.at ?? null, lastWho: last?.name ?? '' };
}
