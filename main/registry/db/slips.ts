import type { Kysely, Transaction } from 'kysely';
import type { SlipSelection } from '../../../shared/contract/slips.ts';
import type { CredentialState } from '../../../shared/domain/credential-state.ts';
import { formatFullName } from '../../../shared/domain/person-name.ts';
import { type GuardianGroup, guardianGroupOf } from '../../../shared/domain/relation.ts';
import type { SlipContent } from '../../../shared/domain/slip-texts.ts';
import { pupilsWhoApplied } from './applications.ts';
import { codesOfPupils } from './codes.ts';
import { type Holder, holdersOf } from './credential-holders.ts';
import { type Act, recordEvents } from './credentials.ts';
import { idSet } from './dialect/id-set.ts';
import type { PrintBatchTable, Schema } from './schema.ts';

/** A slip and the credential it was made from: one holder, one row, nothing else. */
export interface PrintableSlip {
  readonly credentialId: number;
  readonly content: SlipContent;
}

/** The slips of a selection in the order of paper; `alreadyPurged` logins were handed over and cannot be printed. */
export interface SelectedSlips {
  readonly slips: readonly PrintableSlip[];
  readonly alreadyPurged: number;
}

type SecretRow = Awaited<ReturnType<typeof secretsOfPeople>> extends ReadonlyMap<number, infer Row> ? Row : never;

/** The live credentials of people with their initial passwords: for drawing slips and for the sealed file only. */
export async function secretsOfPeople(db: Kysely<Schema>, diarySystem: string, personIds: readonly number[]) {
  const rows = await db
    .selectFrom('credential')
    .select(['id', 'personId', 'login', 'initialPassword', 'state', 'copyNumber', 'expiresOn', 'loginChanged'])
    .where('diarySystem', '=', diarySystem)
    .where('state', 'not in', ['expired', 'revoked'])
    .where('personId', 'in', idSet(personIds))
    .execute();
  return new Map(rows.map((row) => [row.personId, row]));
}

const printable: Readonly<Record<SlipSelection['which'], readonly CredentialState[]>> = {
  new: ['generated'],
  waiting: ['generated', 'printed'],
};

type Codes = ReadonlyMap<number, { readonly value: string }>;

/** A slip printed before is a further copy: whoever finds two knows which is the later one. */
function slipOf(holder: Holder, row: SecretRow, password: string, codes: Codes): PrintableSlip {
  const children = holder.children.map(({ personId, name, className }) => ({
    name: formatFullName(name),
    className,
    code: codes.get(personId)?.value,
  }));
  return {
    credentialId: row.id,
    content: {
      role: holder.role,
      relation: holder.relation,
      name: formatFullName(holder.name),
      className: holder.className,
      children,
      login: row.login,
      password,
      copyNumber: row.state === 'printed' ? row.copyNumber + 1 : row.copyNumber,
      expiresOn: row.expiresOn,
      code: codes.get(holder.personId)?.value,
      loginChanged: row.loginChanged === 1,
    },
  };
}

/** Which slips, of which diary. `withCodes`: the school gives the portal codes out, so they stand on the slips. */
export interface SlipChoice {
  readonly selection: Pick<SlipSelection, 'scope' | 'for' | 'guardians' | 'which' | 'siblingsTogether'>;
  readonly diarySystem: string;
  readonly withoutClasses: readonly number[];
  readonly withCodes: boolean;
  /** Only the codes of pupils whose application for one is registered. */
  readonly codesByApplication: boolean;
}

/** Families in the order of their first member: everybody who shares a guardian stands together. */
function familiesTogether(holders: readonly Holder[]): readonly Holder[] {
  const familyOf = new Map<number, number>();
  for (const { personId, children } of holders) {
    const kin = [personId, ...children.map((child) => child.personId)];
    const family = kin.map((id) => familyOf.get(id)).find((id) => id !== undefined) ?? personId;
    for (const id of kin) if (!familyOf.has(id)) familyOf.set(id, family);
  }
  const groups = new Map<number, Holder[]>();
  for (const holder of holders) {
    const family = familyOf.get(holder.personId) ?? holder.personId;
    const group = groups.get(family);
    if (group) group.push(holder);
    else groups.set(family, [holder]);
  }
  return [...groups.values()].flat();
}

async function codesFor(db: Kysely<Schema>, choice: SlipChoice, people: readonly number[]): Promise<Codes> {
  const allowed = choice.codesByApplication ? [...(await pupilsWhoApplied(db, 'portal-code', people))] : people;
  return codesOfPupils(db, choice.diarySystem, allowed);
}

function isWanted({ role, relation = 'other' }: Holder, guardians: GuardianGroup | undefined): boolean {
  return role === 'pupil' || guardians === undefined || guardianGroupOf(relation) === guardians;
}

