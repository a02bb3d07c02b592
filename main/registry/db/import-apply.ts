import type { Transaction } from 'kysely';
import type { Pile } from '../../../shared/contract/import-plan.ts';
import type { ImportPlan, PlannedRow } from '../../../shared/domain/import-planned.ts';
import type { KnownPeople } from '../../../shared/domain/matching/known-people.ts';
import { currentAcademicYear } from './academic-years.ts';
import { pupilsOfGuardians } from './guardians.ts';
import { flush, nextIds, waiting } from './import-tables.ts';
import { createWriter, type ImportWriter, putRow } from './import-writer.ts';
import { insertImportRun, type NewImportRun, writeImportCounts } from './imports.ts';
import type { Schema } from './schema.ts';
import { refreshSearch } from './search.ts';

/** Which of the plan's rows a person accepted. */
export interface Accepted {
  readonly piles: readonly Pile[];
  /** Row numbers that stay out. */
  readonly leaveRows: readonly number[];
}

/** An import as it is written. */
export interface ImportOrder {
  readonly run: NewImportRun;
  readonly plan: ImportPlan;
  readonly people: KnownPeople;
  readonly accepted: Accepted;
  readonly diarySystem: string;
  /** Told after every part; may throw to stop, and then nothing stays. */
  readonly pause: (done: number, total: number) => Promise<void>;
}

export interface ImportOutcome {
  readonly importId: number;
  readonly pupilsCreated: number;
  readonly pupilsChanged: number;
  readonly guardiansCreated: number;
  readonly classesCreated: number;
  readonly same: number;
  readonly skipped: number;
}

/** Rows of all tables that are written at once. */
const batch = 8000;

/** Writes the accepted rows of a plan, with the journal that undo needs and the search lines of everybody concerned. */
export async function applyImport(trx: Transaction<Schema>, order: ImportOrder): Promise<ImportOutcome> {
  const importId = await insertImportRun(trx, order.run);
  const rows = acceptedRows(order);
  const writer = await startWriter(trx, order, importId);
  const total = rows.length * 2;
  for (const [index, row] of rows.entries()) {
    putRow(writer, row);
    if (waiting(writer.outbox) < batch) continue;
    await flush(trx, writer.outbox, importId);
    await order.pause(index + 1, total);
  }
  await flush(trx, writer.outbox, importId);
  await searchAnew(trx, writer, (done) => order.pause(rows.length + done, total));
  const outcome = outcomeOf(order, writer, rows.length);
  await writeImportCounts(trx, importId, countsOf(order, writer));
  return outcome;
}

function acceptedRows({ plan, accepted }: ImportOrder): PlannedRow[] {
  const left = new Set(accepted.leaveRows);
  return plan.rows.filter(({ pile, row }) => accepted.piles.includes(pile) && !left.has(row.rowNumber));
}

async function startWriter(trx: Transaction<Schema>, order: ImportOrder, importId: number): Promise<ImportWriter> {
  const { id: academicYearId } = await currentAcademicYear(trx);
  const { plan, people, diarySystem, run } = order;
  const ids = await nextIds(trx);
  return createWriter({
    plan,
    people,
    ids,
    importId,
    academicYearId,
    diarySystem,
    at: run.at,
    today: run.at.slice(0, 10),
  });
}

async function searchAnew(trx: Transaction<Schema>, writer: ImportWriter, pause: (done: number) => Promise<void>) {
  const others = await pupilsOfGuardians(trx, writer.touchedGuardianIds);
  const ids = [...new Set([...writer.pupilIds, ...others])];
  await refreshSearch(trx, ids, (done) => pause(Math.min(done, writer.pupilIds.length)));
}

function outcomeOf({ plan }: ImportOrder, writer: ImportWriter, accepted: number): ImportOutcome {
  return {
    importId: writer.importId,
    pupilsCreated: writer.created.pupils,
    pupilsChanged: writer.changed,
    guardiansCreated: writer.created.guardians,
    classesCreated: writer.created.classes,
    same: plan.counts.same,
    skipped: plan.rows.length - accepted - plan.counts.same,
  };
}

function countsOf({ plan }: ImportOrder, writer: ImportWriter) {
  const { pupils, guardians } = writer.created;
  return { ...plan.counts, new: pupils, changed: writer.changed, guardiansCreated: guardians };
}
