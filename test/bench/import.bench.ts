/**
 * Import of class lists with two guardians a pupil: preview and apply in an encrypted registry, and the same file again,
 * beside the sqlite3 shell's `.import` into one table of text, DuckDB's CSV reader into a table of its own, papaparse alone
 * and papaparse with bare inserts. Every figure comes from a process of its own; the ratio to papaparse with inserts is
 * what counts, since seconds depend on the machine.
 *
 * `node test/bench/import.bench.ts [PUPILS …]`, by default 1000 10000 100000. The application refuses more than 200,000 rows,
 * so 1000000 says how soon, and then takes the same functions without that limit: some minutes and gigabytes.
 */
/// <reference path="../../shared/platform.d.ts" />
import { execFileSync } from 'node:child_process';
import { createReadStream, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import Database from 'better-sqlite3';
import Papa from 'papaparse';
import type { OpenRegistry } from '../../main/registry/context.ts';
import { writeMuch } from '../../main/registry/db/bulk-write.ts';
import { applyImport, type ImportOrder } from '../../main/registry/db/import-apply.ts';
import { planFile, planWish } from '../../main/registry/importing/make-plan.ts';
import { finished } from '../../main/registry/importing/pace.ts';
import type { Planned } from '../../main/registry/importing/previews.ts';
import { makeSchool, toMesCsv } from '../../shared/demo/rosters.ts';
import { everything } from '../../shared/domain/import-accepted.ts';
import { readPeople } from '../../shared/domain/import-rows.ts';
import { openTable } from '../../shared/tables/open-table.ts';
import { DEFAULT_LIMITS } from '../../shared/tables/table-problem.ts';
import { applyOf, makeImportDesk, previewOf } from '../support/imports.ts';
import { peakMebibytes } from './support/peak-memory.ts';

interface Figure {
  readonly seconds: number;
  /** Of all threads of the process; the machine's other work does not count here. */
  readonly cpuSeconds: number;
  readonly mebibytes: number;
}

type Figures = Readonly<Record<string, Figure>>;

/** Bytes of a list that has more rows than the application takes. */
const tooLarge = 100 * 2 ** 20;

/** Seconds of some work, and the most memory this process has held since it began. */
async function measure(work: () => Promise<unknown>): Promise<Figure> {
  const [begin, cpuBegin] = [performance.now(), process.cpuUsage()];
  await work();
  const cpu = process.cpuUsage(cpuBegin);
  const cpuSeconds = (cpu.user + cpu.system) / 1e6;
  return { seconds: (performance.now() - begin) / 1000, cpuSeconds, mebibytes: peakMebibytes() };
}

/** First import and the same file again, in a new encrypted registry. */
async function ours(file: string): Promise<Figures> {
  if (statSync(file).size > tooLarge) return oursWithoutLimit(file);
  const desk = await makeImportDesk();
  try {
    const figures: Record<string, Figure> = {};
    for (const time of ['first', 'again']) {
      let preview = undefined as Awaited<ReturnType<typeof previewOf>> | undefined;
      figures[`${time} preview`] = await measure(async () => {
        preview = await previewOf(desk, file);
      });
      const made = preview;
      if (made !== undefined) figures[`${time} apply`] = await measure(() => applyOf(desk, made));
    }
    figures['list 200 of all'] = await measure(() => desk.client.pupils.list({}));
    figures.search = await measure(() => desk.client.pupils.list({ filter: { query: 'ванова 926' } }));
    return figures;
  } finally {
    desk.close();
  }
}

/** What the application says of a list longer than it takes, then the parts of an import without that limit. */
async function oursWithoutLimit(file: string): Promise<Figures> {
  const desk = await makeImportDesk();
  try {
    const refused = await measure(() => previewOf(desk, file).catch(refusedForRows));
    const { registry } = desk;
    const limits = { ...DEFAULT_LIMITS, rows: Number.MAX_SAFE_INTEGER };
    const given = { table: undefined as Awaited<ReturnType<typeof openTable>> | undefined };
    const read = await measure(async () => {
      given.table = await openTable(readFileSync(file), {}, limits);
    });
    const { table } = given;
    if (table?.kind !== 'table') throw new Error('not a table');
    const context = { header: table.header, fields: table.fields, today: '2026-09-01' };
    const kept = { planned: undefined as Planned | undefined };
    const plan = await measure(async () => {
      const people = await finished(readPeople(table.rows, context));
      const planning = planFile(registry.db, people, planWish([], undefined));
      for (let step = await planning.next(); ; step = await planning.next()) {
        if (!step.done) continue;
        kept.planned = step.value;
        break;
      }
    });
    const apply = await measure(() => writeMuch(registry, (trx) => applyImport(trx, orderOf(registry, kept.planned))));
    return { 'refused by the application': refused, 'first read': read, 'first plan': plan, 'first apply': apply };
  } finally {
    desk.close();
  }
}

function refusedForRows(error: unknown): void {
  const { reason } = (error as { data: { reason: string } }).data;
  if (reason !== 'table-too-many-rows') throw error;
}

function orderOf({ user }: OpenRegistry, planned: Planned | undefined): ImportOrder {
  if (planned === undefined) throw new Error('no plan');
  const facts = { fileName: 'list.csv', fileSha256: '', fileSizeBytes: 0, presetId: null, headerFingerprint: '' };
  const run = { at: '2026-09-01T07:00:00.000Z', userId: user.id, ...facts };
  return { run, plan: planned.plan, people: planned.people, accepted: everything, pause: async () => undefined };
}

/** Papa Parse over a stream, as its documentation has it; the project's own declaration knows only texts. */
interface StreamParser {
  parse(
    stream: NodeJS.ReadableStream,
    options: {
      readonly delimiter: string;
      readonly step: (row: { readonly data: readonly string[] }) => void;
      readonly complete: () => void;
      readonly error: (reason: Error) => void;
    },
  ): void;
}
const streamParser = Papa as unknown as StreamParser;

/** papaparse in chunks, each row inserted as it is into one plain table. */
async function papaparseAndInsert(file: string, folder: string): Promise<Figures> {
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const db = new Database(join(folder, 'papaparse.db'));
      db.exec('begin');
      let insert: Database.Statement | undefined;
      streamParser.parse(createReadStream(file, 'utf8'), {
        delimiter: ';',
        step: ({ data }) => {
          insert ??= prepareFor(db, data.length);
          if (data.length > 1) insert.run(data);
        },
        complete: () => {
          db.exec('commit');
          db.close();
          resolve();
        },
        error: reject,
      });
    });
  return { insert: await measure(work) };
}

