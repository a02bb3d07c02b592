import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { ScoredLink } from '../../support/linking-score.ts';

/** A field of the comparison: its levels in SQL, best first; a missing value on either side says nothing. */
interface SqlField {
  readonly name: string;
  readonly levels: readonly string[];
  /** Equal values are weighed by how often they occur. */
  readonly frequent?: boolean;
}

const near = (name: string, distance: number) => `damerau_levenshtein(l.${name}, r.${name}) <= ${distance}`;

const fields: readonly SqlField[] = [
  {
    name: 'surname',
    levels: ['l.surname = r.surname', 'jaro_winkler_similarity(l.surname, r.surname) >= 0.92'],
    frequent: true,
  },
  {
    name: 'first_name',
    levels: ['l.first_name = r.first_name', 'jaro_winkler_similarity(l.first_name, r.first_name) >= 0.92'],
    frequent: true,
  },
  {
    name: 'patronymic',
    levels: ['l.patronymic = r.patronymic', 'jaro_winkler_similarity(l.patronymic, r.patronymic) >= 0.92'],
    frequent: true,
  },
  { name: 'phone', levels: ['l.phone = r.phone', near('phone', 1)] },
  { name: 'email', levels: ['l.email = r.email', near('email', 2)] },
  { name: 'snils', levels: ['l.snils = r.snils', near('snils', 1)] },
  { name: 'birth_date', levels: ['l.birth_date = r.birth_date', near('birth_date', 1)] },
  { name: 'class_key', levels: ['l.class_key = r.class_key'] },
  { name: 'code', levels: ['l.code = r.code'] },
];

/** Pairs that share any of these are compared. */
const blocking = [
  ['phone'],
  ['email'],
  ['snils'],
  ['code'],
  ['surname', 'first_name'],
  ['first_name', 'patronymic', 'class_key'],
  ['surname', 'birth_date'],
  ['first_name', 'birth_date'],
];

const rounds = 15;

interface Odds {
  readonly m: number[];
  readonly u: number[];
}

/** A connection with both files read into tables `school` and `portal`. */
export async function openTables(schoolCsv: string, portalCsv: string): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  for (const [table, file] of [
    ['school', schoolCsv],
    ['portal', portalCsv],
  ] as const)
    await connection.run(
      `create table ${table} as select * from read_csv('${file}', all_varchar=true, header=true, nullstr='')`,
    );
  return connection;
}

/**
 * Fellegi–Sunter by hand, as Splink does it: blocking rules, comparison levels, the odds of strangers from random pairs,
 * those of one person by expectation–maximisation, term frequencies of names, the best link of each row.
 */
export async function linkInDuckDb(connection: DuckDBConnection): Promise<ScoredLink[]> {
  await connection.run(`create table pairs as ${blockedPairs()}`);
  await connection.run(`create table compared as select p.lid, p.rid, ${gammas()} from pairs p
    join school l on l.id = p.lid join portal r on r.id = p.rid`);
  const strangers = await unequalOdds(connection);
  const odds = await maximised(connection, strangers);
  const rows = await rowsOf(connection, scored(odds));
  return rows.map(([rid, lid, bits]) => ({ portal: Number(rid), personId: Number(lid), score: Number(bits) }));
}

function blockedPairs(): string {
  return blocking
    .map((names) => {
      const equal = names.map((name) => `l.${name} = r.${name}`).join(' and ');
      return `select l.id as lid, r.id as rid from school l join portal r on l.kind = r.kind and ${equal}`;
    })
    .join(' union ');
}

function gammas(): string {
  return fields
    .map(({ name, levels }) => {
      const cases = levels.map((level, at) => `when ${level} then ${levels.length - at}`).join(' ');
      return `(case when l.${name} is null or r.${name} is null then -1 ${cases} else 0 end)::tinyint as g_${name}`;
    })
    .join(', ');
}

async function rowsOf(connection: DuckDBConnection, sql: string) {
  return (await connection.runAndReadAll(sql)).getRows();
}

