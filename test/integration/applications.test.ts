import { describe, expect, onTestFinished, test } from 'vitest';
import { refreshSearch } from '../../main/registry/db/search.ts';
import type { ApplicationInput } from '../../shared/contract/applications.ts';
import { openTable } from '../../shared/tables/open-table.ts';
import { schoolDesk } from '../support/paper-desk.ts';
import { poppler } from '../support/pdf-text.ts';
import { reasonOf } from '../support/refusals.ts';
import { foreignSurname, makeRightsDesk } from '../support/rights-desk.ts';

const usual = { number: '1', registeredOn: '2026-09-01', kind: 'access', applicant: 'guardian' } as const;

describe('the register of applications', () => {
  test('gives the next number, counts the term, and tells what is due today and what is overdue', async () => {
    const { client, setNow, anna, mother } = await schoolDesk();
    expect(await client.applications.draft({})).toEqual({
      ...{ number: '1', registeredOn: '2026-09-01', dueOn: '2026-09-04', calendarKnown: true },
    });
    await client.applications.save({ ...usual, applicantId: mother, pupilIds: [anna], documents: ['identity'] });
    expect((await client.applications.draft({})).number).toBe('2');
    const standings: string[] = [];
    const piles: unknown[] = [];
    for (const day of ['2026-09-03', '2026-09-04', '2026-09-05']) {
      setNow(`${day}T09:00:00.000Z`);
      standings.push((await client.applications.list({})).rows[0]?.standing ?? '');
      piles.push(await client.applications.due());
    }
    expect(standings).toEqual(['due', 'today', 'overdue']);
    expect(piles).toEqual([
      { today: 0, overdue: 0, open: 1 },
      { today: 1, overdue: 0, open: 1 },
      { today: 0, overdue: 1, open: 1 },
    ]);
    expect(await client.applications.due()).toEqual({ today: 0, overdue: 1, open: 1 });
    const [row] = (await client.applications.list({ filter: { show: 'overdue' } })).rows;
    expect(row).toMatchObject({
      applicantName: 'Иванова Мария Сергеевна',
      pupils: [{ name: 'Иванова Анна Петровна', className: '5А' }],
      documents: ['identity'],
    });
  });

  test('the term is a setting, by calendar or working days, with the school’s own days off', async () => {
    const { client } = await schoolDesk();
    await client.settings.save({ applicationTerm: { days: 10, unit: 'calendar' } });
    expect((await client.applications.draft({ registeredOn: '2026-08-28' })).dueOn).toBe('2026-09-07');
    await client.settings.save({ ownDays: { off: ['2026-09-07', '2026-09-08'], worked: [] } });
    expect((await client.applications.draft({ registeredOn: '2026-08-28' })).dueOn).toBe('2026-09-09');
  });

  test('refuses a number twice in a year, a date to come, strangers as applicants, and changes after all that', async () => {
    const { client, anna, vera, mother, setNow } = await schoolDesk();
    const input: ApplicationInput = { ...filled, applicantId: mother, pupilIds: [anna] };
    const { applicationId } = await client.applications.save(input);
    expect(await reasonOf(client.applications.save(input))).toBe('number-taken');
    expect(await reasonOf(client.applications.save({ ...input, number: '2', registeredOn: '2026-09-02' }))).toBe(
      'invalid-input',
    );
    expect(await reasonOf(client.applications.save({ ...input, number: '2', pupilIds: [vera] }))).toBe('invalid-input');
    expect(await reasonOf(client.applications.save({ ...input, number: '2', pupilIds: [mother] }))).toBe('not-found');
    expect(await reasonOf(client.applications.save({ ...input, number: '2', applicantId: null }))).toBe(
      'invalid-input',
    );
    setNow('2027-01-12T09:00:00.000Z');
    await client.applications.save({ ...input, registeredOn: '2027-01-12' });
    await client.applications.save({ ...input, applicationId, note: 'принёс отец' });
    const { rows } = await client.applications.list({ filter: { show: 'all' } });
    expect(rows.map(({ number, note }) => [number, note])).toEqual([
      ['1', 'принёс отец'],
      ['1', ''],
    ]);
  });

  test('finds by number, pupil, guardian, class and kind', async () => {
    const { client, registry, anna, vera, mother, classId } = await schoolDesk();
    await client.applications.save({ ...filled, applicantId: mother, pupilIds: [anna] });
    await registry.db.transaction().execute((trx) => refreshSearch(trx, 'all'));
    const other = { ...filled, number: 'А-7', kind: 'paper-diary', applicantName: 'Яковлева Ольга' } as const;
    await client.applications.save({ ...other, pupilIds: [vera] });
    const numbers = async (filter: object) =>
      (await client.applications.list({ filter })).rows.map(({ number }) => number);
    expect(await numbers({ query: 'А-7' })).toEqual(['А-7']);
    expect(await numbers({ query: 'иванова' })).toEqual(['1']);
    expect(await numbers({ query: 'Яковлева Ольга' })).toEqual(['А-7']);
    expect(await numbers({ kind: 'paper-diary' })).toEqual(['А-7']);
    expect(await numbers({ classId: classId('10А') })).toEqual([]);
    expect((await numbers({ classId: classId('5А') })).length).toBe(2);
  });

  test('closing, opening again and registering are taken back from the journal', async () => {
    const { client, anna, mother } = await schoolDesk();
    const { applicationId } = await client.applications.save({ ...filled, applicantId: mother, pupilIds: [anna] });
    const closed = await client.applications.close({ applicationId, outcome: 'refused', note: 'нет документов' });
    expect(await reasonOf(client.applications.close({ applicationId, outcome: 'done' }))).toBe('already-closed');
    expect(await client.applications.one({ applicationId })).toMatchObject({
      ...{ standing: 'closed', outcome: 'refused', closingNote: 'нет документов', closedBy: 'Администратор' },
    });
    await client.journal.undo({ runId: closed.undoRunId ?? 0 });
    expect(await client.applications.one({ applicationId })).toMatchObject({ standing: 'due', outcome: null });
    const [registered] = (await client.journal.list({})).entries.filter(
      ({ action }) => action === 'application-registered',
    );
    expect(registered?.subject).toBe('№ 1');
    await client.journal.undo({ runId: registered?.runId ?? 0 });
    expect((await client.applications.list({ filter: { show: 'all' } })).rows).toEqual([]);
  });
});