/** papaparse in chunks, nothing done with the rows. */
async function papaparseAlone(file: string): Promise<Figures> {
  let cells = 0;
  const work = () =>
    new Promise<void>((resolve, reject) => {
      streamParser.parse(createReadStream(file, 'utf8'), {
        delimiter: ';',
        step: ({ data }) => {
          cells += data.length;
        },
        complete: () => (cells > 0 ? resolve() : reject(new Error('nothing was read'))),
        error: reject,
      });
    });
  return { parse: await measure(work) };
}

async function duckDb(file: string, folder: string): Promise<Figures> {
  const connection = await (await DuckDBInstance.create(join(folder, 'duck.db'))).connect();
  const read = `read_csv('${file}', delim=';', header=true, all_varchar=true)`;
  return { read: await measure(() => connection.run(`create table t as select * from ${read}`)) };
}

function prepareFor(db: Database.Database, columns: number): Database.Statement {
  db.exec(`create table t (${Array.from({ length: columns }, (_, index) => `c${index} text`).join(', ')})`);
  return db.prepare(`insert into t values (${Array.from({ length: columns }, () => '?').join(', ')})`);
}

async function sqliteShell(file: string, folder: string): Promise<Figures> {
  const commands = ['.mode csv', '.separator ;', `.import ${file} t`];
  const work = async () =>
    execFileSync('sqlite3', [join(folder, 'shell.db'), ...commands.flatMap((it) => ['-cmd', it]), '']);
  return { import: await measure(work) };
}

