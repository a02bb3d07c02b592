import type { Transaction } from 'kysely';
import type { AuditAction } from '../../../shared/contract/journal.ts';
import type { NewcomerAsks, OfferedGuardian, TypedPupil } from '../../../shared/contract/newcomers.ts';
import { alikePupils, isOfferedFor } from '../../../shared/domain/matching/alike-people.ts';
import { type NewGuardian, type NewPupil, readNewGuardian, readNewPupil } from '../../../shared/domain/newcomer.ts';
import type { DeskContext, OpenRegistry } from '../context.ts';
import { dayOf } from '../day-of.ts';
import { addGuardian, addPupil, correctLink, type GuardianLink, linkGuardian } from '../db/add-people.ts';
import { possibleGuardians, possiblePupils } from '../db/alike-people.ts';
import { appendAudit } from '../db/audit.ts';
import { recordChanges } from '../db/change-log.ts';
import type { Act } from '../db/credentials.ts';
import { noteHandFields } from '../db/field-origins.ts';
import { pupilsAmong } from '../db/moving.ts';
import type { Schema } from '../db/schema.ts';
import { refreshSearch } from '../db/search.ts';
import { write } from '../db/transaction.ts';
import { refuse } from '../refuse.ts';
import { routes } from '../routes.ts';

type Context = DeskContext & { readonly registry: OpenRegistry };
type Trx = Transaction<Schema>;
type TypedAnyGuardian = TypedPupil['guardians'][number];
type LinkedGuardian = Extract<TypedAnyGuardian, { guardianId: number }>;
type AnyGuardian = NewGuardian | LinkedGuardian;

/** Refuses the first field that cannot be read. */
function readPupil(typed: TypedPupil, today: string): NewPupil {
  const reading = readNewPupil(typed, today);
  if (reading.kind === 'read') return reading.value;
  throw refuse('invalid-input', { field: Object.keys(reading.faults)[0] ?? '' });
}

function readGuardian(typed: TypedAnyGuardian, place: number): AnyGuardian {
  if ('guardianId' in typed) return typed;
  const reading = readNewGuardian(typed);
  if (reading.kind === 'read') return reading.value;
  throw refuse('invalid-input', { field: Object.keys(reading.faults)[0] ?? '', guardian: place + 1 });
}

/** Who of the registry may be the people that were typed, without those whom somebody has looked at; nobody: undefined. */
async function alikeTo(
  trx: Trx,
  typed: { readonly pupil?: NewPupil; readonly pupilId?: number; readonly guardians: readonly AnyGuardian[] },
  despite: readonly number[],
): Promise<NewcomerAsks | undefined> {
  const isOther = ({ id }: { readonly id: number }) => !despite.includes(id);
  const { pupil, pupilId, guardians } = typed;
  const alike = pupil === undefined ? [] : alikePupils(pupil, await possiblePupils(trx, pupil));
  const pupils = alike.filter(isOther).map(({ id, className, birthDate, status, ...name }) => {
    const { surname, firstName, patronymic } = name;
    return { id, name: { surname, firstName, patronymic }, className, birthDate: birthDate ?? null, status };
  });
  const offers = [];
  for (const [place, guardian] of guardians.entries()) {
    const found = 'guardianId' in guardian ? [] : await offersFor(trx, guardian, pupilId);
    offers.push({ place, found: found.filter(isOther) });
  }
  const asked = offers.filter(({ found }) => found.length > 0);
  return pupils.length + asked.length === 0 ? undefined : { kind: 'asks', pupils, guardians: asked };
}

async function offersFor(trx: Trx, guardian: NewGuardian, pupilId: number | undefined): Promise<OfferedGuardian[]> {
  const possible = await possibleGuardians(trx, guardian.contacts, pupilId);
  return possible.flatMap(({ nameKey, contacts, ...shown }) => {
    const ofPupil = shown.children.some(({ id }) => id === pupilId);
    return isOfferedFor(guardian, { nameKey, contacts }, ofPupil) ? [{ ...shown, ofPupil }] : [];
  });
}

