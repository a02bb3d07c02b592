import type { Language } from '../../../shared/contract/base.ts';
import { type DestructionReason, dataCategories } from '../../../shared/domain/personal-data.ts';
import type { DeskContext, OpenRegistry } from '../context.ts';
import { appendAudit, auditAnchor } from '../db/audit.ts';
import { listAudit } from '../db/audit-list.ts';
import { type Doomed, erasePeople, familyOfDoomed, insertAct, notLeft } from '../db/destruction.ts';
import { listSnapshots } from '../db/snapshots.ts';
import { checkpoint, write } from '../db/transaction.ts';
import { refuse } from '../refuse.ts';
import { stale } from '../routes.ts';
import { dataFrame, destructionSheets, keepPaper } from './papers.ts';

type Context = DeskContext & { readonly registry: OpenRegistry };

/** The people who would go with these pupils. Refuses `not-found`, and `invalid-input` for a pupil who has not left. */
export async function previewDestruction({ registry, desk }: Context, pupilIds: readonly number[]) {
  const { strangers, here } = await notLeft(registry.db, pupilIds);
  if (strangers > 0) throw refuse('not-found');
  if (here > 0) throw refuse('invalid-input', { field: 'status' });
  const { people, staying } = await familyOfDoomed(registry.db, pupilIds);
  return { people, staying, categories: [...dataCategories], copies: (await listSnapshots(desk.file)).length };
}

interface Order {
  readonly pupilIds: readonly number[];
  readonly people: number;
  readonly reason: DestructionReason;
  readonly language?: Language | undefined;
}

/** Destroys in one transaction, empties the log of the database, and makes the act with its extract. */
export async function destroy(context: Context, { pupilIds, people: expected, reason, language }: Order) {
  const { registry, surroundings, desk } = context;
  const { people, copies } = await previewDestruction(context, pupilIds);
  if (people.length !== expected) throw stale();
  const now = surroundings.now();
  const number = await write(registry, (trx) => eraseWithAct(trx, registry, { now, people, reason }));
  await checkpoint(registry);
  desk.announce({ kind: 'changed' });
  const { entries } = await listAudit(registry.db, {}, { offset: 0, limit: 1 });
  const [entry] = entries;
  if (entry === undefined) throw refuse('unexpected');
  const frame = await dataFrame(context, language);
  const anchor = await auditAnchor(registry.db);
  const facts = { number, reason, people, categories: dataCategories, copies, who: registry.user.name, entry, anchor };
  const title = frame.words('personalData.paper.act', { number: String(number) });
  const paper = await keepPaper(context, destructionSheets(facts, frame), title, frame);
  return { ...paper, actId: number, people: people.length };
}

interface Erasing {
  readonly now: Date;
  readonly people: readonly Doomed[];
  readonly reason: DestructionReason;
}

async function eraseWithAct(
  trx: Parameters<Parameters<typeof write<number>>[1]>[0],
  registry: OpenRegistry,
  { now, people, reason }: Erasing,
): Promise<number> {
  const personIds = people.map(({ id }) => id);
  await erasePeople(trx, personIds);
  const act = { at: now.toISOString(), userId: registry.user.id };
  const number = await insertAct(trx, act, { reason, people: people.length, categories: dataCategories });
  const detail = { act: number, reason };
  const event = {
    now,
    action: 'data-destroyed',
    count: people.length,
    subject: `№ ${number}`,
    personIds,
    detail,
  } as const;
  await appendAudit(trx, registry, event);
  return number;
}
