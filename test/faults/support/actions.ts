import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listSnapshots, takeSnapshot } from '../../../main/registry/db/snapshots.ts';
import type { HolderRole, Scope } from '../../../shared/contract/base.ts';
import type { DeskClient } from '../../../shared/contract/index.ts';
import { makeSchool, toMesCsv } from '../../../shared/demo/rosters.ts';
import { openedAt, schoolAnswers, type TestDesk } from '../../support/desk.ts';
import { applyOf, previewOf } from '../../support/imports.ts';

/** A piece of a person's work that is done as a whole or not at all. */
export interface Action {
  /** What has been done in the registry before. */
  readonly prepare: (made: TestDesk, folder: string) => Promise<void>;
  readonly perform: (made: TestDesk, folder: string) => Promise<unknown>;
  /** The sign-in is part of it: it brings the file up to date. */
  readonly withSignIn?: boolean;
}

/** Everybody in the school. */
export const everybody: { scope: Scope; for: HolderRole[] } = { scope: { kind: 'school' }, for: ['pupil', 'guardian'] };
const { passphrase } = schoolAnswers;

/** Importing a list of synthetic pupils as it is. */
export async function importSchool({ client }: { client: DeskClient }, folder: string, pupils: number) {
  const list = join(folder, `list-${pupils}.csv`);
  writeFileSync(list, toMesCsv(makeSchool({ seed: 7, pupils, classes: ['5А', '6Б'] })));
  return applyOf({ client }, await previewOf({ client }, list));
}

async function issued(made: TestDesk, folder: string): Promise<void> {
  await importSchool(made, folder, 24);
  await made.client.credentials.issue(everybody);
}

async function printed(made: TestDesk, folder: string): Promise<void> {
  await issued(made, folder);
  const { batchId } = await made.client.slips.prepare({ selection: { scope: everybody.scope } });
  await made.client.slips.confirmPrinted({ batchId });
}

const handOver = async ({ client }: TestDesk) => {
  const rows = await client.handover.list({ scope: everybody.scope });
  return client.handover.mark({ credentialIds: rows.map(({ credentialId }) => credentialId) });
};

const copy = ({ desk, context }: TestDesk) =>
  takeSnapshot(openedAt(desk).database, 'manual', context.surroundings.now());

async function restoreNewest({ client, desk }: TestDesk) {
  const [newest] = await listSnapshots(desk.file);
  return client.registry.restoreSnapshot({ snapshotId: newest?.id ?? '', passphrase });
}

/** What is killed in the middle. */
export const actions = {
  import: {
    prepare: async () => undefined,
    perform: (made, folder) => importSchool(made, folder, 30),
  },
  /** Long enough to be written with a rollback journal. */
  'long-import': {
    prepare: async () => undefined,
    perform: (made, folder) => importSchool(made, folder, 2400),
  },
  issue: {
    prepare: async (made, folder) => void (await importSchool(made, folder, 24)),
    perform: ({ client }) => client.credentials.issue(everybody),
  },
  handover: { prepare: printed, perform: handOver },
  backup: { prepare: issued, perform: copy },
  restore: {
    prepare: async (made, folder) => {
      await issued(made, folder);
      await copy(made);
      await made.client.credentials.reissue({ target: { kind: 'scope', ...everybody }, reason: 'leaked' });
    },
    perform: restoreNewest,
  },
  migration: {
    prepare: async () => undefined,
    perform: ({ client }) => client.registry.unlock({ passphrase }),
    withSignIn: true,
  },
} as const satisfies Record<string, Action>;

export type ActionName = keyof typeof actions;
