import { dueOn, nextNumber } from '../../../shared/domain/application.ts';
import { knowsMovesOf } from '../../../shared/domain/working-days.ts';
import { closeApplication, reopenApplication } from '../applications/answer.ts';
import { prepareForm, prepareJournal } from '../applications/papers.ts';
import { saveApplication } from '../applications/register.ts';
import type { OpenRegistry } from '../context.ts';
import { dayOf } from '../day-of.ts';
import { countApplications, findApplication, listApplications, numbersOfYear } from '../db/applications.ts';
import { readSettings } from '../db/settings.ts';
import { reachOf } from '../reach.ts';
import { refuse } from '../refuse.ts';
import { routes } from '../routes.ts';

const everything = { show: 'open' } as const;

async function draft({ db }: OpenRegistry, registeredOn: string) {
  const { applicationTerm, ownDays } = await readSettings(db);
  const numbers = await numbersOfYear(db, registeredOn.slice(0, 4));
  const due = dueOn(registeredOn, applicationTerm, ownDays);
  const number = nextNumber(numbers.map((one) => one.number));
  return { number, registeredOn, dueOn: due, calendarKnown: knowsMovesOf(Number(due.slice(0, 4))) };
}

/** The register of applications. */
export const applicationsHandlers = {
  list: routes.applications.list.handler(async ({ context: { registry, surroundings }, input }) => {
    const today = dayOf(surroundings.now());
    const wish = { filter: input.filter, today, reach: await reachOf(registry) };
    const { total, ...counts } = await countApplications(registry.db, wish);
    return { total, counts, rows: await listApplications(registry.db, wish, input.page) };
  }),

  one: routes.applications.one.handler(async ({ context: { registry, surroundings }, input }) => {
    const reach = await reachOf(registry);
    const found = await findApplication(registry.db, input.applicationId, dayOf(surroundings.now()), reach);
    if (found === undefined) throw refuse('not-found');
    return found;
  }),

  due: routes.applications.due.handler(async ({ context: { registry, surroundings } }) => {
    const today = dayOf(surroundings.now());
    const wish = { filter: everything, today, reach: await reachOf(registry) };
    const counts = await countApplications(registry.db, wish);
    return { today: counts.today, overdue: counts.overdue, open: counts.open };
  }),

  draft: routes.applications.draft.handler(({ context: { registry, surroundings }, input }) =>
    draft(registry, input.registeredOn ?? dayOf(surroundings.now())),
  ),

  save: routes.applications.save.handler(async ({ context: { registry, surroundings, desk }, input }) => {
    const saved = await saveApplication(registry, surroundings.now(), input, await reachOf(registry));
    desk.announce({ kind: 'changed' });
    return saved;
  }),

  close: routes.applications.close.handler(async ({ context: { registry, surroundings, desk }, input }) => {
    const wish = { ...input, reach: await reachOf(registry) };
    const done = await closeApplication(registry, surroundings.now(), wish);
    desk.announce({ kind: 'changed' });
    return done;
  }),

  reopen: routes.applications.reopen.handler(async ({ context: { registry, surroundings, desk }, input }) => {
    const wish = { ...input, reach: await reachOf(registry) };
    const done = await reopenApplication(registry, surroundings.now(), wish);
    desk.announce({ kind: 'changed' });
    return done;
  }),

  form: routes.applications.form.handler(({ context, input }) => prepareForm(context, input)),

  journal: routes.applications.journal.handler(({ context, input }) => prepareJournal(context, input)),
};
