import type { Kysely, Transaction } from 'kysely';
import type { Language } from '../../../shared/contract/base.ts';
import { readTypedContact } from '../../../shared/domain/correction.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import { dottedDate, fill } from '../../../shared/domain/slip-texts.ts';
import { type TrustedWords, trustedSheet } from '../../../shared/domain/trusted-layout.ts';
import {
  daysAfterStep,
  sightOfPerson,
  sightOfTrusted,
  type TrustedState,
} from '../../../shared/domain/trusted-person.ts';
import { trustedPaper as english } from '../../../shared/i18n/en/trusted-paper.ts';
import { trustedPaper as russian } from '../../../shared/i18n/ru/trusted-paper.ts';
import type { DeskContext, OpenRegistry } from '../context.ts';
import { dayOf } from '../day-of.ts';
import { appendAudit } from '../db/audit.ts';
import { recordChanges } from '../db/change-log.ts';
import { pupilsOfScope } from '../db/credential-holders.ts';
import { familyOf } from '../db/families.ts';
import { peopleWithin } from '../db/people-reach.ts';
import type { Schema } from '../db/schema.ts';
import { write } from '../db/transaction.ts';
import {
  familySights,
  findTrusted,
  insertTrusted,
  type TrustedValues,
  trustedOfPupil,
  updateTrusted,
} from '../db/trusted-people.ts';
import { measure } from '../paper/measure.ts';
import { paperFrame } from '../paper/paper-frame.ts';
import { drawPdf } from '../paper/pdf.ts';
import { reachOf } from '../reach.ts';
import { refuse } from '../refuse.ts';
import { routes } from '../routes.ts';

type Context = DeskContext & { readonly registry: OpenRegistry };

/** Refuses `not-found` for somebody who is no pupil within reach. */
async function assertPupil(db: Kysely<Schema>, registry: OpenRegistry, pupilId: number): Promise<void> {
  const reached = await peopleWithin(db, await reachOf({ db, user: registry.user }), [pupilId]);
  const { pupils } = await familyOf(db, [pupilId]);
  if (!reached.has(pupilId) || !pupils.has(pupilId)) throw refuse('not-found');
}

async function listOf(registry: OpenRegistry, pupilId: number, today: string) {
  const { db } = registry;
  await assertPupil(db, registry, pupilId);
  const people = await trustedOfPupil(db, pupilId, today);
  const family = await familySights(db, pupilId);
  const sights = [
    ...family.map(({ name, role, restrictions, ...facts }) => ({ name, role, restrictions, ...sightOfPerson(facts) })),
    ...people.map((one) => ({
      ...{ name: formatFullName(one), role: 'trusted' as const, restrictions: '' },
      ...sightOfTrusted(one.state, one.services),
    })),
  ];
  return { people, sights };
}

interface Typed {
  readonly surname: string;
  readonly firstName: string;
  readonly patronymic: string;
  readonly phone: string;
  readonly snils: string;
  readonly invitedBy: number | null;
  readonly services: readonly string[];
  readonly note: string;
}

/** A number in the form in which it is kept; '' stays ''. Refuses `invalid-input` with the field. */
function numberOf(kind: 'phone' | 'snils', value: string): string {
  if (value === '') return '';
  const read = readTypedContact({ kind, value, label: '' });
  if (read === undefined) throw refuse('invalid-input', { field: kind });
  return read.value;
}

function valuesOf({ surname, firstName, patronymic, invitedBy, services, note, ...typed }: Typed): TrustedValues {
  const [phone, snils] = [numberOf('phone', typed.phone), numberOf('snils', typed.snils)];
  if (phone === '' && snils === '') throw refuse('invalid-input', { field: 'phone' });
  return { surname, firstName, patronymic, phone, snils, invitedBy, services: JSON.stringify(services), note };
}

