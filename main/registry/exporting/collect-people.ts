import type { KnownPeople } from '../../../shared/domain/matching/known-people.ts';
import type { OpenRegistry } from '../context.ts';
import { readKnownPeople } from '../db/import-people.ts';
import { listPupilIds, type ReachedFilter } from '../db/pupil-rows.ts';
import { readSettings } from '../db/settings.ts';
import { breathe } from '../importing/pace.ts';

/** Everybody, and the pupils who pass a filter in school order. */
export interface Collected {
  readonly people: KnownPeople;
  readonly pupilIds: readonly number[];
}

export async function collectPeople({ db }: OpenRegistry, filter: ReachedFilter): Promise<Collected> {
  const { diarySystemId } = await readSettings(db);
  const pupilIds = await listPupilIds(db, filter, diarySystemId);
  const reading = readKnownPeople(db, diarySystemId);
  for (;;) {
    const step = await reading.next();
    if (step.done) return { people: step.value, pupilIds };
    await breathe();
  }
}
