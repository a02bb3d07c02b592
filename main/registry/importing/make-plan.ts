import { createHash } from 'node:crypto';
import type { Progress } from '../../../shared/contract/base.ts';
import type { Coverage, Decision } from '../../../shared/contract/import-plan.ts';
import type { ImportedPeople } from '../../../shared/domain/import-people.ts';
import { type PlanWish, planImport } from '../../../shared/domain/import-plan.ts';
import type { ImportPlan } from '../../../shared/domain/import-planned.ts';
import type { KnownPeople } from '../../../shared/domain/matching/known-people.ts';
import type { OpenRegistry } from '../context.ts';
import { readKnownPeople } from '../db/import-people.ts';
import { countWrittenRows } from '../db/import-version.ts';
import { readSettings } from '../db/settings.ts';
import { breathe, paced } from './pace.ts';
import type { Planned, PreviewSource } from './previews.ts';

/** Progress of a stage; never more than the whole. */
export function progressOf(stage: Progress['stage'], done: number, total: number): Progress {
  return { kind: 'progress', stage, done: Math.min(done, total), total };
}

/** Reads the registry and plans; the same function at preview, after decisions and at apply. */
export async function* planFile(
  db: OpenRegistry['db'],
  file: ImportedPeople,
  wish: PlanWish,
): AsyncGenerator<Progress, Planned> {
  const writtenRows = await countWrittenRows(db);
  const people = yield* readPeople(db, file.rows.length);
  const planning = planImport(file, people, wish);
  const plan: ImportPlan = yield* paced(planning, (done) => progressOf('matching', done, file.rows.length));
  return { plan, people, writtenRows };
}

async function* readPeople(db: OpenRegistry['db'], rows: number): AsyncGenerator<Progress, KnownPeople> {
  const { diarySystemId } = await readSettings(db);
  const reading = readKnownPeople(db, diarySystemId);
  for (;;) {
    const step = await reading.next();
    if (step.done) return step.value;
    await breathe();
    yield progressOf('matching', 0, rows);
  }
}

/** What a person has said, in the form that planning takes. */
export function planWish(decisions: readonly Decision[], coverage: Coverage | undefined): PlanWish {
  return { decisions, coverage };
}

/** Tells whether the same file, read the same way, would do the same to the registry. */
export function planHashOf(plan: ImportPlan, source: PreviewSource, decisions: readonly Decision[]): string {
  const { fileSha256, choices } = source;
  const said = JSON.stringify(decisions);
  return createHash('sha256').update(`${fileSha256}\n${choices}\n${said}\n${plan.hash}`).digest('hex').slice(0, 32);
}