const filled = { ...usual, applicantId: null, applicantName: '', forWhom: 'both' as const, documents: [], note: '' };

describe('answering', () => {
  test('issuing from an application makes logins for its people only and closes it; taking the issue back opens it', async () => {
    const { client, anna, mother } = await schoolDesk();
    const { applicationId } = await client.applications.save({ ...filled, applicantId: mother, pupilIds: [anna] });
    const wish = { scope: { kind: 'school' }, for: ['pupil', 'guardian'], applicationId } as const;
    const asked = { ...wish, for: [...wish.for] };
    const { lacking } = await client.credentials.candidates(asked);
    expect(lacking.map(({ title }) => title).sort()).toEqual(['Иванова Анна Петровна', 'Иванова Мария Сергеевна']);
    const { issueId, pupils, guardians } = await client.credentials.issue(asked);
    expect([pupils, guardians]).toEqual([1, 1]);
    expect(await client.applications.one({ applicationId })).toMatchObject({ standing: 'closed', outcome: 'done' });
    expect(await reasonOf(client.credentials.issue(asked))).toBe('already-closed');
    await client.credentials.undoIssue({ issueId: issueId ?? 0 });
    expect(await client.applications.one({ applicationId })).toMatchObject({ standing: 'due', closedOn: null });
  });

  test('a re-issue answers its application, for its people only', async () => {
    const { client, anna, mother } = await schoolDesk();
    const scope = { kind: 'pupils' as const, pupilIds: [anna] };
    await client.credentials.issue({ scope, for: ['pupil', 'guardian'] });
    const input = { ...filled, kind: 'reissue', forWhom: 'applicant', applicantId: mother, pupilIds: [anna] } as const;
    const { applicationId } = await client.applications.save({ ...input, pupilIds: [anna] });
    const target = { kind: 'scope' as const, scope, for: ['pupil' as const, 'guardian' as const] };
    expect(await client.credentials.reissuePreview({ target, applicationId })).toMatchObject({ live: 1 });
    expect(await client.credentials.reissue({ target, reason: 'lost', applicationId })).toMatchObject({ reissued: 1 });
    expect(await client.applications.one({ applicationId })).toMatchObject({ outcome: 'done' });
  });

  test('a code is taken only for who applied, and the last code closes the application', async () => {
    const { client, anna, maxim, mother } = await schoolDesk();
    await client.settings.save({ diarySystemId: 'rujel', codeNeedsApplication: true });
    const code = (pupilId: number, value: string) => client.codes.save({ pupilId, value });
    expect(await reasonOf(code(anna, '3f2504e0-4f89-41d3-9a0c-0305e82c3301'))).toBe('application-needed');
    const input = { ...filled, kind: 'portal-code', applicantId: mother } as const;
    const { applicationId } = await client.applications.save({ ...input, pupilIds: [anna, maxim] });
    const { rows, heldBack } = await client.codes.list({ scope: { kind: 'school' } });
    expect(heldBack).toBe(false);
    expect(rows.filter((row) => row.heldBack).map(({ title }) => title)).toEqual(['Яковлева Вера Олеговна']);
    await code(anna, '3f2504e0-4f89-41d3-9a0c-0305e82c3301');
    expect(await client.applications.one({ applicationId })).toMatchObject({ standing: 'due' });
    expect(await code(maxim, '3f2504e0-4f89-41d3-9a0c-0305e82c3302')).toMatchObject({ kind: 'saved' });
    expect(await client.applications.one({ applicationId })).toMatchObject({ outcome: 'done' });
  });
});

