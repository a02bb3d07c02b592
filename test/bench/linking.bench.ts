/**
 * Linking a school's people with a portal's: ours, a Fellegi–Sunter by hand in DuckDB SQL, and the plain rule "three of
 * name, phone, e-mail, SNILS or birth date equal". The same seeded files, which nothing was tuned to; every contestant in
 * a process of its own, everything read before the clock starts; explanations are part of our time.
 *
 * `node test/bench/linking.bench.ts [PEOPLE …] [--seed N]`, by default 1000 10000 100000 and seed 20261.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PortalPerson } from '../../shared/domain/portal-people.ts';
import { linkPeople } from '../../shared/domain/reconcile-linking.ts';
import type { PersonLink, SchoolPerson } from '../../shared/domain/reconcile-people.ts';
import { bestQuality, qualityOf, recallByCorruption, type ScoredLink } from '../support/linking-score.ts';
import { type LinkingTruth, makeLinkingTruth } from '../support/linking-truth.ts';
import { linkInDuckDb, openTables } from './support/linking-in-duckdb.ts';
import { peakMebibytes } from './support/peak-memory.ts';

interface Outcome {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly mebibytes: number;
  /** The longest piece between two pauses, in milliseconds; 0 for a peer without pauses. */
  readonly longestMs: number;
  readonly links: readonly (ScoredLink & { readonly sure: boolean })[];
}

interface Files {
  readonly school: readonly SchoolPerson[];
  readonly portal: readonly PortalPerson[];
}

/** Both files as tables of text, and as the people that the product links. */
function writeFiles(folder: string, { school, portal }: LinkingTruth): void {
  writeFileSync(join(folder, 'people.json'), JSON.stringify({ school, portal }));
  writeFileSync(join(folder, 'school.csv'), csvOf(school.map((person) => [String(person.id), ...cellsOf(person)])));
  writeFileSync(join(folder, 'portal.csv'), csvOf(portal.map((person, at) => [String(at), ...cellsOf(person)])));
}

const titles = 'id,kind,surname,first_name,patronymic,birth_date,class_key,phone,email,snils,code';

function csvOf(rows: readonly (readonly string[])[]): string {
  return [titles, ...rows.map((cells) => cells.join(','))].join('\n');
}

function cellsOf({
  kind,
  nameKey,
  birthDate,
  classKey,
  contacts,
  codes,
}: Omit<PortalPerson, 'rowNumber' | 'place'>): string[] {
  const of = (wanted: string) => contacts.find((contact) => contact.kind === wanted)?.key ?? '';
  const [surname = '', firstName = '', patronymic = ''] = nameKey.replaceAll(',', ' ').split('|');
  return [
    kind,
    surname,
    firstName,
    patronymic,
    birthDate ?? '',
    classKey,
    of('phone'),
    of('email'),
    of('snils'),
    codes[0]?.key ?? '',
  ];
}

function readFiles(folder: string): Files {
  return JSON.parse(readFileSync(join(folder, 'people.json'), 'utf8'));
}

async function measured(work: () => Promise<Pick<Outcome, 'links' | 'longestMs'>>): Promise<Outcome> {
  const [begin, cpuBegin] = [performance.now(), process.cpuUsage()];
  const done = await work();
  const cpu = process.cpuUsage(cpuBegin);
  return {
    seconds: (performance.now() - begin) / 1000,
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
    mebibytes: peakMebibytes(),
    ...done,
  };
}

async function ours(folder: string): Promise<Outcome> {
  const files = readFiles(folder);
  return measured(async () => {
    const { links, longestMs } = finished(linkPeople({ ...files, said: [] }));
    return {
      longestMs,
      links: links.map(({ portal, personId, score, verdict }) => ({
        portal,
        personId,
        score,
        sure: verdict === 'linked',
      })),
    };
  });
}

function finished(job: Generator<number, PersonLink[]>): { links: PersonLink[]; longestMs: number } {
  let [longestMs, last] = [0, performance.now()];
  for (;;) {
    const step = job.next();
    const now = performance.now();
    longestMs = Math.max(longestMs, now - last);
    last = now;
    if (step.done) return { links: step.value, longestMs };
  }
}

async function duckdb(folder: string): Promise<Outcome> {
  const connection = await openTables(join(folder, 'school.csv'), join(folder, 'portal.csv'));
  return measured(async () => {
    const links = await linkInDuckDb(connection);
    return { longestMs: 0, links: links.map((link) => ({ ...link, sure: link.score > 20 })) };
  });
}

