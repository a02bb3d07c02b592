import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recordChanges } from '../../main/registry/db/change-log.ts';
import { write } from '../../main/registry/db/transaction.ts';
import { makeOpenDesk } from '../support/desk.ts';

const now = new Date('2026-09-01T07:00:00.000Z');
let made: Awaited<ReturnType<typeof makeOpenDesk>>;

beforeEach(async () => {
  made = await makeOpenDesk();
  await run(
    `insert into academic_year (id, start_year, starts_on, ends_on) values (9, 2030, '2030-09-01', '2031-08-31')`,
    `insert into school_class (id, academic_year_id, grade, letter, title, class_key) values
      (1, 9, 5, 'А', '5А', '5А'), (2, 9, 6, 'А', '6А', '6А')`,
    `insert into person (id, kind, surname, first_name, name_key, created_at, updated_at) values
      (1, 'pupil', 'Петров', 'Пётр', 'петров|петр|', '2026', '2026'),
      (2, 'pupil', 'Сидорова', 'Анна', 'сидорова|анна|', '2026', '2026')`,
    `insert into enrolment (id, pupil_id, class_id, valid_from) values (1, 1, 1, '2025-09-01'), (2, 2, 1, '2025-09-01')`,
    `insert into contact (id, person_id, kind, source, value, value_key, valid_from) values
      (1, 1, 'email', 'school', 'a@school.test', 'a@school.test', '2025-09-01')`,
    `insert into credential (id, person_id, diary_system, login, login_key, state, initial_password, issued_at) values
      (1, 1, 'mrko', 'petrov', 'petrov', 'generated', 'canary-word-7', '2026')`,
  );
});
afterEach(() => made.close());

async function run(...statements: string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(made.registry.db);
}

/** Rows of every ordinary table, so that "as before" means all of them. */
async function everything(): Promise<Record<string, unknown[]>> {
  const { rows: tables } = await sql<{ name: string }>`select name from sqlite_schema where type = 'table'
    and name not like 'pupil_search%' and name not in ('audit_entry', 'change_run', 'row_change')`.execute(
    made.registry.db.withoutPlugins(),
  );
  const rows = await Promise.all(
    tables.map(async ({ name }) => [name, (await sql.raw(`select * from ${name}`).execute(made.registry.db)).rows]),
  );
  return Object.fromEntries(rows);
}

/** Does the statements as one recorded action. */
async function act(...statements: string[]): Promise<number> {
  const { runId } = await write(made.registry, (trx) =>
    recordChanges(trx, made.registry, { now, action: 'corrected' }, async () => {
      for (const statement of statements) await sql.raw(statement).execute(trx);
    }),
  );
  return runId ?? 0;
}

const move = [
  `update enrolment set valid_to = '2026-09-01' where valid_to is null`,
  `insert into enrolment (pupil_id, class_id, valid_from) values (1, 2, '2026-09-01'), (2, 2, '2026-09-01')`,
];

describe('an action taken back', () => {
  test.each([
    ['changed values', [`update person set surname = 'Попов', name_key = 'попов|петр|', status = 'left' where id = 1`]],
    [
      'new rows',
      [
        `insert into name_history (person_id, surname, first_name, patronymic, valid_to) values (1, 'Я', 'Я', '', '2026')`,
      ],
    ],
    ['removed rows', ['delete from contact', 'delete from enrolment where id = 2']],
    [
      'a new person with all that hangs on it',
      [
        `insert into person (id, kind, surname, first_name, name_key, created_at, updated_at) values (7, 'guardian', 'Б', 'В', 'б|в|', '2026', '2026')`,
        `insert into guardianship (pupil_id, guardian_id, relation) values (1, 7, 'mother')`,
        `insert into contact (person_id, kind, source, value, value_key, valid_from) values (7, 'phone', 'school', '1', '1', '2026')`,
      ],
    ],
    ['a move of everybody', move],
    [
      'a row changed twice',
      [`update contact set value = 'b' where id = 1`, `update contact set value = 'c' where id = 1`],
    ],
    [
      'a setting',
      [
        `insert into setting (key, value) values ('a-test', '{"a":1}')`,
        `update setting set value = '2' where key = 'a-test'`,
      ],
    ],
  ])('%s: everything is as before', async (_what, statements) => {
    const before = await everything();
    const runId = await act(...statements);
    expect(await everything()).not.toEqual(before);
    const { kept } = await made.client.journal.undo({ runId });
    expect(kept).toEqual([]);
    expect(await everything()).toEqual(before);
  });

  test('is noted in the journal and cannot be taken back twice', async () => {
    const runId = await act(...move);
    await made.client.journal.undo({ runId });
    const { entries } = await made.client.journal.list({});
    expect(entries[0]).toMatchObject({ action: 'undone', count: 2, subject: 'corrected', runId: null });
    await expect(made.client.journal.undo({ runId })).rejects.toMatchObject({ data: { reason: 'already-undone' } });
    await expect(made.client.journal.undo({ runId: 999 })).rejects.toMatchObject({ data: { reason: 'not-found' } });
  });
});

