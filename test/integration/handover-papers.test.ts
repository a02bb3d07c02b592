import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { auditAnchor } from '../../main/registry/db/audit.ts';
import type { Receiver } from '../../shared/contract/credentials.ts';
import type { ListKind } from '../../shared/contract/slips.ts';
import { paper as english } from '../../shared/i18n/en/paper.ts';
import { paper as russian } from '../../shared/i18n/ru/paper.ts';
import { everybody, makePaperDesk, type PaperDesk } from '../support/paper-desk.ts';
import { poppler } from '../support/pdf-text.ts';

let made: PaperDesk;
let batchId: number;
let passwords: readonly string[];
const school = { kind: 'school' } as const;
const both = [
  ['ru', russian],
  ['en', english],
] as const;

beforeEach(async () => {
  made = await makePaperDesk();
  onTestFinished(() => made.close());
  await made.client.credentials.issue(everybody);
  const kept = await made.registry.db.selectFrom('credential').select('initialPassword').execute();
  passwords = kept.flatMap(({ initialPassword }) => initialPassword ?? []);
  ({ batchId } = await made.client.slips.prepare({ selection: everybody }));
  await made.client.slips.confirmPrinted({ batchId });
});

const rows = () => made.client.handover.list({ scope: school });
/** The login of somebody by the beginning of the name. */
const idOf = async (start: string) => (await rows()).find(({ title }) => title.startsWith(start))?.credentialId ?? 0;

/** A paper as its reader has it: every run of spaces one space. */
function textOf(documentToken: string): string {
  const text = poppler('pdftotext', made.documents.find(documentToken)?.bytes ?? new Uint8Array(), '-layout');
  expect(passwords.filter((password) => text.includes(password))).toEqual([]);
  return text.replace(/\s+/g, ' ');
}

async function list(kind: ListKind, language: 'ru' | 'en' = 'ru'): Promise<string> {
  return textOf((await made.client.lists.prepare({ kind, scope: school, language })).documentToken);
}

const people = ['Иванова Анна', 'Иванова Мария', 'Иванов Пётр', 'Яковлева Вера', 'Яковлев Олег', 'Иванов Максим'];
const logins = ['ivanovaap', 'ivanovams', 'ivanovpi', 'iakovlevavo', 'iakovlevoiu', 'ivanovmp'];
/** Whose logins a paper has, in the order of `people`. */
const named = (text: string) => people.filter((_, place) => text.split(' ').includes(logins[place] ?? ''));

describe.each(both)('the register in %s', (language, { list: words }) => {
  test('has on each class’s page what receivers agree to, a line for refusals and who hands over', async () => {
    const text = await list('handover-register', language);
    const [first = '', second = ''] = text.split(words.page.replace('{page}', '1').replace('{pages}', '2'));
    for (const page of [first, second]) {
      expect(page).toContain(words.consent);
      expect(page).toContain(words.refusal);
      expect(page).toContain(words.issued);
      for (const column of [words.forWhom, words.login, words.date]) expect(page).toContain(column);
      expect(page.replace(/[ ,]/g, '')).toContain(words.signature.split(/[ ,]/)[0]);
    }
  });

  test('has a row to sign for everybody with a login, once, a guardian with the child’s name', async () => {
    const text = await list('handover-register', language);
    expect(named(text)).toEqual(people);
    for (const login of logins) expect(text.split(` ${login} `)).toHaveLength(2);
    expect(text).toContain('Яковлев Олег Юрьевич (Яковлева В. О.)');
  });
});

describe('who received a slip', () => {
  test.each<[string, string, Receiver | undefined, string, Receiver, string]>([
    ['the pupil it is for', 'Иванова Анна', undefined, '', 'pupil', ''],
    ['the guardian it is for', 'Иванова Мария', undefined, '', 'guardian', ''],
    ['a guardian for the pupil', 'Иванова Анна', 'guardian', '', 'guardian', ''],
    ['a pupil for the guardian', 'Иванова Мария', 'pupil', '', 'pupil', ''],
    ['somebody by trust', 'Иванова Анна', 'trusted', 'Тихонова Раиса Львовна', 'trusted', 'Тихонова Раиса Львовна'],
  ])('%s is kept with the day', async (_, whose, receivedBy, receiverName, by, name) => {
    const credentialId = await idOf(whose);
    const receipt = { receiverName, receivedOn: '2026-08-30', ...(receivedBy ? { receivedBy } : {}) };
    await made.client.handover.mark({ credentialIds: [credentialId], ...receipt });
    const row = (await rows()).find((one) => one.credentialId === credentialId);
    expect(row).toMatchObject({ state: 'handed-over', receivedBy: by, receiverName: name, receivedOn: '2026-08-30' });
    const others = (await rows()).filter((one) => one.credentialId !== credentialId);
    expect(others.every((one) => one.receivedBy === null && one.state === 'printed')).toBe(true);
  });

  test('by trust is forgotten with a tick that is taken back, and the journal tells both', async () => {
    const credentialIds = [await idOf('Иванова Анна')];
    await made.client.handover.mark({ credentialIds, receivedBy: 'trusted', receiverName: 'Тихонова Раиса Львовна' });
    await made.client.handover.takeBack({ credentialIds });
    const [anna] = await rows();
    expect(anna).toMatchObject({ state: 'printed', receivedBy: null, receiverName: '', receivedOn: null });
    const { entries } = await made.client.journal.list({});
    expect(entries.slice(0, 2).map(({ action }) => action)).toEqual(['taken-back', 'handed-over']);
  });
});

