import type { Kysely } from 'kysely';
import { academicYearOf, daysOfYear } from '../../../shared/domain/academic-year.ts';
import type { Schema } from './schema.ts';

/** An academic year as the registry keeps it; dates are ISO 8601. */
export interface AcademicYear {
  readonly id: number;
  readonly startYear: number;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** The year that the school works in: the newest one begun in this registry. */
export function currentAcademicYear(db: Kysely<Schema>): Promise<AcademicYear> {
  return db.selectFrom('academicYear').selectAll().orderBy('startYear', 'desc').limit(1).executeTakeFirstOrThrow();
}

/** Begins the academic year of this date (ISO 8601) if the registry does not have it yet. */
export async function beginAcademicYear(db: Kysely<Schema>, date: string): Promise<void> {
  const startYear = academicYearOf(date);
  await db
    .insertInto('academicYear')
    .values({ startYear, ...daysOfYear(startYear) })
    .onConflict((conflict) => conflict.column('startYear').doNothing())
    .execute();
}