describe('what was changed later stays', () => {
  test('a value of a person; the other values go back', async () => {
    const runId = await act(`update person set birth_date = '2010-01-01', sex = 'male' where id = 1`);
    await run(`update person set birth_date = '2011-01-01' where id = 1`);
    const { kept } = await made.client.journal.undo({ runId });
    expect(kept).toEqual(['Петров Пётр']);
    const person = await made.registry.db.selectFrom('person').selectAll().where('id', '=', 1).executeTakeFirst();
    expect(person).toMatchObject({ birthDate: '2011-01-01', sex: null });
  });

  test('a place in a class with the place before; the others go back', async () => {
    const runId = await act(...move);
    await run(
      `update enrolment set valid_to = '2026-10-01' where pupil_id = 1 and valid_to is null`,
      `insert into enrolment (pupil_id, class_id, valid_from) values (1, 1, '2026-10-01')`,
    );
    const { kept } = await made.client.journal.undo({ runId });
    expect(kept).toEqual(['Петров Пётр']);
    const { rows } = await sql`select pupil_id, class_id from enrolment where valid_to is null order by 1`.execute(
      made.registry.db,
    );
    expect(rows).toEqual([
      { pupilId: 1, classId: 1 },
      { pupilId: 2, classId: 1 },
    ]);
    const { rows: all } = await sql`select id from enrolment where pupil_id = 1`.execute(made.registry.db);
    expect(all).toHaveLength(3);
  });

  test('a new person on whom something hangs since', async () => {
    const runId = await act(
      `insert into person (id, kind, surname, first_name, name_key, created_at, updated_at) values (7, 'guardian', 'Белова', 'Вера', 'белова|вера|', '2026', '2026')`,
      `insert into guardianship (pupil_id, guardian_id, relation) values (1, 7, 'mother')`,
    );
    await run(
      `insert into contact (person_id, kind, source, value, value_key, valid_from) values (7, 'phone', 'school', '1', '1', '2026')`,
    );
    const { kept } = await made.client.journal.undo({ runId });
    expect(kept).toContain('Белова Вера');
    const { rows } = await sql`select value from contact where person_id = 7`.execute(made.registry.db);
    expect(rows).toHaveLength(1);
  });

  test('what can no longer fit is refused, and nothing is half done', async () => {
    const runId = await act(`update school_class set class_key = '7А', title = '7А' where id = 2`);
    await run(`insert into school_class (id, academic_year_id, title, class_key) values (3, 9, '6А', '6А')`);
    const before = await everything();
    await expect(made.client.journal.undo({ runId })).rejects.toMatchObject({ data: { reason: 'undo-impossible' } });
    expect(await everything()).toEqual(before);
  });
});

test('an initial password is never recorded', async () => {
  await act(`update credential set state = 'printed' where id = 1`, 'delete from credential where id = 1');
  const { rows } = await sql<{ text: string }>`select before || coalesce(after, '') as text from row_change`.execute(
    made.registry.db,
  );
  expect(rows).not.toHaveLength(0);
  expect(JSON.stringify(rows)).not.toContain('canary');
});

test('an action that changes nothing leaves no run, and recording ends with it', async () => {
  expect(await act(`update person set surname = surname`)).toBe(0);
  await run(`update person set sex = 'male'`);
  const { rows } = await sql`select 1 from row_change`.execute(made.registry.db);
  expect(rows).toEqual([]);
});

test('a correction by hand is taken back from the journal', async () => {
  await made.client.pupils.correct({
    personId: 1,
    name: { surname: 'Попов', firstName: 'Пётр', patronymic: '' },
  });
  const { entries } = await made.client.journal.list({});
  expect(entries[0]).toMatchObject({ action: 'corrected', undone: false });
  await made.client.journal.undo({ runId: entries[0]?.runId ?? 0 });
  const found = await made.client.pupils.list({ filter: { query: 'петров' } });
  expect(found.rows).toHaveLength(1);
  expect((await made.client.pupils.list({ filter: { query: 'попов' } })).rows).toHaveLength(0);
});
