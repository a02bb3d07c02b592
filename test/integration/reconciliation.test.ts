import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { ReconciliationRun } from '../../shared/contract/reconciliation.ts';
import { toPortalCsv } from '../../shared/demo/portal-export.ts';
import { makeSchool, type RosterPupil, toMesCsv } from '../../shared/demo/rosters.ts';
import { type ImportDesk as Desk, importFile, makeImportDesk } from '../support/imports.ts';

const school = makeSchool({ seed: 5, pupils: 60, classes: ['5А', '6Б'] });
const open: Desk[] = [];
afterEach(() => {
  for (const desk of open.splice(0)) desk.close();
});

async function schoolDesk(): Promise<Desk> {
  const desk = await makeImportDesk();
  open.push(desk);
  await importFile(desk, toMesCsv(school));
  return desk;
}

function portalFile(desk: Desk, name = 'portal.csv', bytes: Uint8Array | string = toPortalCsv(school, 7)): string {
  const path = join(desk.folder, name);
  writeFileSync(path, bytes);
  return path;
}

async function run({ client }: Desk, fileToken: string): Promise<{ run: ReconciliationRun; undoRunId: number | null }> {
  for await (const event of await client.reconciliation.run({ fileToken })) if (event.kind === 'done') return event;
  throw new Error('the run did not end');
}

const firstPage = { offset: 0, limit: 500 };

test('columns of an export are understood without a hand', async () => {
  const desk = await schoolDesk();
  const columns = await desk.client.reconciliation.columns({ fileToken: portalFile(desk) });
  expect(columns).toMatchObject({ rowsAre: 'pupils', portalColumns: false, missingFields: [], rows: 60 });
  expect(columns.fields).not.toContain('skip');
});

test('a run keeps portal values beside the school’s, and the same file gives the same answer', async () => {
  const desk = await schoolDesk();
  const file = portalFile(desk);
  const first = await run(desk, file);
  const second = await run(desk, file);
  const { linked, findings } = first.run.counts;
  expect(linked).toBeGreaterThan(50);
  expect(findings).toBeGreaterThan(5);
  expect(second.run.counts).toEqual({ ...first.run.counts, closed: 0, fresh: 0 });
  expect(second.run.fileSha256).toBe(first.run.fileSha256);
  const portal = desk.registry.db.selectFrom('contact').where('source', '=', 'portal').where('validTo', 'is', null);
  expect(await portal.select('id').execute()).not.toEqual([]);
  expect(await desk.client.reconciliation.runs()).toHaveLength(2);
});

test('taking the portal’s value corrects the school’s with history; the next run shows it closed; undo opens it again', async () => {
  const desk = await schoolDesk();
  const { client } = desk;
  const file = portalFile(desk);
  const { run: kept } = await run(desk, file);
  const { rows } = await client.reconciliation.findings({ runId: kept.id, filter: {}, page: firstPage });
  const mail = rows.find(({ field, may }) => field === 'email' && may.take);
  if (mail === undefined) throw new Error('no e-mail differs');
  const taken = await client.reconciliation.decide({ findingIds: [mail.id], decision: 'take' });
  expect(taken).toMatchObject({ done: 1, skipped: 0 });
  const pair = await client.reconciliation.pair({ findingId: mail.id });
  expect(pair.school?.contacts).toContainEqual({ kind: 'email', value: mail.portalValue });
  const again = await run(desk, file);
  expect(again.run.counts).toMatchObject({ closed: 1, fresh: 0 });
  const overview = await client.reconciliation.overview({});
  expect(overview.closed).toEqual([{ code: mail.code, who: mail.who, className: mail.className }]);
  await client.journal.undo({ runId: taken.undoRunId ?? 0 });
  const former = await client.reconciliation.pair({ findingId: mail.id });
  expect(former.school?.contacts).toContainEqual({ kind: 'email', value: mail.schoolValue });
});

