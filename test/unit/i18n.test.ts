import { createTranslator } from 'use-intl/core';
import { describe, expect, test } from 'vitest';
import { type Language, refusalReasons } from '../../shared/contract/base.ts';
import { en, ru } from '../../shared/i18n/catalogue.ts';
import { createWords } from '../../shared/i18n/index.ts';

interface Tree {
  readonly [key: string]: string | Tree;
}

const catalogues: Readonly<Record<Language, Tree>> = { ru, en };
const languages = ['ru', 'en'] as const;

/** Every message with its dotted key. */
function messagesIn(tree: Tree, under = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[under + key, value]] : messagesIn(value, `${under}${key}.`),
  );
}

/** Names of a message's arguments: `{name}` and `{count, plural, …}`. */
function argumentsOf(message: string): string[] {
  const names = [
    ...message.matchAll(/\{\s*([A-Za-z]\w*)\s*(?:\}|,\s*(?:plural|select|selectordinal|number|date|time)\b)/g),
  ];
  return [...new Set(names.map((name) => name[1] ?? ''))].sort();
}

/** A translator for keys that are not known when this is compiled; it fails on any fault of a message. */
function strictTranslator(language: Language): (key: string, values: Readonly<Record<string, number>>) => string {
  const onError = (error: Error) => {
    throw error;
  };
  return createTranslator({ locale: language, messages: catalogues[language], onError }) as ReturnType<
    typeof strictTranslator
  >;
}

describe('the catalogue', () => {
  test('has the same keys in both languages', () => {
    const keys = (language: Language) => messagesIn(catalogues[language]).map(([key]) => key);
    expect(keys('en')).toEqual(keys('ru'));
  });

  test('asks for the same arguments in both languages', () => {
    const inEnglish = new Map(messagesIn(en));
    const differing = messagesIn(ru).filter(
      ([key, message]) => argumentsOf(message).join() !== argumentsOf(inEnglish.get(key) ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  test.each(languages)('every message in %s can be formatted', (language) => {
    const say = strictTranslator(language);
    for (const [key, message] of messagesIn(catalogues[language])) {
      const values = Object.fromEntries(argumentsOf(message).map((name) => [name, 2]));
      expect(say(key, values), key).not.toMatch(/[{}]/);
    }
  });

  test.each(languages)('no message in %s shouts', (language) => {
    expect(messagesIn(catalogues[language]).filter(([, message]) => message.includes('!'))).toEqual([]);
  });

  test.each(languages)('no message of the window in %s is empty or has stray spaces', (language) => {
    const { cli: _, ...ofTheWindow } = catalogues[language];
    const isOdd = (message: string) => message === '' || message.trim() !== message || /\s\s/.test(message);
    expect(messagesIn(ofTheWindow).filter(([, message]) => isOdd(message))).toEqual([]);
  });

  test('every refusal says what happened, what was kept and what to do next', () => {
    for (const language of languages) {
      const say = strictTranslator(language);
      for (const reason of refusalReasons) {
        for (const part of ['kept', 'next'] as const) {
          const words = say(`errors.${reason}.${part}`, { row: 0, limit: 0, seconds: 3, folder: 0 });
          expect(words, `${language} ${reason}.${part}`).toMatch(/[.]$/);
        }
      }
    }
  });
});

describe('Russian plurals', () => {
  test.each([
    [0, '0 учеников'],
    [1, '1 ученик'],
    [2, '2 ученика'],
    [5, '5 учеников'],
    [11, '11 учеников'],
    [21, '21 ученик'],
    [22, '22 ученика'],
    [25, '25 учеников'],
    [111, '111 учеников'],
    [1.5, '1,5 ученика'],
  ])('%d', (count, words) => {
    expect(createWords('ru')('app.count.pupils', { count })).toBe(words);
  });
});
