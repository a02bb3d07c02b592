import { type Kysely, sql } from 'kysely';
import type { FoundPupil } from '../../../shared/contract/pupils.ts';
import type { ClassReach } from './findings.ts';
import { personWithin } from './reach.ts';
import type { Schema } from './schema.ts';
import { lineCondition } from './search.ts';

/** So many that fit are looked at; who types two letters at a school of thousands is not shown them all. */
const lookedAt = 200;

interface FoundRow {
  readonly id: number;
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic: string;
  readonly className: string;
}

/**
 * The first pupils whose line (names, guardians, logins, phones, codes) holds all words of the query, for a list that
 * follows every keystroke: nothing is counted, and only as many rows are read as are needed.
 */
export async function findPupils(
  db: Kysely<Schema>,
  query: string,
  reach: ClassReach,
  limit: number,
): Promise<FoundPupil[]> {
  const found = lineCondition(query);
  if (found === undefined) return [];
  const { rows } = await sql<FoundRow>`
    with found as materialized (
      select rowid as id from pupil_search where ${found} and ${personWithin(reach, 'pupil_search.rowid')}
      limit ${lookedAt})
    select pupil.id, pupil.surname, pupil.first_name, pupil.patronymic, coalesce(school_class.title, '') as class_name
    from found cross join person as pupil on pupil.id = found.id
    left join enrolment on enrolment.pupil_id = pupil.id and enrolment.valid_to is null
    left join school_class on school_class.id = enrolment.class_id
    where pupil.merged_into is null
    order by pupil.name_key, pupil.id limit ${limit}`.execute(db);
  return rows.map(({ id, className, ...name }) => ({ id, className, name }));
}
