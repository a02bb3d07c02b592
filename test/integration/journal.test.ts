import { readXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Scope } from '../../shared/contract/base.ts';
import type { JournalFilter } from '../../shared/contract/journal.ts';
import { actionsOfKind } from '../../shared/domain/journal-kinds.ts';
import { everybody, makePaperDesk, type PaperDesk } from '../support/paper-desk.ts';
import { poppler } from '../support/pdf-text.ts';

let made: PaperDesk;
beforeEach(async () => {
  made = await makePaperDesk();
});
afterEach(() => made.close());

const list = async (filter: JournalFilter) =>
  (await made.client.journal.list({ filter, page: { limit: 500 } })).entries;
const actions = async (filter: JournalFilter) => (await list(filter)).map(({ action }) => action);
const bytesOf = (token: string) => made.documents.find(token)?.bytes ?? new Uint8Array();

describe('the journal is filtered', () => {
  test('by kind, user, day and words', async () => {
    await made.client.settings.save({ autoLockMinutes: 7 });
    made.setNow('2026-09-02T23:59:59.000Z');
    const { userId } = await made.client.users.add({ name: 'Павлова Нина', role: 'viewer' });
    expect(await actions({ kind: 'settings' })).toEqual(['settings-changed']);
    expect(await actions({ from: '2026-09-02' })).toEqual(['user-added']);
    expect(await actions({ to: '2026-09-02', kind: 'users' })).toEqual(['user-added']);
    expect(await actions({ to: '2026-09-01', kind: 'users' })).toEqual([]);
    expect(await actions({ query: 'павлова' })).toEqual(['user-added']);
    expect(await actions({ userId })).toEqual([]);
    expect(await actions({ userId: 1, query: 'нет такого' })).toEqual([]);
    expect((await actions({ query: 'админ' })).length).toBeGreaterThan(2);
  });

  test('by the person whom a line is about: shown, printed, handed over, changed', async () => {
    await made.client.credentials.issue(everybody);
    const { rows } = await made.client.pupils.list({ filter: {} });
    const [one, other] = rows;
    if (!one || !other) throw new Error('two pupils are needed');
    const scope: Scope = { kind: 'pupils', pupilIds: [one.id] };
    const { batchId } = await made.client.slips.prepare({ selection: { ...everybody, scope, for: ['pupil'] } });
    await made.client.slips.confirmPrinted({ batchId });
    const [login] = (await made.client.handover.list({ scope })).filter(({ role }) => role === 'pupil');
    const credentialId = login?.credentialId ?? 0;
    await made.client.credentials.reveal({ credentialId });
    await made.client.handover.mark({ credentialIds: [credentialId] });
    await made.client.contacts.save({ personId: one.id, phone: '+7 912 345-67-89' });
    await made.client.lists.prepare({ kind: 'class-list', scope });
    const told = await actions({ personIds: [one.id] });
    expect(told).toEqual(
      expect.arrayContaining([
        'issued',
        'slips-prepared',
        'slips-printed',
        'password-shown',
        'handed-over',
        'contacts-collected',
        'list-printed',
      ]),
    );
    const ofOther = await actions({ personIds: [other.id] });
    expect(ofOther).not.toContain('password-shown');
    expect(ofOther).not.toContain('handed-over');
    expect(ofOther).not.toContain('contacts-collected');
    expect(ofOther).toContain('issued');
  });
});

test('an issue whose slips have been printed is not offered to be undone, and says why', async () => {
  const { issueId } = await made.client.credentials.issue(everybody);
  const issued = async () => (await list({ kind: 'logins' })).find(({ action }) => action === 'issued');
  expect(await issued()).toMatchObject({ issueId, keptBecause: null });
  const { batchId } = await made.client.slips.prepare({ selection: everybody });
  await made.client.slips.confirmPrinted({ batchId });
  expect(await issued()).toMatchObject({ issueId: null, keptBecause: 'printed', undone: false });
});

test('an issue that was undone says so', async () => {
  const { issueId } = await made.client.credentials.issue(everybody);
  await made.client.credentials.undoIssue({ issueId: issueId ?? 0 });
  const [, issued] = await list({ kind: 'logins' });
  expect(issued).toMatchObject({ action: 'issued', keptBecause: null, undone: true });
});

describe('the filtered journal is saved', () => {
  test('as a workbook, oldest first, with what was before and after', async () => {
    const { userId } = await made.client.users.add({ name: 'Павлова Нина', role: 'viewer' });
    await made.client.users.change({ userId, name: 'Павлова Нина', role: 'diary-administrator' });
    const { documentToken, rows } = await made.client.journal.export({ filter: { kind: 'users' }, format: 'xlsx' });
    expect(rows).toBe(2);
    const { sheets } = await readXlsx(bytesOf(documentToken));
    const table = sheets[0]?.rows ?? [];
    expect(table[0]?.[0]).toBe('№');
    expect(table[1]?.[3]).toBe('Добавлен пользователь');
    expect(table[2]?.[6]).toContain('"role":"viewer"');
    expect(table[2]?.[7]).toContain('"role":"diary-administrator"');
    expect((await list({}))[0]).toMatchObject({ action: 'exported', count: 2 });
  });

  test('as CSV and as PDF', async () => {
    const csv = await made.client.journal.export({ filter: {}, format: 'csv' });
    expect(Buffer.from(bytesOf(csv.documentToken)).toString('utf8')).toContain('Создан реестр');
    const pdf = await made.client.journal.export({ filter: {}, format: 'pdf', language: 'en' });
    expect(pdf.pages).toBe(1);
    const text = poppler('pdftotext', bytesOf(pdf.documentToken));
    expect(text).toContain('Registry created');
    expect(text).toContain('As of 01.09.2026');
  });

  test('not when nothing passes the filter', async () => {
    const nothing = made.client.journal.export({ filter: { query: 'нет такого' }, format: 'pdf' });
    await expect(nothing).rejects.toMatchObject({ data: { reason: 'nothing-to-export' } });
  });
});

test('every kind has actions', () => {
  expect(actionsOfKind('refusals')).toEqual(
    expect.arrayContaining(['sign-in-refused', 'locked-out', 'reauthentication-refused', 'access-refused']),
  );
});
