import { cyrillicTwin, latinTwin, removeInvisible } from './look-alikes.ts';

export type PortalCodeFormat = 'guid' | 'text';

/** What a portal code lacks. */
export type PortalCodeExpectation =
  | 'hex-digit'
  | 'guid-length'
  | 'guid-groups'
  | 'no-spaces'
  | 'one-alphabet'
  | 'short-text';

/**
 * A checked code: of a GUID `value` is in upper case with hyphens and no braces, of other codes as typed. `position` is
 * the place of the wrong character `char` in the text as given, counted from 1.
 */
export type PortalCodeCheck =
  | { readonly kind: 'ok'; readonly value: string }
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'invalid';
      readonly expected: PortalCodeExpectation;
      readonly position?: number;
      readonly char?: string;
    };

const notHex = /[^0-9a-f{}\-\s]/i;
const guid = /^([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})$/i;
const longestText = 64;

/** Checks the code that identifies a pupil on the portal. Look-alike Cyrillic letters among Latin ones are refused. */
export function checkPortalCode(text: string, format: PortalCodeFormat): PortalCodeCheck {
  const clean = removeInvisible(text).trim();
  if (clean === '') return { kind: 'empty' };
  return format === 'guid' ? checkGuid(text, clean) : checkText(text, clean);
}

function checkGuid(text: string, clean: string): PortalCodeCheck {
  const wrong = notHex.exec(removeInvisible(text) === text ? text : clean);
  if (wrong !== null) return wrongAt(text, wrong[0], 'hex-digit');
  const bare = clean.replace(/^\{|\}$/g, '').replace(/[\u2010-\u2015]/g, '-');
  const groups = guid.exec(bare);
  if (groups !== null) return { kind: 'ok', value: groups.slice(1).join('-').toUpperCase() };
  return { kind: 'invalid', expected: bare.replace(/[-\s]/g, '').length === 32 ? 'guid-groups' : 'guid-length' };
}

function checkText(text: string, clean: string): PortalCodeCheck {
  const space = /\s/.exec(clean);
  if (space !== null) return wrongAt(text, space[0], 'no-spaces', text.indexOf(clean) + space.index);
  if (clean.length > longestText) return { kind: 'invalid', expected: 'short-text' };
  const foreign = foreignLetter(clean);
  return foreign === undefined ? { kind: 'ok', value: clean } : wrongAt(text, foreign, 'one-alphabet');
}

/** The first letter of the rarer alphabet when Latin and Cyrillic letters are mixed. */
function foreignLetter(text: string): string | undefined {
  const latin = text.match(/[a-z]/gi) ?? [];
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu) ?? [];
  if (latin.length === 0 || cyrillic.length === 0) return undefined;
  return cyrillic.length <= latin.length ? cyrillic[0] : latin[0];
}

function wrongAt(
  text: string,
  char: string,
  expected: PortalCodeExpectation,
  index = text.indexOf(char),
): PortalCodeCheck {
  return { kind: 'invalid', expected, position: index + 1, char };
}

/** True for a letter that looks like one of the other alphabet, so that a message can say so. */
export function hasTwin(char: string): boolean {
  return cyrillicTwin(char) !== undefined || latinTwin(char) !== undefined;
}
