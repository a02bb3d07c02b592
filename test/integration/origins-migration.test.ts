import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate, migrations } from '../../main/registry/db/migrate.ts';
import { openDatabase, type RegistryDatabase } from '../../main/registry/db/open.ts';
import { isSound } from '../../main/registry/db/self-test.ts';
import { keyringFileOf } from '../../main/registry/vault/keyring-file.ts';

/** A registry of the first version: two imports, the second of which renamed one pupil, moved her and changed her phone. */
const olderFile = /* sql */ `
insert into app_user (id, name, role, created_at) values (1, 'Администратор', 'administrator', '2026-09-01T00:00:00.000Z');
insert into academic_year values (1, 2026, '2026-09-01', '2027-05-31');
insert into import_run (id, at, user_id, file_name, file_sha256, file_size_bytes, counts) values
  (1, '2026-09-01T07:00:00.000Z', 1, 'first.csv', '', 1, '{"new":2,"changed":0,"same":0,"ambiguous":0,"refused":0,"guardiansCreated":0}'),
  (2, '2026-10-01T07:00:00.000Z', 1, 'second.csv', '', 1, '{"new":0,"changed":1,"same":1,"ambiguous":0,"refused":0,"guardiansCreated":0}');
insert into person (id, kind, surname, first_name, patronymic, name_key, created_at, updated_at) values
  (1, 'pupil', 'Зимина', 'Алёна', '', 'зимина|алена|', '2026-09-01T07:00:00.000Z', '2026-10-01T07:00:00.000Z'),
  (2, 'pupil', 'Белов', 'Пётр', '', 'белов|петр|', '2026-09-01T07:00:00.000Z', '2026-09-01T07:00:00.000Z'),
  (3, 'pupil', 'Лис', 'Яна', '', 'лис|яна|', '2026-09-05T07:00:00.000Z', '2026-09-05T07:00:00.000Z');
insert into school_class (id, academic_year_id, grade, letter, title, class_key) values
  (1, 1, 5, 'А', '5А', '5А'), (2, 1, 5, 'Б', '5Б', '5Б');
insert into enrolment (id, pupil_id, class_id, valid_from, valid_to, import_id) values
  (1, 1, 1, '2026-09-01', '2026-10-01', 1), (2, 2, 1, '2026-09-01', null, 1), (3, 1, 2, '2026-10-01', null, 2);
insert into contact (id, person_id, kind, source, value, value_key, valid_from, valid_to, import_id) values
  (1, 1, 'phone', 'school', '1', '1', '2026-09-01', '2026-10-01', 1),
  (2, 1, 'phone', 'school', '2', '2', '2026-10-01', null, 2);
insert into import_change (import_id, entity, entity_id, before, after) values
  (1, 'person', 1, null, '{}'), (1, 'person', 2, null, '{}'), (1, 'school_class', 1, null, '{}'),
  (2, 'person', 1, '{"updated_at":"2026-09-01T07:00:00.000Z","surname":"Котова","name_key":"котова|алена|","first_name":"Алёна"}',
    '{"updated_at":"2026-10-01T07:00:00.000Z","surname":"Зимина","name_key":"зимина|алена|","first_name":"Алёна"}'),
  (2, 'enrolment', 1, '{"valid_to":null}', '{"valid_to":"2026-10-01"}'),
  (2, 'contact', 1, '{"valid_to":null}', '{"valid_to":"2026-10-01"}');
`;

let folder: string;
let database: RegistryDatabase;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'diary-desk-test-'));
  const outcome = openDatabase(join(folder, 'school.desk'), new Uint8Array(32).fill(7), { create: true });
  if (outcome.kind !== 'opened') throw new Error(outcome.kind);
  database = outcome.database;
  writeFileSync(keyringFileOf(database.file), '{}');
  migrate(database, migrations.slice(0, 1));
  database.runScript(olderFile);
  migrate(database);
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

async function rowsOf(statement: string): Promise<unknown[]> {
  return (await sql.raw<object>(statement).execute(database.db.withoutPlugins())).rows.map((row) => Object.values(row));
}

test('people know the import that made them, and its journal no longer repeats it', async () => {
  expect(await rowsOf('select id, import_id from person order by id')).toEqual([
    [1, 1],
    [2, 1],
    [3, null],
  ]);
  expect(await rowsOf('select import_id, entity, entity_id from import_change order by id')).toEqual([
    [1, 'school_class', 1],
    [2, 'person', 1],
    [2, 'enrolment', 1],
    [2, 'contact', 1],
  ]);
});

test('fields that a later import changed have their origin; what it left alone has none', async () => {
  expect(await rowsOf('select person_id, field, source, import_id, at from field_origin order by field')).toEqual([
    [1, 'class', 'import', 2, '2026-10-01T07:00:00.000Z'],
    [1, 'phone', 'import', 2, '2026-10-01T07:00:00.000Z'],
    [1, 'surname', 'import', 2, '2026-10-01T07:00:00.000Z'],
  ]);
});

test('the file is whole', () => expect(isSound(database)).toBe(true));
