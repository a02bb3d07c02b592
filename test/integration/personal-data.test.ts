import { sql } from 'kysely';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { OpenRegistry } from '../../main/registry/context.ts';
import { csv, documentOf, type ImportDesk, importFile, makeImportDesk } from '../support/imports.ts';
import { poppler } from '../support/pdf-text.ts';
import { reasonOf } from '../support/refusals.ts';

const header = [
  'Фамилия',
  'Имя',
  'Отчество',
  'Дата рождения',
  'Класс',
  'Телефон ученика',
  'ФИО родителя',
  'Кем приходится',
  'Телефон родителя',
  'Почта родителя',
  'СНИЛС родителя',
];
const rare = [
  'Жарптицын',
  'Лев',
  'Ильич',
  '01.02.2015',
  '5А',
  '+7 900 555-11-22',
  'Жарптицына Инга Львовна',
  'мать',
  '+7 900 555-33-44',
  'firebird@mail.example.com',
  '112-233-445 95',
];
const others = ['Белов', 'Дроздов', 'Ежов', 'Козлов'].map((surname, at) => [
  ...[surname, 'Пётр', 'Ильич', '03.04.2015', at % 2 === 0 ? '5А' : '5Б', '', `${surname}а Анна Петровна`, 'мать'],
  ...[`+7 900 000-00-0${at}`, `p${at}@mail.example.com`, ''],
]);
/** What is unmistakably of the family, in any spelling that is kept. */
const traces = /жарптицын|жар-птицын|zharpti|firebird|9005551122|9005553344|900 555|112-?233-?445|11223344595/i;

let desk: ImportDesk;
let pupilId: number;

beforeEach(async () => {
  desk = await makeImportDesk('2026-10-16T08:00:00.000Z');
  onTestFinished(() => desk.close());
  await importFile(desk, csv(header, rare, ...others));
  pupilId = (await desk.client.pupils.list({ filter: { query: 'жарптицын' } })).rows[0]?.id ?? 0;
});

const ground = { purpose: 'Ведение дневника', basis: 'law', keepUntil: '2026-10-15' } as const;

describe('grounds', () => {
  test('nobody has one at first; a term that is over shows; a consent needs its document; it can be taken back', async () => {
    const { client } = desk;
    expect((await client.personalData.list({})).counts).toEqual({ good: 0, none: 10, withdrawn: 0, expired: 0 });
    const family = await client.personalData.ofPupil({ pupilId });
    expect(family.map(({ name, role, className }) => [name, role, className])).toEqual([
      ['Жарптицын Лев Ильич', 'pupil', '5А'],
      ['Жарптицына Инга Львовна', 'guardian', '5А'],
    ]);
    const personIds = family.map(({ personId }) => personId);
    const { undoRunId } = await client.personalData.save({ personIds, record: ground });
    const expired = await client.personalData.list({ standing: 'expired' });
    expect(expired).toMatchObject({ total: 2, counts: { none: 8, expired: 2 } });
    const consent = { purpose: 'Фото', basis: 'consent' } as const;
    expect(await reasonOf(client.personalData.save({ personIds, record: consent }))).toBe('invalid-input');
    const whole = { ...consent, document: '17', documentOn: '2026-09-01', withdrawnOn: '2026-10-01' };
    await client.personalData.save({ personIds: [pupilId], record: whole });
    expect((await client.personalData.list({ standing: 'withdrawn', query: 'Жарптицын' })).rows).toMatchObject([
      { personId: pupilId, record: { document: '17' } },
    ]);
    expect(await client.personalData.ids({ standing: 'withdrawn' })).toEqual([pupilId]);
    await client.journal.undo({ runId: undoRunId ?? 0 });
    expect(await client.personalData.ids({ standing: 'expired' })).toEqual([]);
  });

  test('somebody who is not there is refused', async () => {
    expect(await reasonOf(desk.client.personalData.save({ personIds: [9999], record: ground }))).toBe('not-found');
    expect(await reasonOf(desk.client.personalData.report({ personId: 9999 }))).toBe('not-found');
  });
});

test('a person’s report tells what is held, where it came from and who saw it; it has no password', async () => {
  await workWithFamily();
  const [, mother] = await desk.client.personalData.ofPupil({ pupilId });
  const { db } = desk.registry;
  const { rows } = await sql<{ password: string }>`
    select initial_password as password from credential where initial_password is not null`.execute(db);
  for (const personId of [pupilId, mother?.personId ?? 0]) {
    const made = await desk.client.personalData.report({ personId, language: 'ru' });
    const text = poppler('pdftotext', documentOf(desk, made.documentToken).bytes, '-layout');
    for (const part of ['Жарптицын', 'list-1.csv', 'Кто обращался', 'Импорт списка']) expect(text).toContain(part);
    expect(text).toContain(personId === pupilId ? '900 555-11-22' : 'firebird@mail.example.com');
    for (const { password } of rows) expect(text).not.toContain(password);
  }
  expect((await desk.client.journal.list({})).entries[0]).toMatchObject({ action: 'data-reported' });
});