/** How often two random people agree. */
async function unequalOdds(connection: DuckDBConnection): Promise<Map<string, number[]>> {
  await connection.run(`create table chance as select ${gammas()} from
    (select *, row_number() over () as n from (select * from school using sample 1000 rows (reservoir, 1))) l cross join
    (select *, row_number() over () as n from (select * from portal using sample 1000 rows (reservoir, 2))) r where l.kind = r.kind`);
  const odds = new Map<string, number[]>();
  for (const { name, levels } of fields) {
    const counts = Array.from({ length: levels.length + 1 }, () => 0.5);
    for (const [gamma, count] of await rowsOf(
      connection,
      `select g_${name}, count(*) from chance where g_${name} >= 0 group by 1`,
    ))
      counts[Number(gamma)] = (counts[Number(gamma)] ?? 0) + Number(count);
    const total = counts.reduce((sum, count) => sum + count, 0);
    odds.set(
      name,
      counts.map((count) => count / total),
    );
  }
  return odds;
}

async function maximised(
  connection: DuckDBConnection,
  strangers: ReadonlyMap<string, number[]>,
): Promise<Map<string, Odds>> {
  const names = fields.map(({ name }) => `g_${name}`);
  const patterns = (await rowsOf(connection, `select ${names.join(', ')}, count(*) from compared group by all`)).map(
    (row) => row.map(Number),
  );
  const odds = new Map(
    fields.map(({ name, levels }) => [name, { m: startingShares(levels.length + 1), u: strangers.get(name) ?? [] }]),
  );
  const [[share]] = (await rowsOf(connection, expectedShare)) as [[number]];
  for (let round = 0; round < rounds; round += 1) oneRound(patterns, odds, Number(share));
  return odds;
}

/** Of the compared pairs, one for each person of the portal: left to itself, the share runs away towards all pairs. */
const expectedShare = 'select least(0.9, (select count(*) from portal) / (select count(*) from compared))';

function startingShares(levels: number): number[] {
  return Array.from({ length: levels }, (_, level) => (level === levels - 1 ? 0.9 : 0.1 / (levels - 1)));
}

function oneRound(patterns: readonly number[][], odds: ReadonlyMap<string, Odds>, share: number): void {
  const sums = new Map(fields.map(({ name, levels }) => [name, Array.from({ length: levels.length + 1 }, () => 0.01)]));
  for (const pattern of patterns) {
    const count = pattern[fields.length] ?? 0;
    const ratio = fields.reduce(
      (product, { name }, at) => product * ratioOf(odds.get(name), pattern[at] ?? -1),
      share / (1 - share),
    );
    const likely = 1 / (1 + 1 / ratio);
    for (const [at, { name }] of fields.entries()) add(sums.get(name), pattern[at] ?? -1, likely * count);
  }
  for (const [name, counts] of sums) {
    const total = counts.reduce((sum, count) => sum + count, 0);
    for (const [level, count] of counts.entries()) odds.get(name)?.m.splice(level, 1, count / total);
  }
}

function ratioOf(odds: Odds | undefined, gamma: number): number {
  return gamma < 0 ? 1 : (odds?.m[gamma] ?? 1) / (odds?.u[gamma] ?? 1);
}

function add(counts: number[] | undefined, gamma: number, count: number): void {
  if (counts !== undefined && gamma >= 0) counts[gamma] = (counts[gamma] ?? 0) + count;
}

/** The best link of every row of the portal with its bits; equal names count by how common they are. */
function scored(odds: ReadonlyMap<string, Odds>): string {
  const frequent = fields.filter((field) => field.frequent);
  const joins = frequent.map(
    ({ name }) =>
      `left join (select ${name}, count(*) / (select count(*) from school) as share from school group by 1) f_${name} on f_${name}.${name} = l.${name}`,
  );
  const bits = fields.map(({ name, levels, frequent: byRarity }) => {
    const { m, u } = odds.get(name) ?? { m: [], u: [] };
    const cases = m.map((share, gamma) => {
      const own =
        byRarity && gamma === levels.length
          ? `log2(${share} / f_${name}.share)`
          : String(Math.log2(share / (u[gamma] ?? 1)));
      return `when ${gamma} then ${own}`;
    });
    return `case g_${name} ${cases.join(' ')} else 0 end`;
  });
  return `select rid, lid, bits from (select rid, lid, ${bits.join(' + ')} as bits,
    row_number() over (partition by rid order by ${bits.join(' + ')} desc, lid) as place
    from compared c join school l on l.id = c.lid ${joins.join(' ')}) where place = 1`;
}
