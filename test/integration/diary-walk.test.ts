import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isRefusedFor } from '../../main/registry/refuse.ts';
import type { DrawItem } from '../../shared/contract/slips.ts';
import { addressOf } from '../../shared/domain/diary-systems/diary-address.ts';
import { schoolGivesCode } from '../../shared/domain/diary-systems/held-back.ts';
import { diarySystems } from '../../shared/domain/diary-systems/index.ts';
import { everybody, makePaperDesk, type PaperDesk } from '../support/paper-desk.ts';

let made: PaperDesk;
const school = { kind: 'school' } as const;
const guid = '0F8FAD5B-D9CB-469F-A165-70867728950E';

beforeEach(async () => {
  made = await makePaperDesk();
});
afterEach(() => made.close());

const textsOf = (items: readonly DrawItem[]) => items.flatMap((item) => (item.kind === 'text' ? [item.text] : []));
/** All words of the slips on a line, as a reader meets them. */
async function slipText(language: 'ru' | 'en' = 'ru', scope: typeof everybody.scope = school) {
  const { sheets } = await made.client.slips.preview({ selection: { scope, perPage: 2, language } });
  return sheets.flatMap(({ items }) => textsOf(items)).join(' ');
}

test('every system of the guide has a profile', () => {
  expect(diarySystems).toHaveLength(17);
});

describe.each(diarySystems.map((system) => [system.id, system] as const))('%s', (id, system) => {
  test.each(['ru', 'en'] as const)('leads from a pupil to a slip in %s', async (language) => {
    await made.client.settings.save({ diarySystemId: id, diaryAddress: '', codeNeedsApplication: false });
    await made.client.credentials.issue(everybody);
    const pupilId = made.pupilIds[2] ?? 0;
    if (system.codeFormat) await made.client.codes.save({ pupilId, value: guid });
    const text = await slipText(language);
    expect(text).toContain('Иванова Анна Петровна');
    expect(text).toContain('ivanovaap');
    expect(text).toContain(system.name[language].split(' ')[0]);
    expect(text).toContain(addressOf(system, ''));
    for (const step of system.signInSteps[language]) expect(text).toContain(step.split(' ').slice(0, 3).join(' '));
    expect(text.includes(guid)).toBe(schoolGivesCode(system) && system.codeFormat !== undefined);
    const familyReads = ['guardian', 'pupil-or-guardian'].includes(system.whoObtainsCode);
    const firstStep = system.codeSteps[language][0] ?? 'no step';
    expect(text.includes(firstStep.slice(0, 12))).toBe(familyReads);
  });
});

describe('own profiles', () => {
  const profile = {
    name: { ru: 'Наш дневник', en: 'Our diary' },
    address: 'https://наш-дневник.example.ru',
    whoObtainsCode: 'school',
    codeName: { ru: 'Номер ученика', en: 'Pupil number' },
    codeFormat: 'text',
    issuesLogins: true,
    signInSteps: { ru: ['Откройте наш дневник.'], en: ['Open our diary.'] },
    codeSteps: { ru: [], en: [] },
    selfServiceRecovery: true,
  } as const;
  const writable = () =>
    JSON.parse(JSON.stringify(profile)) as Parameters<typeof made.client.settings.saveDiarySystem>[0];

  test('are added, changed, chosen, printed, and cannot be removed while in use', async () => {
    const { id } = await made.client.settings.saveDiarySystem(writable());
    await made.client.settings.saveDiarySystem({ ...writable(), id, codeName: { ru: 'Шифр', en: 'Cipher' } });
    await made.client.settings.save({ diarySystemId: id, diaryAddress: '' });
    await made.client.credentials.issue(everybody);
    await made.client.codes.save({ pupilId: made.pupilIds[0] ?? 0, value: 'Ш-47' });
    const text = await slipText();
    for (const part of ['Наш дневник', 'Откройте наш дневник.', 'Шифр', 'Ш-47']) expect(text).toContain(part);
    const removal = made.client.settings.removeDiarySystem({ id });
    expect(await removal.then(String, (error) => isRefusedFor(error, 'in-use-diary'))).toBe(true);
    const second = await made.client.settings.saveDiarySystem(writable());
    await made.client.settings.removeDiarySystem({ id: second.id });
    expect((await made.client.settings.diarySystems()).filter(({ own }) => own).map((one) => one.id)).toEqual([id]);
  });

  test('a known profile cannot be overwritten', async () => {
    const saving = made.client.settings.saveDiarySystem({ ...writable(), id: 'eljur' });
    expect(await saving.then(String, (error) => isRefusedFor(error, 'not-found'))).toBe(true);
  });
});

test('a class of another building has its own diary: its logins, address and slips, and the school’s leave it out', async () => {
  const classId = made.classId('10А');
  const assigned = await made.client.settings.assignDiary({
    ...{ classIds: [classId], diarySystemId: 'eljur', address: 'school7.eljur.ru' },
  });
  expect(assigned).toMatchObject([{ classId, className: '10А', academicYear: '2026/2027', diarySystemId: 'eljur' }]);
  expect(await made.client.credentials.issue({ scope: school, for: ['pupil'] })).toMatchObject({ pupils: 2 });
  const scope = { kind: 'class' as const, classId };
  expect(await made.client.credentials.issue({ scope, for: ['pupil'] })).toMatchObject({ pupils: 1 });
  const text = await slipText('ru', scope);
  expect(text).toContain('school7.eljur.ru');
  expect(await slipText()).not.toContain('Иванов Максим');
  expect((await made.client.handover.list({ scope, for: ['pupil'] })).map(({ login }) => login)).toEqual(['ivanovmp']);
  await made.client.settings.assignDiary({ classIds: [classId], diarySystemId: null });
  expect(await made.client.settings.classDiaries()).toEqual([]);
});
