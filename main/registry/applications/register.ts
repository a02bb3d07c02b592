import type { Transaction } from 'kysely';
import type { ApplicationInput } from '../../../shared/contract/applications.ts';
import { dueOn } from '../../../shared/domain/application.ts';
import type { OpenRegistry } from '../context.ts';
import { dayOf } from '../day-of.ts';
import {
  type ApplicationValues,
  findApplication,
  insertApplication,
  numbersOfYear,
  setPupils,
  updateApplication,
} from '../db/applications.ts';
import { appendAudit } from '../db/audit.ts';
import { recordChanges } from '../db/change-log.ts';
import { familyOf } from '../db/families.ts';
import type { ClassReach } from '../db/findings.ts';
import { peopleWithin } from '../db/people-reach.ts';
import type { Schema } from '../db/schema.ts';
import { readSettings } from '../db/settings.ts';
import { write } from '../db/transaction.ts';
import { refuse } from '../refuse.ts';

/** Registers an application or changes one, in one transaction that can be taken back. */
export async function saveApplication(registry: OpenRegistry, now: Date, input: ApplicationInput, reach: ClassReach) {
  return write(registry, async (trx) => {
    const id = input.applicationId;
    const today = dayOf(now);
    if (id !== undefined && (await findApplication(trx, id, today, reach)) === undefined) throw refuse('not-found');
    await assertSound(trx, input, today, reach);
    const values = await valuesOf(trx, input);
    const action = id === undefined ? 'application-registered' : 'application-changed';
    const by = { at: now.toISOString(), userId: registry.user.id };
    const recorded = await recordChanges(trx, registry, { now, action }, async () => {
      const saved = id ?? (await insertApplication(trx, values, by));
      if (id !== undefined) await updateApplication(trx, id, values);
      await setPupils(trx, saved, input.pupilIds);
      return saved;
    });
    const { result: applicationId, runId } = recorded;
    if (runId !== undefined) await appendAudit(trx, registry, { now, action, subject: `№ ${values.number}`, runId });
    return { applicationId, undoRunId: runId ?? null };
  });
}

/** Refuses a number that is taken, pupils out of reach, and an applicant who has nothing to do with the pupils. */
async function assertSound(trx: Transaction<Schema>, input: ApplicationInput, today: string, reach: ClassReach) {
  const { number, registeredOn, pupilIds, applicationId } = input;
  if (registeredOn > today) throw refuse('invalid-input', { field: 'registeredOn' });
  const numbers = await numbersOfYear(trx, registeredOn.slice(0, 4));
  if (numbers.some((one) => one.number === number && one.id !== applicationId))
    throw refuse('number-taken', { number });
  const reached = await peopleWithin(trx, reach, pupilIds);
  const { pupils, guardians } = await familyOf(trx, pupilIds);
  if (pupilIds.some((id) => !reached.has(id) || !pupils.has(id))) throw refuse('not-found');
  const ofThem = input.applicant === 'pupil' ? new Set(pupilIds) : guardians;
  const known = input.applicantId === null ? input.applicant === 'guardian' : ofThem.has(input.applicantId);
  const named = input.applicantId !== null || input.applicantName !== '';
  if (!known || !named) throw refuse('invalid-input', { field: 'applicant' });
}

async function valuesOf(trx: Transaction<Schema>, input: ApplicationInput): Promise<ApplicationValues> {
  const { applicationTerm, ownDays } = await readSettings(trx);
  const { number, registeredOn, kind, applicant, applicantId, forWhom, documents, note } = input;
  return {
    ...{ number, registeredOn, kind, applicant, applicantId, note },
    applicantName: applicantId === null ? input.applicantName : '',
    forWhom: applicant === 'pupil' ? 'pupils' : applicantId === null ? 'pupils' : forWhom,
    documents: JSON.stringify(documents),
    dueOn: dueOn(registeredOn, applicationTerm, ownDays),
  };
}
