import { expect, test } from 'vitest';
import { acceptAll, takenCounts } from '../../renderer/features/imports/acceptance.ts';
import {
  type ImportState,
  importReducer,
  isConfirmed,
  noDecisions,
  startOfImport,
} from '../../renderer/features/imports/import-state.ts';
import type { ImportPreview } from '../../shared/contract/imports.ts';

const file = { token: 't', name: 'list.csv', sizeBytes: 10 };
const result = {
  importId: 1,
  pupilsCreated: 2,
  pupilsChanged: 0,
  guardiansCreated: 3,
  classesCreated: 1,
  staff: 0,
  credentialsCreated: 0,
  toCheck: 0,
  left: 0,
  same: 0,
  skipped: 0,
};
const chosen = importReducer(startOfImport, { kind: 'file-chosen', file });

const isPlanned = (state: ImportState) => state.step === 'review' && state.plannedFor === state.choices;

function atReview(state: ImportState): ImportState {
  return importReducer(state, { kind: 'went-to', step: 'review' });
}

const preview = {
  previewId: 'p',
  counts: { new: 3, changed: 2, same: 0, ambiguous: 1, missing: 4, refused: 0 },
} as ImportPreview;
const planned = atReview(importReducer(chosen, { kind: 'preview-arrived', preview, decisions: noDecisions }));
const leave = (state: ImportState, rowNumber: number) =>
  importReducer(state, { kind: 'row-toggled', row: { rowNumber, pile: 'new' } });

test('a chosen file leads to its columns, as guessed', () => {
  expect(chosen).toMatchObject({ step: 'columns', file, preview: undefined, accepted: acceptAll });
});

test('a preview stands until a choice changes, so that the next step need not plan again', () => {
  expect(planned).toMatchObject({ step: 'review', preview });
  expect(isPlanned(planned)).toBe(true);
  expect(isPlanned(importReducer(planned, { kind: 'choices-changed', choices: { className: '5А' } }))).toBe(false);
});

test('rows are left out and taken back one by one', () => {
  const once = leave(planned, 7);
  expect(once).toMatchObject({ step: 'review', accepted: { leaveRows: [{ rowNumber: 7, pile: 'new' }] } });
  expect(leave(once, 7)).toMatchObject({ accepted: { leaveRows: [] } });
});

test('a change is left; a value typed by hand is taken from the file only when asked', () => {
  const change = { rowNumber: 2, key: 'pupil.surname', pile: 'same' };
  const left = importReducer(planned, { kind: 'field-toggled', change, kept: false });
  const { pile: _, ...ref } = change;
  expect(left).toMatchObject({ accepted: { leaveFields: [ref], takeFields: [] } });
  const taken = importReducer(planned, { kind: 'field-toggled', change, kept: true });
  expect(taken).toMatchObject({ accepted: { leaveFields: [], takeFields: [change] } });
  expect(importReducer(taken, { kind: 'field-toggled', change: { ...change }, kept: true })).toMatchObject({
    accepted: acceptAll,
  });
});

test('a row of which only a value typed by hand is taken counts as changed', () => {
  const change = { rowNumber: 2, key: 'pupil.surname', pile: 'same' };
  const taken = importReducer(planned, { kind: 'field-toggled', change, kept: true });
  const both = importReducer(taken, {
    kind: 'field-toggled',
    change: { ...change, key: 'pupil.birthDate' },
    kept: true,
  });
  const counts = (state: typeof taken) =>
    state.step === 'review' && state.preview !== undefined ? takenCounts(state.preview, state.accepted).changed : -1;
  expect([planned, taken, both].map((state) => counts(state) - counts(planned))).toEqual([0, 1, 1]);
  const inChanged = importReducer(planned, {
    kind: 'field-toggled',
    change: { ...change, pile: 'changed' },
    kept: true,
  });
  expect(counts(inChanged)).toBe(counts(planned));
});

test('what the last button counts: piles without what was left out', () => {
  const some = importReducer(leave(planned, 7), { kind: 'pupil-toggled', pupilId: 5 });
  const none = importReducer(some, { kind: 'pile-toggled', pile: 'changed' });
  expect(none.step === 'review' && takenCounts(preview, none.accepted)).toEqual({ new: 2, changed: 0, missing: 3 });
});

test('decisions wait until they are planned with, and the last one about a row counts', () => {
  const first = importReducer(planned, { kind: 'decided', rowNumber: 4, pupilId: 11 });
  const second = importReducer(first, { kind: 'decided', rowNumber: 4, pupilId: 'new' });
  expect(second).toMatchObject({ decisions: [{ rowNumber: 4, pupilId: 'new' }], decidedFor: [] });
  const withdrawn = importReducer(second, { kind: 'decided', rowNumber: 4, pupilId: undefined });
  expect(withdrawn.step === 'review' && withdrawn.decisions === withdrawn.decidedFor).toBe(true);
});

test('a brake is confirmed by its own number only', () => {
  const hold = { kind: 'class-emptied', number: 12, className: '5А' } as const;
  const typed = importReducer(planned, { kind: 'hold-typed', hold });
  const confirmed = typed.step === 'review' ? typed.confirmed : [];
  expect(isConfirmed(confirmed, hold)).toBe(true);
  expect(isConfirmed(confirmed, { ...hold, number: 13 })).toBe(false);
  expect(isConfirmed(confirmed, { ...hold, className: '5Б' })).toBe(false);
});

test('another reading forgets what was left out and decided: row numbers may mean other people', () => {
  const left = importReducer(leave(chosen, 7), { kind: 'decided', rowNumber: 4, pupilId: 11 });
  const changed = importReducer(left, { kind: 'choices-changed', choices: { reading: { delimiter: ',' } } });
  expect(changed).toMatchObject({
    choices: { reading: { delimiter: ',' }, className: undefined },
    accepted: acceptAll,
    decisions: [],
  });
});

test('going back to the file starts anew', () => {
  expect(importReducer(planned, { kind: 'went-to', step: 'file' })).toEqual(startOfImport);
});

test('what comes too late changes nothing', () => {
  expect(leave(startOfImport, 1)).toEqual(startOfImport);
  const done = importReducer(planned, { kind: 'applied', result });
  expect(importReducer(done, { kind: 'went-to', step: 'review' })).toEqual({ step: 'done', result, previewId: 'p' });
});
