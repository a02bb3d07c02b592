import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isRefusedFor } from '../../main/registry/refuse.ts';
import type { DrawItem } from '../../shared/contract/slips.ts';
import { makePaperDesk, type PaperDesk } from '../support/paper-desk.ts';

let made: PaperDesk;
const school = { kind: 'school' } as const;
const guid = '0F8FAD5B-D9CB-469F-A165-70867728950E';
const other = '7C9E6679-7425-40DE-944B-E07FC1F90AE7';

beforeEach(async () => {
  made = await makePaperDesk();
  await made.client.settings.save({ diarySystemId: 'in-class' });
});
afterEach(() => made.close());

const [max, vera, anna] = [0, 1, 2];
const pupil = (index: number) => made.pupilIds[index] ?? 0;
const textsOf = (items: readonly DrawItem[]) => items.flatMap((item) => (item.kind === 'text' ? [item.text] : []));

async function slipTexts(which: 'new' | 'waiting' = 'new') {
  const { sheets, ...facts } = await made.client.slips.preview({ selection: { scope: school, which, perPage: 4 } });
  return { texts: sheets.flatMap(({ items }) => textsOf(items)).join(' '), ...facts };
}

describe('one code', () => {
  test.each([`{${guid.toLowerCase()}}`, guid.replaceAll('-', ''), ` ${guid} `])(
    '%s is kept in one form',
    async (value) => {
      expect(await made.client.codes.save({ pupilId: pupil(anna), value })).toMatchObject({
        kind: 'saved',
        value: guid,
      });
    },
  );

  test('with a Cyrillic letter is refused with its place', async () => {
    const value = guid.replace('A', 'А');
    expect(await made.client.codes.save({ pupilId: pupil(anna), value })).toEqual({
      ...{ kind: 'invalid', expected: 'hex-digit', char: 'А', lookAlike: true },
      position: guid.indexOf('A') + 1,
    });
  });

  test('that another pupil has is refused, and both are named', async () => {
    await made.client.codes.save({ pupilId: pupil(max), value: guid });
    expect(await made.client.codes.save({ pupilId: pupil(anna), value: guid.toLowerCase() })).toMatchObject({
      kind: 'taken',
      owner: { title: 'Иванов Максим Петрович', className: '10А' },
      wanted: { title: 'Иванова Анна Петровна', className: '5А' },
    });
  });

  test('is changed, found by the search, and taken away', async () => {
    await made.client.codes.save({ pupilId: pupil(anna), value: guid });
    const saved = await made.client.codes.save({ pupilId: pupil(anna), value: other });
    expect((await made.client.pupils.ids({ filter: { query: other.slice(0, 8) } })).length).toBe(1);
    await made.client.codes.remove({ codeId: saved.kind === 'saved' ? saved.codeId : 0 });
    expect((await made.client.codes.list({ scope: school, which: 'without' })).rows).toHaveLength(3);
  });

  test('may stand in several diaries', async () => {
    await made.client.codes.save({ pupilId: pupil(anna), value: guid });
    await made.client.codes.save({ pupilId: pupil(anna), value: 'Ш47', diarySystemId: 'gshis' });
    const { rows } = await made.client.codes.list({ scope: school, diarySystemId: 'gshis' });
    expect(rows.filter(({ value }) => value !== null)).toMatchObject([{ value: 'Ш47' }]);
  });
});

test('a pasted list is shown first, then written; namesakes, strangers and wrong codes are told', async () => {
  const text = [
    `Иванова Анна Петровна\t${guid}`,
    `Яковлева Вера;${guid}`,
    'Иванов Максим 123',
    'Никто Никита\tx',
    '',
  ].join('\n');
  const shown = await made.client.codes.paste({ scope: school, text, apply: false });
  expect(shown.lines.map(({ line, outcome }) => [line, outcome.kind])).toEqual([
    [1, 'new'],
    [2, 'taken'],
    [3, 'invalid'],
    [4, 'nobody'],
  ]);
  expect((await made.client.codes.list({ scope: school, which: 'without' })).rows).toHaveLength(3);
  expect(await made.client.codes.paste({ scope: school, text, apply: true })).toMatchObject({ saved: 1 });
  const again = await made.client.codes.paste({ scope: school, text, apply: true });
  expect([again.saved, again.lines[0]?.outcome.kind]).toEqual([0, 'same']);
});

test('who has no code is counted by class', async () => {
  await made.client.codes.save({ pupilId: pupil(vera), value: guid });
  expect(await made.client.codes.coverage({})).toMatchObject([
    { className: '5А', pupils: 2, without: 1 },
    { className: '10А', pupils: 1, without: 1 },
  ]);
});

describe('on slips', () => {
  beforeEach(() => made.client.credentials.issue({ scope: school, for: ['pupil', 'guardian'] }));

  test('a code that the school gives stands on the pupil’s and on the guardians’ slips', async () => {
    await made.client.codes.save({ pupilId: pupil(vera), value: guid });
    expect((await slipTexts()).texts.split(guid)).toHaveLength(3);
  });

  test('by application is held back until applications are registered', async () => {
    await made.client.settings.save({ diarySystemId: 'rujel' });
    await made.client.credentials.issue({ scope: school, for: ['pupil', 'guardian'] });
    const saving = made.client.codes.save({ pupilId: pupil(vera), value: guid });
    expect(await saving.then(String, (error) => isRefusedFor(error, 'application-needed'))).toBe(true);
    await made.client.settings.save({ codeNeedsApplication: false });
    await made.client.codes.save({ pupilId: pupil(vera), value: guid });
    expect((await slipTexts()).texts).toContain(guid);
    await made.client.settings.save({ codeNeedsApplication: true });
    expect(await slipTexts()).toMatchObject({ codesHeldBack: true, texts: expect.not.stringContaining(guid) });
  });
});

test('a request to the vendor names pupils, guardians and class, and only those without a code', async () => {
  await made.client.settings.save({ diarySystemId: 'rosdnevnik' });
  await made.client.codes.save({ pupilId: pupil(vera), value: guid });
  const { text, subject, pupils } = await made.client.codes.supportRequest({ scope: school });
  expect(pupils).toBe(2);
  expect(subject).toContain('РосДневник');
  expect(text).toContain('Иванова Анна Петровна, класс 5А. Родители: Иванова Мария Сергеевна, Иванов Пётр Ильич.');
  expect(text).not.toContain('Яковлева');
});
