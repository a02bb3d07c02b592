import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { snapshotFolderOf, takeSnapshot } from '../../main/registry/db/snapshots.ts';
import { makeOpenDesk, openedAt, schoolAnswers, type TestDesk } from '../support/desk.ts';
import { everybody, importSchool } from './support/actions.ts';
import { countOutcomes, report } from './support/profile.ts';

const now = new Date('2026-09-01T09:00:00.000Z');
const temporary = { name: process.env.TMPDIR, own: '' };
let made: TestDesk;
let secrets: readonly string[];

beforeAll(async () => {
  made = await makeOpenDesk();
  temporary.own = join(made.folder, 'temporary');
  mkdirSync(temporary.own);
  process.env.TMPDIR = temporary.own;
  await importSchool(made, made.folder, 60);
  await made.client.credentials.issue(everybody);
  secrets = await initialPasswords();
  const { db, database } = openedAt(made.desk);
  const { batchId } = await made.client.slips.prepare({ selection: { scope: everybody.scope } });
  await takeSnapshot(database, 'manual', now);
  await made.client.slips.confirmPrinted({ batchId });
  const rows = await made.client.handover.list({ scope: everybody.scope });
  await made.client.handover.mark({ credentialIds: rows.map(({ credentialId }) => credentialId) });
  expect(await db.selectFrom('credential').select('id').where('initialPassword', 'is not', null).execute()).toEqual([]);
  await takeSnapshot(database, 'manual', new Date(now.getTime() + 1000));
});
afterAll(() => {
  if (temporary.name === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = temporary.name;
  made.close();
});

async function initialPasswords(): Promise<string[]> {
  const rows = await openedAt(made.desk).db.selectFrom('credential').select('initialPassword').execute();
  return rows.flatMap(({ initialPassword }) => initialPassword ?? []);
}

/** Every file under a folder, with its path. */
function filesUnder(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.map((name) => join(folder, name)).filter((path) => statSync(path).isFile());
}

/** Secrets found in the bytes, in the encodings that text is kept in here. */
function foundIn(bytes: Buffer): string[] {
  const texts = [bytes.toString('latin1'), bytes.toString('utf16le')];
  return secrets.filter((secret) => texts.some((text) => text.includes(secret)));
}

/** Every page of an encrypted file without its encryption, freed pages too. */
function plainPages(file: string): Buffer {
  const copy = join(made.folder, 'plain-pages');
  copyFileSync(file, copy);
  const outcome = openedAt(made.desk).database.openCopy(copy);
  if (outcome.kind !== 'opened') throw new Error(outcome.kind);
  outcome.database.pragma('journal_mode=delete');
  outcome.database.pragma(`rekey=''`);
  outcome.database.close();
  const bytes = readFileSync(copy);
  rmSync(copy);
  return bytes;
}

describe('after the handover no initial password is left', () => {
  test('and the search would find one', async () => {
    expect(secrets.length).toBeGreaterThan(100);
    expect(foundIn(Buffer.from(`page ${secrets[0]} page`))).toEqual([secrets[0]]);
    expect(foundIn(Buffer.from(`${secrets[1]}`, 'utf16le'))).toEqual([secrets[1]]);
  });

  test('in the bytes of any file: registry, log, copies, keyring, temporary folder', () => {
    const files = filesUnder(made.folder);
    expect(files.map((file) => file.endsWith('.desk-wal')).filter(Boolean).length).toBeGreaterThan(0);
    const leaks = files.filter((file) => foundIn(readFileSync(file)).length > 0);
    report({
      what: `${secrets.length} passwords sought in bytes`,
      tried: files.length,
      outcomes: { found: leaks.length },
    });
    expect(leaks).toEqual([]);
  });

  test('in any page of the copies, decrypted, neither of the one made before the handover', () => {
    const copies = filesUnder(snapshotFolderOf(made.desk.file)).filter((file) => file.endsWith('.desk'));
    expect(copies.length).toBeGreaterThan(1);
    const pages = copies.map(plainPages);
    expect(pages.every((bytes) => bytes.includes(schoolAnswers.schoolName))).toBe(true);
    const outcomes = pages.map((bytes) => (foundIn(bytes).length > 0 ? 'found' : 'clean'));
    report({ what: 'copies sought through, decrypted', tried: copies.length, outcomes: countOutcomes(outcomes) });
    expect(outcomes.filter((outcome) => outcome === 'found')).toEqual([]);
  });

  test('in any page of the registry, decrypted, freed ones too, once the desk is locked', async () => {
    const { database } = openedAt(made.desk);
    database.pragma('wal_checkpoint(TRUNCATE)');
    const bytes = plainPages(made.desk.file);
    expect(bytes.includes(schoolAnswers.schoolName)).toBe(true);
    report({ what: 'registry sought through, decrypted', tried: 1, outcomes: { found: foundIn(bytes).length } });
    expect(foundIn(bytes)).toEqual([]);
  });
});