/** The slips of a selection, with passwords: for drawing only. */
export async function selectSlips(db: Kysely<Schema>, choice: SlipChoice): Promise<SelectedSlips> {
  const { selection, diarySystem, withoutClasses, withCodes } = choice;
  const all = await holdersOf(db, selection.scope, selection.for, withoutClasses);
  const inOrder = all.filter((holder) => isWanted(holder, selection.guardians));
  const holders = selection.siblingsTogether ? familiesTogether(inOrder) : inOrder;
  const people = holders.map(({ personId }) => personId);
  const rows = await secretsOfPeople(db, diarySystem, people);
  const kin = holders.flatMap(({ children }) => children.map(({ personId }) => personId));
  const codes: Codes = withCodes ? await codesFor(db, choice, [...people, ...kin]) : new Map();
  const slips = holders.flatMap((holder) => {
    const row = rows.get(holder.personId);
    if (!row || row.initialPassword === null || !printable[selection.which].includes(row.state)) return [];
    return [slipOf(holder, row, row.initialPassword, codes)];
  });
  return { slips, alreadyPurged: [...rows.values()].filter((row) => row.initialPassword === null).length };
}

/** The number that the next batch will have, for its preview. */
export async function nextBatchId(db: Kysely<Schema>): Promise<number> {
  const { last } = await db
    .selectFrom('printBatch')
    .select(({ fn }) => fn.max<number | null>('id').as('last'))
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

const rowsPerStatement = 500;

/** Notes down which slips stand on the paper being made; returns the batch's id. */
export async function insertBatch(
  transaction: Transaction<Schema>,
  act: Act,
  batch: Pick<PrintBatchTable, 'perPage' | 'language'>,
  credentialIds: readonly number[],
): Promise<number> {
  const values = { ...batch, ...act, state: 'prepared' } as const;
  const { id } = await transaction.insertInto('printBatch').values(values).returning('id').executeTakeFirstOrThrow();
  const slips = credentialIds.map((credentialId, index) => ({ batchId: id, credentialId, position: index + 1 }));
  for (let from = 0; from < slips.length; from += rowsPerStatement) {
    await transaction
      .insertInto('slip')
      .values(slips.slice(from, from + rowsPerStatement))
      .execute();
  }
  return id;
}

/** What became of a batch; undefined when there is none with this id. */
export async function batchState(db: Kysely<Schema>, batchId: number): Promise<PrintBatchTable['state'] | undefined> {
  const row = await db.selectFrom('printBatch').select('state').where('id', '=', batchId).executeTakeFirst();
  return row?.state;
}

/** Ends a prepared batch. */
export async function endBatch(db: Kysely<Schema>, batchId: number, state: 'printed' | 'cancelled'): Promise<void> {
  await db.updateTable('printBatch').set({ state }).where('id', '=', batchId).execute();
}

async function credentialsOfBatch(db: Kysely<Schema>, batchId: number, state: CredentialState) {
  const rows = await db
    .selectFrom('slip')
    .innerJoin('credential', 'credential.id', 'slip.credentialId')
    .select('credential.id')
    .where('slip.batchId', '=', batchId)
    .where('credential.state', '=', state)
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * The paper is there: new credentials become printed, printed ones gain a copy; what was handed over or revoked
 * meanwhile stays as it is. Returns how many were marked.
 */
export async function markBatchPrinted(transaction: Transaction<Schema>, act: Act, batchId: number): Promise<number> {
  const fresh = await credentialsOfBatch(transaction, batchId, 'generated');
  const again = await credentialsOfBatch(transaction, batchId, 'printed');
  await transaction
    .updateTable('credential')
    .set({ state: 'printed', printedAt: act.at })
    .where('id', 'in', idSet(fresh))
    .execute();
  await transaction
    .updateTable('credential')
    .set((eb) => ({ printedAt: act.at, copyNumber: eb('copyNumber', '+', 1) }))
    .where('id', 'in', idSet(again))
    .execute();
  await recordEvents(transaction, act, fresh, { state: 'printed', reason: '' });
  await recordEvents(transaction, act, again, { state: 'printed', reason: 'copy' });
  await endBatch(transaction, batchId, 'printed');
  return fresh.length + again.length;
}

/** Whose slips a print batch holds; of those at these places (from 1), when some are named. */
export async function personsOfBatch(
  db: Kysely<Schema>,
  batchId: number,
  positions?: readonly number[],
): Promise<number[]> {
  const all = db
    .selectFrom('slip')
    .innerJoin('credential', 'credential.id', 'slip.credentialId')
    .select('credential.personId')
    .where('batchId', '=', batchId);
  const rows = await (positions === undefined ? all : all.where('position', 'in', idSet(positions))).execute();
  return rows.map(({ personId }) => personId);
}
