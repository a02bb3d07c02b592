import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCliPlace, passphrase } from './cli-process.ts';

const place = makeCliPlace();
const own = 'три тихие лодки у берега';
const teacher = ['--user', 'павлова нина'];
const withPhrase = (phrase: string) => ({ env: { DIARY_DESK_PASSPHRASE: phrase } });

beforeAll(() => {
  place.json(['create', '--school', 'Школа № 1', '--diary', 'regional']);
  const rows = ['5А;Яковлева;Анна Петровна;ж;05.05.2015', '10А;Чужакова;Анна Петровна;ж;05.05.2010'];
  place.json(['import', place.table('list.csv', rows)]);
}, 60_000);
afterAll(place.remove);

describe('users of the command line', { timeout: 120_000 }, () => {
  test('a class teacher is added, chooses a passphrase, and sees the own class only', () => {
    const words = ['users', 'add', 'Павлова Нина', '--role', 'class-teacher', '--class', '5А'];
    const first = place.json(words) as { readonly passphrase: string };
    const early = place.run(['people', ...teacher], withPhrase(first.passphrase));
    expect(early).toMatchObject({ code: 1, out: '' });
    expect(early.err).toContain('desk passphrase');
    const input = `${first.passphrase}\n${own}\n`;
    expect(place.run(['passphrase', ...teacher], { input, env: { DIARY_DESK_PASSPHRASE: undefined } }).code).toBe(0);
    const seen = place.run(['people', ...teacher], withPhrase(own));
    expect(seen.out).toContain('Яковлева');
    expect(seen.out).not.toContain('Чужакова');
    const foreign = place.run(['issue', '--class', '10А', ...teacher], withPhrase(own));
    expect(foreign).toMatchObject({ code: 1, out: '' });
    expect(place.run(['users', ...teacher], withPhrase(own))).toMatchObject({ code: 1, out: '' });
    expect(place.run(['call', 'imports.list', ...teacher], withPhrase(own)).code).toBe(1);
  });

  test('is changed, blocked, let in again and removed', () => {
    place.json(['users', 'change', 'Павлова Нина', '--role', 'viewer']);
    const refused = place.run(['people', ...teacher], withPhrase(own));
    expect(refused).toMatchObject({ code: 1, out: '' });
    place.json(['users', 'block', 'Павлова Нина']);
    const blocked = place.run(['people', ...teacher], withPhrase(own));
    expect(blocked.err).toContain('павлова нина');
    expect(place.json(['users', 'unblock', 'Павлова Нина'])).toMatchObject({ passphrase: expect.any(String) });
    place.json(['users', 'remove', 'Павлова Нина']);
    expect(place.json(['users'])).toMatchObject([{ state: 'active' }, { state: 'removed', role: 'viewer' }]);
  });

  test('changes an own passphrase and back', () => {
    const env = { DIARY_DESK_NEW_PASSPHRASE: own };
    expect(place.run(['passphrase'], { env }).code).toBe(0);
    expect(place.run(['people'], withPhrase(own)).code).toBe(0);
    const back = { DIARY_DESK_PASSPHRASE: own, DIARY_DESK_NEW_PASSPHRASE: passphrase };
    expect(place.run(['passphrase'], { env: back }).code).toBe(0);
  });

  test.each([[['users', 'destroy', 'Кто-то']], [['users', 'add']], [['users', 'add', 'Кто', '--role', 'king']]])(
    'words that make no sense are refused: %j',
    (words) => {
      const { code, out, err } = place.run(words);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toContain('--help');
    },
  );
});
