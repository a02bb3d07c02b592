import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rightOfRoute } from '../../shared/domain/permissions.ts';
import { jsonOf, makeCliPlace, passphrase, runCliHere, spawnCli } from './cli-process.ts';

describe('without a registry', { timeout: 60_000 }, () => {
  const nowhere = ['--registry', join(import.meta.dirname, 'nowhere', 'none.desk')];

  test.each([[['--help']], [[]], [['help']], [['import', '--help']], [['call', '-h']]])('help: %j', async (words) => {
    const { code, out, err } = await runCliHere(words);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('DIARY_DESK_PASSPHRASE');
    expect(out).toContain('Код завершения');
  });

  test('speaks the language that is asked for', async () => {
    expect((await runCliHere(['--help', '--lang', 'en'])).out).toContain('Exit code');
    expect((await runCliHere(['--help'], { env: { LC_ALL: 'en_GB.UTF-8' } })).out).toContain('Exit code');
    expect((await runCliHere(['peopel', '--lang=en'])).err).toContain('There is no verb “peopel”');
  });

  test('routes names every route with its right', async () => {
    const routes = Object.entries(rightOfRoute).map(([route, right]) => ({ route, right }));
    expect(jsonOf(await runCliHere(['routes', '--json']))).toEqual(routes);
    expect(jsonOf(spawnCli(['routes', '--json']))).toEqual(routes);
  });

  test.each([
    [['peopel']],
    [['people', '--clas', '5А']],
    [['people', 'somebody']],
    [['people', '--lang', 'de']],
    [['create', '--diary', 'regional']],
    [['import']],
    [['import', 'list.csv', '--accept', 'refused']],
    [['import', 'list.csv', '--fields', 'pupil.surname,DROP TABLE']],
    [['issue', '--class', '5А', '--for', 'teachers']],
    [['print', '--class', '5А']],
    [['undo', 'yesterday']],
    [['call', 'pupils.destroy']],
    [['call', 'registry.events']],
    [['call', 'pupils.list', '{']],
  ])('words that make no sense are refused: %j', async (words) => {
    const { code, out, err } = await runCliHere([...words, ...nowhere], { env: { DIARY_DESK_PASSPHRASE: passphrase } });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^[^\n]*--help|desk routes|JSON/);
    expect(err).not.toMatch(/\n\s+at |Error:/);
  });

  test.each([
    [['people', '--passphrase', passphrase]],
    [['people', `--passphrase=${passphrase}`]],
    [['create', '--password', passphrase]],
    [['call', 'registry.unlock', JSON.stringify({ passphrase })]],
  ])('a passphrase among the words is refused and not repeated: %j', async (words) => {
    const { code, out, err } = await runCliHere([...words, ...nowhere]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('DIARY_DESK_PASSPHRASE');
    expect(err).not.toContain(passphrase);
  });

  test('a registry that is not there is said to be missing, and nobody is asked for its passphrase', async () => {
    const { code, out, err } = await runCliHere(['people', ...nowhere]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('none.desk');
  });

  test('a short passphrase makes no registry', async () => {
    const place = makeCliPlace();
    const refused = place.run(['create', '--school', 'Школа', '--diary', 'regional'], {
      env: { DIARY_DESK_PASSPHRASE: 'коротко' },
    });
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('15');
    place.remove();
  });
});

describe('with a registry', { timeout: 120_000 }, () => {
  const place = makeCliPlace();
  beforeAll(() => {
    place.json(['create', '--school', 'Школа № 1', '--diary', 'regional']);
  }, 60_000);
  afterAll(place.remove);

  test('it is never made twice', () => {
    expect(place.run(['create', '--school', 'Другая', '--diary', 'regional', '--json'])).toMatchObject({
      code: 1,
      out: '',
    });
  });

  test('the passphrase may come as the first line of standard input, with the route’s input behind it', () => {
    const env = { DIARY_DESK_PASSPHRASE: undefined };
    expect(place.run(['people', '--json'], { input: `${passphrase}\n`, env }).code).toBe(0);
    const called = place.run(['call', 'settings.save', '-', '--json'], {
      input: `${passphrase}\n{"autoLockMinutes": 7}`,
      env,
    });
    expect(jsonOf(called)).toMatchObject({ autoLockMinutes: 7 });
    expect(place.run(['people', '--json'], { input: '', env })).toMatchObject({ code: 1, out: '' });
  });

  test('call reaches any route, and a route with progress answers its last message', () => {
    expect(place.json(['call', 'registry.status'])).toMatchObject({ state: 'locked' });
    expect(place.json(['call', 'settings.get'])).toMatchObject({ schoolName: 'Школа № 1' });
    const fileToken = place.table('call.csv', ['1А;Орлов;Иван Петрович;м;01.02.2018']);
    expect(place.json(['call', 'imports.preview', JSON.stringify({ fileToken })])).toMatchObject({
      kind: 'done',
      preview: { rows: 1 },
    });
    expect(place.run(['call', 'pupils.card', '{"pupilId":"x"}', '--json'])).toMatchObject({ code: 1, out: '' });
  });

  test('rows that need a decision hold the whole import until it is accepted', () => {
    const table = place.table('held.csv', ['2А;Орлова;Вера Петровна;ж;01.02.2017', '2А;;;ж;01.02.2017']);
    const held = place.run(['import', table, '--json']);
    expect(held.code).toBe(2);
    expect(JSON.parse(held.out)).toMatchObject({ held: 'rows', preview: { counts: { new: 1, refused: 1 } } });
    expect(held.err).toContain('--accept');
    expect(place.json(['people'])).toMatchObject({ total: 0 });
    expect(place.json(['import', table, '--accept', 'new,changed'])).toMatchObject({ result: { pupilsCreated: 1 } });
  });

  test('an unusual import is held until its number is given', () => {
    const row = (number: number, className = '4А') => `${className};Юдин;Пётр Ильич;м;${10 + number}.02.2016`;
    const rows = Array.from({ length: 11 }, (_, number) => row(number));
    place.json(['import', place.table('whole.csv', rows)]);
    const shorter = place.table('shorter.csv', rows.slice(3));
    const held = place.run(['import', shorter, '--json']);
    expect(held.code).toBe(2);
    const { held: why, preview } = JSON.parse(held.out);
    expect([why, preview.holds]).toEqual([
      'brakes',
      expect.arrayContaining([{ kind: 'many-leave', number: 3, of: 11, className: '4А' }]),
    ]);
    expect(held.err).toContain('--confirm');
    expect(place.json(['import', shorter, '--confirm', '3'])).toMatchObject({ result: { toCheck: 3 } });
  });

  test('a layout is named, and one that is not there is refused', () => {
    const table = place.table('preset.csv', ['7А;Лосева;Ольга Львовна;ж;01.02.2013']);
    const dry = place.json(['import', table, '--preset', 'belgorod', '--dry-run']);
    expect(dry).toMatchObject({ preview: { presetId: 'belgorod', counts: { new: 1 } } });
    expect(place.run(['import', table, '--preset', 'own:77', '--json'])).toMatchObject({ code: 1, out: '' });
  });

  test('a dry run changes nothing', () => {
    const before = place.json(['people']);
    const table = place.table('dry.csv', ['8А;Рыбакова;Вера Львовна;ж;01.02.2012']);
    expect(place.json(['import', table, '--dry-run'])).toMatchObject({ preview: { counts: { new: 1 } } });
    expect(place.json(['people'])).toEqual(before);
    expect(place.json(['people', '--query', 'Рыбакова'])).toMatchObject({ total: 0 });
  });

  test('only the piles that are named are written', () => {
    place.json(['import', place.table('piles.csv', ['9А;Седов;Лев Львович;м;01.02.2011'])]);
    const table = place.table('piles2.csv', ['9А;Седов;Лев Львович;м;02.02.2011', '9А;Рощин;Ян Львович;м;03.02.2011']);
    const { result } = place.json(['import', table, '--accept', 'new']) as { readonly result: object };
    expect(result).toMatchObject({ pupilsCreated: 1, pupilsChanged: 0 });
    expect(place.json(['import', table, '--accept', 'changed'])).toMatchObject({
      result: { pupilsCreated: 0, pupilsChanged: 1 },
    });
  });

  test('a list that is not there and a layout that nobody knows are refused in one line', () => {
    const table = place.table('known.csv', ['9Б;Седова;Ева Львовна;ж;01.02.2011']);
    for (const words of [[join(place.folder, 'nowhere.csv')], [table, '--preset', 'nobody-knows']]) {
      const { code, out, err } = place.run(['import', ...words, '--json']);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).not.toMatch(/\n\s+at |Error:/);
    }
  });

  test('an import is taken back by its number', () => {
    const table = place.table('undo.csv', ['3А;Зимина;Ольга Львовна;ж;01.02.2016']);
    const { result } = place.json(['import', table]) as { readonly result: { readonly importId: number } };
    expect(place.json(['undo', String(result.importId)])).toMatchObject({ kept: [] });
    expect(place.json(['people', '--query', 'Зимина'])).toMatchObject({ total: 0 });
    expect(place.run(['undo', String(result.importId), '--json'])).toMatchObject({ code: 1, out: '' });
  });

  test('a class that is not there is refused', () => {
    expect(place.run(['issue', '--class', '11Ё', '--json'])).toMatchObject({ code: 1, out: '' });
  });

  test('a wrong passphrase is refused, then slowed down, and damages nothing', () => {
    const env = { DIARY_DESK_PASSPHRASE: 'не та самая фраза совсем' };
    const wrong = place.run(['people', '--json'], { env });
    expect(wrong).toMatchObject({ code: 1, out: '' });
    expect(wrong.err).not.toMatch(/\n\s+at |Error:/);
    const again = place.run(['people', '--json'], { env });
    expect(again).toMatchObject({ code: 1, out: '' });
  });
});
