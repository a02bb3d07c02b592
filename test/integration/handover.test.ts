import { copyFileSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isRefusedFor } from '../../main/registry/refuse.ts';
import { everybody, makePaperDesk, type PaperDesk } from '../support/paper-desk.ts';

let made: PaperDesk;

beforeEach(async () => {
  made = await makePaperDesk();
  await made.client.credentials.issue(everybody);
});
afterEach(() => made.close());

async function print(): Promise<void> {
  const { batchId } = await made.client.slips.prepare({ selection: everybody });
  await made.client.slips.confirmPrinted({ batchId });
}

const states = async () => (await made.client.handover.list({ scope: { kind: 'school' } })).map(({ state }) => state);
const passwords = async () => {
  const rows = await made.registry.db.selectFrom('credential').select('initialPassword').orderBy('id').execute();
  return rows.map(({ initialPassword }) => initialPassword);
};

test('lists who holds which login, with guardians’ children', async () => {
  const [first, second] = await made.client.handover.list({ scope: { kind: 'school' } });
  expect(first).toMatchObject({
    title: 'Иванова Анна Петровна',
    className: '5А',
    login: 'ivanovaap',
    state: 'generated',
  });
  expect(second).toMatchObject({ role: 'guardian', children: ['Иванова Анна Петровна', 'Иванов Максим Петрович'] });
});

test('a slip that is not printed cannot be handed over', async () => {
  const refusal = await made.client.handover.mark({ credentialIds: [1, 2] }).catch((error: unknown) => error);
  expect(isRefusedFor(refusal, 'nothing-to-hand-over')).toBe(true);
  expect(await passwords()).not.toContain(null);
});

test('handing over purges the password of whoever received it, and of nobody else', async () => {
  await print();
  const before = await passwords();
  made.setNow('2026-09-02T08:00:00.000Z');
  expect(await made.client.handover.mark({ credentialIds: [1, 3] })).toEqual({ handedOver: 2, purgedPasswords: 2 });
  expect(await passwords()).toEqual(before.map((password, index) => (index === 0 || index === 2 ? null : password)));
  const [first] = await made.client.handover.list({ scope: { kind: 'school' } });
  expect(first).toMatchObject({
    state: 'handed-over',
    handedOverAt: '2026-09-02T08:00:00.000Z',
    handedOverBy: 'Администратор',
  });
});

test('a tick taken back leaves the paper valid and the password purged', async () => {
  await print();
  await made.client.handover.mark({ credentialIds: [1] });
  expect(await made.client.handover.takeBack({ credentialIds: [1, 2] })).toEqual({ takenBack: 1 });
  expect((await states())[0]).toBe('printed');
  expect((await passwords())[0]).toBeNull();
  expect(await made.client.handover.mark({ credentialIds: [1] })).toEqual({ handedOver: 1, purgedPasswords: 0 });
});

test('the history tells every step', async () => {
  await print();
  await made.client.handover.mark({ credentialIds: [1] });
  await made.client.handover.takeBack({ credentialIds: [1] });
  const { db } = made.registry;
  const events = await db
    .selectFrom('credentialEvent')
    .select(['state', 'reason'])
    .where('credentialId', '=', 1)
    .execute();
  expect(events.map(({ state, reason }) => `${state} ${reason}`.trim())).toEqual([
    'generated',
    'printed',
    'handed-over',
    'printed taken-back',
  ]);
});

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile());
}

/** Where in the desk's folder these bytes stand. */
function filesHolding(text: string): readonly string[] {
  return filesUnder(made.folder).filter((file) => readFileSync(file).includes(text));
}

/** The registry's pages as they are on the disk, freed ones too, without the encryption; nothing is rewritten in order. */
function plainPages(): Buffer {
  const { database } = made.registry;
  database.pragma('wal_checkpoint(TRUNCATE)');
  const copy = join(made.folder, 'pages.copy');
  copyFileSync(database.file, copy);
  const opened = database.openCopy(copy);
  if (opened.kind !== 'opened') throw new Error(opened.kind);
  opened.database.pragma('journal_mode=delete');
  opened.database.pragma(`rekey=''`);
  opened.database.close();
  const pages = readFileSync(copy);
  rmSync(copy);
  return pages;
}

test('after handover the password is nowhere: not in a page, not in a freed page, not in the log', async () => {
  await print();
  const before = (await passwords()).filter((password) => password !== null);
  expect(before).toHaveLength(6);
  const pages = plainPages();
  for (const password of before) {
    expect(filesHolding(password)).toEqual([]);
    expect(pages.includes(password)).toBe(true);
  }
  await made.client.handover.mark({ credentialIds: [1, 2, 3, 4, 5, 6] });
  const logs = filesUnder(made.folder).filter((file) => file.endsWith('-wal'));
  expect(logs.map((file) => statSync(file).size)).toEqual(logs.map(() => 0));
  const pagesAfter = plainPages();
  expect(pagesAfter.includes('ivanovaap')).toBe(true);
  for (const password of before) {
    expect(filesHolding(password)).toEqual([]);
    expect(pagesAfter.includes(password)).toBe(false);
  }
});
