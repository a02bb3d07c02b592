import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { putClassesOfUser } from '../../main/registry/db/reach.ts';
import { insertUser } from '../../main/registry/db/users.ts';
import type { RolloverDecisions } from '../../shared/contract/rollover.ts';
import { dump } from '../support/imports.ts';
import { schoolDesk } from '../support/paper-desk.ts';
import { reasonOf } from '../support/refusals.ts';

const summer = '2027-08-20T07:00:00.000Z';
const everybody = { scope: { kind: 'school' as const }, for: ['pupil' as const, 'guardian' as const] };

/** The small school (Maxim in 10А; Vera and Anna in 5А; the Ivanov children share their parents) in the summer after. */
async function summerDesk() {
  const desk = await schoolDesk();
  await desk.client.credentials.issue(everybody);
  desk.setNow(summer);
  const { client } = desk;
  const begin = async (decisions: RolloverDecisions = {}) => {
    const { plan } = await client.rollover.preview(decisions);
    return client.rollover.apply({ ...decisions, plan });
  };
  const classes = async () => {
    const listed = await client.classes.list();
    return Object.fromEntries(listed.classes.map((one) => [one.title, one]));
  };
  const placeOf = async (pupilId: number) => (await client.pupils.card({ pupilId })).className;
  return { ...desk, begin, classes, placeOf };
}

const graduateMaxim = (classId: number) => ({ classId, become: 'graduates' as const, title: '', teacherGoes: false });

test('nothing is proposed before summer, nor in the year that has begun', async () => {
  const desk = await schoolDesk();
  desk.setNow('2027-06-30T07:00:00.000Z');
  expect(await desk.client.rollover.look()).toMatchObject({
    state: 'done',
    currentYear: 2026,
    classes: [],
    last: null,
  });
  expect(await reasonOf(desk.client.rollover.preview({}))).toBe('year-begun-already');
});

test('classes go up, the year is the new one, and a second run says that it is done', async () => {
  const { client, begin, placeOf, maxim, vera } = await summerDesk();
  expect(await client.rollover.look()).toMatchObject({ state: 'due', currentYear: 2026, nextYear: 2027 });
  const done = await begin();
  expect(done).toMatchObject({ moved: 3, graduates: 0, classes: 2 });
  expect((await client.classes.list()).academicYear).toBe(2027);
  expect([await placeOf(maxim), await placeOf(vera)]).toEqual(['11А', '6А']);
  const card = await client.pupils.card({ pupilId: vera });
  expect(card.enrolments).toEqual([
    { className: '6А', from: '2027-09-01', to: null },
    { className: '5А', from: '2026-09-01', to: '2027-08-31' },
  ]);
  expect(await client.rollover.look()).toMatchObject({ state: 'done', last: { runId: done.undoRunId } });
  expect(await reasonOf(begin())).toBe('year-begun-already');
});

test('a plan that the registry no longer gives is not carried out', async () => {
  const { client, vera } = await summerDesk();
  const { plan } = await client.rollover.preview({});
  await client.pupils.correct({ personId: vera, status: 'left' });
  await expect(client.rollover.apply({ plan })).rejects.toMatchObject({ code: 'STALE_PLAN' });
  expect((await client.classes.list()).academicYear).toBe(2026);
});

test('decisions about strangers, and classes without a title, are refused', async () => {
  const { client, begin, classId, mother } = await summerDesk();
  const stranger = { pupils: [{ pupilId: mother, become: 'class' as const, title: '6А' }] };
  expect(await reasonOf(client.rollover.preview(stranger))).toBe('not-found');
  const untitled = { classes: [{ ...graduateMaxim(classId('5А')), become: 'class' as const }] };
  expect(await reasonOf(begin(untitled))).toBe('invalid-input');
});

describe('logins', () => {
  const states = async (desk: Awaited<ReturnType<typeof summerDesk>>, pupilId: number) => {
    const { person, guardians } = await desk.client.pupils.card({ pupilId });
    return [person, ...guardians.map((one) => one.person)].map(({ credentials }) => credentials[0]);
  };

  test('by the term of one year they expire, and the next issue keeps the login', async () => {
    const desk = await summerDesk();
    const [before] = await states(desk, desk.vera);
    expect(await desk.client.rollover.preview({})).toMatchObject({ logins: 'expire', loginsOfStaying: 6 });
    await desk.begin();
    expect((await states(desk, desk.vera)).map((one) => one?.state)).toEqual(['expired', 'expired']);
    await desk.client.credentials.issue(everybody);
    const [after] = await states(desk, desk.vera);
    expect(after).toMatchObject({ login: before?.login, state: 'generated', expiresOn: '2028-08-31' });
  });

  test('they are prolonged to the end of the new year, or left alone', async () => {
    const desk = await summerDesk();
    await desk.begin({ logins: 'prolong' });
    expect((await states(desk, desk.vera)).map((one) => one?.expiresOn)).toEqual(['2028-08-31', '2028-08-31']);
    const other = await summerDesk();
    await other.begin({ logins: 'keep' });
    expect((await states(other, other.vera)).map((one) => one?.expiresOn)).toEqual(['2027-08-31', '2027-08-31']);
  });

  test('of graduates they do what the school decided for leavers; parents with another child here keep theirs', async () => {
    const desk = await summerDesk();
    await desk.client.settings.save({ leavers: { graceDays: 30, archiveDays: 90, purgeDays: 100, logins: 'revoke' } });
    const decisions = { classes: [graduateMaxim(desk.classId('10А'))], logins: 'keep' as const };
    expect(await desk.client.rollover.preview(decisions)).toMatchObject({ loginsOfLeaving: 1, loginsOfStaying: 5 });
    await desk.begin(decisions);
    expect((await states(desk, desk.maxim)).map((one) => one?.state)).toEqual(['revoked', 'generated', 'generated']);
    const { status, history } = await desk.client.pupils.card({ pupilId: desk.maxim });
    expect(status).toBe('left');
    expect(history.map(({ what, details }) => `${what} ${details}`)).toContain('left 10А');
  });
});

