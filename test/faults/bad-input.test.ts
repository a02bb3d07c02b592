import { afterEach, describe, expect, test } from 'vitest';
import { isSound } from '../../main/registry/db/self-test.ts';
import { makeCorpus } from '../support/corpus/corpus.ts';
import { openedAt } from '../support/desk.ts';
import { naughtyStrings, obsceneWords } from '../support/hostile-strings.ts';
import { applyOf, csv, type ImportDesk, makeImportDesk, previewOf } from '../support/imports.ts';
import { everybody, makePaperDesk } from '../support/paper-desk.ts';
import { putSchool } from '../support/school-in-registry.ts';
import { countOutcomes, isFull, report } from './support/profile.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** What has words for a person; anything else would be a crash. */
const isTold = (error: unknown) =>
  error instanceof Error &&
  'code' in error &&
  ['REFUSED', 'HELD', 'BAD_FILE', 'BAD_REQUEST'].includes(String(error.code));

describe('the trap files through the whole import', () => {
  test('each is imported or refused in words, and the registry stays whole', { timeout: 900_000 }, async () => {
    const corpus = await makeCorpus(1);
    const chosen = isFull ? corpus : corpus.filter((_, at) => at % 6 === 0);
    const outcomes: string[] = [];
    const crashed: unknown[] = [];
    const desk = await makeImportDesk();
    closing.push(desk.close);
    for (const { name, bytes } of chosen) {
      const outcome = await importOf(desk, bytes, name).catch((error: unknown) => {
        if (isTold(error)) return 'refused';
        crashed.push({ name, error: String(error) });
        return 'crashed';
      });
      outcomes.push(outcome);
    }
    report({ what: 'trap files through the import', tried: chosen.length, outcomes: countOutcomes(outcomes) });
    expect(crashed).toEqual([]);
    expect(isSound(openedAt(desk.desk).database)).toBe(true);
  });
});

async function importOf(desk: ImportDesk, bytes: Uint8Array, name: string): Promise<string> {
  const preview = await previewOf(desk, desk.file(bytes, `trap-${name.replaceAll(/[^\w.]/g, '_')}`));
  await applyOf(desk, preview);
  return 'imported';
}

const hostile = () => {
  const texts = [...naughtyStrings(), ...Object.values(obsceneWords()).flat()];
  return [...new Set(texts.map((text) => text.trim()))].filter((text) => text !== '' && text.length < 200);
};

describe('naughty strings as names', () => {
  test('come back as typed through lists and cards, and get onto paper', { timeout: 900_000 }, async () => {
    const names = hostile().slice(0, isFull ? 2000 : 600);
    expect(names.length).toBeGreaterThan(500);
    const made = await makePaperDesk({ classes: [], pupils: [] });
    closing.push(made.close);
    const { pupilIds } = await putSchool(made.registry.db, { classes: [schoolClass], pupils: names.map(pupilNamed) });
    const shown = new Set<string>();
    for (let offset = 0; offset < names.length; offset += 200) {
      const { rows } = await made.client.pupils.list({ page: { offset, limit: 200 } });
      for (const { name } of rows) shown.add(name.surname);
    }
    expect(names.filter((name) => !shown.has(name))).toEqual([]);
    for (const pupilId of pupilIds.filter((_, at) => at % 10 === 0)) {
      const card = await made.client.pupils.card({ pupilId });
      expect(names).toContain(card.person.name.surname);
    }
    for (const search of names.slice(0, 120))
      await made.client.pupils.list({ filter: { query: search.slice(0, 100) } });
    await made.client.credentials.issue(everybody);
    const { slips } = await made.client.slips.prepare({ selection: { scope: everybody.scope } });
    const list = await made.client.lists.prepare({ kind: 'class-list', scope: everybody.scope });
    report({
      what: 'naughty names listed, searched, printed',
      tried: names.length,
      outcomes: { shown: shown.size, slips },
    });
    expect(slips).toBe(names.length);
    expect(list.pages).toBeGreaterThan(1);
    expect(isSound(openedAt(made.desk).database)).toBe(true);
  });

  test('in a table are imported as typed or told by row', { timeout: 900_000 }, async () => {
    const names = hostile().slice(0, isFull ? 2000 : 600);
    const desk = await makeImportDesk();
    closing.push(desk.close);
    const rows = names.map((name, at) => [name, 'Пётр', '5А', `0${1 + (at % 9)}.0${1 + (at % 8)}.2015`]);
    const preview = await previewOf(desk, desk.file(csv(['Фамилия', 'Имя', 'Класс', 'Дата рождения'], ...rows)));
    const { new: added, refused, ambiguous } = preview.counts;
    report({ what: 'naughty names in a table', tried: names.length, outcomes: { new: added, refused, ambiguous } });
    expect(added + refused + ambiguous).toBeGreaterThan(0);
    await applyOf(desk, preview);
    expect(isSound(openedAt(desk.desk).database)).toBe(true);
  });
});

const nobody = { email: '', phone: '', snils: '', guid: '', login: '' };
const teacher = { ...nobody, surname: 'А', firstName: 'Б', patronymic: '', sex: 'female', birthDate: '' } as const;
const schoolClass = { name: '5А', grade: 5, letter: 'А', guid: '', teacher };

function pupilNamed(surname: string) {
  const name = { surname, firstName: 'Пётр', patronymic: '' };
  return { ...nobody, ...name, sex: 'male', className: '5А', guardians: [], birthDate: '2015-05-05' } as const;
}
