import type { Kysely, Transaction } from 'kysely';
import { expiryOf } from '../../../shared/domain/expiry.ts';
import { type Accepted, acceptanceOf } from '../../../shared/domain/import-accepted.ts';
import type { ImportPlan } from '../../../shared/domain/import-planned.ts';
import type { KnownPeople } from '../../../shared/domain/matching/known-people.ts';
import { currentAcademicYear } from './academic-years.ts';
import { pupilsOfGuardians } from './guardians.ts';
import { noteImportedCredentials } from './import-credentials.ts';
import { putMissing, putRow } from './import-put-rows.ts';
import { flush, nextIds, type SharedFacts, waiting } from './import-tables.ts';
import { createWriter, type ImportWriter } from './import-writer.ts';
import { insertImportRun, type NewImportRun, writeImportCounts } from './imports.ts';
import type { Schema } from './schema.ts';
import { refreshSearch } from './search.ts';
import { readSettings } from './settings.ts';

/** An import as it is written. */
export interface ImportOrder {
  readonly run: NewImportRun;
  readonly plan: ImportPlan;
  readonly people: KnownPeople;
  readonly accepted: Accepted;
  /** Told after every part; may throw to stop, and then nothing stays. */
  readonly pause: (done: number, total: number) => Promise<void>;
}

export interface ImportOutcome {
  readonly importId: number;
  readonly pupilsCreated: number;
  readonly pupilsChanged: number;
  readonly guardiansCreated: number;
  readonly classesCreated: number;
  readonly staff: number;
  readonly credentialsCreated: number;
  readonly toCheck: number;
  readonly left: number;
  readonly same: number;
  readonly skipped: number;
}

/** Rows of all tables that are written at once. */
const batch = 8000;

/** Writes the accepted rows of a plan, with the journal that undo needs and the search lines of everybody concerned. */
export async function applyImport(trx: Transaction<Schema>, order: ImportOrder): Promise<ImportOutcome> {
  const importId = await insertImportRun(trx, order.run);
  const writer = await startWriter(trx, order, importId);
  const { acceptance } = writer;
  const rows = order.plan.rows.filter((row) => row.pile !== 'refused' && acceptance.takesRow(row));
  const total = rows.length;
  const pause = (done: number) => order.pause(Math.min(done, total), total);
  for (const [index, row] of rows.entries()) {
    putRow(writer, row);
    if (waiting(writer.outbox) < batch) continue;
    await flush(trx, writer.outbox, writer.facts);
    await pause(index + 1 - writer.pupilIds.length);
  }
  for (const pupil of order.plan.missing) if (acceptance.takesMissing(pupil.id)) putMissing(writer, pupil);
  await flush(trx, writer.outbox, writer.facts);
  if (writer.created.credentials > 0) await noteImportedCredentials(trx, writer.facts);
  await refreshLines(trx, writer, (left) => pause(total - left));
  const outcome = outcomeOf(order, writer, rows.length);
  await writeImportCounts(trx, importId, countsOf(order, writer));
  return outcome;
}

async function startWriter(trx: Transaction<Schema>, order: ImportOrder, importId: number): Promise<ImportWriter> {
  const { id: academicYearId, endsOn } = await currentAcademicYear(trx);
  const settings = await readSettings(trx);
  const { plan, people, accepted, run } = order;
  const facts: SharedFacts = {
    importId,
    userId: run.userId,
    academicYearId,
    diarySystem: settings.diarySystemId,
    expiresOn: expiryOf(settings, endsOn, run.at),
    leavers: settings.leavers,
    at: run.at,
    today: run.at.slice(0, 10),
  };
  return createWriter({ plan, people, acceptance: acceptanceOf(accepted), ids: await nextIds(trx), facts });
}

/** Lines of new families are written with them; others are made from what the registry holds now. */
async function refreshLines(trx: Kysely<Schema>, writer: ImportWriter, pause: (left: number) => Promise<void>) {
  const others = await pupilsOfGuardians(trx, writer.touchedGuardianIds);
  const ids = [...new Set([...writer.pupilIds, ...others])];
  if (ids.length > 0) await refreshSearch(trx, ids, (done) => pause(ids.length - done));
}

function outcomeOf({ plan }: ImportOrder, writer: ImportWriter, accepted: number): ImportOutcome {
  const { pupils, guardians, classes, credentials } = writer.created;
  return {
    importId: writer.facts.importId,
    pupilsCreated: pupils,
    pupilsChanged: writer.changed,
    guardiansCreated: guardians,
    classesCreated: classes,
    staff: writer.staff,
    credentialsCreated: credentials,
    toCheck: writer.toCheck,
    left: writer.left,
    same: plan.counts.same,
    skipped: Math.max(0, plan.rows.length - accepted - plan.counts.same),
  };
}

function countsOf({ plan }: ImportOrder, writer: ImportWriter) {
  const { changed, toCheck: missing, staff } = writer;
  const { pupils, guardians: guardiansCreated } = writer.created;
  return { ...plan.counts, new: pupils, changed, missing, guardiansCreated, staff };
}
