import type { Language } from '../../../shared/contract/base.ts';
import type { EntryRow, EntryWay } from '../../../shared/contract/contacts.ts';
import {
  type CollectedKind,
  collectedKinds,
  contactChange,
  familiesOf,
  sheetGroups,
} from '../../../shared/domain/contact-collection.ts';
import { type ContactsWords, contactSheets, type FamilySheet } from '../../../shared/domain/contact-sheet-layout.ts';
import { dottedDate, fill } from '../../../shared/domain/slip-texts.ts';
import { contactsPaper as english } from '../../../shared/i18n/en/contacts-paper.ts';
import { contactsPaper as russian } from '../../../shared/i18n/ru/contacts-paper.ts';
import type { DeskContext, OpenRegistry } from '../context.ts';
import { dayOf } from '../day-of.ts';
import { appendAudit } from '../db/audit.ts';
import { recordChanges } from '../db/change-log.ts';
import { entryRows, familiesOfClass, hasClass, setEntryWay } from '../db/contact-entry.ts';
import { countGaps, listGaps } from '../db/contact-gaps.ts';
import { currentContacts } from '../db/contacts.ts';
import { correctPerson } from '../db/corrections.ts';
import { scopeSubject } from '../db/credential-holders.ts';
import { peopleWithin } from '../db/people-reach.ts';
import { readSettings } from '../db/settings.ts';
import { write } from '../db/transaction.ts';
import { measure } from '../paper/measure.ts';
import { paperFrame } from '../paper/paper-frame.ts';
import { drawPdf } from '../paper/pdf.ts';
import { asFileName } from '../paper/words.ts';
import { reachOf } from '../reach.ts';
import { refuse } from '../refuse.ts';
import { routes } from '../routes.ts';

type Context = DeskContext & { readonly registry: OpenRegistry };

/** Refuses `class-not-found` for a class that is not there or out of reach. */
async function assertClass(registry: OpenRegistry, classId: number): Promise<void> {
  const reach = await reachOf(registry);
  const reached = reach === undefined || reach.includes(classId);
  if (!reached || !(await hasClass(registry.db, classId))) throw refuse('class-not-found');
}

async function entryOf(registry: OpenRegistry, classId: number, today: string) {
  await assertClass(registry, classId);
  const { requiredContacts } = await readSettings(registry.db);
  const members = await familiesOfClass(registry.db, classId);
  return { members, rows: await entryRows(registry.db, members, requiredContacts, today) };
}

type SaveInput = { readonly personId: number; readonly entryWay?: EntryWay | null | undefined } & {
  readonly [Kind in CollectedKind]?: string | undefined;
};

/** Writes what a family corrected as by hand, in one transaction that can be taken back. */
async function save({ registry, surroundings }: Context, input: SaveInput) {
  const { personId, entryWay } = input;
  const now = surroundings.now();
  const reach = await reachOf(registry);
  return write(registry, async (trx) => {
    if (!(await peopleWithin(trx, reach, [personId])).has(personId)) throw refuse('not-found');
    const present = (await currentContacts(trx, [personId])).get(personId) ?? [];
    const changes = collectedKinds.flatMap((kind) => {
      const typed = input[kind];
      return typed === undefined ? [] : [{ kind, ...contactChange(present, kind, typed) }];
    });
    const correction = {
      personId,
      addContacts: changes.flatMap(({ kind, add }) => (add === undefined ? [] : [{ kind, value: add, label: '' }])),
      closeContacts: changes.flatMap(({ close }) => (close === undefined ? [] : [close])),
    };
    const act = { at: now.toISOString(), userId: registry.user.id };
    const action = 'contacts-collected';
    const { result, runId } = await recordChanges(trx, registry, { now, action }, async () => {
      const changed = await correctPerson(trx, correction, act);
      const moved = entryWay === undefined ? false : await setEntryWay(trx, personId, entryWay, act.at);
      return moved ? [...changed, 'entryWay'] : [...changed];
    });
    const event = { now, action, count: 1, runId, personIds: [personId] } as const;
    if (runId !== undefined) await appendAudit(trx, registry, event);
    return { changed: result, undoRunId: runId ?? null };
  });
}

/** The sheets of a class's families: siblings of the class on one, guardians with limits on one of their own. */
async function familySheets(registry: OpenRegistry, classId: number, today: string): Promise<FamilySheet[]> {
  const { members, rows } = await entryOf(registry, classId, today);
  const restricted = new Set(members.flatMap((one) => (one.restricted ? [`${one.personId} ${one.pupilId}`] : [])));
  return familiesOf(rows).flatMap((family) => sheetsOf(family, restricted));
}

function sheetsOf(family: readonly EntryRow[], restricted: ReadonlySet<string>): FamilySheet[] {
  const once = family.filter((row, place) => family.findIndex(({ personId }) => personId === row.personId) === place);
  const people = once.map((row) => ({ ...row, restricted: restricted.has(`${row.personId} ${row.pupilId}`) }));
  const pupils = once.flatMap(({ role, name }) => (role === 'pupil' ? [name] : [])).join(', ');
  return sheetGroups(people).map((group) => ({ pupils, people: group }));
}

async function sheets(context: Context, classId: number, chosen: Language | undefined) {
  const { registry, documents, surroundings } = context;
  const now = surroundings.now();
  const { language, words, schoolName, today } = await paperFrame<ContactsWords>(context, chosen, {
    ru: russian,
    en: english,
  });
  const families = await familySheets(registry, classId, today);
  if (families.length === 0) throw refuse('nothing-to-print');
  const foot = fill(words.foot, { school: schoolName, date: dottedDate(today) });
  const drawn = families.flatMap((family) => contactSheets(family, { words, foot, measure }));
  const bytes = await drawPdf(drawn, { title: words.title, language });
  const subject = await scopeSubject(registry.db, { kind: 'class', classId });
  const personIds = families.flatMap(({ people }) => people.map(({ personId }) => personId));
  const event = { now, action: 'list-printed', count: families.length, subject, personIds } as const;
  await write(registry, (trx) => appendAudit(trx, registry, event));
  const suggestedName = asFileName(`${words.file} ${subject} ${today}.pdf`);
  const documentToken = documents.keep({ bytes, suggestedName, secret: false });
  return { documentToken, pages: drawn.length, suggestedName, families: families.length };
}

/** Collecting contacts. */
export const contactsHandlers = {
  entry: routes.contacts.entry.handler(async ({ context: { registry, surroundings }, input }) => {
    const { rows } = await entryOf(registry, input.classId, dayOf(surroundings.now()));
    return rows;
  }),
  save: routes.contacts.save.handler(async ({ context, input }) => {
    const saved = await save(context, input);
    if (saved.changed.length > 0) context.desk.announce({ kind: 'changed' });
    return saved;
  }),
  gaps: routes.contacts.gaps.handler(async ({ context: { registry }, input }) => {
    const { requiredContacts: required } = await readSettings(registry.db);
    const wish = { required, classId: input.classId, reach: await reachOf(registry) };
    return listGaps(registry.db, wish, input.page);
  }),
  gapCounts: routes.contacts.gapCounts.handler(async ({ context: { registry } }) => {
    const { requiredContacts: required } = await readSettings(registry.db);
    return countGaps(registry.db, { required, reach: await reachOf(registry) });
  }),
  sheets: routes.contacts.sheets.handler(({ context, input }) => sheets(context, input.classId, input.language)),
};
