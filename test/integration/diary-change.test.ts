import { describe, expect, test } from 'vitest';
import type { DrawItem } from '../../shared/contract/slips.ts';
import { everybody, schoolDesk } from '../support/paper-desk.ts';
import { reasonOf } from '../support/refusals.ts';

const wholeSchool = { kind: 'school' as const };
const both = ['pupil' as const, 'guardian' as const];

/**
 * Last year everybody signed in on mos.ru and held a slip. It is summer, the new year is begun, and the class that was 5А
 * (Vera, and Anna whose brother Maxim is in 11А now) uses ЭлЖур as 6А.
 */
async function changedDesk(logins: 'expire' | 'keep') {
  const desk = await schoolDesk();
  const { client } = desk;
  await client.settings.save({ diarySystemId: 'portal-login', diaryAddress: '' });
  await client.credentials.issue(everybody);
  const { batchId } = await client.slips.prepare({ selection: { scope: wholeSchool } });
  await client.slips.confirmPrinted({ batchId });
  desk.setNow('2027-08-20T07:00:00.000Z');
  const { plan } = await client.rollover.preview({ logins });
  const { undoRunId } = await client.rollover.apply({ logins, plan });
  const classId = await classNow(desk, '6А');
  await client.settings.assignDiary({ classIds: [classId], diarySystemId: 'eljur', address: 'school7.eljur.ru' });
  return { ...desk, undoRunId, scope: { kind: 'class' as const, classId } };
}

type Desk = Pick<Awaited<ReturnType<typeof schoolDesk>>, 'client'>;

async function classNow({ client }: Desk, title: string): Promise<number> {
  const found = (await client.classes.list()).classes.find((one) => one.title === title);
  if (found === undefined) throw new Error(`no class ${title}`);
  return found.id;
}

/** Diary, state and last day of each login of a person on the pupil's card, the latest first. */
async function loginsOf({ client }: Desk, pupilId: number, personId = pupilId) {
  const { person, guardians } = await client.pupils.card({ pupilId });
  const found = [person, ...guardians.map((link) => link.person)].find(({ id }) => id === personId);
  return found?.credentials.map(({ diarySystemId, state, expiresOn }) => [diarySystemId, state, expiresOn]);
}

const textsOf = (items: readonly DrawItem[]) => items.flatMap((item) => (item.kind === 'text' ? [item.text] : []));

async function slipTexts({ client }: Desk, selection: Parameters<Desk['client']['slips']['preview']>[0]['selection']) {
  const { sheets } = await client.slips.preview({ selection: { perPage: 1, language: 'ru', ...selection } });
  return sheets.map(({ items }) => textsOf(items).join(' '));
}

