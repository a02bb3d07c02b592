import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TextWriter, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';
import { readXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isRefusedFor } from '../../main/registry/refuse.ts';
import type { ExportLayout } from '../../shared/contract/settings.ts';
import { listKindSchema } from '../../shared/contract/slips.ts';
import { everybody, makePaperDesk, type PaperDesk } from '../support/paper-desk.ts';
import { poppler } from '../support/pdf-text.ts';

let made: PaperDesk;
const archivePassword = 'долгий пароль файла';
const school = { kind: 'school' } as const;

beforeEach(async () => {
  made = await makePaperDesk();
  await made.client.credentials.issue(everybody);
});
afterEach(() => made.close());

const layout = (file: ExportLayout['file']): ExportLayout => ({
  ...{ file, delimiter: ';', withHeader: true },
  columns: [
    { field: 'surname', title: 'Фамилия' },
    { field: 'class', title: 'Класс' },
    { field: 'login', title: 'Логин' },
    { field: 'password', title: 'Пароль' },
  ],
});
const exported = (file: ExportLayout['file']) =>
  made.client.credentials.exportNew({ ...everybody, layout: layout(file), archivePassword });
const bytesOf = (token: string) => made.documents.find(token)?.bytes ?? new Uint8Array();
const passwords = async () => {
  const rows = await made.registry.db.selectFrom('credential').select('initialPassword').execute();
  return rows.flatMap(({ initialPassword }) => (initialPassword === null ? [] : [initialPassword]));
};

describe('the file for the diary', () => {
  test('is a workbook that opens only with its password', async () => {
    const { documentToken, credentials, suggestedName } = await exported('xlsx');
    expect([credentials, suggestedName]).toEqual([6, 'logins 2026-09-01.xlsx']);
    const bytes = bytesOf(documentToken);
    await expect(readXlsx(bytes)).rejects.toThrow();
    await expect(readXlsx(bytes, { password: 'не тот' })).rejects.toThrow();
    const { sheets } = await readXlsx(bytes, { password: archivePassword });
    const rows = sheets[0]?.rows ?? [];
    expect(rows[0]).toEqual(['Фамилия', 'Класс', 'Логин', 'Пароль']);
    expect(
      rows
        .slice(1)
        .map((row) => row[3])
        .sort(),
    ).toEqual((await passwords()).sort());
  });

  test('or a CSV in an AES-256 archive, in the chosen layout, which is kept', async () => {
    const { documentToken } = await exported('csv');
    const zip = new ZipReader(new Uint8ArrayReader(bytesOf(documentToken)), { password: archivePassword });
    const [entry] = await zip.getEntries();
    expect(entry).toMatchObject({ filename: 'logins.csv', encrypted: true });
    const text = entry && 'getData' in entry ? await entry.getData?.(new TextWriter()) : '';
    expect(text?.split('\r\n')[1]).toMatch(/^Иванова;5А;ivanovaap;\w+$/);
    expect((await made.client.settings.get()).exportLayout.file).toBe('csv');
    const { entries } = await made.client.journal.list({});
    expect(entries[0]).toMatchObject({ action: 'passwords-exported', count: 6 });
  });

  test('has nothing of what was handed over', async () => {
    const { batchId } = await made.client.slips.prepare({ selection: { scope: school } });
    await made.client.slips.confirmPrinted({ batchId });
    const rows = await made.client.handover.list({ scope: school });
    await made.client.handover.mark({ credentialIds: rows.slice(0, 5).map(({ credentialId }) => credentialId) });
    expect(await exported('xlsx')).toMatchObject({ credentials: 1 });
  });
});

