/**
 * Beginning an academic year: preview, apply and undo in an encrypted registry with a login for every pupil, beside the bare
 * SQL that changes the same rows of the same file in one transaction without record, history or search. The ratio of apply
 * to bare is what counts, since seconds depend on the machine.
 *
 * `node test/bench/rollover.bench.ts [PUPILS …]`, by default 3000 100000.
 */
/// <reference path="../../shared/platform.d.ts" />
import { sql, type Transaction } from 'kysely';
import type { OpenRegistry } from '../../main/registry/context.ts';
import { currentAcademicYear } from '../../main/registry/db/academic-years.ts';
import { type BulkRow, bulkInsert } from '../../main/registry/db/dialect/bulk-insert.ts';
import type { Schema } from '../../main/registry/db/schema.ts';
import { refreshSearch } from '../../main/registry/db/search.ts';
import { write } from '../../main/registry/db/transaction.ts';
import { makeOpenDesk } from '../support/desk.ts';

const pupilsInClass = 25;
const letters = 'АБВГДЕЖИКЛМНОПРСТУФХЦЧШЩЭЮЯ';
const born = '2026-09-01T07:00:00.000Z';

const rows = (count: number, row: (index: number) => BulkRow) =>
  Array.from({ length: count }, (_, index) => row(index));

/** Classes, pupils and a login for each, without an import. */
async function fill(registry: OpenRegistry, pupils: number): Promise<void> {
  const classes = Math.ceil(pupils / pupilsInClass);
  await write(registry, async (trx) => {
    const { id: year } = await currentAcademicYear(trx);
    const titleOf = (index: number) =>
      `${(index % 11) + 1}${letters[Math.floor(index / 11) % letters.length]}${Math.floor(index / 297)}`;
    const classRows = rows(classes, (index) => [index + 1, (index % 11) + 1, 'А', titleOf(index), `key ${index}`]);
    await bulkInsert<Schema>(trx, 'school_class', ['id', 'grade', 'letter', 'title', 'class_key'], classRows, {
      academic_year_id: year,
    });
    const moments = { created_at: born, updated_at: born };
    const people = rows(pupils, (index) => [index + 1, `Ученик${index}`, 'Имя', `ученик${index}|имя|`]);
    const person = ['id', 'surname', 'first_name', 'name_key'];
    await bulkInsert<Schema>(trx, 'person', person, people, { kind: 'pupil', ...moments });
    const places = rows(pupils, (index) => [index + 1, Math.floor(index / pupilsInClass) + 1]);
    await bulkInsert<Schema>(trx, 'enrolment', ['pupil_id', 'class_id'], places, { valid_from: '2026-09-01' });
    const logins = rows(pupils, (index) => [index + 1, `login${index}`, `login${index}`]);
    const same = { diary_system: 'regional', state: 'handed-over', issued_at: born, expires_on: '2027-08-31' };
    await bulkInsert<Schema>(trx, 'credential', ['person_id', 'login', 'login_key'], logins, same);
    await refreshSearch(trx, 'all');
  });
}

async function secondsOf<Result>(work: () => Promise<Result>): Promise<{ seconds: number; result: Result }> {
  const begun = performance.now();
  const result = await work();
  return { seconds: (performance.now() - begun) / 1000, result };
}

/** The same rows as the assistant changes, by plain statements. */
async function bare(trx: Transaction<Schema>): Promise<void> {
  await sql`insert into academic_year (start_year, starts_on, ends_on) values (2027, '2027-09-01', '2028-08-31')`.execute(
    trx,
  );
  await sql`insert into school_class (id, academic_year_id, grade, letter, title, class_key)
    select id + 1000000, 2, min(grade + 1, 11), letter, title || '+', class_key from school_class where academic_year_id = 1`.execute(
    trx,
  );
  await sql`update enrolment set valid_to = '2027-08-31' where valid_to is null`.execute(trx);
  await sql`insert into enrolment (pupil_id, class_id, valid_from)
    select pupil_id, class_id + 1000000, '2027-09-01' from enrolment where valid_to = '2027-08-31'`.execute(trx);
  await sql`update credential set state = 'expired', initial_password = null`.execute(trx);
}

/** Each step in a registry of its own; undo after apply. */
async function measure(pupils: number) {
  const desk = await makeOpenDesk();
  const other = await makeOpenDesk({ seed: 2 });
  try {
    await fill(desk.registry, pupils);
    await fill(other.registry, pupils);
    desk.setNow('2027-08-20T07:00:00.000Z');
    const preview = await secondsOf(() => desk.client.rollover.preview({}));
    const { plan } = preview.result;
    const apply = await secondsOf(() => desk.client.rollover.apply({ plan }));
    const undo = await secondsOf(() => desk.client.journal.undo({ runId: apply.result.undoRunId }));
    const plain = await secondsOf(() => write(other.registry, bare));
    return { preview: preview.seconds, apply: apply.seconds, undo: undo.seconds, bare: plain.seconds };
  } finally {
    desk.close();
    other.close();
  }
}

const given = process.argv.slice(2).map(Number);
const sizes = given.length > 0 ? given : [3000, 100_000];
const rounded = (seconds: number) => Number(seconds.toFixed(2));
const table: Record<string, Record<string, number>> = {};
for (const pupils of sizes) {
  const { preview, apply, undo, bare: plain } = await measure(pupils);
  table[`${pupils} pupils`] = {
    'preview s': rounded(preview),
    'apply s': rounded(apply),
    'undo s': rounded(undo),
    'bare SQL s': rounded(plain),
    'apply / bare': rounded(apply / plain),
  };
}
console.table(table);
