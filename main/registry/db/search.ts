import { type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import { foldName } from '../../../shared/domain/person-name.ts';
import { type SearchWord, searchWords } from '../../../shared/domain/search-words.ts';
import type { Schema } from './schema.ts';

/** Pupils whose lines are made in one statement. */
const linesAtOnce = 2000;

/** Told how many lines are ready; may throw to stop. */
export type SearchPause = (done: number) => Promise<void>;

/**
 * Makes the search lines of these pupils anew (of all with `'all'`): names of pupil and guardians, former names, logins,
 * phone digits, e-mail addresses, SNILS and codes, folded. Call it in the transaction that changed any of them.
 */
export async function refreshSearch(
  trx: Kysely<Schema>,
  pupilIds: readonly number[] | 'all',
  pause: SearchPause = async () => undefined,
): Promise<void> {
  const ids = pupilIds === 'all' ? await allPupilIds(trx) : pupilIds;
  if (pupilIds === 'all') await sql`delete from pupil_search`.execute(trx);
  const known = pupilIds === 'all' ? new Set<number>() : await alreadyThere(trx);
  for (let start = 0; start < ids.length; start += linesAtOnce) {
    await refreshLines(trx, ids.slice(start, start + linesAtOnce), known);
    await pause(Math.min(start + linesAtOnce, ids.length));
  }
}

async function allPupilIds(trx: Kysely<Schema>): Promise<number[]> {
  const rows = await trx.selectFrom('person').select('id').where('kind', '=', 'pupil').execute();
  return rows.map(({ id }) => id);
}

async function alreadyThere(trx: Kysely<Schema>): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`select rowid as id from pupil_search`.execute(trx.withoutPlugins());
  return new Set(rows.map(({ id }) => id));
}

/** `cross join` and `+` keep SQLite from walking through all pupils for every wanted one. */
async function refreshLines(trx: Kysely<Schema>, ids: readonly number[], known: ReadonlySet<number>): Promise<void> {
  const old = JSON.stringify(ids.filter((id) => known.has(id)));
  const chunk = JSON.stringify(ids);
  if (old !== '[]')
    await sql`delete from pupil_search where rowid in (select value from json_each(${old}))`.execute(trx);
  await sql`
    insert into pupil_search (rowid, line)
    select pupil.id, ${sql.raw(lineOf('pupil'))} || coalesce((
      select group_concat(${sql.raw(lineOf('guardian'))}, ' ')
      from guardianship as link join person as guardian on guardian.id = link.guardian_id
      where link.pupil_id = pupil.id), '')
    from json_each(${chunk}) as wanted cross join person as pupil on pupil.id = wanted.value
    where +pupil.kind = 'pupil' and pupil.merged_into is null`.execute(trx);
  await addFormerNames(trx, chunk);
}

/** Keys are folded already; signs that nobody types are taken out, so that digits and words stand side by side. */
function lineOf(person: 'pupil' | 'guardian'): string {
  return `replace(${person}.name_key, '|', ' ') || ' '
    || coalesce((select group_concat(ltrim(value_key, '+'), ' ') || ' ' from contact
         where person_id = ${person}.id and valid_to is null), '')
    || coalesce((select group_concat(lower(value_key), ' ') || ' ' from external_code where person_id = ${person}.id), '')
    || coalesce((select group_concat(login_key, ' ') || ' ' from credential
         where person_id = ${person}.id and state not in ('expired', 'revoked')), '')`;
}

/** SQLite cannot fold Russian letters, so former names, which are few, are folded here. */
async function addFormerNames(trx: Kysely<Schema>, chunk: string): Promise<void> {
  const { rows } = await sql<{ id: number; name: string }>`
    select person_id as id, group_concat(surname || ' ' || first_name, ' ') as name from name_history
    where person_id in (select value from json_each(${chunk})) group by person_id`.execute(trx.withoutPlugins());
  for (const { id, name } of rows) {
    await sql`update pupil_search set line = line || ' ' || ${foldName(name)} where rowid = ${id}`.execute(trx);
  }
}

/**
 * The condition «the pupil's line holds all words of the query», on the column that holds the pupil's id. Words of three
 * letters and more are found anywhere by trigrams, shorter ones at the beginning of any word. Undefined: nothing to find.
 */
export function searchCondition(query: string | undefined, pupilId: string): Expression<SqlBool> | undefined {
  const found = lineCondition(query);
  return found && sql<SqlBool>`${sql.ref(pupilId)} in (select rowid from pupil_search where ${found})`;
}

/** The same condition for a query over the lines themselves. */
export function lineCondition(query: string | undefined): Expression<SqlBool> | undefined {
  const words = searchWords(query ?? '');
  if (words.length === 0) return undefined;
  const long = words.filter(({ spellings }) => spellings.every((text) => [...text].length >= 3));
  const match = long.length === 0 ? sql`1` : sql`pupil_search match ${long.map(trigrams).join(' AND ')}`;
  const checks = words.map(
    (word) =>
      sql`(${sql.join(
        word.spellings.map((text) => check(text)),
        sql` or `,
      )})`,
  );
  return sql<SqlBool>`${match} and ${sql.join(checks, sql` and `)}`;
}

/** The trigrams that a word consists of narrow the search down; whether they stand together is checked on the line. */
function trigrams({ spellings }: SearchWord): string {
  const ofOne = (text: string) => {
    const letters = [...text];
    const parts = letters.slice(0, -2).map((_, index) => letters.slice(index, index + 3).join(''));
    return `(${[...new Set(parts)].map((part) => `"${part.replaceAll('"', '""')}"`).join(' AND ')})`;
  };
  return `(${spellings.map(ofOne).join(' OR ')})`;
}

function check(text: string): Expression<SqlBool> {
  return [...text].length >= 3
    ? sql<SqlBool>`instr(line, ${text}) > 0`
    : sql<SqlBool>`instr(' ' || line, ${` ${text}`}) > 0`;
}