describe('destruction', () => {
  test('leaves nothing of the family in any table, and an act with its extract', async () => {
    await workWithFamily();
    await leave();
    const before = await tracesIn(desk.registry);
    expect(before.length).toBeGreaterThan(10);
    const preview = await desk.client.personalData.destroyPreview({ pupilIds: [pupilId] });
    expect(preview.people.map(({ name }) => name)).toEqual(['Жарптицын Лев Ильич', 'Жарптицына Инга Львовна']);
    const made = await destroy(2);
    expect(await tracesIn(desk.registry)).toEqual([]);
    const text = poppler('pdftotext', documentOf(desk, made.documentToken).bytes, '-layout');
    for (const part of ['Акт № 1', 'Жарптицын Лев Ильич', 'истёк срок', 'Выписка из журнала', 'СНИЛС', 'подпись'])
      expect(text).toContain(part);
    const { entries } = await desk.client.journal.list({});
    expect(entries[0]).toMatchObject({ action: 'data-destroyed', count: 2, subject: '№ 1' });
    expect(await desk.client.journal.verify({})).toMatchObject({ kind: 'intact' });
    expect(await reasonOf(desk.client.pupils.card({ pupilId }))).toBe('not-found');
    expect((await desk.client.pupils.list({})).total).toBe(4);
  });

  test('is refused for a pupil who is here, and for other numbers than were shown', async () => {
    expect(await reasonOf(desk.client.personalData.destroyPreview({ pupilIds: [pupilId] }))).toBe('invalid-input');
    await leave();
    const order = { pupilIds: [pupilId], people: 3, reason: 'term' as const };
    await expect(desk.client.personalData.destroy(order)).rejects.toMatchObject({ code: 'STALE_PLAN' });
    expect((await desk.client.pupils.list({ filter: { group: 'left' } })).total).toBe(1);
  });

  test('a guardian with another child here stays, and is found by that child alone', async () => {
    await importFile(desk, csv(header, ['Жарптицына', 'Ада', 'Ильинична', '05.06.2017', '5Б', '', ...rare.slice(6)]));
    await leave();
    const preview = await desk.client.personalData.destroyPreview({ pupilIds: [pupilId] });
    expect(preview).toMatchObject({ people: [{ id: pupilId }], staying: [{ name: 'Жарптицына Инга Львовна' }] });
    await destroy(1);
    const [ada] = (await desk.client.pupils.list({ filter: { query: 'жарптицына' } })).rows;
    const card = await desk.client.pupils.card({ pupilId: ada?.id ?? 0 });
    expect(card.guardians).toMatchObject([{ person: { name: { surname: 'Жарптицына' } }, otherChildren: [] }]);
  });
});

test('the facts for a notice count what is held and list what was done in the period', async () => {
  const made = await desk.client.personalData.incident({ from: '2026-10-01', to: '2026-10-31', language: 'ru' });
  const text = poppler('pdftotext', documentOf(desk, made.documentToken).bytes, '-layout');
  expect(text).toMatch(/Ученики \(ФИО, дата рождения, класс\)\s+5/);
  expect(text).toContain('Импорт списка');
  expect(text).toContain('AES-256');
  expect(text).not.toMatch(traces);
});

/** Everything that leaves traces: logins, slips, hand-over, corrections, applications, trusted people, the portal, merging. */
async function workWithFamily(): Promise<void> {
  const { client } = desk;
  const scope = { kind: 'pupils' as const, pupilIds: [pupilId] };
  await client.personalData.save({ personIds: [pupilId], record: ground });
  await client.credentials.issue({ scope, for: ['pupil', 'guardian'] });
  const { batchId } = await client.slips.prepare({ selection: { scope } });
  await client.slips.confirmPrinted({ batchId });
  const [first] = await client.handover.list({ scope });
  await client.handover.mark({ credentialIds: [first?.credentialId ?? 0] });
  await client.pupils.correct({
    personId: pupilId,
    name: { surname: 'Жар-Птицын', firstName: 'Лев', patronymic: 'Ильич' },
  });
  await client.pupils.correct({
    personId: pupilId,
    name: { surname: 'Жарптицын', firstName: 'Лев', patronymic: 'Ильич' },
  });
  const [guardian] = (await client.pupils.card({ pupilId })).guardians;
  const { number, registeredOn } = await client.applications.draft({});
  const applicantId = guardian?.person.id ?? 0;
  const about = { applicant: 'guardian' as const, applicantId, pupilIds: [pupilId], note: 'Жарптицына просит' };
  await client.applications.save({ number, registeredOn, kind: 'reissue', ...about });
  const trusted = { surname: 'Жарптицына', firstName: 'Вера', patronymic: '', phone: '+7 900 555-33-45', snils: '' };
  await client.trusted.save({ pupilId, ...trusted, invitedBy: applicantId, services: ['diary'], note: '' });
  const portal = desk.file(csv(header, [...rare.slice(0, 9), 'firebird@mail.example.con', rare[10] ?? ''], ...others));
  for await (const _ of await client.reconciliation.run({ fileToken: portal }));
  await importFile(desk, csv(header, [...rare.slice(0, 8), '+7 900 555-33-46', ...rare.slice(9)], ...others));
}

const leave = () => desk.client.pupils.leave({ pupilIds: [pupilId], leftOn: '2026-10-15', reason: 'moved-away' });

async function destroy(people: number) {
  return desk.client.personalData.destroy({ pupilIds: [pupilId], people, reason: 'term', language: 'ru' });
}

/** Every table and column of the file that still says something of the family. */
async function tracesIn({ db }: OpenRegistry): Promise<string[]> {
  const plain = db.withoutPlugins();
  const { rows: tables } = await sql<{ name: string }>`
    select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'`.execute(plain);
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(plain);
    for (const row of rows)
      for (const [column, value] of Object.entries(row))
        if (traces.test(String(value))) found.push(`${name}.${column}: ${String(value).slice(0, 120)}`);
  }
  return found;
}
