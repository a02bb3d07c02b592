import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isRefusedFor } from '../../main/registry/refuse.ts';
import type { DrawItem } from '../../shared/contract/slips.ts';
import { schoolAnswers, secondDesk } from '../support/desk.ts';
import { everybody, makePaperDesk, type PaperDesk } from '../support/paper-desk.ts';

let made: PaperDesk;
const school = { kind: 'school' } as const;
const { passphrase } = schoolAnswers;

beforeEach(async () => {
  made = await makePaperDesk();
  await made.client.credentials.issue(everybody);
});
afterEach(() => made.close());

const rows = () => made.client.handover.list({ scope: school });
const kept = () => made.registry.db.selectFrom('credential').selectAll().orderBy('id').execute();
const refusal = (reason: Parameters<typeof isRefusedFor>[1]) => (error: unknown) => isRefusedFor(error, reason);
const textsOf = (items: readonly DrawItem[]) => items.flatMap((item) => (item.kind === 'text' ? [item.text] : []));

async function printAll() {
  const { batchId } = await made.client.slips.prepare({ selection: { scope: school, which: 'waiting' } });
  await made.client.slips.confirmPrinted({ batchId });
  return batchId;
}

async function refusedWith(work: Promise<unknown>, reason: Parameters<typeof isRefusedFor>[1]) {
  expect(await work.then(() => 'done', refusal(reason))).toBe(true);
}

describe('a lost slip', () => {
  test('is issued again under the same login with a new password; the old one is void', async () => {
    await printAll();
    const [first] = await rows();
    const before = (await kept()).find(({ id }) => id === first?.credentialId);
    const target = { kind: 'credentials' as const, credentialIds: [first?.credentialId ?? 0] };
    expect(await made.client.credentials.reissue({ target, reason: 'lost', note: 'в раздевалке' })).toMatchObject({
      reissued: 1,
    });
    const after = (await kept()).filter(({ personId }) => personId === first?.personId);
    expect(after.map(({ state, copyNumber, login }) => [state, copyNumber, login])).toEqual([
      ['revoked', 1, first?.login],
      ['generated', 2, first?.login],
    ]);
    expect(after[0]).toMatchObject({ initialPassword: null, replacedBy: after[1]?.id });
    expect(after[1]?.initialPassword).not.toBe(before?.initialPassword);
  });

  test('is refused in the register, and found to be void by its number', async () => {
    const batchId = await printAll();
    const [first] = await rows();
    const credentialId = first?.credentialId ?? 0;
    expect(await made.client.handover.findSlip({ batchId, position: 1 })).toMatchObject({ good: true });
    await made.client.credentials.reissue({
      target: { kind: 'credentials', credentialIds: [credentialId] },
      reason: 'lost',
    });
    await refusedWith(made.client.handover.mark({ credentialIds: [credentialId] }), 'slip-void');
    expect(await made.client.handover.findSlip({ batchId, position: 1 })).toMatchObject({
      state: 'revoked',
      good: false,
    });
    expect(await made.client.handover.findSlip({ batchId, position: 99 })).toBeNull();
  });

  test('is marked as a copy on paper, and says so when the login changed', async () => {
    await printAll();
    const target = { kind: 'scope' as const, scope: school, for: everybody.for };
    await made.client.credentials.reissue({ target, reason: 'surname-changed', newLogin: true });
    const { sheets } = await made.client.slips.preview({ selection: { scope: school } });
    const texts = sheets.flatMap(({ items }) => textsOf(items)).join(' ');
    expect(texts.match(/Экземпляр 2/g)?.length).toBe(12);
    expect(texts.match(/Логин изменился/g)?.length).toBe(6);
    const logins = (await kept()).map(({ loginKey }) => loginKey);
    expect(new Set(logins).size).toBe(logins.length);
  });

  test('of a whole class voids the class only, with a reason in its history', async () => {
    const scope = { kind: 'class' as const, classId: made.classId('10А') };
    const target = { kind: 'scope' as const, scope, for: ['pupil' as const] };
    expect(await made.client.credentials.reissuePreview({ target })).toEqual({ live: 1, handedOver: 0 });
    expect(await made.client.credentials.reissue({ target, reason: 'leaked' })).toMatchObject({ reissued: 1 });
    expect((await kept()).filter(({ state }) => state === 'revoked')).toHaveLength(1);
    const events = await made.registry.db.selectFrom('credentialEvent').select('reason').execute();
    expect(events.filter(({ reason }) => reason === 'leaked')).toHaveLength(2);
    const { entries } = await made.client.journal.list({});
    expect(entries[0]).toMatchObject({ action: 'reissued', count: 1, subject: '10А' });
  });
});

