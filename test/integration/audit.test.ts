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
  ['two lines exchanged', 'update audit_entry set mac = (select mac from audit_entry where seq = 3) where seq = 2', 2],
  [
    'a line added without the key',
    `insert into audit_entry (seq, at, user_id, action, mac) values (5, '2026-09-01', 1, 'issued', '00')`,
    5,
  ],
])('%s is noticed', async (_what, statement, at) => {
  await tamper(statement);
  expect(await verify()).toEqual({ kind: 'broken', at });
});

test('a cut tail is noticed against the end kept elsewhere', async () => {
  const check = await verify();
  if (check.kind !== 'intact') throw new Error('broken from the start');
  await tamper('delete from audit_entry where seq = 4');
  expect(await verify()).toMatchObject({ kind: 'intact' });
  expect(await verify(check.end)).toEqual({ kind: 'broken', at: 4 });
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
