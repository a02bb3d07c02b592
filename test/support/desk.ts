import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AnyRouter, createRouterClient, ORPCError } from '@orpc/server';
import type { Desk, DeskContext, DocumentStore, OpenRegistry, Surroundings } from '../../main/registry/context.ts';
import { createDesk } from '../../main/registry/desk.ts';
import { createDocumentStore } from '../../main/registry/documents.ts';
import { filesByPath } from '../../main/registry/files.ts';
import { router } from '../../main/registry/router.ts';
import { leastCost } from '../../main/registry/vault/keyring.ts';
import type { DeskClient } from '../../shared/contract/index.ts';

/** How a test's desk differs from the usual one. */
export interface TestDeskOptions {
  /** Where the randomness starts. */
  readonly seed?: number;
  /** The moment at which the clock stands; `setNow` moves it. */
  readonly now?: string;
  /** Handlers in place of the real ones: `{ pupils: pupilsHandlers }`. */
  readonly router?: Readonly<Record<string, AnyRouter>>;
  /** Leaves the question for the passphrase to the test; otherwise it is as if it had just been answered. */
  readonly asksAgain?: boolean;
  /** Place of the registry; in the temporary folder when not given. */
  readonly file?: string;
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
export function makeDesk(options: TestDeskOptions = {}): TestDesk {
  const folder = mkdtempSync(join(tmpdir(), 'diary-desk-test-'));
  return deskAt(folder, options.file ?? join(folder, 'school.desk'), options);
}

function deskAt(folder: string, file: string, options: TestDeskOptions): TestDesk {
  const documents = createDocumentStore();
  const desk = createDesk({ file, documents, argonCost: leastCost });
  const clock = { now: new Date(options.now ?? '2026-09-01T07:00:00.000Z') };
  const surroundings = testSurroundings(options.seed ?? 1, () => clock.now);
  const context: DeskContext = { desk, files: filesByPath, documents, surroundings };
  const interceptors = options.asksAgain ? [] : [answering(context)];
  return {
    client: createRouterClient({ ...router, ...options.router }, { context, interceptors }) as DeskClient,
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

/** As the window does, without its dialog. */
const answering =
  ({ desk, surroundings }: DeskContext) =>
  async <Answer>({ next }: { next: () => Promise<Answer> }): Promise<Answer> => {
    try {
      return await next();
    } catch (error) {
      if (!(error instanceof ORPCError && error.code === 'PASSPHRASE_NEEDED')) throw error;
      desk.confirm({ askedAt: surroundings.now() });
      return next();
    }
  };

/** What the test registry is made with. */
export const schoolAnswers = {
  schoolName: 'Школа № 1',
  diarySystemId: 'regional',
  diaryAddress: 'diary.example.ru',
  userName: 'Администратор',
  passphrase: 'семь тихих голубых трамваев',
} as const;

/** A desk with a new registry, its administrator signed in. */
export async function makeOpenDesk(
  options: TestDeskOptions = {},
): Promise<TestDesk & { readonly registry: OpenRegistry; readonly recoveryCode: string }> {
  const made = makeDesk(options);
  const { recoveryCode } = await made.client.registry.create(schoolAnswers);
  return { ...made, registry: openedAt(made.desk), recoveryCode };
}

/** The registry that is open at the desk; throws when it is locked. */
export function openedAt(desk: Desk): OpenRegistry {
  const registry = desk.opened();
  if (!registry) throw new Error('the desk is locked');
  return registry;
}

/** Another desk at the same file, as a second start of the program would make it. */
export function secondDesk(first: TestDesk, options: TestDeskOptions = {}): TestDesk {
  return deskAt(first.folder, first.desk.file, options);
}

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
