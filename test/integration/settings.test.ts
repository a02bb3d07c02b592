import { afterEach, beforeEach, expect, test } from 'vitest';
import { firstSettings } from '../../main/registry/db/settings.ts';
import { makeOpenDesk, schoolAnswers, secondDesk } from '../support/desk.ts';

let made: Awaited<ReturnType<typeof makeOpenDesk>>;
beforeEach(async () => {
  made = await makeOpenDesk();
});
afterEach(() => made.close());

test('a new registry has what was answered and cautious choices for the rest', async () => {
  expect(await made.client.settings.get()).toEqual({
    ...firstSettings,
    schoolName: schoolAnswers.schoolName,
    language: 'ru',
    slipLanguage: 'ru',
    diarySystemId: schoolAnswers.diarySystemId,
    diaryAddress: schoolAnswers.diaryAddress,
    responsiblePerson: '',
    responsibleRoom: '',
    responsibleHours: '',
    loginScheme: { kind: 'transliterated', standard: 'icao-9303', pattern: 'surname-initials' },
    validity: 'academic-year',
    browserHint: true,
    autoLockMinutes: 5,
  });
});

test('saving changes what was given, nothing else, and is recorded', async () => {
  const before = await made.client.settings.get();
  const loginScheme = { kind: 'random', length: 8 } as const;
  const after = await made.client.settings.save({ loginScheme, autoLockMinutes: 15 });
  expect(after).toEqual({ ...before, loginScheme, autoLockMinutes: 15 });
  expect(await made.client.settings.get()).toEqual(after);
  const { entries } = await made.client.journal.list({});
  expect(entries[0]).toMatchObject({ action: 'settings-changed', count: 2 });
});

test('settings outlive a lock', async () => {
  await made.client.settings.save({ responsibleHours: 'вт 15:00–17:00' });
  await made.client.registry.lock();
  const { client, desk } = secondDesk(made);
  await client.registry.unlock({ passphrase: schoolAnswers.passphrase });
  expect((await client.settings.get()).responsibleHours).toBe('вт 15:00–17:00');
  desk.lock('asked');
});

test.each([
  ['an idle time of 16 minutes', { autoLockMinutes: 16 }],
  ['an empty school name', { schoolName: '  ' }],
  ['an unknown setting', { autoLockMinutes: 5, ...{ nonsense: 1 } }],
  ['an unknown diary system', { diarySystemId: 'no-such' }],
])('%s is refused and changes nothing', async (_what, change) => {
  const before = await made.client.settings.get();
  await expect(made.client.settings.save(change)).rejects.toThrow();
  expect(await made.client.settings.get()).toEqual(before);
});

test('the diary systems can be listed before there is a registry', async () => {
  await made.client.registry.lock();
  const systems = await made.client.settings.diarySystems();
  expect(systems.length).toBeGreaterThan(10);
  expect(systems.at(-1)?.id).toBe('other');
});