/** Does the work on the trusted people of a pupil, in one transaction that can be taken back. */
function changing(
  { registry, surroundings }: Context,
  work: (trx: Transaction<Schema>, by: { readonly at: string; readonly userId: number }) => Promise<number>,
) {
  const now = surroundings.now();
  const action = 'trusted-people-changed';
  return write(registry, async (trx) => {
    const by = { at: now.toISOString(), userId: registry.user.id };
    const { result, runId } = await recordChanges(trx, registry, { now, action }, () => work(trx, by));
    if (runId !== undefined) await appendAudit(trx, registry, { now, action, count: 1, runId });
    return { trustedId: result, undoRunId: runId ?? null };
  });
}

type SaveInput = Typed & {
  readonly trustedId?: number | undefined;
  readonly pupilId: number;
  readonly invitedOn?: string | undefined;
};

async function save(context: Context, input: SaveInput) {
  const { registry } = context;
  return changing(context, async (trx, by) => {
    await assertPupil(trx, registry, input.pupilId);
    const { guardians } = await familyOf(trx, [input.pupilId]);
    if (input.invitedBy !== null && !guardians.has(input.invitedBy)) throw refuse('not-found');
    const values = valuesOf(input);
    const { trustedId } = input;
    if (trustedId === undefined)
      return insertTrusted(trx, input.pupilId, values, input.invitedOn ?? by.at.slice(0, 10), by);
    const known = await findTrusted(trx, trustedId);
    if (known?.pupilId !== input.pupilId) throw refuse('not-found');
    await updateTrusted(trx, trustedId, values);
    return trustedId;
  });
}

async function step(context: Context, trustedId: number, state: TrustedState, on: string | undefined) {
  return changing(context, async (trx, by) => {
    const known = await findTrusted(trx, trustedId);
    if (known === undefined) throw refuse('not-found');
    await assertPupil(trx, context.registry, known.pupilId);
    const days = daysAfterStep(known.state, known, state, on ?? by.at.slice(0, 10));
    if (days === undefined) throw refuse('invalid-input', { field: 'state' });
    const { invitedOn, acceptedOn, activeOn, withdrawnOn } = days;
    await updateTrusted(trx, trustedId, { state, invitedOn, acceptedOn, activeOn, withdrawnOn });
    return trustedId;
  });
}

interface NoteWish {
  readonly pupilId: number;
  readonly trustedId?: number | undefined;
  readonly language?: Language | undefined;
}

async function instruction(context: Context, { pupilId, trustedId, language: chosen }: NoteWish) {
  const { registry, documents } = context;
  await assertPupil(registry.db, registry, pupilId);
  const { language, words, schoolName, today } = await paperFrame<TrustedWords>(context, chosen, {
    ru: russian,
    en: english,
  });
  const [pupil] = await pupilsOfScope(registry.db, { kind: 'pupils', pupilIds: [pupilId] });
  const people = await trustedOfPupil(registry.db, pupilId, today);
  const whom = people.find(({ id }) => id === trustedId);
  if (pupil === undefined || (trustedId !== undefined && whom === undefined)) throw refuse('not-found');
  const note = {
    pupil: formatFullName(pupil.name),
    className: pupil.className,
    whom: whom === undefined ? '' : formatFullName(whom),
    ...{ phone: whom?.phone ?? '', snils: whom?.snils ?? '' },
    foot: fill(words.foot, { school: schoolName, date: dottedDate(today) }),
  };
  const bytes = await drawPdf([trustedSheet(note, words, measure)], { title: words.title, language });
  const suggestedName = `${words.file} ${today}.pdf`;
  return { documentToken: documents.keep({ bytes, suggestedName, secret: false }), pages: 1, suggestedName };
}

/** Trusted people of pupils, and who sees a diary. */
export const trustedHandlers = {
  list: routes.trusted.list.handler(({ context: { registry, surroundings }, input }) =>
    listOf(registry, input.pupilId, dayOf(surroundings.now())),
  ),
  save: routes.trusted.save.handler(async ({ context, input }) => {
    const saved = await save(context, input);
    context.desk.announce({ kind: 'changed' });
    return saved;
  }),
  step: routes.trusted.step.handler(async ({ context, input }) => {
    const done = await step(context, input.trustedId, input.state, input.on);
    context.desk.announce({ kind: 'changed' });
    return done;
  }),
  instruction: routes.trusted.instruction.handler(({ context, input }) => instruction(context, input)),
};