/** At least three of four equal: full name, phone, e-mail, and SNILS or birth date. */
async function threeOfFour(folder: string): Promise<Outcome> {
  const { school, portal } = readFiles(folder);
  return measured(async () => {
    const facts = school.map((person) => factsOf(person));
    const byFact = new Map<string, number[]>();
    for (const [at, own] of facts.entries())
      for (const fact of own) byFact.set(fact, [...(byFact.get(fact) ?? []), at]);
    const links = portal.flatMap((person, at) => {
      const counts = new Map<number, number>();
      for (const fact of factsOf(person))
        for (const other of byFact.get(fact) ?? []) counts.set(other, (counts.get(other) ?? 0) + 1);
      const [best] = [...counts].filter(([, count]) => count >= 3).sort(([, a], [, b]) => b - a);
      return best === undefined
        ? []
        : [{ portal: at, personId: school[best[0]]?.id ?? -1, score: best[1], sure: true }];
    });
    return { longestMs: 0, links };
  });
}

function factsOf({ kind, nameKey, contacts, birthDate }: Omit<PortalPerson, 'rowNumber' | 'place'>): string[] {
  const numbers = contacts
    .filter((contact) => contact.kind !== 'snils')
    .map((contact) => `${contact.kind} ${contact.key}`);
  const snils = contacts.find((contact) => contact.kind === 'snils')?.key;
  const own = snils ?? birthDate;
  return [`name ${nameKey}`, ...numbers, ...(own === undefined ? [] : [`own ${own}`])].map((fact) => `${kind} ${fact}`);
}

const contestants = { ours, duckdb, 'three of four': threeOfFour } as const;

type Contestant = keyof typeof contestants;

function run(contestant: Contestant, folder: string): Outcome {
  const file = join(folder, 'outcome.json');
  execFileSync(process.execPath, [fileURLToPath(import.meta.url), '--run', contestant, folder, file], {
    stdio: 'inherit',
  });
  return JSON.parse(readFileSync(file, 'utf8'));
}

function compare(people: number, seed: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'diary-desk-linking-'));
  try {
    const truth = makeLinkingTruth({ seed, people });
    writeFiles(folder, truth);
    console.log(`\n${truth.school.length} people of the school, ${truth.portal.length} of the portal, seed ${seed}`);
    const outcomes = Object.fromEntries(
      Object.keys(contestants).map((name) => [name, run(name as Contestant, folder)]),
    );
    const peer = outcomes.duckdb?.seconds ?? Number.NaN;
    console.table(
      Object.fromEntries(Object.entries(outcomes).map(([name, outcome]) => [name, shown(truth, outcome, peer)])),
    );
    const links = outcomes.ours?.links.filter(({ sure }) => sure) ?? [];
    console.table(recallByCorruption(truth, links).map((row) => ({ ...row, recall: Number(row.recall.toFixed(4)) })));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function shown(truth: LinkingTruth, outcome: Outcome, peerSeconds: number) {
  const { best, recallAtPrecision } = bestQuality(truth, outcome.links);
  const sure = qualityOf(
    truth,
    outcome.links.filter((link) => link.sure),
  );
  return {
    seconds: Number(outcome.seconds.toFixed(2)),
    'x DuckDB': Number((outcome.seconds / peerSeconds).toFixed(2)),
    'cpu s': Number(outcome.cpuSeconds.toFixed(2)),
    'peak MiB': Math.round(outcome.mebibytes),
    'longest ms': Math.round(outcome.longestMs),
    'best F1': Number(best.f1.toFixed(4)),
    'recall at P 0.9995': Number(recallAtPrecision.toFixed(4)),
    'sure P': Number(sure.precision.toFixed(5)),
    'sure R': Number(sure.recall.toFixed(4)),
    'sure F1': Number(sure.f1.toFixed(4)),
  };
}

const [mode, contestant, folder = '', file = ''] = process.argv.slice(2);
if (mode === '--run' && contestant !== undefined && contestant in contestants) {
  writeFileSync(file, JSON.stringify(await contestants[contestant as Contestant](folder)));
} else {
  const given = process.argv.slice(2);
  const seedAt = given.indexOf('--seed');
  const seed = seedAt < 0 ? 20_261 : Number(given[seedAt + 1]);
  const sizes = (seedAt < 0 ? given : given.slice(0, seedAt)).map(Number);
  for (const people of sizes.length > 0 ? sizes : [1000, 10_000, 100_000]) compare(people, seed);
}
