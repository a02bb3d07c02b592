import { ageOn } from '../../../shared/domain/birth-date.ts';
import { readPupilCard } from '../db/pupil-card.ts';
import { countPupils, listPupilIds, listPupilRows } from '../db/pupil-rows.ts';
import { readSettings } from '../db/settings.ts';
import { refuse } from '../refuse.ts';
import { routes } from '../routes.ts';

export const pupilsHandlers = {
  list: routes.pupils.list.handler(async ({ context: { registry }, input }) => {
    const { diarySystemId: diarySystem } = await readSettings(registry.db);
    return {
      total: await countPupils(registry.db, input.filter, diarySystem),
      totalWithoutFilter: await countPupils(registry.db, {}, diarySystem),
      rows: await listPupilRows(registry.db, { ...input, diarySystem }),
    };
  }),

  ids: routes.pupils.ids.handler(async ({ context: { registry }, input }) => {
    const { diarySystemId } = await readSettings(registry.db);
    return listPupilIds(registry.db, input.filter, diarySystemId);
  }),

  correct: routes.pupils.correct.handler(() => {
    throw refuse('unexpected');
  }),

  card: routes.pupils.card.handler(async ({ context: { registry, surroundings }, input }) => {
    const card = await readPupilCard(registry.db, input.pupilId);
    if (card === undefined) throw refuse('not-found');
    const { birthDate } = card.person;
    const today = surroundings.now().toISOString().slice(0, 10);
    return { ...card, age: birthDate === null ? null : ageOn(birthDate, today) };
  }),
};