test('kept and asked hold in the next run; a refused pair is never offered again', async () => {
  const desk = await schoolDesk();
  const { client } = desk;
  const file = portalFile(desk);
  const { run: one } = await run(desk, file);
  const { rows } = await client.reconciliation.findings({ runId: one.id, page: firstPage });
  const pairs = rows.filter(({ may }) => may.separate);
  const [kept, asked, wrong] = [pairs[0], pairs[1], pairs[2]];
  if (kept === undefined || asked === undefined || wrong === undefined) throw new Error('too few findings');
  await client.reconciliation.decide({ findingIds: [kept.id], decision: 'keep' });
  await client.reconciliation.decide({ findingIds: [asked.id], decision: 'ask', askAgainInDays: 3 });
  const { portalId, personId } = wrong;
  await client.reconciliation.decideLink({ portalId: portalId ?? 0, personId: personId ?? 0, same: false });
  const { run: two } = await run(desk, file);
  const later = (await client.reconciliation.findings({ runId: two.id, page: firstPage })).rows;
  const stateOf = (who: string, code: string) => later.find((row) => row.who === who && row.code === code);
  expect(stateOf(kept.who, kept.code)?.state).toBe('kept');
  expect(stateOf(asked.who, asked.code)).toMatchObject({ state: 'asked', askOn: '2026-09-04' });
  const all = await client.reconciliation.rows({ runId: two.id, page: firstPage });
  expect(all.rows.filter((row) => row.personId === personId && row.verdict !== 'none')).toEqual([]);
  desk.setNow('2026-09-05T07:00:00.000Z');
  expect((await client.reconciliation.overview({})).askAgain).toBe(1);
});

test('classes add up, papers hide what others need not see, corrections are exported', async () => {
  const desk = await schoolDesk();
  const { client } = desk;
  const { run: kept } = await run(desk, portalFile(desk));
  const runId = kept.id;
  const { rows } = await client.reconciliation.findings({ runId, page: firstPage });
  const [first, ...others] = rows.filter(({ may }) => may.take);
  if (first === undefined) throw new Error('nothing to take');
  await client.reconciliation.decide({ findingIds: [first.id], decision: 'take' });
  await client.reconciliation.decide({ findingIds: others.map(({ id }) => id), decision: 'keep' });
  const { school: whole, classes } = await client.reconciliation.overview({ runId });
  for (const one of [whole, ...classes]) expect(one.matched + one.school + one.family + one.absent).toBe(one.people);
  const { documentToken, rows: count } = await client.reconciliation.corrections({ runId, layout: 'changes' });
  expect(count).toBe(1);
  const text = new TextDecoder().decode(desk.documents.find(documentToken)?.bytes);
  expect(text).toContain(first.portalValue);
  const notes = await client.reconciliation.notesPreview({ runId });
  expect(notes.families).toBeGreaterThan(0);
  const words = JSON.stringify(notes.sheets);
  for (const { field, schoolValue } of others) if (field !== 'name') expect(words).not.toContain(`"${schoolValue}"`);
  expect((await client.reconciliation.report({ runId, format: 'pdf' })).pages).toBe(1);
  await client.reconciliation.notes({ runId });
});

test('whoever has one thing to decide and one to ask about stands once, with the school', async () => {
  const desk = await schoolDesk();
  const { client } = desk;
  const pupil = school.pupils.find(({ guardians }) => guardians.length > 0);
  const [guardian] = pupil?.guardians ?? [];
  if (pupil === undefined || guardian === undefined) throw new Error('nobody has a guardian');
  const nameOf = ({ surname, firstName, patronymic }: typeof guardian) =>
    `${surname} ${firstName} ${patronymic}`.trim();
  const header = 'Класс;ФИО ученика;ФИО представителя 1;Телефон представителя 1;Email представителя 1';
  const row = `${pupil.className};${nameOf({ ...guardian, ...pupil })};${nameOf(guardian)};+79160001122;other@list.ru`;
  const { run: kept } = await run(desk, portalFile(desk, 'two.csv', `${header}\r\n${row}\r\n`));
  const runId = kept.id;
  const { rows } = await client.reconciliation.findings({ runId, page: firstPage });
  const own = rows.filter(({ code, who }) => code !== 'only-in-school' && who === nameOf(guardian));
  expect(own.map(({ field }) => field).sort()).toEqual(['email', 'phone']);
  const before = (await client.reconciliation.overview({ runId })).school;
  const [first, ...others] = own;
  await client.reconciliation.decide({ findingIds: [first?.id ?? 0], decision: 'ask' });
  expect((await client.reconciliation.overview({ runId })).school).toEqual(before);
  await client.reconciliation.decide({ findingIds: others.map(({ id }) => id), decision: 'ask' });
  const after = (await client.reconciliation.overview({ runId })).school;
  expect(after).toEqual({ ...before, school: before.school - 1, family: before.family + 1 });
});

