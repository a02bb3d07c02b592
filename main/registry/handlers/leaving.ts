import type { AuditAction } from '../../../shared/contract/journal.ts';
import { daysAfter, expiryOf } from '../../../shared/domain/expiry.ts';
import type { DeskContext, OpenRegistry } from '../context.ts';
import { currentAcademicYear } from '../db/academic-years.ts';
import { appendAudit } from '../db/audit.ts';
import { recordChanges } from '../db/change-log.ts';
import { findClassOfYear } from '../db/classes.ts';
import type { Act } from '../db/credentials.ts';
import { comeBack, leaveSchool, loginsThatGo } from '../db/leaving.ts';
import { moveTo, pupilsAmong } from '../db/moving.ts';
import { readSettings } from '../db/settings.ts';
import { checkpoint, write } from '../db/transaction.ts';
import { refuse } from '../refuse.ts';
import { routes } from '../routes.ts';

type Context = DeskContext & { readonly registry: OpenRegistry };
type Db = OpenRegistry['db'];

/** Those of the pupils who left, or who are here. Refuses `not-found` when one is no pupil. */
async function pupilsWho(db: Db, pupilIds: readonly number[], left: boolean): Promise<number[]> {
  const found = await pupilsAmong(db, pupilIds);
  if (found.length !== new Set(pupilIds).size) throw refuse('not-found');
  return found.filter(({ status }) => (status === 'left') === left).map(({ id }) => id);
}

async function preview({ db }: OpenRegistry, pupilIds: readonly number[], leftOn: string) {
  const { leavers } = await readSettings(db);
  const here = await pupilsWho(db, pupilIds, false);
  return {
    pupils: here.length,
    logins: (await loginsThatGo(db, here)).length,
    leaversLogins: leavers.logins,
    graceUntil: daysAfter(leftOn, leavers.graceDays),
    archiveOn: daysAfter(leftOn, leavers.archiveDays),
    purgeOn: daysAfter(leftOn, leavers.purgeDays),
  };
}

interface PupilsAction {
  readonly action: Extract<AuditAction, 'pupils-left' | 'pupils-returned' | 'pupils-moved'>;
  readonly subject: string;
  /** Changes the rows and gives the pupils it changed. */
  readonly work: (trx: Parameters<Parameters<typeof write>[1]>[0], act: Act) => Promise<readonly number[]>;
}

/** One action with pupils, recorded so that it can be taken back, and noted in the journal with whom it was about. */
async function carryOut({ registry, surroundings, desk }: Context, { action, subject, work }: PupilsAction) {
  const now = surroundings.now();
  const act = { at: now.toISOString(), userId: registry.user.id };
  const done = await write(registry, async (trx) => {
    const recorded = await recordChanges(trx, registry, { now, action }, () => work(trx, act));
    const { result: personIds, runId } = recorded;
    const count = personIds.length;
    if (count > 0) await appendAudit(trx, registry, { now, action, count, subject, runId, personIds });
    return { undoRunId: runId ?? null, count };
  });
  await checkpoint(registry);
  if (done.count > 0) desk.announce({ kind: 'changed' });
  return done;
}

async function classTitle(db: Db, classId: number): Promise<string> {
  const { id } = await currentAcademicYear(db);
  const found = await findClassOfYear(db, id, classId);
  if (found === undefined) throw refuse('class-not-found');
  return found.title;
}

/** Pupils leave, come back and move; each action can be taken back. */
export const leavingHandlers = {
  leavePreview: routes.pupils.leavePreview.handler(({ context: { registry }, input }) =>
    preview(registry, input.pupilIds, input.leftOn),
  ),

  leave: routes.pupils.leave.handler(({ context, input: { pupilIds, leftOn, reason } }) =>
    carryOut(context, {
      ...{ action: 'pupils-left', subject: '' },
      work: async (trx, act) => {
        const here = await pupilsWho(trx, pupilIds, false);
        const { leavers: terms } = await readSettings(trx);
        const archiveOn = daysAfter(leftOn, terms.archiveDays);
        await leaveSchool(trx, act, here, { leftOn, reason, archiveOn, terms });
        return here;
      },
    }),
  ),

  comeBack: routes.pupils.comeBack.handler(async ({ context, input: { pupilIds, classId } }) =>
    carryOut(context, {
      ...{ action: 'pupils-returned', subject: await classTitle(context.registry.db, classId) },
      work: async (trx, act) => {
        const gone = await pupilsWho(trx, pupilIds, true);
        const { endsOn } = await currentAcademicYear(trx);
        await comeBack(trx, act, gone, expiryOf(await readSettings(trx), endsOn, act.at));
        await moveTo(trx, act, gone, classId, true);
        return gone;
      },
    }),
  ),

  move: routes.pupils.move.handler(async ({ context, input: { pupilIds, classId } }) =>
    carryOut(context, {
      ...{ action: 'pupils-moved', subject: await classTitle(context.registry.db, classId) },
      work: async (trx, act) => moveTo(trx, act, await pupilsWho(trx, pupilIds, false), classId),
    }),
  ),
};
