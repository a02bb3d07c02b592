import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { isRefusedFor } from '../../main/registry/refuse.ts';
import type { SlipBlock, SlipTemplate } from '../../shared/contract/slip-templates.ts';
import { everybody, makePaperDesk, type PaperDesk } from '../support/paper-desk.ts';
import { poppler } from '../support/pdf-text.ts';

let made: PaperDesk;
let passwords: readonly string[];

beforeEach(async () => {
  made = await makePaperDesk();
  onTestFinished(() => made.close());
  await made.client.credentials.issue(everybody);
  const rows = await made.registry.db.selectFrom('credential').select('initialPassword').execute();
  passwords = rows.map(({ initialPassword }) => initialPassword ?? '');
});

const block = (kind: SlipBlock['kind'], text = ''): SlipBlock => ({ kind, text, size: 'normal', half: false });
const template: SlipTemplate = {
  name: 'Начальная школа',
  perPage: 4,
  blocks: [block('title', 'Добро пожаловать'), block('name'), block('holder'), block('login'), block('password')],
};
const save = (more: Partial<SlipTemplate> = {}) =>
  made.client.slipTemplates.save({ template: { ...template, ...more } });
const refusedFor = (promise: Promise<unknown>, reason: Parameters<typeof isRefusedFor>[1]) =>
  promise.then(
    () => false,
    (error: unknown) => isRefusedFor(error, reason),
  );

test('an own slip is saved, listed, changed and removed, and the journal says so', async () => {
  const { templateId } = await save();
  expect(await made.client.slipTemplates.list()).toEqual([{ templateId, ...template }]);
  await made.client.slipTemplates.save({ templateId, template: { ...template, name: 'Младшие', perPage: 2 } });
  expect(await made.client.slipTemplates.list()).toEqual([{ templateId, ...template, name: 'Младшие', perPage: 2 }]);
  await made.client.slipTemplates.remove({ templateId });
  expect(await made.client.slipTemplates.list()).toEqual([]);
  const { entries } = await made.client.journal.list({});
  const told = entries.filter(({ action }) => action === 'slip-template-changed').map(({ subject }) => subject);
  expect(told).toEqual(['Младшие', 'Младшие', 'Начальная школа']);
});

test('a name is given once; what is gone is not found', async () => {
  const { templateId } = await save();
  expect(await refusedFor(save(), 'template-exists')).toBe(true);
  expect(await refusedFor(made.client.slipTemplates.remove({ templateId: templateId + 1 }), 'not-found')).toBe(true);
  const selection = { ...everybody, templateId: templateId + 1 };
  expect(await refusedFor(made.client.slips.preview({ selection }), 'not-found')).toBe(true);
});

test('the trial shows sample people, never a password, and says what is wrong; such a slip is not saved', async () => {
  const { sheets, problems } = await made.client.slipTemplates.check({ template });
  expect(problems).toEqual([]);
  const shown = JSON.stringify(sheets);
  expect(shown).toContain('Добро пожаловать');
  expect(passwords.filter((password) => shown.includes(password))).toEqual([]);
  expect(shown).toContain('••••••••••');
  const blocks = template.blocks.filter(({ kind }) => kind !== 'password');
  const wrong = await made.client.slipTemplates.check({ template: { ...template, blocks } });
  expect(wrong.problems).toEqual([{ kind: 'missing', block: 'password', sample: null }]);
  expect(await refusedFor(save({ blocks }), 'template-unusable')).toBe(true);
  expect(await made.client.slipTemplates.list()).toEqual([]);
});

test('slips are printed by it: four a page, its own words, everybody’s own password; the preview hides them', async () => {
  const { templateId } = await save();
  const selection = { ...everybody, templateId };
  const preview = await made.client.slips.preview({ selection });
  expect(preview.pages).toBe(2);
  expect(passwords.filter((password) => JSON.stringify(preview.sheets).includes(password))).toEqual([]);
  const { documentToken, pages } = await made.client.slips.prepare({ selection });
  expect(pages).toBe(2);
  const text = poppler('pdftotext', made.documents.find(documentToken)?.bytes ?? new Uint8Array());
  for (const password of passwords) expect(text.split(password)).toHaveLength(2);
  expect(text.match(/Добро пожаловать/g)).toHaveLength(6);
});

test('an own slip without the code is refused once the school’s diary is one whose code the school gives', async () => {
  const { templateId } = await save();
  await made.client.settings.save({ diarySystemId: 'in-class' });
  const selection = { ...everybody, templateId };
  expect(await refusedFor(made.client.slips.preview({ selection }), 'template-unusable')).toBe(true);
});