describe('a password', () => {
  test('is shown once after the passphrase again, and the journal knows', async () => {
    const [first] = await rows();
    const credentialId = first?.credentialId ?? 0;
    await refusedWith(made.client.registry.confirm({ passphrase: 'не та самая фраза' }), 'wrong-passphrase');
    made.setNow('2026-09-01T08:00:00.000Z');
    const shown = await made.client.credentials.reveal({ credentialId });
    expect(shown).toMatchObject({ login: first?.login, seconds: 30 });
    expect(shown.password).toBe((await kept()).find(({ id }) => id === credentialId)?.initialPassword);
    const { entries } = await made.client.journal.list({});
    expect(entries.slice(0, 2).map(({ action }) => action)).toEqual(['password-shown', 'reauthentication-refused']);
  });

  test('is not shown to anybody when the school has switched showing off', async () => {
    const [first] = await rows();
    await made.client.settings.save({ passwordsShown: false });
    await refusedWith(made.client.credentials.reveal({ credentialId: first?.credentialId ?? 0 }), 'reveal-off');
    const { entries } = await made.client.journal.list({});
    expect(entries.filter(({ action }) => action === 'password-shown')).toEqual([]);
  });

  test('is not shown when it has been purged', async () => {
    await printAll();
    const credentialIds = (await rows()).map(({ credentialId }) => credentialId);
    await made.client.handover.mark({ credentialIds });
    await refusedWith(made.client.credentials.reveal({ credentialId: credentialIds[0] ?? 0 }), 'password-purged');
  });

  test('is purged after so many days, and logins expire, at the next sign-in', async () => {
    await made.client.settings.save({ purgeAfterDays: 30, validity: 'academic-year' });
    await made.client.registry.lock();
    const later = secondDesk(made, { now: '2026-10-02T07:00:00.000Z' });
    await later.client.registry.unlock({ passphrase });
    const passwords = (db = later.desk.opened()?.db) =>
      db?.selectFrom('credential').select(['initialPassword', 'state']).execute();
    expect((await passwords())?.every(({ initialPassword }) => initialPassword === null)).toBe(true);
    await later.client.registry.lock();
    const nextYear = secondDesk(made, { now: '2027-09-01T07:00:00.000Z' });
    await nextYear.client.registry.unlock({ passphrase });
    const states = await nextYear.desk.opened()?.db.selectFrom('credential').select('state').execute();
    expect(states?.every(({ state }) => state === 'expired')).toBe(true);
    const { entries } = await nextYear.client.journal.list({});
    expect(entries.map(({ action }) => action)).toEqual(expect.arrayContaining(['logins-expired', 'passwords-purged']));
    await nextYear.client.registry.lock();
  });
});

describe('use', () => {
  test('is marked only where the state may go there', async () => {
    await printAll();
    const credentialIds = (await rows()).map(({ credentialId }) => credentialId);
    await made.client.handover.mark({
      credentialIds: credentialIds.slice(0, 2),
      receivedBy: 'trusted',
      receiverName: 'Бабушка',
    });
    expect(await made.client.credentials.mark({ credentialIds, state: 'changed' })).toEqual({ marked: 2 });
    expect(await made.client.credentials.mark({ credentialIds, state: 'activated' })).toEqual({ marked: 4 });
    const [first, , third] = await rows();
    expect(first).toMatchObject({
      state: 'changed',
      receivedBy: 'trusted',
      receiverName: 'Бабушка',
      receivedOn: '2026-09-01',
    });
    expect(third).toMatchObject({ state: 'activated', receivedBy: null });
  });

  test('a refusal is noted and taken back', async () => {
    await printAll();
    const [first] = await rows();
    const credentialIds = [first?.credentialId ?? 0];
    expect(await made.client.handover.refuse({ credentialIds, refused: true })).toEqual({ noted: 1 });
    expect((await rows())[0]).toMatchObject({ refusedOn: '2026-09-01', state: 'printed' });
    await made.client.handover.mark({ credentialIds });
    expect((await rows())[0]).toMatchObject({ refusedOn: null, receivedBy: first?.role });
  });
});

test('two records of one mother become one guardian with one login', async () => {
  const { db } = made.registry;
  const [mother] = made.guardianIds;
  const twin = await db
    .selectFrom('person')
    .selectAll()
    .where('id', '=', mother ?? 0)
    .executeTakeFirstOrThrow();
  const { id: _, ...copy } = twin;
  const second = await db.insertInto('person').values(copy).returning('id').executeTakeFirstOrThrow();
  const pupilId = made.pupilIds[1] ?? 0;
  await db.insertInto('guardianship').values({ pupilId, guardianId: second.id, relation: 'mother' }).execute();
  await made.client.credentials.issue(everybody);
  const [pair] = await made.client.credentials.twins();
  expect([pair?.first.personId, pair?.second.personId]).toEqual([mother, second.id]);
  const merged = await made.client.credentials.mergeGuardians({ keepPersonId: mother ?? 0, dropPersonId: second.id });
  expect(merged).toEqual({ children: 3, revoked: 1 });
  expect(await made.client.credentials.twins()).toEqual([]);
  expect((await rows()).filter(({ personId }) => personId === mother)).toMatchObject([{ children: { length: 3 } }]);
});

test('spoiled slips are listed to be destroyed on the batch sheet, and can be printed again', async () => {
  const batchId = await printAll();
  expect(await made.client.slips.spoil({ batchId, positions: [2, 3, 77] })).toEqual({ spoiled: 2 });
  expect((await made.client.slips.batches())[0]).toMatchObject({
    batchId,
    slips: 6,
    spoiled: [2, 3],
    state: 'printed',
  });
  expect(await made.client.handover.findSlip({ batchId, position: 2 })).toMatchObject({
    good: false,
    state: 'printed',
  });
  const { pages, documentToken } = await made.client.slips.batchSheet({ batchId });
  expect(pages).toBe(1);
  expect(made.documents.find(documentToken)?.secret).toBe(false);
});

test('a letter names the login and the address, never the password', async () => {
  const [first] = await rows();
  const draft = await made.client.handover.emailDraft({ credentialId: first?.credentialId ?? 0 });
  expect(draft.body).toContain(first?.login);
  expect(draft.body).toContain('diary.example.ru');
  for (const { initialPassword } of await kept()) expect(JSON.stringify(draft)).not.toContain(initialPassword);
});
