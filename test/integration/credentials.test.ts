import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isRefusedFor } from '../../main/registry/refuse.ts';
import { makeSchool } from '../../shared/demo/rosters.ts';
import { everybody, makePaperDesk, type PaperDesk } from '../support/paper-desk.ts';

let made: PaperDesk;

beforeEach(async () => {
  made = await makePaperDesk();
});
afterEach(() => made.close());

const fifthClass = () => ({ kind: 'class', classId: made.classId('5А') }) as const;
const rows = () => made.registry.db.selectFrom('credential').selectAll().orderBy('id').execute();

describe('candidates', () => {
  test('come in the order of paper, a guardian once with all children', async () => {
    const { lacking, ...counts } = await made.client.credentials.candidates(everybody);
    expect(counts).toEqual({ pupilsLacking: 3, guardiansLacking: 3, alreadyHave: 0 });
    expect(lacking.map(({ title, className, children }) => [title, className, children.length])).toEqual([
      ['Иванова Анна Петровна', '5А', 0],
      ['Иванова Мария Сергеевна', '5А', 2],
      ['Иванов Пётр Ильич', '5А', 2],
      ['Яковлева Вера Олеговна', '5А', 0],
      ['Яковлев Олег Юрьевич', '5А', 1],
      ['Иванов Максим Петрович', '10А', 0],
    ]);
    expect(await rows()).toEqual([]);
  });

  test('of a class leave out other classes, but name a guardian’s children there', async () => {
    const { lacking } = await made.client.credentials.candidates({ scope: fifthClass(), for: ['guardian'] });
    expect(lacking.map(({ title }) => title)).toEqual([
      'Иванова Мария Сергеевна',
      'Иванов Пётр Ильич',
      'Яковлев Олег Юрьевич',
    ]);
    expect(lacking[0]?.children).toEqual(['Иванова Анна Петровна', 'Иванов Максим Петрович']);
  });

  test('leave out those who left and hidden guardians', async () => {
    const { db } = made.registry;
    await db
      .updateTable('guardianship')
      .set({ hidden: 1 })
      .where('guardianId', '=', made.guardianIds[0] ?? 0)
      .execute();
    await db.updateTable('person').set({ status: 'left' }).where('surname', '=', 'Яковлева').execute();
    const { lacking } = await made.client.credentials.candidates(everybody);
    expect(lacking.map(({ title }) => title)).toEqual([
      'Иванова Анна Петровна',
      'Иванов Пётр Ильич',
      'Иванов Максим Петрович',
    ]);
  });
});

describe('issue', () => {
  test('gives each person one login and password; a second issue finds nobody', async () => {
    expect(await made.client.credentials.issue(everybody)).toEqual({ issueId: 1, pupils: 3, guardians: 3 });
    const issued = await rows();
    expect(issued.map(({ login }) => login)).toEqual([
      'ivanovaap',
      'ivanovams',
      'ivanovpi',
      'iakovlevavo',
      'iakovlevoiu',
      'ivanovmp',
    ]);
    for (const { state, initialPassword, expiresOn } of issued) {
      expect([state, expiresOn]).toEqual(['generated', '2027-08-31']);
      expect(initialPassword).toMatch(/^[346789bcdfghjkmnpqrtvwx]{10}$/);
    }
    expect(new Set(issued.map(({ initialPassword }) => initialPassword)).size).toBe(6);
    expect(await made.client.credentials.issue(everybody)).toEqual({ issueId: null, pupils: 0, guardians: 0 });
    expect(await made.registry.db.selectFrom('credentialEvent').select('state').execute()).toHaveLength(6);
  });

  test('gives what the candidates showed', async () => {
    const { lacking } = await made.client.credentials.candidates(everybody);
    await made.client.credentials.issue(everybody);
    expect((await rows()).map(({ login }) => login)).toEqual(lacking.map(({ proposedLogin }) => proposedLogin));
  });

  test('for the period of study has no end', async () => {
    await made.client.settings.save({ validity: 'study' });
    await made.client.credentials.issue(everybody);
    expect((await rows()).map(({ expiresOn }) => expiresOn)).toEqual(Array(6).fill(null));
  });

  test('makes random logins when asked', async () => {
    await made.client.credentials.issue({ ...everybody, for: ['pupil'], scheme: { kind: 'random', length: 8 } });
    for (const { login } of await rows()) expect(login).toMatch(/^p[a-z0-9]{7}$/);
  });

  test('never takes a login that was imported or given out before', async () => {
    const code = { personId: made.pupilIds[0] ?? 0, diarySystem: 'regional', kind: 'account', importId: null } as const;
    await made.registry.db
      .insertInto('externalCode')
      .values({ ...code, value: 'IvanovaAP', valueKey: 'ivanovaap' })
      .execute();
    await made.client.credentials.issue(everybody);
    expect((await rows())[0]?.login).toBe('ivanovaap2');
  });

  test('puts new logins into the search of the pupil', async () => {
    await made.client.credentials.issue(everybody);
    const found = await made.registry.db.selectFrom('pupilSearch').select('line').execute();
    expect(found.filter(({ line }) => line.includes('ivanovams'))).toHaveLength(2);
  });
});

