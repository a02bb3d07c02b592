import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Migration, migrate, migrations, schemaState } from '../../main/registry/db/migrate.ts';
import { openDatabase, type RegistryDatabase } from '../../main/registry/db/open.ts';
import { brokenPromises, isSound } from '../../main/registry/db/self-test.ts';
import { listSnapshots } from '../../main/registry/db/snapshots.ts';
import { bringUpToDate } from '../../main/registry/open-registry.ts';
import { keyringFileOf } from '../../main/registry/vault/keyring-file.ts';

const key = new Uint8Array(32).fill(7);
let folder: string;
let database: RegistryDatabase;

const version = () => database.pragma('user_version');
const tables = async () => {
  const { rows } = await sql<{ name: string }>`select name from sqlite_schema where type = 'table'`.execute(
    database.db,
  );
  return rows.map(({ name }) => name);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'diary-desk-test-'));
  const outcome = openDatabase(join(folder, 'school.desk'), key, { create: true });
  if (outcome.kind !== 'opened') throw new Error(outcome.kind);
  database = outcome.database;
  writeFileSync(keyringFileOf(database.file), '{}');
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

test('versions rise one by one', () => {
  const versions = migrations.map((step) => step.version);
  expect(versions).toEqual([...new Set(versions)].sort((one, other) => one - other));
});

test('a new file gets the whole schema, and a second run changes nothing', async () => {
  expect(schemaState(database)).toBe('empty');
  migrate(database);
  migrate(database);
  expect(schemaState(database)).toBe('current');
  expect(await tables()).toEqual(expect.arrayContaining(['person', 'credential', 'audit_entry', 'pupil_search']));
  expect(isSound(database)).toBe(true);
});

test('the engine keeps its promises', () => {
  expect(brokenPromises(database)).toEqual([]);
  database.runScript('pragma synchronous = 1');
  expect(brokenPromises(database)).toEqual(['synchronous']);
});

describe('the first schema', () => {
  beforeEach(() => migrate(database));
  const run = (statement: string) => () => database.runScript(statement);
  const person = (id: number, kind = 'pupil') =>
    `insert into person (id, kind, surname, first_name, name_key, created_at, updated_at)
     values (${id}, '${kind}', 'С', 'И', 'с и', '2026', '2026')`;
  const credential = (id: number, personId: number, login: string, state = 'generated', password = `'pw'`) =>
    `insert into credential (id, person_id, diary_system, login, login_key, state, initial_password, issued_at)
     values (${id}, ${personId}, 'regional', '${login}', '${login}', '${state}', ${password}, '2026')`;

  test('keeps values to their closed lists and types', () => {
    expect(run(person(1, 'robot'))).toThrow('CHECK');
    expect(run(`insert into setting values ('a', 'not json')`)).toThrow('CHECK');
    expect(run(`insert into academic_year (start_year, starts_on, ends_on) values ('soon', '', '')`)).toThrow(
      'INTEGER',
    );
  });

  test('keeps references', () => {
    expect(run(credential(1, 404, 'a'))).toThrow('FOREIGN KEY');
  });

  test('gives a login to one person once, and a person one live login a system', () => {
    run(person(1))();
    run(person(2))();
    run(credential(1, 1, 'ivanov'))();
    expect(run(credential(2, 2, 'ivanov'))).toThrow('another person');
    expect(run(credential(3, 1, 'ivanov.2'))).toThrow('UNIQUE');
    run(`update credential set state = 'revoked', initial_password = null where id = 1`)();
    expect(run(credential(4, 2, 'ivanov'))).toThrow('another person');
    expect(run(credential(5, 1, 'ivanov.2'))).not.toThrow();
  });

  test('holds no password of a slip that was handed over', () => {
    run(person(1))();
    expect(run(credential(1, 1, 'a', 'handed-over'))).toThrow('CHECK');
    run(credential(2, 1, 'a'))();
    expect(run(`update credential set state = 'handed-over' where id = 2`)).toThrow('CHECK');
    expect(run(`update credential set state = 'handed-over', initial_password = null where id = 2`)).not.toThrow();
  });

  test('finds any three letters inside a line', async () => {
    run(`insert into pupil_search (rowid, line) values (5, 'синицын петр иванович 79261234567')`)();
    const hits = await sql`select rowid from pupil_search where line like '%ницы%'`.execute(database.db);
    expect(hits.rows).toEqual([{ rowid: 5 }]);
  });
});

describe('a pending migration', () => {
  const newest = migrations.at(-1)?.version ?? 0;
  const another: Migration = {
    version: newest + 1,
    up: (file) => file.runScript('create table later (a integer) strict'),
  };
  const failing: Migration = {
    version: newest + 1,
    up: (file) => file.runScript('create table later (a); select nonsense'),
  };
  const now = new Date('2026-09-01T07:00:00.000Z');
  beforeEach(() => migrate(database));

  test('runs after a copy was kept', async () => {
    await bringUpToDate(database, now, [...migrations, another]);
    expect([version(), await tables()]).toEqual([newest + 1, expect.arrayContaining(['later'])]);
    expect((await listSnapshots(database.file)).map(({ reason }) => reason)).toEqual(['migration']);
  });

  test('that fails leaves the schema and version as they were', async () => {
    await expect(bringUpToDate(database, now, [...migrations, failing])).rejects.toThrow('nonsense');
    expect([version(), await tables()]).toEqual([newest, expect.not.arrayContaining(['later'])]);
  });

  test('makes no copy when there is nothing to do', async () => {
    await bringUpToDate(database, now);
    expect(await listSnapshots(database.file)).toEqual([]);
  });
});
