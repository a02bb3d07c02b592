import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { RolloverPreview, rolloverDecisionsSchema, YearLogins } from '../../../shared/contract/rollover.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { academicYearOf, daysOfYear } from '../../../shared/domain/academic-year.ts';
import { planRollover, type RolloverPlan } from '../../../shared/domain/rollover.ts';
import { currentAcademicYear } from '../db/academic-years.ts';
import { loginsThatGo } from '../db/leaving.ts';
import { type EndingClassRow, liveLoginsOf, readEndingClasses, type YearChange } from '../db/rollover-rows.ts';
import type { Schema } from '../db/schema.ts';
import { readSettings } from '../db/settings.ts';
import { refuse } from '../refuse.ts';

/** Decisions as they arrive, defaults filled in. */
export type Decisions = z.output<typeof rolloverDecisionsSchema>;

/** A year that could begin: its plan, what it is made of, and the code that names it. */
export interface PlannedYear {
  readonly plan: RolloverPlan;
  readonly code: string;
  readonly change: YearChange;
  readonly ending: readonly EndingClassRow[];
  readonly logins: YearLogins;
  readonly settings: Settings;
  /** Live credentials of those who stay, and of those who leave. */
  readonly staying: readonly number[];
  readonly leaving: readonly number[];
}

/** Is the year of this date still to begin? */
export function isDue(date: string, currentYear: number, { yearStartsOn }: Settings): boolean {
  return currentYear < academicYearOf(date, yearStartsOn);
}

/** What the school's term of access makes of the logins of those who stay. */
export function loginsByTerm({ validity }: Settings): YearLogins {
  return validity === 'academic-year' ? 'expire' : 'keep';
}

/** Makes the plan of the next year from the registry as it is. Refuses `year-begun-already` and `not-found`. */
export async function planYear(db: Kysely<Schema>, date: string, decisions: Decisions): Promise<PlannedYear> {
  const settings = await readSettings(db);
  const current = await currentAcademicYear(db);
  if (!isDue(date, current.startYear, settings)) throw refuse('year-begun-already');
  const ending = await readEndingClasses(db, current.id);
  refuseStrangers(ending, decisions);
  const plan = planRollover(ending, decisions.classes, decisions.pupils);
  const logins = decisions.logins ?? loginsByTerm(settings);
  const startYear = current.startYear + 1;
  const days = daysOfYear(startYear, settings.yearStartsOn);
  const change = {
    endingYearId: current.id,
    endsOn: current.endsOn,
    startYear,
    ...{ startsOn: days.startsOn, newEndsOn: days.endsOn },
  };
  const leaving = await loginsThatGo(db, plan.graduates);
  const gone = new Set(leaving);
  const all = await liveLoginsOf(
    db,
    plan.classes.flatMap(({ pupilIds }) => [...pupilIds]),
  );
  const staying = all.filter((id) => !gone.has(id));
  const code = codeOf([plan, change, logins, settings.leavers, staying, leaving]);
  return { plan, code, change, ending, logins, settings, staying, leaving };
}

function codeOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);
}

/** Decisions about classes and pupils that are not of the ending year are mistakes, not exceptions. */
function refuseStrangers(ending: readonly EndingClassRow[], { classes, pupils }: Decisions): void {
  const classIds = new Set(ending.map(({ id }) => id));
  const pupilIds = new Set(ending.flatMap((one) => one.pupilIds));
  const known =
    classes.every(({ classId }) => classIds.has(classId)) && pupils.every((one) => pupilIds.has(one.pupilId));
  if (!known) throw refuse('not-found');
}

/** The plan as a person sees it before it is carried out. */
export function previewOf({
  plan,
  code,
  change,
  ending,
  logins,
  settings,
  staying,
  leaving,
}: PlannedYear): RolloverPreview {
  const byId = new Map(ending.map((one) => [one.id, one]));
  const nameOf = new Map(ending.map((one) => [one.teacherId, one.teacherName]));
  const usersOf = (ids: readonly number[]) => ids.reduce((sum, id) => sum + (byId.get(id)?.users ?? 0), 0);
  return {
    plan: code,
    startYear: change.startYear,
    startsOn: change.startsOn,
    classes: plan.classes.map((one) => ({
      title: one.title,
      from: one.fromClassIds.map((id) => byId.get(id)?.title ?? ''),
      pupils: one.pupilIds.length,
      teacherName: one.teacherId === null ? '' : (nameOf.get(one.teacherId) ?? ''),
      users: usersOf(one.teacherFromClassIds),
    })),
    moved: plan.classes.reduce((sum, { pupilIds }) => sum + pupilIds.length, 0) - plan.repeaters.length,
    graduates: plan.graduates.length,
    repeaters: plan.repeaters.length,
    logins,
    loginsOfStaying: staying.length,
    loginsOfLeaving: leaving.length,
    leaversLogins: settings.leavers.logins,
    problems: [...plan.problems],
  };
}
