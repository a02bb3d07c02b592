import { createRouterClient } from '@orpc/server';
import { expect, test } from 'vitest';
import { putClassesOfUser } from '../../main/registry/db/reach.ts';
import { insertUser } from '../../main/registry/db/users.ts';
import { router } from '../../main/registry/router.ts';
import type { DeskClient } from '../../shared/contract/index.ts';
import { schoolDesk } from '../support/paper-desk.ts';

const everybody = { scope: { kind: 'school' as const }, for: ['pupil' as const, 'guardian' as const] };
type Desk = Awaited<ReturnType<typeof schoolDesk>>;

/** The same registry with somebody else signed in. */
async function as({ registry, context, desk }: Desk, role: 'class-teacher' | 'viewer', classIds: number[]) {
  const user = await insertUser(registry.db, { name: role, role, now: context.surroundings.now() });
  await putClassesOfUser(registry.db, user.id, classIds);
  const own = { ...desk, opened: () => ({ ...registry, user }) };
  return createRouterClient(router, { context: { ...context, desk: own } }) as DeskClient;
}

const of = async (client: DeskClient, classId: number | null) =>
  (await client.overview.today()).classes.find((one) => one.classId === classId);

test('how far each class has come: a guardian of two classes counts in both and once in the whole', async () => {
  const { client, classId } = await schoolDesk();
  const nothing = { issued: 0, handedOver: 0, activated: 0, matched: null };
  expect(await of(client, null)).toMatchObject({ people: 6, pupils: 3, ...nothing });
  expect(await of(client, classId('5А'))).toMatchObject({ people: 5, pupils: 2, ...nothing });
  const { issueId } = await client.credentials.issue(everybody);
  expect(issueId).not.toBeNull();
  const { batchId } = await client.slips.prepare({ selection: everybody });
  await client.slips.confirmPrinted({ batchId });
  const [first] = await client.handover.list({ scope: { kind: 'class', classId: classId('10А') } });
  await client.handover.mark({ credentialIds: [first?.credentialId ?? 0] });
  expect(await of(client, null)).toMatchObject({ issued: 6, handedOver: 1, activated: 0 });
  expect(await of(client, classId('5А'))).toMatchObject({ issued: 5, handedOver: 0 });
});

test('what waits: contacts, logins that end within a month, pupils to check', async () => {
  const { client, registry, setNow, vera } = await schoolDesk();
  await client.credentials.issue(everybody);
  await registry.db.updateTable('person').set({ status: 'to-check' }).where('id', '=', vera).execute();
  const before = (await client.overview.today()).today;
  // The Ivanov parents stand in both classes.
  expect(before).toMatchObject({ contacts: 5, expiring: 0, toCheck: 1, applications: { overdue: 0, today: 0 } });
  setNow('2027-08-10T07:00:00.000Z');
  expect((await client.overview.today()).today.expiring).toBe(3);
  const { rows } = await client.pupils.list({ filter: { group: 'expiring' } });
  expect(rows).toHaveLength(3);
  expect((await client.pupils.list({ filter: { group: 'to-check' } })).rows.map(({ id }) => id)).toEqual([vera]);
});

test('a class teacher counts the own class only, a viewer sees numbers without the office', async () => {
  const desk = await schoolDesk();
  await desk.client.credentials.issue(everybody);
  const teacher = await as(desk, 'class-teacher', [desk.classId('10А')]);
  const seen = await teacher.overview.today();
  expect(seen.classes.map(({ classId, people }) => [classId, people])).toEqual([
    [null, 3],
    [desk.classId('10А'), 3],
  ]);
  expect(seen.today).toMatchObject({ contacts: 2, backup: null });
  const viewer = await as(desk, 'viewer', []);
  expect((await viewer.overview.today()).today).toMatchObject({ applications: null, contacts: null, findings: null });
});
