import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPortalCode, hasTwin } from '../../shared/domain/portal-code.ts';

const guid = '0A1B2C3D-4E5F-6071-8293-A4B5C6D7E8F9';

describe('a code that is a GUID', () => {
  test.each([guid, guid.toLowerCase(), `{${guid}}`, ` ${guid} `, guid.replaceAll('-', ''), `\u200B${guid}`])(
    '%j is kept in one form',
    (text) => expect(checkPortalCode(text, 'guid')).toEqual({ kind: 'ok', value: guid }),
  );

  test.each(['А', 'В', 'С', 'Е', 'а', 'с', 'е'])('Cyrillic %s among the digits is refused in its place', (char) => {
    const text = `{${guid.slice(0, 9)}${char}${guid.slice(10)}}`;
    expect(checkPortalCode(text, 'guid')).toEqual({ kind: 'invalid', expected: 'hex-digit', position: 11, char });
    expect(hasTwin(char)).toBe(true);
  });

  test.each([
    [guid.slice(1), 'guid-length'],
    [`${guid}0`, 'guid-length'],
    [guid.replace('3D-4', '3-D4'), 'guid-groups'],
    ['-'.repeat(36), 'guid-length'],
  ])('%j lacks %s', (text, expected) => {
    expect(checkPortalCode(text, 'guid')).toEqual({ kind: 'invalid', expected });
  });

  test('any GUID is read in any case', () => {
    fc.assert(
      fc.property(fc.uuid(), (text) => {
        expect(checkPortalCode(text, 'guid')).toEqual({ kind: 'ok', value: text.toUpperCase() });
      }),
    );
  });
});

describe('a code of letters and digits', () => {
  test.each(['AB12cd', 'КОД-77', '123456'])('%s is kept as typed', (text) => {
    expect(checkPortalCode(` ${text} `, 'text')).toEqual({ kind: 'ok', value: text });
  });

  test.each([
    ['AB 12', 'no-spaces', 3, ' '],
    ['ABС12D', 'one-alphabet', 3, 'С'],
    ['КOД', 'one-alphabet', 2, 'O'],
  ])('%j lacks %s at %i', (text, expected, position, char) => {
    expect(checkPortalCode(text, 'text')).toEqual({ kind: 'invalid', expected, position, char });
  });

  test('a very long text is not a code', () => {
    expect(checkPortalCode('a'.repeat(65), 'text')).toEqual({ kind: 'invalid', expected: 'short-text' });
  });
});

test.each(['guid', 'text'] as const)('nothing typed is empty (%s)', (format) => {
  expect(checkPortalCode(' \u200B', format)).toEqual({ kind: 'empty' });
});
