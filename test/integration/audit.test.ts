import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { appendAudit, verifyAudit } from '../../main/registry/db/audit.ts';
import { write } from '../../main/registry/db/transaction.ts';
import { makeOpenDesk } from '../support/desk.ts';

const now = new Date('2026-09-01T07:00:00.000Z');
let made: Awaited<ReturnType<typeof makeOpenDesk>>;

beforeEach(async () => {
  made = await makeOpenDesk();
  for (const count of [2, 3, 4]) {
    await write(made.registry, (trx) => appendAudit(trx, made.registry, { now, action: 'slips-printed', count }));
  }
});
afterEach(() => made.close());

const verify = (kept?: { seq: number; mac: string }) => verifyAudit(made.registry.db, made.registry.auditKey, kept);

/** What a person with the key and a database program could do. */
async function tamper(...statements: string[]): Promise<void> {
  const triggers = ['audit_entry_is_append_only', 'audit_entry_stays'].map((name) => `drop trigger ${name}`);
  for (const statement of [...triggers, ...statements]) await sql.raw(statement).execute(made.registry.db);
}

test('an untouched chain is intact', async () => {
  expect(await verify()).toMatchObject({ kind: 'intact', end: { seq: 4 } });
});

test.each([
  ['a changed count', 'update audit_entry set count = 9 where seq = 2', 2],
  ['a changed subject', `update audit_entry set subject = 'x' where seq = 3`, 3],
  ['another person', 'update audit_entry set user_id = null where seq = 1', 1],
  ['a removed line', 'delete from audit_entry where seq = 2', 2],
  [
    'two lines with their codes exchanged',
    'update audit_entry set seq = 99 where seq = 2; update audit_entry set seq = 2 where seq = 3; update audit_entry set seq = 3 where seq = 99',
    2,
  ],
  [
    'a line put in between, the others moved',
    `update audit_entry set seq = 5 where seq = 4; update audit_entry set seq = 4 where seq = 3;
     insert into audit_entry (seq, at, user_id, action, mac) values (3, '2026-09-01', 1, 'issued', '00')`,
    3,
  ],
  ['a code that was guessed', `update audit_entry set count = 9, mac = hex(randomblob(32)) where seq = 4`, 4],
  ['two codes exchanged', 'update audit_entry set mac = (select mac from audit_entry where seq = 3) where seq = 2', 2],
  [
    'a line added without the key',
    `insert into audit_entry (seq, at, user_id, action, mac) values (5, '2026-09-01', 1, 'issued', '00')`,
    5,
  ],
])('%s is noticed', async (_what, statement, at) => {
  await tamper(...statement.split(';'));
  expect(await verify()).toEqual({ kind: 'broken', at });
});

test('a cut tail is noticed against the end kept elsewhere', async () => {
  const check = await verify();
  if (check.kind !== 'intact') throw new Error('broken from the start');
  await tamper('delete from audit_entry where seq = 4');
  expect(await verify()).toMatchObject({ kind: 'intact' });
  expect(await verify(check.end)).toEqual({ kind: 'broken', at: 4 });
});

test('a chain written anew by somebody with the key is noticed only against a printed anchor', async () => {
  const { anchor } = await made.client.journal.verify({}).then((check) => {
    if (check.kind !== 'intact') throw new Error('broken from the start');
    return check;
  });
  await tamper('delete from audit_entry where seq >= 3');
  for (const count of [3, 5]) {
    await write(made.registry, (trx) => appendAudit(trx, made.registry, { now, action: 'slips-printed', count }));
  }
  expect(await made.client.journal.verify({})).toMatchObject({ kind: 'intact', lines: 4 });
  expect(await made.client.journal.verify({ anchor })).toEqual({ kind: 'broken', at: 4 });
});

test('a printed anchor stays good while the journal grows', async () => {
  const before = await made.client.journal.verify({});
  const anchor = before.kind === 'intact' ? before.anchor : '';
  expect(anchor).toMatch(/^4-[0-9a-f]{8}$/);
  await made.client.settings.save({ autoLockMinutes: 7 });
  expect(await made.client.journal.verify({ anchor })).toMatchObject({ kind: 'intact', lines: 5 });
});

test('a long journal is walked in pieces, to its end', async () => {
  await write(made.registry, async (trx) => {
    for (let count = 1; count <= 1100; count += 1)
      await appendAudit(trx, made.registry, { now, action: 'issued', count });
  });
  expect(await verify()).toMatchObject({ kind: 'intact', end: { seq: 1104 } });
  await tamper('update audit_entry set count = 0 where seq = 1001');
  expect(await verify()).toEqual({ kind: 'broken', at: 1001 });
});

describe('the journal', () => {
  test('shows who did what, newest first, in windows', async () => {
    const { total, entries } = await made.client.journal.list({ page: { offset: 1, limit: 2 } });
    expect(total).toBe(4);
    expect(entries.map(({ count, who }) => [count, who])).toEqual([
      [3, 'Администратор'],
      [2, 'Администратор'],
    ]);
  });

  test('knows which issue has been undone', async () => {
    const at = now.toISOString();
    await made.registry.db.insertInto('issueRun').values({ id: 7, at, userId: 1, undoneAt: at }).execute();
    await write(made.registry, (trx) => appendAudit(trx, made.registry, { now, action: 'issued', issueId: 7 }));
    const { entries } = await made.client.journal.list({ page: { offset: 0, limit: 1 } });
    expect(entries[0]).toMatchObject({ action: 'issued', issueId: 7, undone: true });
  });

  test('cannot be changed through the program', async () => {
    await expect(sql`update audit_entry set count = 0`.execute(made.registry.db)).rejects.toThrow('append-only');
    await expect(sql`delete from audit_entry`.execute(made.registry.db)).rejects.toThrow('append-only');
  });
});
