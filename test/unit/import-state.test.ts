import { expect, test } from 'vitest';
import { type ImportState, importReducer, startOfImport } from '../../renderer/features/imports/import-state.ts';
import type { ImportPreview } from '../../shared/contract/imports.ts';

const file = { token: 't', name: 'list.csv', sizeBytes: 10 };
const result = {
  importId: 1,
  pupilsCreated: 2,
  pupilsChanged: 0,
  guardiansCreated: 3,
  classesCreated: 1,
  same: 0,
  skipped: 0,
};
const chosen = importReducer(startOfImport, { kind: 'file-chosen', file });

const isPlanned = (state: ImportState) => state.step === 'review' && state.plannedFor === state.choices;

function atReview(state: ImportState): ImportState {
  return importReducer(state, { kind: 'went-to', step: 'review' });
}

test('a chosen file leads to its columns, as guessed', () => {
  expect(chosen).toMatchObject({ step: 'columns', file, preview: undefined, leaveRows: [] });
});

test('a preview stands until a choice changes, so that the next step need not plan again', () => {
  const preview = { previewId: 'p' } as ImportPreview;
  const planned = atReview(importReducer(chosen, { kind: 'preview-arrived', preview }));
  expect(planned).toMatchObject({ step: 'review', preview });
  expect(isPlanned(planned)).toBe(true);
  expect(isPlanned(importReducer(planned, { kind: 'choices-changed', choices: { className: '5А' } }))).toBe(false);
});

test('rows are left out and taken back one by one', () => {
  const once = importReducer(atReview(chosen), { kind: 'row-toggled', rowNumber: 7 });
  expect(once).toMatchObject({ step: 'review', leaveRows: [7] });
  expect(importReducer(once, { kind: 'row-toggled', rowNumber: 7 })).toMatchObject({ leaveRows: [] });
});

test('another reading forgets which rows were left out: their numbers may mean other people', () => {
  const left = importReducer(chosen, { kind: 'row-toggled', rowNumber: 7 });
  const changed = importReducer(left, { kind: 'choices-changed', choices: { reading: { delimiter: ',' } } });
  expect(changed).toMatchObject({ choices: { reading: { delimiter: ',' }, className: '' }, leaveRows: [] });
});

test('going back to the file starts anew', () => {
  expect(importReducer(atReview(chosen), { kind: 'went-to', step: 'file' })).toEqual(startOfImport);
});

test('what comes too late changes nothing', () => {
  expect(importReducer(startOfImport, { kind: 'row-toggled', rowNumber: 1 })).toEqual(startOfImport);
  const done = importReducer(atReview(chosen), { kind: 'applied', result });
  expect(importReducer(done, { kind: 'went-to', step: 'review' })).toEqual({ step: 'done', result });
});