test('the users of a class and its own diary go along with it', async () => {
  const desk = await summerDesk();
  const { client, registry, classId, begin, classes } = desk;
  const user = await insertUser(registry.db, { name: 'Классная', role: 'class-teacher', now: new Date(summer) });
  await putClassesOfUser(registry.db, user.id, [classId('5А')]);
  await client.settings.assignDiary({ classIds: [classId('5А')], diarySystemId: 'eljur', address: 'x.example' });
  await begin();
  const { rows } = await sql<{ classId: number }>`
    select class_id from user_class where user_id = ${user.id} order by class_id`.execute(registry.db);
  const next = (await classes())['6А']?.id;
  expect(rows.map((row) => row.classId)).toEqual([classId('5А'), next]);
  const diaries = await client.settings.classDiaries();
  expect(diaries.filter((one) => one.academicYear === '2027/2028').map((one) => one.className)).toEqual(['6А']);
});

describe('taken back', () => {
  test('as a whole: everything stands as before', async () => {
    const { client, registry, begin, classId } = await summerDesk();
    const before = await dump(registry);
    const { undoRunId } = await begin({ classes: [graduateMaxim(classId('10А'))] });
    expect(await dump(registry)).not.toEqual(before);
    expect(await client.journal.undo({ runId: undoRunId })).toMatchObject({ kept: [] });
    expect(atRest(await dump(registry))).toEqual(atRest(before));
    expect(await client.rollover.look()).toMatchObject({ state: 'due', last: null });
  });

  test('one pupil was moved a year too far, one had not finished: both are put right, and the whole still goes back', async () => {
    const { client, registry, begin, classes, classId, placeOf, maxim, vera } = await summerDesk();
    const before = await dump(registry);
    const fifth = { classId: classId('5А'), become: 'class' as const, title: '6А', teacherGoes: true };
    const { undoRunId } = await begin({ classes: [fifth, graduateMaxim(classId('10А'))], logins: 'keep' });
    const sixth = (await classes())['6А']?.id ?? 0;
    await registry.db.updateTable('schoolClass').set({ title: '6А' }).where('id', '=', sixth).execute();
    const back = await client.rollover.putBack({ pupilIds: [maxim], classId: sixth });
    expect(back).toMatchObject({ count: 1 });
    const card = await client.pupils.card({ pupilId: maxim });
    expect(card).toMatchObject({ status: 'active', className: '6А' });
    expect(card.person.credentials[0]).toMatchObject({ state: 'generated', expiresOn: '2027-08-31' });
    expect(await placeOf(vera)).toBe('6А');
    await client.journal.undo({ runId: undoRunId });
    expect(atRest(await dump(registry))).toEqual(atRest(before));
  });

  test('not as a whole once somebody was moved in the new year', async () => {
    const { client, registry, begin, classes, vera } = await summerDesk();
    const { undoRunId } = await begin({ logins: 'keep' });
    const eleventh = (await classes())['11А']?.id ?? 0;
    await client.pupils.correct({ personId: vera, classId: eleventh });
    const before = await dump(registry);
    expect(await reasonOf(client.journal.undo({ runId: undoRunId }))).toBe('year-in-use');
    expect(await dump(registry)).toEqual(before);
  });

  test('whatever was decided', async () => {
    const desk = await summerDesk();
    const before = atRest(await dump(desk.registry));
    const place = fc.constantFrom(
      { become: 'class' as const, title: '6А' },
      { become: 'class' as const, title: '5А' },
      { become: 'class' as const, title: '11Б' },
      { become: 'graduates' as const, title: '' },
    );
    const decisions = fc.record({
      classes: fc.tuple(place, place).map(([one, other]) => [
        { ...one, classId: desk.classId('5А'), teacherGoes: true },
        { ...other, classId: desk.classId('10А'), teacherGoes: false },
      ]),
      pupils: fc.array(
        place.map((one) => ({ ...one, pupilId: desk.vera })),
        { maxLength: 1 },
      ),
      logins: fc.constantFrom('keep' as const, 'prolong' as const, 'expire' as const),
    });
    const property = fc.asyncProperty(decisions, async (wish) => {
      const { undoRunId, moved, graduates } = await desk.begin(wish);
      expect(moved + graduates).toBe(3);
      await desk.client.journal.undo({ runId: undoRunId });
      expect(atRest(await dump(desk.registry))).toEqual(before);
    });
    await fc.assert(property, { numRuns: 12 });
  });
});

test('the journal tells of the year', async () => {
  const { client, begin } = await summerDesk();
  const { undoRunId } = await begin();
  const { entries } = await client.journal.list({});
  expect(entries[0]).toMatchObject({ action: 'year-begun', count: 3, subject: '2027/2028', runId: undoRunId });
});

/** Purged passwords do not come back, and the moment of the last change stays; nothing else may differ. */
function atRest<Dump>(value: Dump): Dump {
  const untold = /^(initialPassword|updatedAt)$/;
  return JSON.parse(JSON.stringify(value), (key, inner) => (untold.test(key) ? null : inner)) as Dump;
}