test('who refuses stays on the list of those who have not received, password kept, and the journal knows', async () => {
  const credentialIds = [await idOf('Яковлев Олег')];
  await made.client.handover.mark({ credentialIds: [await idOf('Яковлева Вера')] });
  expect(await made.client.handover.refuse({ credentialIds, refused: true })).toEqual({ noted: 1 });
  expect((await rows()).find(({ refusedOn }) => refusedOn !== null)).toMatchObject({
    title: 'Яковлев Олег Юрьевич',
    refusedOn: '2026-09-01',
    state: 'printed',
  });
  expect(named(await list('not-received'))).toEqual(people.filter((name) => name !== 'Яковлева Вера'));
  const { entries } = await made.client.journal.list({});
  expect(entries.map(({ action }) => action)).toContain('slip-refused');
  await made.client.handover.refuse({ credentialIds, refused: false });
  expect((await rows()).every(({ refusedOn }) => refusedOn === null)).toBe(true);
});

describe('lists to follow up', () => {
  test('who has not received, who has not signed in, whose login ends soon: exactly those', async () => {
    const [anna, maria, pyotr] = await Promise.all(people.slice(0, 3).map(idOf));
    await made.client.handover.mark({ credentialIds: [anna ?? 0, maria ?? 0, pyotr ?? 0] });
    await made.client.credentials.mark({ credentialIds: [maria ?? 0], state: 'activated' });
    expect(named(await list('not-received'))).toEqual(people.slice(3));
    expect(named(await list('never-activated'))).toEqual(['Иванова Анна', 'Иванов Пётр']);
    expect(await list('never-activated')).toContain('01.09.2026');
    const nothing = await made.client.lists.prepare({ kind: 'expiring', scope: school }).catch(() => 'nobody');
    expect(nothing).toBe('nobody');
    await made.registry.db.updateTable('credential').set({ expiresOn: '2026-09-20' }).where('id', '=', 1).execute();
    const expiring = await list('expiring');
    expect(named(expiring)).toHaveLength(1);
    expect(expiring).toContain('20.09.2026');
  });

  test('who has no code: names by class, without logins', async () => {
    await made.client.settings.save({ diarySystemId: 'in-class' });
    const value = '0F8FAD5B-D9CB-469F-A165-70867728950E';
    await made.client.codes.save({ pupilId: made.pupilIds[2] ?? 0, value });
    const text = await list('no-code');
    expect(['Иванова Анна', 'Яковлева Вера', 'Иванов Максим'].map((name) => text.includes(name))).toEqual([
      false,
      true,
      true,
    ]);
    expect(named(text)).toEqual([]);
    expect(text).not.toContain(value);
  });

  test('the teacher’s second paper has everybody’s login and nobody’s password', async () => {
    expect(named(await list('teacher-paper'))).toEqual(people);
  });
});

test.each(both)(
  'the sheet of a batch in %s: count, the end of the journal, spoiled slips to destroy',
  async (language, { list: words }) => {
    await made.client.slips.spoil({ batchId, positions: [2, 5] });
    const anchor = await auditAnchor(made.registry.db);
    const { documentToken, pages } = await made.client.slips.batchSheet({ batchId, language });
    const text = textOf(documentToken);
    expect(pages).toBe(1);
    expect(anchor).toMatch(/^\d+-[0-9a-f]{8}$/);
    const facts = { slips: '6', spoiled: '2', anchor };
    expect(text).toContain(words.batchFacts.replace(/\{(\w+)\}/g, (_, name: keyof typeof facts) => facts[name]));
    expect(named(text)).toHaveLength(2);
    expect(text).toContain(words.destroyedBy);
    const printed = await made.registry.db
      .selectFrom('slip')
      .innerJoin('credential', 'credential.id', 'slip.credentialId')
      .select('login')
      .where('position', 'in', [2, 5])
      .execute();
    for (const { login } of printed) expect(text).toContain(login);
  },
);

test('a batch with nothing spoiled says so', async () => {
  expect(textOf((await made.client.slips.batchSheet({ batchId })).documentToken)).toContain(
    russian.list.nothingSpoiled,
  );
});
