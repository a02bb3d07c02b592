/**
 * Search as it is typed: every keystroke of some two hundred queries (surnames, names, phones, e-mail boxes, a class's own
 * spelling with ё and е) asked of the registry as the palette asks, beside `LIKE` over the same folded lines and beside
 * the floor: a binary search in a sorted array of all words, which finds only beginnings of words.
 *
 * `npm run bench -- search`, or `node test/bench/search.bench.ts [PUPILS]`; 42,000 pupils are some 100,000 people.
 */
/// <reference path="../../shared/platform.d.ts" />
import { sql } from 'kysely';
import { makeSchool, type RosterPupil, toMesCsv } from '../../shared/demo/rosters.ts';
import { foldName } from '../../shared/domain/person-name.ts';
import { importFile, makeImportDesk } from '../support/imports.ts';

const pupils = Number(process.argv[2] ?? 42_000);
const asked = 200;

/** What a person might type to find this pupil. */
function queryOf({ surname, firstName, guardians: [guardian] }: RosterPupil, at: number): string {
  switch (at % 5) {
    case 0:
      return `${surname} ${firstName}`;
    case 1:
      return surname.toLowerCase().replaceAll('ё', 'е').slice(1);
    case 2:
      return guardian?.phone.slice(-7) ?? surname;
    case 3:
      return guardian?.email.split('@')[0] ?? surname;
    default:
      return `${firstName.slice(0, 3)} ${surname.slice(0, 4)}`;
  }
}

/** Every beginning of two letters and more, as one types. */
const keystrokes = (query: string) => Array.from({ length: query.length - 1 }, (_, end) => query.slice(0, end + 2));

async function timesOf(queries: readonly string[], ask: (query: string) => unknown): Promise<number[]> {
  const times: number[] = [];
  for (const query of queries) {
    const begun = performance.now();
    await ask(query);
    times.push(performance.now() - begun);
  }
  return times.sort((a, b) => a - b);
}

const at = (sorted: readonly number[], share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
const shown = (sorted: readonly number[]) => ({
  'p50 ms': Number(at(sorted, 0.5).toFixed(3)),
  'p95 ms': Number(at(sorted, 0.95).toFixed(3)),
  'longest ms': Number(at(sorted, 1).toFixed(3)),
});

const made = await makeImportDesk();
const school = makeSchool({ seed: 5, pupils });
await importFile(made, toMesCsv(school));
const { db } = made.registry;
const people = await db
  .selectFrom('person')
  .select(({ fn }) => fn.countAll<number>().as('count'))
  .executeTakeFirst();
const step = Math.floor(school.pupils.length / asked);
const queries = school.pupils
  .filter((_, place) => place % step === 0)
  .flatMap((one, place) => keystrokes(queryOf(one, place)));

const palette = await timesOf(queries, (query) => made.client.pupils.find({ query }));
const like = await timesOf(queries, (query) =>
  sql`select rowid from pupil_search where line like ${`%${foldName(query)}%`} limit 8`.execute(db),
);
const lines = await sql<{ line: string }>`select line from pupil_search`.execute(db);
const words = lines.rows.flatMap(({ line }) => line.split(' ')).sort();
const floor = await timesOf(queries, (query) => firstFrom(words, foldName(query)));
console.log(`${people?.count} people, ${queries.length} keystrokes`);
console.table({ palette: shown(palette), 'LIKE over the lines': shown(like), 'binary search (floor)': shown(floor) });
console.log(`p95, palette / LIKE: ${(at(palette, 0.95) / at(like, 0.95)).toFixed(2)}`);
made.close();

/** The place of the first word that is not before the text. */
function firstFrom(sorted: readonly string[], text: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
