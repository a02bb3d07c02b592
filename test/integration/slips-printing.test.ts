import { afterEach, beforeEach, expect, test } from 'vitest';
import { isRefusedFor } from '../../main/registry/refuse.ts';
import { everybody, makePaperDesk, type PaperDesk } from '../support/paper-desk.ts';
import { poppler } from '../support/pdf-text.ts';

let made: PaperDesk;

beforeEach(async () => {
  made = await makePaperDesk();
  await made.client.credentials.issue(everybody);
});
afterEach(() => made.close());

const credentials = () => made.registry.db.selectFrom('credential').selectAll().orderBy('id').execute();
const refusalOf = (promise: Promise<unknown>) => promise.then(() => undefined).catch((error: unknown) => error);

test('the preview is the paper, with dots for the passwords', async () => {
  const { sheets, ...counts } = await made.client.slips.preview({ selection: { ...everybody, perPage: 4 } });
  expect(counts).toEqual({ pages: 2, slips: 6, alreadyPurged: 0, codesHeldBack: false });
  const texts = sheets.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])));
  expect(texts.filter((text) => text === '••••••••••')).toHaveLength(6);
  expect(texts).toContain('diary.example.ru');
  expect(texts).toContain('№ 1-6');
  const second = await made.client.slips.preview({ selection: { ...everybody, perPage: 4 }, firstPage: 1 });
  expect(second.sheets).toEqual(sheets.slice(1));
});

test('the document holds everybody’s password until the paper is confirmed; then states and times say printed', async () => {
  const prepared = await made.client.slips.prepare({ selection: everybody });
  expect(prepared).toMatchObject({ batchId: 1, slips: 6, pages: 1, suggestedName: 'Листки 2026-09-01.pdf' });
  const document = made.documents.find(prepared.documentToken);
  expect(document?.secret).toBe(true);
  const text = poppler('pdftotext', document?.bytes ?? new Uint8Array());
  for (const { login, initialPassword } of await credentials()) {
    expect(text).toContain(login);
    expect(text).toContain(initialPassword);
  }
  expect((await credentials()).map(({ state }) => state)).toEqual(Array(6).fill('generated'));
  made.setNow('2026-09-01T09:00:00.000Z');
  expect(await made.client.slips.confirmPrinted({ batchId: 1 })).toEqual({ printed: 6 });
  expect(made.documents.find(prepared.documentToken)).toBeUndefined();
  for (const { state, printedAt } of await credentials())
    expect([state, printedAt]).toEqual(['printed', '2026-09-01T09:00:00.000Z']);
});

test('a class is in the file’s name', async () => {
  const scope = { kind: 'class', classId: made.classId('5А') } as const;
  const { suggestedName, slips } = await made.client.slips.prepare({ selection: { scope, for: ['pupil'] } });
  expect([suggestedName, slips]).toEqual(['Листки 5А 2026-09-01.pdf', 2]);
});

test('a cancelled batch changes nothing and its document is gone', async () => {
  const { batchId, documentToken } = await made.client.slips.prepare({ selection: everybody });
  await made.client.slips.cancel({ batchId });
  expect(made.documents.find(documentToken)).toBeUndefined();
  expect((await credentials()).map(({ state }) => state)).toEqual(Array(6).fill('generated'));
  expect(isRefusedFor(await refusalOf(made.client.slips.confirmPrinted({ batchId })), 'document-gone')).toBe(true);
});

test('printing again what waits says which copy it is; new ones alone are no longer there', async () => {
  await made.client.slips.confirmPrinted({
    batchId: (await made.client.slips.prepare({ selection: everybody })).batchId,
  });
  expect(isRefusedFor(await refusalOf(made.client.slips.prepare({ selection: everybody })), 'nothing-to-print')).toBe(
    true,
  );
  const again = await made.client.slips.prepare({ selection: { ...everybody, which: 'waiting' } });
  const text = poppler('pdftotext', made.documents.find(again.documentToken)?.bytes ?? new Uint8Array());
  expect(text.replace(/\s+/g, ' ')).toContain('Экземпляр 2 · № 2-1');
  await made.client.slips.confirmPrinted({ batchId: again.batchId });
  expect((await credentials()).map(({ copyNumber }) => copyNumber)).toEqual(Array(6).fill(2));
});

test('what was handed over cannot be printed again, and is counted', async () => {
  await made.client.slips.confirmPrinted({
    batchId: (await made.client.slips.prepare({ selection: everybody })).batchId,
  });
  await made.client.handover.mark({ credentialIds: [1, 2] });
  const { slips, alreadyPurged } = await made.client.slips.preview({ selection: { ...everybody, which: 'waiting' } });
  expect([slips, alreadyPurged]).toEqual([4, 2]);
});

test('a lock forgets the document', async () => {
  const { documentToken } = await made.client.slips.prepare({ selection: everybody });
  made.desk.lock('asked');
  expect(made.documents.find(documentToken)).toBeUndefined();
});

test('a batch that never was is not found', async () => {
  for (const call of [made.client.slips.confirmPrinted({ batchId: 99 }), made.client.slips.cancel({ batchId: 99 })])
    expect(isRefusedFor(await refusalOf(call), 'not-found')).toBe(true);
});

test.each(['class-list', 'handover-register'] as const)('%s: a page a class, logins, no passwords', async (kind) => {
  const { documentToken, pages } = await made.client.lists.prepare({ kind, scope: { kind: 'school' } });
  expect(pages).toBe(2);
  const document = made.documents.find(documentToken);
  expect(document?.secret).toBe(false);
  const text = poppler('pdftotext', document?.bytes ?? new Uint8Array(), '-layout');
  for (const part of ['Класс: 5А', 'Класс: 10А', 'ivanovaap', 'Страница 2 из 2', '2026/2027', '01.09.2026'])
    expect(text).toContain(part);
  for (const { initialPassword } of await credentials()) expect(text).not.toContain(initialPassword);
  expect(text.includes('ivanovams')).toBe(kind === 'handover-register');
});

test('an English list is English', async () => {
  const { sheets } = await made.client.lists.preview({ kind: 'class-list', scope: { kind: 'school' }, language: 'en' });
  const texts = sheets.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])));
  expect(texts).toContain('Class list');
  expect(texts).toContain('Page 1 of 2');
});