test('a run that nobody waits for leaves nothing', async () => {
  const desk = await schoolDesk();
  for await (const event of await desk.client.reconciliation.run({ fileToken: portalFile(desk) }))
    if (event.kind === 'progress' && event.stage === 'writing') break;
  expect(await desk.client.reconciliation.runs()).toEqual([]);
  const { n } = await desk.registry.db
    .selectFrom('contact')
    .where('source', '=', 'portal')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  expect(n).toBe(0);
});

test('a bulk rule says its number first and can be taken back', async () => {
  const desk = await schoolDesk();
  const { client } = desk;
  const { run: kept } = await run(desk, portalFile(desk));
  const rule = { decision: 'take', field: 'email', equal: ['phone'] } as const;
  const asked = { ...rule, equal: [...rule.equal] };
  const { count, examples } = await client.reconciliation.bulkPreview({ runId: kept.id, rule: asked });
  expect(count).toBeGreaterThan(0);
  expect(examples.every(({ field }) => field === 'email')).toBe(true);
  const { done, undoRunId } = await client.reconciliation.bulk({ runId: kept.id, rule: asked, expected: count });
  expect(done).toBe(count);
  await client.journal.undo({ runId: undoRunId ?? 0 });
  const again = await client.reconciliation.bulkPreview({ runId: kept.id, rule: asked });
  expect(again.count).toBe(count);
});

/** A brother or sister in the other class. */
const siblingOf = (pupil: RosterPupil) =>
  school.pupils.find(
    ({ className, guardians }) =>
      className !== pupil.className && guardians.some((guardian) => pupil.guardians.includes(guardian)),
  );

test.each(['5А', '6Б'])('the teacher of %s sees a guardian of two classes with the own child only', async (title) => {
  const own = school.pupils.find((one) => one.className === title && siblingOf(one) !== undefined);
  const other = own && siblingOf(own);
  const parent = own?.guardians.find((one) => other?.guardians.includes(one));
  const desk = await schoolDesk();
  const phone = parent?.phone ?? '';
  const csv = Buffer.from(toPortalCsv(school, 7))
    .toString()
    .replaceAll(phone, `${phone.slice(0, -4)}7777`);
  const { run: done } = await run(desk, portalFile(desk, 'portal.csv', csv));
  const { classes } = await desk.client.classes.list();
  const classIds = classes.filter((one) => one.title === title).map(({ id }) => id);
  const { userId, passphrase } = await desk.client.users.add({ name: 'Учитель', role: 'class-teacher', classIds });
  await desk.client.registry.lock();
  await desk.client.registry.unlock({ userId, passphrase, newPassphrase: 'три тихие лодки у берега' });
  const { rows } = await desk.client.reconciliation.findings({ runId: done.id, page: firstPage });
  expect(new Set(rows.map(({ className }) => className))).toEqual(new Set([title]));
  const finding = rows.find(({ who }) => who.startsWith(`${parent?.surname} ${parent?.firstName}`));
  expect(finding?.pupil).toBe(`${own?.surname} ${own?.firstName}`);
  const pair = await desk.client.reconciliation.pair({ findingId: finding?.id ?? 0 });
  expect(pair.school?.kin).toHaveLength(1);
  expect(pair.school?.className).toBe(title);
  expect(JSON.stringify([pair, rows])).not.toContain(`${other?.surname} ${other?.firstName}`);
});