describe('undo of an issue', () => {
  test('revokes, purges the passwords and keeps the logins taken', async () => {
    await made.client.credentials.issue(everybody);
    expect(await made.client.credentials.undoIssue({ issueId: 1 })).toEqual({ revoked: 6 });
    for (const row of await rows()) expect([row.state, row.initialPassword]).toEqual(['revoked', null]);
    await made.client.credentials.issue({ scope: fifthClass(), for: ['pupil'] });
    expect((await rows()).slice(6).map(({ login }) => login)).toEqual(['ivanovaap2', 'iakovlevavo2']);
  });

  test.each([
    ['not-found', () => Promise.resolve(9)],
    ['already-undone', undoFirst],
    ['undo-impossible', printAll],
  ] as const)('is refused as %s', async (reason, before) => {
    await made.client.credentials.issue(everybody);
    const issueId = await before();
    const refusal: unknown = await made.client.credentials.undoIssue({ issueId }).catch((error: unknown) => error);
    expect(isRefusedFor(refusal, reason)).toBe(true);
  });
});

async function undoFirst(): Promise<number> {
  await made.client.credentials.undoIssue({ issueId: 1 });
  return 1;
}

async function printAll(): Promise<number> {
  const { batchId } = await made.client.slips.prepare({ selection: everybody });
  await made.client.slips.confirmPrinted({ batchId });
  return 1;
}

test('no answer, journal line or error holds a password', async () => {
  const { issueId } = await made.client.credentials.issue(everybody);
  const passwords = (await rows()).map(({ initialPassword }) => initialPassword ?? '');
  const { client } = made;
  const answers = [
    await client.credentials.candidates(everybody),
    await client.slips.preview({ selection: everybody }),
    await client.slips.prepare({ selection: everybody }),
    await client.slips.confirmPrinted({ batchId: 1 }),
    await client.handover.list({ scope: { kind: 'school' } }),
    await client.lists.preview({ kind: 'class-list', scope: { kind: 'school' } }),
    await client.lists.preview({ kind: 'handover-register', scope: { kind: 'school' } }),
    await client.credentials.undoIssue({ issueId: issueId ?? 0 }).catch((error: unknown) => error),
    await client.journal.list({}),
  ];
  const said = JSON.stringify(answers);
  expect(said).toContain('ivanovaap');
  for (const password of passwords) expect(said).not.toContain(password);
});

test('issues thousands at once', async () => {
  const large = await makePaperDesk(makeSchool({ seed: 5, pupils: 1500 }));
  try {
    const { pupils, guardians } = await large.client.credentials.issue(everybody);
    expect(pupils).toBe(1500);
    const logins = await large.registry.db.selectFrom('credential').select('loginKey').execute();
    expect(new Set(logins.map(({ loginKey }) => loginKey)).size).toBe(pupils + guardians);
  } finally {
    large.close();
  }
});