const contestants = {
  ours,
  parse: papaparseAlone,
  papaparse: papaparseAndInsert,
  sqlite3: sqliteShell,
  duckDb,
} as const;

type Contestant = keyof typeof contestants;

function run(contestant: Contestant, file: string, folder: string): Figures {
  const script = fileURLToPath(import.meta.url);
  const output = execFileSync(process.execPath, [...heapFor(file), script, '--run', contestant, file, folder], {
    encoding: 'utf8',
  });
  return JSON.parse(output);
}

/** Ordinary lists get along with what Node takes by itself. */
const heapFor = (file: string) => (statSync(file).size > tooLarge ? ['--max-old-space-size=16000'] : []);

function compare(pupils: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'diary-desk-bench-'));
  try {
    const file = join(folder, 'list.csv');
    writeFileSync(file, toMesCsv(makeSchool({ seed: 1, pupils })));
    console.log(`\n${pupils} pupils, ${(statSync(file).size / 2 ** 20).toFixed(1)} MiB`);
    const bare = run('papaparse', file, folder).insert ?? nothing;
    const shell = run('sqlite3', file, folder).import ?? bare;
    const parse = run('parse', file, folder).parse ?? nothing;
    const duck = run('duckDb', file, folder).read ?? nothing;
    const own = run('ours', file, folder);
    const rows = (seconds: number) => Math.round(pupils / seconds);
    console.table({
      'sqlite3 .import': shown({ ...shell, cpuSeconds: Number.NaN, mebibytes: 0 }, bare),
      'DuckDB read_csv': shown(duck, bare),
      'papaparse alone': shown(parse, bare),
      'papaparse + insert': shown(bare, bare),
      ...Object.fromEntries(Object.entries(own).map(([name, figure]) => [name, shown(figure, bare)])),
      'first whole': shown(sum(own, 'first'), bare),
      ...('again apply' in own && { 'again whole': shown(sum(own, 'again'), bare) }),
    });
    const again = 'again apply' in own ? `, again ${rows(sum(own, 'again').seconds)}` : '';
    console.log(
      `rows a second: first ${rows(sum(own, 'first').seconds)}${again}, papaparse + insert ${rows(bare.seconds)}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sum(figures: Figures, time: string): Figure {
  const parts = Object.entries(figures).filter(([name]) => name.startsWith(time));
  const seconds = parts.reduce((total, [, figure]) => total + figure.seconds, 0);
  const cpuSeconds = parts.reduce((total, [, figure]) => total + figure.cpuSeconds, 0);
  return { seconds, cpuSeconds, mebibytes: Math.max(...parts.map(([, figure]) => figure.mebibytes)) };
}

const nothing: Figure = { seconds: Number.NaN, cpuSeconds: Number.NaN, mebibytes: 0 };

function shown({ seconds, cpuSeconds, mebibytes }: Figure, bare: Figure) {
  return {
    seconds: Number(seconds.toFixed(3)),
    'x papaparse + insert': Number((seconds / bare.seconds).toFixed(2)),
    'cpu s': Number(cpuSeconds.toFixed(3)),
    'x cpu': Number((cpuSeconds / bare.cpuSeconds).toFixed(2)),
    'peak MiB': Math.round(mebibytes),
  };
}

const [mode, contestant, file = '', folder = ''] = process.argv.slice(2);
if (mode === '--run' && contestant !== undefined && contestant in contestants) {
  console.log(JSON.stringify(await contestants[contestant as Contestant](file, folder)));
} else {
  const sizes = process.argv.slice(2).map(Number);
  for (const pupils of sizes.length > 0 ? sizes : [1000, 10_000, 100_000]) compare(pupils);
}