describe('logins that the diary made', () => {
  test('are pasted, kept with their passwords, printed like issued ones', async () => {
    await made.client.settings.save({ diarySystemId: 'gshis', loginScheme: { kind: 'imported' } });
    const issuing = made.client.credentials.issue(everybody);
    expect(await issuing.then(String, (error) => isRefusedFor(error, 'logins-are-imported'))).toBe(true);
    const text =
      'Иванова Анна Петровна\t77010001\tq1w2e3\nЯковлева Вера\t77010001\tzzz\nИванов Максим;77010002;\nКто-то\t1\t2';
    const input = { ...everybody, text } as const;
    const shown = await made.client.credentials.paste({ ...input, apply: false });
    expect(shown.lines.map(({ outcome }) => outcome)).toEqual(['new', 'taken', 'new', 'nobody']);
    expect(JSON.stringify(shown)).not.toContain('q1w2e3');
    expect(await made.client.credentials.paste({ ...input, apply: true })).toMatchObject({ saved: 2 });
    expect(await made.client.slips.preview({ selection: { scope: school } })).toMatchObject({
      slips: 1,
      alreadyPurged: 1,
    });
    expect(await made.client.credentials.paste({ ...input, apply: true })).toMatchObject({ saved: 0 });
  });
});

test('no list, register, answer, journal or file of the registry ever holds an initial password', async () => {
  await made.client.settings.save({ passwords: wordy });
  await made.client.credentials.reissue({ target: { kind: 'scope', ...everybody }, reason: 'other' });
  const { batchId } = await made.client.slips.prepare({ selection: { scope: school } });
  await made.client.slips.confirmPrinted({ batchId });
  await made.client.slips.spoil({ batchId, positions: [1] });
  const secrets = await passwords();
  expect(secrets).toHaveLength(6);
  const answers: unknown[] = [
    await made.client.handover.list({ scope: school }),
    await made.client.slips.preview({ selection: { scope: school, which: 'waiting' } }),
    await made.client.slips.batches(),
    await made.client.credentials.candidates(everybody),
    await made.client.journal.list({}),
    await made.client.pupils.list({}),
    await made.client.guardians.list({}),
    await made.client.settings.get(),
    await Promise.all(made.pupilIds.map((pupilId) => made.client.pupils.card({ pupilId }))),
  ];
  const texts = answers.map((answer) => JSON.stringify(answer));
  const documents = [await made.client.slips.batchSheet({ batchId })];
  for (const kind of listKindSchema.options) {
    await made.client.lists.preview({ kind, scope: school });
    const prepared = await made.client.lists.prepare({ kind, scope: school }).catch(() => undefined);
    if (prepared) documents.push(prepared);
  }
  expect(documents.length).toBeGreaterThan(4);
  texts.push(...documents.map(({ documentToken }) => poppler('pdftotext', bytesOf(documentToken), '-raw')));
  for (const name of readdirSync(made.folder)) texts.push(readFileSync(join(made.folder, name), 'latin1'));
  for (const secret of secrets) expect(texts.filter((text) => text.includes(secret))).toEqual([]);
});

const wordy = {
  pupil: { kind: 'words', language: 'ru', words: 3 },
  guardian: { kind: 'random', length: 12 },
  youngest: { kind: 'digits', length: 8 },
  youngestUpToGrade: 5,
} as const;

test('each role has its own kind of password', async () => {
  await made.client.settings.save({ passwords: wordy });
  await made.client.credentials.reissue({ target: { kind: 'scope', ...everybody }, reason: 'other' });
  const made5A = (await passwords()).filter((password) => /^\d{8}$/.test(password));
  const words = (await passwords()).filter((password) => /^[a-z]+-[a-z]+-[a-z]+$/.test(password));
  expect([made5A.length, words.length, (await passwords()).length]).toEqual([2, 1, 6]);
});

test('examples show a scheme and a policy without writing anything', async () => {
  const scheme = { kind: 'transliterated', standard: 'icao-9303', pattern: 'class-counter' } as const;
  const policy = { kind: 'digits', length: 8 } as const;
  const { logins, passwords: shown, bits } = await made.client.settings.examples({ scheme, policy });
  expect(logins.map(({ login }) => login)).toEqual(['p5a01', 'p10b01', 'p10b02', 'g5a01']);
  expect([shown.length, bits]).toEqual([3, 26.6]);
  const other = { kind: 'transliterated', standard: 'icao-9303', pattern: 'surname-class' } as const;
  const second = await made.client.settings.examples({ scheme: other, policy });
  expect(second.logins.map(({ login }) => login)).toEqual(['shchukina5a', 'korolev10b', 'korolev10b2', 'shchukin5a']);
});