describe('papers', () => {
  test('a blank form names no one; that of an application is filled in; the register is the same in PDF and XLSX', async () => {
    const desk = await schoolDesk();
    const { client, anna, mother } = desk;
    const { applicationId } = await client.applications.save({ ...filled, applicantId: mother, pupilIds: [anna] });
    const bytesOf = ({ documentToken }: { documentToken: string }) =>
      desk.documents.find(documentToken)?.bytes ?? new Uint8Array();
    const textOf = (made: { documentToken: string }) => poppler('pdftotext', bytesOf(made)).replace(/\s+/g, ' ');
    const blank = textOf(await client.applications.form({ kind: 'paper-diary' }));
    expect(blank).toContain('на бумаге');
    expect(blank).not.toContain('Иванова');
    const form = await client.applications.form({ kind: 'access', applicationId });
    expect(textOf(form)).toContain('Иванова Мария Сергеевна');
    const pdf = await client.applications.journal({ format: 'pdf' });
    expect(textOf(pdf)).toContain('Иванова А. П. 5А');
    const xlsx = await client.applications.journal({ format: 'xlsx' });
    const table = await openTable(bytesOf(xlsx), {});
    if (table.kind === 'refused') throw new Error('the register is no table');
    expect(JSON.stringify([...table.rows])).toContain('Иванова Анна Петровна, 5А');
    expect(await reasonOf(client.applications.journal({ format: 'pdf', filter: { show: 'closed' } }))).toBe(
      'nothing-to-print',
    );
  });
});

describe('the diary on paper', () => {
  test('begins when it is allowed, is listed for its teacher, printed for a week, and ends', async () => {
    const desk = await schoolDesk();
    const { client, anna, vera, mother, classId, setNow } = desk;
    const input = { ...filled, kind: 'paper-diary', applicantId: mother } as const;
    const { applicationId } = await client.applications.save({ ...input, pupilIds: [anna] });
    expect(await client.paperDiary.list({})).toEqual([]);
    expect(await reasonOf(client.paperDiary.sheets({}))).toBe('nothing-to-print');
    await client.applications.close({ applicationId, outcome: 'done' });
    const other = { ...input, applicantId: null, applicantName: 'Яковлева Ольга', number: '2' };
    const refused = await client.applications.save({ ...other, pupilIds: [vera] });
    await client.applications.close({ applicationId: refused.applicationId, outcome: 'refused' });
    const rows = await client.paperDiary.list({ classId: classId('5А') });
    expect(rows.map(({ name, since, number }) => [name, since, number])).toEqual([
      ['Иванова Анна Петровна', '2026-09-01', '1'],
    ]);
    const bytesOf = ({ documentToken }: { documentToken: string }) =>
      desk.documents.find(documentToken)?.bytes ?? new Uint8Array();
    const sheets = poppler('pdftotext', bytesOf(await client.paperDiary.sheets({ weekOf: '2026-11-05' })));
    expect(sheets).toContain('02.11.2026');
    expect(sheets).toContain('Среда, 04.11, выходной');
    expect(poppler('pdftotext', bytesOf(await client.paperDiary.listPaper({})))).toContain('Иванова Анна Петровна');
    setNow('2026-10-01T09:00:00.000Z');
    const ended = await client.paperDiary.end({ applicationId });
    expect(await client.paperDiary.list({})).toEqual([]);
    await client.journal.undo({ runId: ended.undoRunId ?? 0 });
    expect(await client.paperDiary.list({})).toHaveLength(1);
    expect(await reasonOf(client.paperDiary.end({ applicationId: refused.applicationId }))).toBe('not-found');
  });
});

test('a class teacher sees and answers the applications of the own class only', async () => {
  const made = await makeRightsDesk();
  onTestFinished(() => made.close());
  const register = async (number: string, pupilId: number) => {
    const about = { ...filled, kind: 'reissue', number, applicantName: `Заявитель ${number}` } as const;
    return (await made.client.applications.save({ ...about, pupilIds: [pupilId] })).applicationId;
  };
  const own = await register('1', made.own.pupilId);
  const foreign = await register('2', made.foreign.pupilId);
  const teacher = await made.as('class-teacher');
  const { rows, counts } = await teacher.applications.list({});
  expect([rows.map(({ number }) => number), counts.open]).toEqual([['1'], 1]);
  expect(await teacher.applications.due()).toEqual({ today: 0, overdue: 0, open: 1 });
  expect(JSON.stringify(await teacher.contacts.gaps({}))).not.toContain(foreignSurname);
  const target = { kind: 'scope' as const, scope: { kind: 'school' as const }, for: ['pupil' as const] };
  const answer = (applicationId: number) => teacher.credentials.reissue({ target, reason: 'lost', applicationId });
  expect(await reasonOf(answer(foreign))).toBe('not-found');
  expect(await answer(own)).toMatchObject({ reissued: 1 });
  expect(await teacher.applications.one({ applicationId: own })).toMatchObject({ outcome: 'done' });
  const issue = { scope: { kind: 'school' as const }, for: ['pupil' as const] };
  expect(await reasonOf(teacher.credentials.issue({ ...issue, applicationId: foreign }))).toBe('not-found');
  expect(await reasonOf(teacher.credentials.issue({ ...issue, applicationId: own }))).toBe('already-closed');
});