async function putGuardians(trx: Trx, act: Act, pupilId: number, guardians: readonly AnyGuardian[]): Promise<number[]> {
  const ids: number[] = [];
  for (const guardian of guardians) {
    const id = 'guardianId' in guardian ? guardian.guardianId : await addGuardian(trx, guardian, act);
    await linkGuardian(trx, pupilId, id, guardian.relation);
    ids.push(id);
  }
  return ids;
}

interface Addition {
  readonly action: Extract<AuditAction, 'pupil-added' | 'guardian-added'>;
  readonly subject: string;
  readonly alike: (trx: Trx) => Promise<NewcomerAsks | undefined>;
  /** Writes, and gives the pupil and everybody whom it was about. */
  readonly work: (trx: Trx, act: Act) => Promise<{ pupilId: number; personIds: readonly number[] }>;
}

/** Asks when somebody alike is there; otherwise writes in one recorded action. */
async function add({ registry, surroundings, desk }: Context, { action, subject, alike, work }: Addition) {
  const now = surroundings.now();
  const act = { at: now.toISOString(), userId: registry.user.id };
  const answer = await write(registry, async (trx) => {
    const asks = await alike(trx);
    if (asks !== undefined) return asks;
    const { result, runId } = await recordChanges(trx, registry, { now, action }, () => work(trx, act));
    const { pupilId, personIds } = result;
    await refreshSearch(trx, [pupilId]);
    await appendAudit(trx, registry, { now, action, subject, count: personIds.length, runId, personIds });
    return { kind: 'added' as const, pupilId, undoRunId: runId ?? null };
  });
  if (answer.kind === 'added') desk.announce({ kind: 'changed' });
  return answer;
}

async function correct({ registry, surroundings, desk }: Context, link: GuardianLink) {
  const now = surroundings.now();
  const action = 'corrected';
  const act = { at: now.toISOString(), userId: registry.user.id };
  const undoRunId = await write(registry, async (trx) => {
    const { result, runId } = await recordChanges(trx, registry, { now, action }, () => correctLink(trx, link, act));
    const personIds = [link.pupilId, link.guardianId];
    if (result) await appendAudit(trx, registry, { now, action, count: 1, runId, personIds });
    return runId ?? null;
  });
  if (undoRunId !== null) desk.announce({ kind: 'changed' });
  return { undoRunId };
}

/** One child who comes in the middle of the year, and a guardian who was not known. */
export const newcomersHandlers = {
  add: routes.pupils.add.handler(({ context, input }) => {
    const pupil = readPupil(input, dayOf(context.surroundings.now()));
    const guardians = input.guardians.map(readGuardian);
    return add(context, {
      ...{ action: 'pupil-added', subject: pupil.schoolClass.title },
      alike: (trx) => alikeTo(trx, { pupil, guardians }, input.despite),
      work: async (trx, act) => {
        const pupilId = await addPupil(trx, pupil, act);
        return { pupilId, personIds: [pupilId, ...(await putGuardians(trx, act, pupilId, guardians))] };
      },
    });
  }),

  addGuardian: routes.pupils.addGuardian.handler(({ context, input: { pupilId, despite, guardian } }) => {
    const guardians = [readGuardian(guardian, 0)];
    return add(context, {
      ...{ action: 'guardian-added', subject: '' },
      alike: async (trx) => {
        if ((await pupilsAmong(trx, [pupilId])).length === 0) throw refuse('not-found');
        return alikeTo(trx, { pupilId, guardians }, despite);
      },
      work: async (trx, act) => {
        const personIds = [pupilId, ...(await putGuardians(trx, act, pupilId, guardians))];
        await noteHandFields(trx, pupilId, ['guardian'], act);
        return { pupilId, personIds };
      },
    });
  }),
  correctLink: routes.pupils.correctLink.handler(({ context, input }) => correct(context, input)),
};
