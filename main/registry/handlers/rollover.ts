import { proposeFor } from '../../../shared/domain/rollover.ts';
import type { OpenRegistry } from '../context.ts';
import { dayOf } from '../day-of.ts';
import { currentAcademicYear } from '../db/academic-years.ts';
import { appendAudit } from '../db/audit.ts';
import { recordChanges } from '../db/change-log.ts';
import { readEndingClasses } from '../db/rollover-rows.ts';
import { putBack, runOfYear } from '../db/rollover-undo.ts';
import { readSettings } from '../db/settings.ts';
import { write } from '../db/transaction.ts';
import { refuse } from '../refuse.ts';
import { routes } from '../routes.ts';
import { beginPlannedYear } from '../school-year/begin-year.ts';
import { isDue, loginsByTerm, planYear, previewOf } from '../school-year/plan-year.ts';

async function look({ db }: OpenRegistry, now: Date) {
  const settings = await readSettings(db);
  const { id, startYear } = await currentAcademicYear(db);
  const run = await runOfYear(db);
  const due = isDue(dayOf(now), startYear, settings);
  const ending = due ? await readEndingClasses(db, id) : [];
  return {
    state: due ? ('due' as const) : ('done' as const),
    currentYear: startYear,
    nextYear: startYear + 1,
    last: run === undefined ? null : { runId: run.id, at: run.at, who: run.who ?? '' },
    classes: ending.map(({ pupilIds, teacherId, letter, ...row }) => ({
      ...row,
      pupils: pupilIds.length,
      proposed: proposeFor({ ...row, pupilIds, teacherId, letter }),
    })),
    logins: loginsByTerm(settings),
  };
}

/** The beginning of a new academic year. */
export const rolloverHandlers = {
  look: routes.rollover.look.handler(({ context: { registry, surroundings } }) => look(registry, surroundings.now())),

  preview: routes.rollover.preview.handler(async ({ context: { registry, surroundings }, input }) =>
    previewOf(await planYear(registry.db, dayOf(surroundings.now()), input)),
  ),

  apply: routes.rollover.apply.handler(async ({ context: { registry, surroundings, desk }, input }) => {
    const { plan, ...decisions } = input;
    const done = await beginPlannedYear(registry, surroundings.now(), decisions, plan);
    desk.announce({ kind: 'changed' });
    return done;
  }),

  putBack: routes.rollover.putBack.handler(async ({ context: { registry, surroundings, desk }, input }) => {
    const now = surroundings.now();
    const done = await write(registry, async (trx) => {
      const run = await runOfYear(trx);
      const { id: yearId, startsOn } = await currentAcademicYear(trx);
      const { classId, pupilIds } = input;
      const place = trx.selectFrom('schoolClass').select('title').where('academicYearId', '=', yearId);
      const target = await place.where('id', '=', classId).executeTakeFirst();
      if (run === undefined || target === undefined) throw refuse('not-found');
      const wish = { runId: run.id, pupilIds, classId, startsOn };
      const action = 'year-put-back';
      const { result: count, runId } = await recordChanges(trx, registry, { now, action }, () => putBack(trx, wish));
      if (count === 0) throw refuse('not-found');
      await appendAudit(trx, registry, { now, action, count, subject: target.title, runId, personIds: pupilIds });
      return { undoRunId: runId ?? null, count };
    });
    desk.announce({ kind: 'changed' });
    return done;
  }),
};
