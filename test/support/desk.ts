import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AnyRouter, createRouterClient } from '@orpc/server';
import type { Desk, DeskContext, DocumentStore, OpenRegistry, Surroundings } from '../../main/registry/context.ts';
import { beginAcademicYear } from '../../main/registry/db/academic-years.ts';
import { deriveAuditKey } from '../../main/registry/db/audit.ts';
import { migrate } from '../../main/registry/db/migrate.ts';
import { openDatabase } from '../../main/registry/db/open.ts';
import { firstSettings, writeSettings } from '../../main/registry/db/settings.ts';
import { insertUser } from '../../main/registry/db/users.ts';
import { createDesk } from '../../main/registry/desk.ts';
import { createDocumentStore } from '../../main/registry/documents.ts';
import { filesByPath } from '../../main/registry/files.ts';
import { leastCost } from '../../main/registry/vault/keyring.ts';
import type { DeskClient } from '../../shared/contract/index.ts';

/** How a test's desk differs from the usual one. */
export interface TestDeskOptions {
  /** Where the randomness starts. */
  readonly seed?: number;
  /** The moment at which the clock stands; `setNow` moves it. */
  readonly now?: string;
  /** Handlers to serve: `{ pupils: pupilsHandlers }`. */
  readonly router: AnyRouter;
}

/** A desk in its own temporary folder, with a still clock and repeatable randomness. `close` removes everything. */
export interface TestDesk {
  readonly client: DeskClient;
  readonly desk: Desk;
  readonly documents: DocumentStore;
  readonly context: DeskContext;
  readonly folder: string;
  readonly setNow: (moment: string) => void;
  readonly close: () => void;
}

/** A desk without a registry. */
export function makeDesk(options: TestDeskOptions): TestDesk {
  const folder = mkdtempSync(join(tmpdir(), 'diary-desk-test-'));
  const documents = createDocumentStore();
  const desk = createDesk({ file: join(folder, 'school.desk'), documents, argonCost: leastCost });
  const clock = { now: new Date(options.now ?? '2026-09-01T07:00:00.000Z') };
  const surroundings = testSurroundings(options.seed ?? 1, () => clock.now);
  const context: DeskContext = { desk, files: filesByPath, documents, surroundings };
  return {
    client: createRouterClient(options.router, { context }) as DeskClient,
    desk,
    documents,
    context,
    folder,
    setNow: (moment) => {
      clock.now = new Date(moment);
    },
    close: () => {
      desk.lock('asked');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A desk with a new registry, its administrator signed in. */
export async function makeOpenDesk(options: TestDeskOptions): Promise<TestDesk & { readonly registry: OpenRegistry }> {
  const made = makeDesk(options);
  const registry = await newRegistry(made);
  made.desk.open(registry, firstSettings.autoLockMinutes);
  return { ...made, registry };
}

async function newRegistry({ desk, context }: TestDesk): Promise<OpenRegistry> {
  const key = context.surroundings.randomBytes(32);
  const outcome = openDatabase(desk.file, key, { create: true });
  if (outcome.kind !== 'opened') throw new Error(outcome.kind);
  const { database } = outcome;
  migrate(database);
  const now = context.surroundings.now();
  await writeSettings(database.db, { ...firstSettings, ...schoolAnswers });
  await beginAcademicYear(database.db, now.toISOString().slice(0, 10));
  const user = await insertUser(database.db, { name: 'Администратор', role: 'administrator', now });
  const auditKey = deriveAuditKey(key);
  return { file: desk.file, db: database.db, database, auditKey, user, recoveryCode: undefined };
}

const schoolAnswers = {
  schoolName: 'Школа № 1',
  language: 'ru',
  slipLanguage: 'ru',
  diarySystemId: 'regional',
  diaryAddress: '',
} as const;

/** Randomness that repeats from its seed (mulberry32); never for real secrets. */
export function testSurroundings(seed: number, now: () => Date): Surroundings {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const randomInt = (exclusiveMax: number) => Math.floor(next() * exclusiveMax);
  return { now, randomInt, randomBytes: (length) => Uint8Array.from({ length }, () => randomInt(256)) };
}
