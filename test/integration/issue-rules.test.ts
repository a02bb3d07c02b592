import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Language, Scope } from '../../shared/contract/base.ts';
import type { SlipSelectionInput } from '../../shared/contract/slips.ts';
import { paper as english } from '../../shared/i18n/en/paper.ts';
import { paper as russian } from '../../shared/i18n/ru/paper.ts';
import { everybody, makePaperDesk, type PaperDesk } from '../support/paper-desk.ts';
import { poppler } from '../support/pdf-text.ts';

let made: PaperDesk;
beforeEach(async () => {
  made = await makePaperDesk();
  onTestFinished(() => made.close());
});

const credentials = () => made.registry.db.selectFrom('credential').selectAll().orderBy('id').execute();

/** The printed slips as bytes and as a reader has them; they are confirmed as printed. */
async function print(more: Partial<SlipSelectionInput> = {}) {
  const { batchId, documentToken } = await made.client.slips.prepare({ selection: { ...everybody, ...more } });
  const bytes = Uint8Array.from(made.documents.find(documentToken)?.bytes ?? []);
  await made.client.slips.confirmPrinted({ batchId });
  return { bytes, text: poppler('pdftotext', bytes, '-raw').replace(/\s+/g, ' ') };
}

describe('how long a login lasts', () => {
  test.each([
    ['academic-year', 'ru', 'Действует до 31.08.2027'],
    ['study', 'ru', 'Действует весь период обучения'],
    ['days', 'ru', 'Действует до 01.10.2026'],
    ['academic-year', 'en', 'Valid until 31.08.2027'],
    ['study', 'en', english.slip.validForStudy],
    ['days', 'en', 'Valid until 01.10.2026'],
  ] as const)('%s is printed on every slip in %s as «%s»', async (validity, language, expected) => {
    await made.client.settings.save({ validity, validityDays: 30 });
    await made.client.credentials.issue(everybody);
    const { text } = await print({ language });
    expect(text.split(expected)).toHaveLength(7);
  });
});

describe.each<[Language, string]>([
  ['ru', russian.slip.loginChanged],
  ['en', english.slip.loginChanged],
])('a changed login, in %s', (language, signInAnew) => {
  test('says «sign in anew» on its next slip; the same login with a new password does not', async () => {
    await made.client.credentials.issue(everybody);
    expect((await print({ language })).text).not.toContain(signInAnew);
    const target = { kind: 'scope' as const, scope: { kind: 'school' } as const, for: everybody.for };
    await made.client.credentials.reissue({ target, reason: 'lost' });
    expect((await print({ language })).text).not.toContain(signInAnew);
    await made.client.credentials.reissue({ target, reason: 'surname-changed', newLogin: true });
    expect((await print({ language })).text.split(signInAnew)).toHaveLength(7);
  });
});

test('nobody’s password holds the own login, a part of the own name, or the day or year of birth', async () => {
  const words = { kind: 'words', language: 'ru', words: 3 } as const;
  const digits = { kind: 'digits', length: 6 } as const;
  const { pupilIds } = made;
  // «Лис Марта Кит»: each part is a word that passwords are made of.
  const [first = 0] = pupilIds;
  const lis = { surname: 'Лис', firstName: 'Марта', patronymic: 'Кит' };
  await made.registry.db.updateTable('person').set(lis).where('id', '=', first).execute();
  const scope: Scope = { kind: 'pupils', pupilIds: [first] };
  const issued: string[] = [];
  const issueMany = async (pupil: typeof words | typeof digits) => {
    await made.client.settings.save({
      passwords: { pupil, guardian: pupil, youngest: pupil, youngestUpToGrade: 0 },
    });
    await made.client.credentials.issue({ scope, for: ['pupil'] });
    for (let turn = 0; turn < 150; turn += 1) {
      await made.client.credentials.reissue({ target: { kind: 'scope', scope, for: ['pupil'] }, reason: 'other' });
      const live = await made.registry.db.selectFrom('credential').select('initialPassword').execute();
      issued.push(...live.flatMap(({ initialPassword }) => initialPassword ?? []));
    }
  };
  await issueMany(words);
  expect(issued.length).toBeGreaterThan(149);
  expect(issued.filter((password) => /lis|marta|kit/.test(password))).toEqual([]);
  issued.length = 0;
  await issueMany(digits);
  expect(issued.filter((password) => /2015|0505/.test(password))).toEqual([]);
});

describe('whose slips are printed', () => {
  test('those chosen in a table, and no others', async () => {
    await made.client.credentials.issue(everybody);
    const scope: Scope = { kind: 'pupils', pupilIds: [made.pupilIds[2] ?? 0] };
    const { text } = await print({ scope, for: ['pupil'] });
    expect(text).toContain('ivanovaap');
    expect(text).not.toMatch(/ivanovmp|iakovlevavo|ivanovams/);
  });

  test('by class and surname, each guardian after the child', async () => {
    await made.client.credentials.issue(everybody);
    const { text } = await print({ perPage: 1 });
    const order = ['ivanovaap', 'ivanovams', 'ivanovpi', 'iakovlevavo', 'iakovlevoiu', 'ivanovmp'];
    const places = order.map((login) => text.indexOf(` ${login} `));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(Math.min(...places)).toBeGreaterThan(0);
  });
});

test('the school’s logo is a picture on every slip of every kind of paper, and is gone when it is taken away', async () => {
  await made.client.credentials.issue(everybody);
  const logo = new PNG({ width: 48, height: 16 });
  logo.data.fill(0xff).fill(0x20, 0, logo.data.length / 2);
  const base64 = PNG.sync.write(logo).toString('base64');
  await made.client.settings.saveLogo({ base64 });
  const pictures = (bytes: Uint8Array): number => {
    const file = join(made.folder, 'slips.pdf');
    writeFileSync(file, bytes);
    return execFileSync('pdfimages', ['-list', file], { encoding: 'utf8' })
      .split('\n')
      .filter((line) => /\bimage\b.*\b48\s+16\b/.test(line)).length;
  };
  expect(pictures((await print({ which: 'waiting', perPage: 1 })).bytes)).toBe(6);
  expect(pictures((await print({ which: 'waiting', perPage: 8 })).bytes)).toBeGreaterThan(0);
  await made.client.settings.saveLogo({ base64: null });
  expect(pictures((await print({ which: 'waiting', perPage: 1 })).bytes)).toBe(0);
});

test('initial passwords that came from the diary go the same way: printed, then gone at handover', async () => {
  await made.client.settings.save({ diarySystemId: 'gshis', loginScheme: { kind: 'imported' } });
  const text = 'Иванова Анна Петровна\t77010001\tq1w2e3r4';
  await made.client.credentials.paste({ ...everybody, text, apply: true });
  expect((await print()).text).toContain('77010001');
  const [row] = await made.client.handover.list({ scope: { kind: 'school' } });
  expect((await credentials()).map(({ initialPassword }) => initialPassword)).toEqual(['q1w2e3r4']);
  await made.client.handover.mark({ credentialIds: [row?.credentialId ?? 0] });
  expect((await credentials()).map(({ initialPassword }) => initialPassword)).toEqual([null]);
});
