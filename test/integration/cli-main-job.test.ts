import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { poppler } from '../support/pdf-text.ts';
import { makeCliPlace } from './cli-process.ts';

const pupils = [
  '5А;Алексеева;Мария Игоревна;ж;14.03.2015',
  '5 а;Богданов;Пётр Ильич;м;02.11.2014',
  '5Б;Королёва;Анна Сергеевна;ж;30.06.2015',
];

describe('the main job from the command line, each step in a process of its own', { timeout: 120_000 }, () => {
  const place = makeCliPlace();
  afterAll(place.remove);

  test('create tells the recovery code once', () => {
    const made = place.json([
      'create',
      '--school',
      'Школа № 1',
      '--diary',
      'regional',
      '--address',
      'https://dnevnik.example',
    ]);
    expect(made).toEqual({ file: place.registry, recoveryCode: expect.stringMatching(/^[0-9A-Z-]{30,}$/) });
    expect(readFileSync(place.registry).toString('latin1')).not.toContain('SQLite format 3');
  });

  test('import writes everything, and nothing the second time', () => {
    const table = place.table('list.csv', pupils);
    expect(place.json(['import', table])).toMatchObject({
      counts: { new: 3 },
      result: { pupilsCreated: 3, classesCreated: 2 },
    });
    expect(place.json(['import', table])).toMatchObject({ counts: { new: 0, changed: 0, same: 3 }, result: null });
  });

  test.each(['5А', '5а', '5-A', '5 «А» класс'])('people finds the class however it is written: %s', (spelling) => {
    expect(place.json(['people', '--class', spelling])).toMatchObject({ total: 2 });
  });

  test('people searches', () => {
    expect(place.json(['people', '--query', 'королева'])).toMatchObject({ rows: [{ className: '5Б', state: 'none' }] });
  });

  test('reconcile tells of every row of a portal file whom it is and what differs', () => {
    const file = place.table('portal.csv', [
      '5А;Алексеева;Мария Игоревна;ж;14.03.2015',
      '5Б;Чужой;Глеб Ильич;м;01.01.2015',
    ]);
    const { run, rows } = place.json(['reconcile', file]) as { run: unknown; rows: readonly unknown[] };
    expect(run).toMatchObject({ fileName: 'portal.csv', counts: { people: 2, linked: 1, unlinked: 1 } });
    expect(rows).toMatchObject([
      { row: 2, verdict: 'linked', personId: expect.any(Number), importedFrom: 'list.csv', importRow: 2, findings: [] },
      { row: 3, verdict: 'none', personId: null, findings: [{ code: 'only-in-portal' }] },
    ]);
  });

  test('issue makes logins for those who lack them', () => {
    expect(place.json(['issue', '--class', '5А', '--for', 'pupils'])).toMatchObject({ pupils: 2, guardians: 0 });
    expect(place.json(['issue', '--class', '5А', '--for', 'pupils'])).toMatchObject({ issueId: null, pupils: 0 });
  });

  test('print writes a file only its owner can read, and marks the slips', () => {
    const out = join(place.folder, 'slips.pdf');
    expect(place.json(['print', '--class', '5А', '--out', out])).toMatchObject({ file: out, slips: 2, printed: 2 });
    expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-');
    expect(statSync(out).mode & 0o777).toBe(0o600);
    expect(place.json(['people', '--class', '5А'])).toMatchObject({
      rows: [{ state: 'printed' }, { state: 'printed' }],
    });
  });

  test('print refuses to replace a file, and to a folder that is not there leaves the slips unprinted', () => {
    const unknown = ['print', '--class', '5А', '--guardians', 'uncles', '--out', join(place.folder, 'uncles.pdf')];
    expect(place.run(unknown)).toMatchObject({ code: 1, out: '' });
    const again = place.run(['print', '--class', '5А', '--again', '--out', join(place.folder, 'slips.pdf')]);
    expect(again).toMatchObject({ code: 1, out: '' });
    place.json(['issue', '--class', '5Б', '--for', 'pupils']);
    const nowhere = place.run(['print', '--class', '5Б', '--out', join(place.folder, 'none', 'slips.pdf')]);
    expect(nowhere).toMatchObject({ code: 1, out: '' });
    expect(place.json(['people', '--class', '5Б'])).toMatchObject({ rows: [{ state: 'generated' }] });
  });

  test('lists are printed without passwords', () => {
    const out = join(place.folder, 'register.pdf');
    expect(place.json(['print', '--list', 'handover-register', '--class', '5А', '--out', out])).toMatchObject({
      pages: 1,
    });
  });

  test('handover marks what was printed, once', () => {
    expect(place.json(['handover', '--class', '5А'])).toEqual({ handedOver: 2, purgedPasswords: 2 });
    expect(place.json(['handover', '--class', '5А'])).toEqual({ handedOver: 0, purgedPasswords: 0 });
  });

  test('the next day everything is there', () => {
    expect(place.json(['handover', '--class', '5А', '--list'])).toMatchObject([
      { state: 'handed-over' },
      { state: 'handed-over' },
    ]);
    expect(place.json(['people'])).toMatchObject({ total: 3 });
  });

  test('and no process has said a password on the way', () => {
    const text = poppler('pdftotext', readFileSync(join(place.folder, 'slips.pdf')));
    // A login stands on the slip and on its stub, a password once.
    const words: readonly string[] = text.match(/^[a-z2-9]{10}$/gm) ?? [];
    const passwords = words.filter((word) => words.indexOf(word) === words.lastIndexOf(word));
    expect(passwords).toHaveLength(2);
    expect(place.said()).toContain('handedOver');
    expect(passwords.filter((password) => place.said().includes(password))).toEqual([]);
  });
});