describe('a class that changed its diary with the school year', () => {
  test('has logins of the former one that expired by the term of one year, and gets new ones in the new one', async () => {
    const desk = await changedDesk('expire');
    const { client, scope, vera, maxim, mother } = desk;
    expect(await client.credentials.candidates({ scope, for: both })).toMatchObject({ alreadyHave: 0 });
    expect(await client.credentials.issue({ scope, for: both })).toMatchObject({ pupils: 2, guardians: 3 });
    expect(await client.credentials.issue(everybody)).toMatchObject({ pupils: 1, guardians: 2 });
    expect(await loginsOf(desk, vera)).toEqual([
      ['eljur', 'generated', '2028-08-31'],
      ['portal-login', 'expired', '2027-08-31'],
    ]);
    expect(await loginsOf(desk, maxim)).toEqual([
      ['portal-login', 'generated', '2028-08-31'],
      ['portal-login', 'expired', '2027-08-31'],
    ]);
    expect((await loginsOf(desk, maxim, mother))?.slice(0, 2)).toEqual([
      ['portal-login', 'generated', '2028-08-31'],
      ['eljur', 'generated', '2028-08-31'],
    ]);
  });

  test('keeps the former logins to their last day when the school wants that, beside the new ones', async () => {
    const desk = await changedDesk('keep');
    const { client, scope, vera, setNow } = desk;
    expect(await client.credentials.issue({ scope, for: both })).toMatchObject({ pupils: 2, guardians: 3 });
    expect(await loginsOf(desk, vera)).toEqual([
      ['eljur', 'generated', '2028-08-31'],
      ['portal-login', 'printed', '2027-08-31'],
    ]);
    setNow('2027-09-01T07:00:00.000Z');
    await client.registry.lock();
    await client.registry.unlock({ passphrase: 'семь тихих голубых трамваев' });
    expect(await loginsOf(desk, vera)).toEqual([
      ['eljur', 'generated', '2028-08-31'],
      ['portal-login', 'expired', '2027-08-31'],
    ]);
  });

  test('has slips and a handover list of the new diary alone; a brother in the former one stands on the other slip', async () => {
    const desk = await changedDesk('expire');
    const { client, scope } = desk;
    await client.credentials.issue({ scope, for: both });
    await client.credentials.issue(everybody);
    const slips = await slipTexts(desk, { scope, for: both });
    expect(slips).toHaveLength(5);
    for (const text of slips) {
      expect(text).toContain('school7.eljur.ru');
      expect(text).not.toContain('mos.ru');
      expect(text).not.toContain('Иванов Максим');
    }
    const handover = await client.handover.list({ scope, for: both });
    expect(handover.map(({ state }) => state)).toEqual(Array(5).fill('generated'));
    const mothers = (await slipTexts(desk, { scope: wholeSchool, for: both })).filter((text) =>
      text.includes('Иванова Мария'),
    );
    expect(mothers).toHaveLength(1);
    expect(mothers[0]).toContain('mos.ru');
    expect(mothers[0]).toContain('Иванов Максим');
    expect(mothers[0]).not.toContain('Иванова Анна');
  });

  test('is counted and listed by the new diary, the other classes by the school’s', async () => {
    const desk = await changedDesk('keep');
    const { client, scope, vera, maxim } = desk;
    const seen = async () => {
      const { classes, school } = await client.classes.list();
      const { rows } = await client.pupils.list({});
      const { classes: progress } = await client.overview.today();
      return {
        classes: classes.map(({ title, pupils }) => [title, pupils.none, pupils.generated, pupils.printed]),
        school: [school.pupils.persons, school.pupils.printed],
        states: [vera, maxim].map((pupilId) => rows.find(({ id }) => id === pupilId)?.state),
        guardians: rows.find(({ id }) => id === vera)?.guardiansWithLogin,
        without: (await client.pupils.list({ filter: { state: 'none' } })).total,
        issued: progress.map(({ classId, people, issued }) => [classId === scope.classId, people, issued]),
      };
    };
    const others = { school: [1, 1] };
    expect(await seen()).toMatchObject({
      ...others,
      classes: [
        ['6А', 2, 0, 0],
        ['11А', 0, 0, 1],
      ],
      states: ['none', 'printed'],
      guardians: 0,
      without: 2,
    });
    await client.credentials.issue({ scope, for: ['pupil', 'guardian'] });
    const after = await seen();
    expect(after).toMatchObject({
      ...others,
      classes: [
        ['6А', 0, 2, 0],
        ['11А', 0, 0, 1],
      ],
      states: ['generated', 'printed'],
      guardians: 1,
      without: 0,
    });
    expect(after.issued).toContainEqual([true, 5, 5]);
  });

  test('shows of each guardian the login of the child’s diary, the school’s where a child uses that', async () => {
    const { client, scope, mother, stranger } = await changedDesk('keep');
    const stateOf = async (guardianId: number) =>
      (await client.guardians.list({})).rows.find(({ id }) => id === guardianId)?.state;
    expect([await stateOf(mother), await stateOf(stranger)]).toEqual(['printed', 'none']);
    await client.credentials.issue({ scope, for: ['guardian'] });
    expect([await stateOf(mother), await stateOf(stranger)]).toEqual(['printed', 'generated']);
    expect((await client.guardians.list({ filter: { state: 'generated' } })).total).toBe(1);
  });

  test('gives the address of this year, whatever another class had last year', async () => {
    const desk = await schoolDesk();
    const { client } = desk;
    const assign = (classId: number, address: string) =>
      client.settings.assignDiary({ classIds: [classId], diarySystemId: 'eljur', address });
    await assign(desk.classId('10А'), 'old.eljur.ru');
    desk.setNow('2027-08-20T07:00:00.000Z');
    const { plan } = await client.rollover.preview({});
    await client.rollover.apply({ plan });
    await assign(await classNow(desk, '11А'), 'new.eljur.ru');
    await client.credentials.issue({ ...everybody, diarySystemId: 'eljur' });
    const texts = await slipTexts(desk, { scope: wholeSchool, for: both, diarySystemId: 'eljur' });
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect(text).toContain('new.eljur.ru');
  });

  test('returns to the school’s diary, and the former class keeps what it had', async () => {
    const desk = await changedDesk('expire');
    const { client, scope } = desk;
    await client.settings.assignDiary({ classIds: [scope.classId], diarySystemId: null });
    expect(await client.credentials.issue(everybody)).toMatchObject({ pupils: 3, guardians: 3 });
    expect((await slipTexts(desk, { scope })).join(' ')).not.toContain('eljur');
  });

  test('does not let the year be taken back once logins of it were given out', async () => {
    const { client, scope, undoRunId } = await changedDesk('keep');
    await client.credentials.issue({ scope, for: both });
    expect(await reasonOf(client.journal.undo({ runId: undoRunId }))).toBe('year-in-use');
  });
});
