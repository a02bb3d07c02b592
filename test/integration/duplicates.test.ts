import { expect, test } from 'vitest';
import { makeSchool } from '../../shared/demo/rosters.ts';
import { makeOpenDesk } from '../support/desk.ts';
import { putSchool } from '../support/school-in-registry.ts';

/** One pupil twice: the second record has another spelling of the name and an e-mail address of its own. */
async function twiceDesk() {
  const desk = await makeOpenDesk();
  const school = makeSchool({ seed: 3, pupils: 4, classes: ['5А'] });
  const [pupil] = school.pupils;
  if (pupil === undefined) throw new Error('no pupil');
  const { pupilIds, classIds } = await putSchool(desk.registry.db, school);
  const again = { ...pupil, patronymic: '' };
  const second = await putSchool(desk.registry.db, { classes: [], pupils: [again] });
  const [keep = 0, drop = 0] = [pupilIds[0], second.pupilIds[0]];
  const address = { kind: 'email', value: 'pupil@mail.ru' } as const;
  await desk.client.pupils.correct({ personId: keep, addContacts: [{ ...address, value: 'old@mail.ru' }] });
  await desk.client.pupils.correct({ personId: drop, addContacts: [address], classId: classIds.get('5А') ?? 0 });
  return { ...desk, keep, drop };
}

test('a duplicate is offered with reasons, merged with the chosen values, and parted again by undo', async () => {
  const { client, keep, drop, close } = await twiceDesk();
  const offered = (await client.duplicates.list()).find(({ first, second }) => first.id === keep && second.id === drop);
  expect(offered?.reasons.map(({ code }) => code)).toContain('patronymic-missing');
  const merged = await client.duplicates.merge({ keepPersonId: keep, dropPersonId: drop, fromDropped: ['email'] });
  const card = await client.pupils.card({ pupilId: keep });
  const current = card.person.contacts.filter(({ validTo }) => validTo === null).map(({ value }) => value);
  expect(current).toEqual(['pupil@mail.ru']);
  expect((await client.pupils.list({})).total).toBe(4);
  await client.journal.undo({ runId: merged.undoRunId ?? 0 });
  expect((await client.pupils.list({})).total).toBe(5);
  const before = await client.pupils.card({ pupilId: keep });
  expect(before.person.contacts.filter(({ validTo }) => validTo === null).map(({ value }) => value)).toEqual([
    'old@mail.ru',
  ]);
  close();
});

test('two people who were told apart are not offered again', async () => {
  const { client, keep, drop, close } = await twiceDesk();
  await client.duplicates.refuse({ firstId: keep, secondId: drop });
  const left = (await client.duplicates.list()).filter(({ first, second }) => first.id === keep && second.id === drop);
  expect(left).toEqual([]);
  await expect(client.duplicates.merge({ keepPersonId: keep, dropPersonId: keep })).rejects.toMatchObject({
    code: 'REFUSED',
  });
  close();
});

test('a card leads to its own pair, which stands before likelier ones', async () => {
  const { client, registry, keep, drop, close } = await twiceDesk();
  const school = makeSchool({ seed: 9, pupils: 3, classes: ['6Б'] });
  await putSchool(registry.db, school);
  await putSchool(registry.db, { classes: [], pupils: school.pupils });
  const pairs = (await client.duplicates.list()).map(({ first, second }) => [first.id, second.id]);
  expect(pairs.length).toBeGreaterThan(1);
  expect(pairs[0]).not.toEqual([keep, drop]);
  for (const personId of [keep, drop]) {
    const own = (await client.duplicates.list({ personId })).map(({ first, second }) => [first.id, second.id]);
    expect(own[0]).toEqual([keep, drop]);
    expect(own.toSorted()).toEqual(pairs.toSorted());
  }
  close();
});
