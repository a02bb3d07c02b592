import type { PupilCard } from '../../../shared/contract/pupils.ts';
import { ageOn } from '../../../shared/domain/birth-date.ts';
import type { OpenRegistry } from '../context.ts';
import { dayOf } from '../day-of.ts';
import { appendAudit } from '../db/audit.ts';
import { recordChanges } from '../db/change-log.ts';
import { correctPerson } from '../db/corrections.ts';
import { findPupils } from '../db/find-pupils.ts';
import { readPupilCard } from '../db/pupil-card.ts';
import { countPupils, listPupilIds, listPupilRows } from '../db/pupil-rows.ts';
import { readSettings } from '../db/settings.ts';
import { write } from '../db/transaction.ts';
import { onlyReached, reachOf } from '../reach.ts';
import { refuse } from '../refuse.ts';
import { routes } from '../routes.ts';

/** Brothers and sisters in classes beyond reach are left out. */
async function withOwnChildren(registry: OpenRegistry, guardians: PupilCard['guardians']) {
  const children = guardians.flatMap(({ otherChildren }) => otherChildren);
  const own = new Set((await onlyReached(registry, children, ({ id }) => id)).map(({ id }) => id));
  return guardians.map((one) => ({ ...one, otherChildren: one.otherChildren.filter(({ id }) => own.has(id)) }));
}

export const pupilsHandlers = {
  list: routes.pupils.list.handler(async ({ context: { registry, surroundings }, input }) => {
    const { diarySystemId: diarySystem } = await readSettings(registry.db);
    const reach = await reachOf(registry);
    const today = dayOf(surroundings.now());
    const filter = { ...input.filter, reach, today };
    return {
      total: await countPupils(registry.db, filter, diarySystem),
      totalWithoutFilter: await countPupils(registry.db, { reach, today }, diarySystem),
      rows: await listPupilRows(registry.db, { ...input, filter, diarySystem }),
    };
  }),

  find: routes.pupils.find.handler(async ({ context: { registry }, input: { query, limit } }) =>
    findPupils(registry.db, query, await reachOf(registry), limit),
  ),

  ids: routes.pupils.ids.handler(async ({ context: { registry, surroundings }, input }) => {
    const { diarySystemId } = await readSettings(registry.db);
    const filter = { ...input.filter, reach: await reachOf(registry), today: dayOf(surroundings.now()) };
    return listPupilIds(registry.db, filter, diarySystemId);
  }),

  correct: routes.pupils.correct.handler(async ({ context: { registry, surroundings, desk }, input }) => {
    const now = surroundings.now();
    const act = { at: now.toISOString(), userId: registry.user.id };
    const changed = await write(registry, async (trx) => {
      const action = 'corrected';
      const recorded = await recordChanges(trx, registry, { now, action }, () => correctPerson(trx, input, act));
      const { result: fields, runId } = recorded;
      if (fields.length > 0) await appendAudit(trx, registry, { now, action, count: 1, runId });
      return fields;
    });
    if (changed.length > 0) desk.announce({ kind: 'changed' });
    return { changed: [...changed] };
  }),

  card: routes.pupils.card.handler(async ({ context: { registry, surroundings }, input }) => {
    const card = await readPupilCard(registry.db, input.pupilId);
    if (card === undefined) throw refuse('not-found');
    const { birthDate } = card.person;
    const guardians = await withOwnChildren(registry, card.guardians);
    const today = surroundings.now().toISOString().slice(0, 10);
    return { ...card, guardians, age: birthDate === null ? null : ageOn(birthDate, today) };
  }),
};
