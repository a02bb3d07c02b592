import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { registryFileIn } from '../../../main/cli/default-registry.ts';
import type { Surroundings } from '../../../main/registry/context.ts';
import { openInProcess } from '../../../main/registry/in-process.ts';
import { realSurroundings } from '../../../main/registry/surroundings.ts';
import { leastCost } from '../../../main/registry/vault/keyring.ts';
import type { Language } from '../../../shared/contract/base.ts';
import type { DeskClient } from '../../../shared/contract/index.ts';
import type { Role } from '../../../shared/contract/registry.ts';
import {
  makeSchool,
  type RosterPupil,
  type RosterSchool,
  type SchoolWishes,
  toMesCsv,
} from '../../../shared/demo/rosters.ts';
import { freshProfile } from './launch.ts';
import { runtimeChoice } from './runtime.ts';

/** A profile whose registry holds a school; the app started on it asks for the passphrase. */
export interface SchoolProfile {
  readonly userData: string;
  readonly registry: string;
  readonly school: RosterSchool;
  /** The list that the school was imported from. */
  readonly csv: string;
  readonly passphrase: string;
  readonly recoveryCode: string;
}

/** What the registries of these tests are made with. */
export const answers = {
  schoolName: 'Школа № 1',
  diarySystemId: 'regional',
  diaryAddress: 'diary.example.ru',
  userName: 'Администратор дневника',
  passphrase: 'семь тихих голубых трамваев',
} as const;

/** What the profile's school is and what has been done in it; `prepare` works through the same routes as the window. */
export interface ProfileWishes extends SchoolWishes {
  /** The registry is made, but its list is not imported. */
  readonly empty?: boolean;
  /** The school's language; Russian when not given. */
  readonly language?: Language;
  /** Changes the people before the list is made. */
  readonly change?: (school: RosterSchool) => RosterSchool;
  /** The moment at which the registry is made and prepared; the real one when not given. */
  readonly now?: string;
  readonly prepare?: (client: DeskClient) => Promise<void>;
}

/** Makes the registry in this process, without a window, so that a test can begin where its own subject begins. */
export async function makeSchoolProfile({
  prepare,
  language,
  change = (school) => school,
  empty = false,
  now,
  ...wishes
}: ProfileWishes): Promise<SchoolProfile> {
  chooseSqliteBinding();
  const userData = freshProfile();
  const registry = registryFileIn(userData, process.platform);
  mkdirSync(dirname(registry), { recursive: true });
  const school = change(makeSchool(wishes));
  const csv = join(userData, 'MES_контингент_1_2026-09-01.csv');
  writeFileSync(csv, toMesCsv(school));
  const { client, close } = openInProcess({ file: registry, argonCost: leastCost, surroundings: clockAt(now) });
  const { recoveryCode } = await client.registry.create(answers);
  if (!empty) await importList(client, csv);
  await prepare?.(client);
  if (language !== undefined) await client.settings.save({ language });
  close();
  return { userData, registry, school, csv, passphrase: answers.passphrase, recoveryCode };
}

const clockAt = (now: string | undefined): Surroundings =>
  now === undefined ? realSurroundings : { ...realSurroundings, now: () => new Date(now) };

/** Lets this process open registries with the SQLite that was chosen for this machine. */
export function chooseSqliteBinding(): void {
  const { nativeBinding } = runtimeChoice();
  if (nativeBinding !== null) process.env.DIARY_DESK_SQLITE_BINDING ??= nativeBinding;
}

async function importList(client: DeskClient, csv: string): Promise<void> {
  for await (const event of await client.imports.preview({ fileToken: csv })) {
    if (event.kind !== 'done') continue;
    const { previewId, planHash } = event.preview;
    for await (const _ of await client.imports.apply({ previewId, planHash, piles: ['new'] }));
  }
}

/** The pupils of one class. */
export const pupilsOf = ({ pupils }: RosterSchool, className: string): readonly RosterPupil[] =>
  pupils.filter((pupil) => pupil.className === className);

/** The class by its name. */
export async function classIdOf(client: DeskClient, title: string): Promise<number> {
  const { classes } = await client.classes.list();
  const found = classes.find((one) => one.title === title);
  if (found === undefined) throw new Error(`There is no class ${title}`);
  return found.id;
}

/** Issues and prints everything for one class; nothing is handed over. */
export async function printClass(client: DeskClient, title: string): Promise<void> {
  const scope = { kind: 'class', classId: await classIdOf(client, title) } as const;
  await client.credentials.issue({ scope, for: ['pupil', 'guardian'] });
  const { batchId } = await client.slips.prepare({ selection: { scope } });
  await client.slips.confirmPrinted({ batchId });
}

/** Somebody who has signed in once and chosen this passphrase; the administrator is signed in again afterwards. */
export async function addUser(client: DeskClient, name: string, role: Role, classes: readonly string[]): Promise<void> {
  const classIds = await Promise.all(classes.map((title) => classIdOf(client, title)));
  const { userId, passphrase } = await client.users.add({ name, role, classIds });
  await client.registry.lock();
  await client.registry.unlock({ userId, passphrase, newPassphrase: ownPassphrase });
  await client.registry.lock();
  await client.registry.unlock({ passphrase: answers.passphrase });
}

/** The passphrase of everybody whom `addUser` adds. */
export const ownPassphrase = 'три тихие лодки у берега';
