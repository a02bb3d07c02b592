import { expect, test } from 'vitest';
import { schoolDesk } from '../support/paper-desk.ts';
import { poppler } from '../support/pdf-text.ts';
import { fieldOf } from '../support/refusals.ts';

const nanny = { surname: 'Осипова', firstName: 'Нина', patronymic: '', phone: '8 926 123-45-67', snils: '' };
const asked = { ...nanny, services: ['diary' as const], note: 'няня' };

test('an invitation goes its way with its days, and every step is taken back from the journal', async () => {
  const { client, anna, mother, setNow } = await schoolDesk();
  const { trustedId } = await client.trusted.save({ ...asked, pupilId: anna, invitedBy: mother });
  setNow('2026-09-02T08:00:00.000Z');
  await client.trusted.step({ trustedId, state: 'accepted' });
  setNow('2026-09-04T08:00:00.000Z');
  const [late] = (await client.trusted.list({ pupilId: anna })).people;
  expect(late).toMatchObject({
    ...{ phone: '+7 926 123-45-67', state: 'accepted', acceptedOn: '2026-09-02', late: true },
    invitedBy: { id: mother, name: 'Иванова Мария Сергеевна' },
  });
  const { undoRunId } = await client.trusted.step({ trustedId, state: 'active' });
  const seen = async () => (await client.trusted.list({ pupilId: anna })).sights.filter(({ sees }) => sees);
  expect(await seen()).toEqual([
    { name: 'Осипова Нина', role: 'trusted', sees: true, why: 'trusted', restrictions: '' },
  ]);
  await client.journal.undo({ runId: undoRunId ?? 0 });
  expect(await seen()).toEqual([]);
  await client.trusted.step({ trustedId, state: 'withdrawn' });
  expect(await fieldOf(client.trusted.step({ trustedId, state: 'active' }))).toBe('state');
  await client.trusted.step({ trustedId, state: 'invited' });
  expect((await client.trusted.list({ pupilId: anna })).people[0]).toMatchObject({
    ...{ state: 'invited', invitedOn: '2026-09-04', acceptedOn: null, withdrawnOn: null },
  });
});

test('a person is known by surname and a number; only a guardian of the pupil invites', async () => {
  const { client, anna, vera, mother } = await schoolDesk();
  const save = (part: object) => client.trusted.save({ ...asked, pupilId: anna, invitedBy: mother, ...part });
  expect(await fieldOf(save({ phone: '', snils: '' }))).toBe('phone');
  expect(await fieldOf(save({ phone: '12' }))).toBe('phone');
  expect(await fieldOf(save({ snils: '123' }))).toBe('snils');
  expect(await fieldOf(save({ pupilId: vera }))).toBe('not-found');
  const { trustedId } = await save({ phone: '', snils: '112-233-445 95' });
  await save({ trustedId, phone: '', snils: '087-654-303 00', note: 'бабушка' });
  expect(await fieldOf(save({ trustedId, pupilId: vera, invitedBy: null }))).toBe('not-found');
  const { people } = await client.trusted.list({ pupilId: anna });
  expect(people).toMatchObject([{ snils: '087-654-303 00', note: 'бабушка' }]);
});

test('who sees the diary: logins handed over, portal accounts, nobody whose link is hidden', async () => {
  const { client, registry, anna, mother, father } = await schoolDesk();
  const scope = { kind: 'pupils' as const, pupilIds: [anna] };
  await client.credentials.issue({ scope, for: ['pupil'] });
  await registry.db.updateTable('person').set({ entryWay: 'portal' }).where('id', '=', mother).execute();
  await registry.db.updateTable('guardianship').set({ hidden: 1 }).where('guardianId', '=', father).execute();
  const { sights } = await client.trusted.list({ pupilId: anna });
  expect(sights.map(({ name, why }) => [name, why])).toEqual([
    ['Иванова Анна Петровна', 'not-handed-over'],
    ['Иванова Мария Сергеевна', 'portal'],
    ['Иванов Пётр Ильич', 'hidden'],
  ]);
});

test('the note for the guardian names the pupil and whom to invite, and nobody else', async () => {
  const desk = await schoolDesk();
  const { client, anna, vera, mother } = desk;
  const { trustedId } = await client.trusted.save({ ...asked, pupilId: anna, invitedBy: mother });
  const text = async (of: Parameters<typeof client.trusted.instruction>[0]) => {
    const { documentToken } = await client.trusted.instruction(of);
    return poppler('pdftotext', desk.documents.find(documentToken)?.bytes ?? new Uint8Array());
  };
  expect(await text({ pupilId: anna, trustedId })).toContain('Осипова Нина');
  expect(await text({ pupilId: anna })).not.toContain('Осипова');
  expect(await fieldOf(client.trusted.instruction({ pupilId: vera, trustedId }))).toBe('not-found');
});

test('two records made one keep applications and trusted people', async () => {
  const { client, registry, anna, maxim, mother, father } = await schoolDesk();
  await client.trusted.save({ ...asked, pupilId: anna, invitedBy: mother });
  const application = { number: '1', registeredOn: '2026-09-01', kind: 'access', applicant: 'guardian' } as const;
  await client.applications.save({ ...application, applicantId: mother, pupilIds: [anna, maxim] });
  const merge = { keepPersonId: father, dropPersonId: mother };
  await client.credentials.mergeGuardians(merge);
  const [row] = (await client.applications.list({})).rows;
  expect(row).toMatchObject({ applicantId: father, applicantName: 'Иванов Пётр Ильич' });
  expect((await client.trusted.list({ pupilId: anna })).people[0]?.invitedBy?.id).toBe(father);
  const rows = await registry.db.selectFrom('applicationPupil').selectAll().execute();
  expect(rows).toHaveLength(2);
});
