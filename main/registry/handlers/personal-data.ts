import type { Language } from '../../../shared/contract/base.ts';
import { missingIn, type ProcessingRecord, type ProcessingStanding } from '../../../shared/domain/personal-data.ts';
import type { DeskContext, OpenRegistry } from '../context.ts';
import { dayOf } from '../day-of.ts';
import { appendAudit } from '../db/audit.ts';
import { listAudit } from '../db/audit-list.ts';
import { recordChanges } from '../db/change-log.ts';
import { familyOf } from '../db/families.ts';
import { countHeld, factsOfPerson, nameOfPerson } from '../db/person-facts.ts';
import { countStandings, listProcessing, processingIds, putProcessing } from '../db/personal-data.ts';
import { write } from '../db/transaction.ts';
import { destroy, previewDestruction } from '../personal-data/destroy.ts';
import { dataFrame, incidentSheets, keepPaper, subjectSheets } from '../personal-data/papers.ts';
import { refuse } from '../refuse.ts';
import { askingRoutes, routes } from '../routes.ts';

type Context = DeskContext & { readonly registry: OpenRegistry };

const everything = { offset: 0, limit: 100_000 };

interface ListWish {
  readonly standing: ProcessingStanding | 'all';
  readonly query: string;
}

const wishOf = ({ surroundings }: DeskContext, { standing, query }: ListWish) => ({
  today: dayOf(surroundings.now()),
  ...(standing === 'all' ? {} : { standing }),
  query,
});

async function ofPupil({ registry, surroundings }: Context, pupilId: number) {
  const { pupils, guardians } = await familyOf(registry.db, [pupilId]);
  if (!pupils.has(pupilId)) throw refuse('not-found');
  const personIds = [pupilId, ...guardians];
  const rows = await listProcessing(registry.db, { today: dayOf(surroundings.now()), personIds }, everything);
  return rows.sort((one, other) => personIds.indexOf(one.personId) - personIds.indexOf(other.personId));
}

async function save({ registry, surroundings }: Context, personIds: readonly number[], record: ProcessingRecord) {
  const field = missingIn(record);
  if (field !== undefined) throw refuse('invalid-input', { field });
  const now = surroundings.now();
  const action = 'data-grounds-recorded';
  return write(registry, async (trx) => {
    const found = await processingIds(trx, { today: dayOf(now), personIds });
    if (found.length !== new Set(personIds).size) throw refuse('not-found');
    const act = { at: now.toISOString(), userId: registry.user.id };
    const work = () => putProcessing(trx, act, found, record);
    const { runId } = await recordChanges(trx, registry, { now, action }, work);
    const count = found.length;
    if (runId !== undefined) await appendAudit(trx, registry, { now, action, count, personIds: found, runId });
    return { count, undoRunId: runId ?? null };
  });
}

async function report(context: Context, personId: number, language: Language | undefined) {
  const { registry, surroundings } = context;
  const name = await nameOfPerson(registry.db, personId);
  if (name === undefined) throw refuse('not-found');
  const facts = await factsOfPerson(registry.db, personId);
  const { entries } = await listAudit(registry.db, { personIds: [personId] }, everything);
  const frame = await dataFrame(context, language);
  const event = { now: surroundings.now(), action: 'data-reported', count: 1, personIds: [personId] } as const;
  await write(registry, (trx) => appendAudit(trx, registry, event));
  return keepPaper(
    context,
    subjectSheets(name, facts, entries, frame),
    frame.words('personalData.paper.report'),
    frame,
  );
}

async function incident(context: Context, period: { from: string; to: string }, language: Language | undefined) {
  const { registry, surroundings } = context;
  const { entries } = await listAudit(registry.db, period, everything);
  const frame = await dataFrame(context, language);
  const sheets = incidentSheets(await countHeld(registry.db), entries.reverse(), period, frame);
  const event = { now: surroundings.now(), action: 'incident-reported', count: entries.length } as const;
  await write(registry, (trx) => appendAudit(trx, registry, event));
  return keepPaper(context, sheets, frame.words('personalData.paper.incident'), frame);
}

/** What the law asks about people's data: grounds, reports, destruction with its act. */
export const personalDataHandlers = {
  list: routes.personalData.list.handler(async ({ context, input }) => {
    const { db } = context.registry;
    const wish = wishOf(context, input);
    const total = (await processingIds(db, wish)).length;
    return { total, counts: await countStandings(db, wish.today), rows: await listProcessing(db, wish, input.page) };
  }),
  ids: routes.personalData.ids.handler(({ context, input }) =>
    processingIds(context.registry.db, wishOf(context, input)),
  ),
  ofPupil: routes.personalData.ofPupil.handler(({ context, input }) => ofPupil(context, input.pupilId)),
  save: routes.personalData.save.handler(async ({ context, input }) => {
    const saved = await save(context, input.personIds, input.record);
    context.desk.announce({ kind: 'changed' });
    return saved;
  }),
  report: routes.personalData.report.handler(({ context, input }) => report(context, input.personId, input.language)),
  destroyPreview: routes.personalData.destroyPreview.handler(async ({ context, input }) => {
    const { people, ...rest } = await previewDestruction(context, input.pupilIds);
    const shown = ({ id, role, name }: (typeof people)[number]) => ({ id, role, name });
    return { ...rest, people: people.map(shown), staying: rest.staying.map(({ id, name }) => ({ id, name })) };
  }),
  destroy: askingRoutes.personalData.destroy.handler(({ context, input }) => destroy(context, input)),
  incident: routes.personalData.incident.handler(({ context, input: { language, ...period } }) =>
    incident(context, period, language),
  ),
};
