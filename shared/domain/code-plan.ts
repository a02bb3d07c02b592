import type { CodeProblem, PastedCode } from '../contract/codes.ts';
import { findByName, pastedLines } from './pasted-lines.ts';
import { formatFullName, type PersonName } from './person-name.ts';
import { checkPortalCode, hasTwin, type PortalCodeFormat } from './portal-code.ts';

/** A pupil who may have a code. */
export interface CodePupil {
  readonly personId: number;
  readonly name: PersonName;
  readonly className: string;
}

/** What is known of the codes of one diary system. */
export interface CodeBookOfSystem {
  readonly format: PortalCodeFormat;
  /** The key in which codes are compared. */
  readonly keyOf: (value: string) => string;
  /** Whose a code is, by key. */
  readonly ownerOf: (key: string) => CodePupil | undefined;
  /** The code a pupil has now. */
  readonly codeOf: (personId: number) => string | undefined;
}

/** A code that can be written, or why it cannot. */
export type CodeVerdict = { readonly kind: 'good'; readonly value: string } | CodeProblem;

function named({ personId, name, className }: CodePupil) {
  return { personId, title: formatFullName(name), className };
}

/** Checks a code for a pupil: its form, and that nobody else has it; then both are named. */
export function judgeCode(text: string, pupil: CodePupil, book: CodeBookOfSystem): CodeVerdict {
  const check = checkPortalCode(text, book.format);
  if (check.kind === 'empty') {
    return { kind: 'invalid', expected: 'empty', position: null, char: null, lookAlike: false };
  }
  if (check.kind === 'invalid') {
    const { expected, position = null, char = null } = check;
    return { kind: 'invalid', expected, position, char, lookAlike: char !== null && hasTwin(char) };
  }
  const owner = book.ownerOf(book.keyOf(check.value));
  if (owner && owner.personId !== pupil.personId) return { kind: 'taken', owner: named(owner), wanted: named(pupil) };
  return { kind: 'good', value: check.value };
}

/** A pasted line with the code to write, if it is to be written. */
export interface PlannedCode {
  readonly shown: PastedCode;
  readonly write: { readonly personId: number; readonly value: string } | undefined;
}

/** What becomes of each pasted line. A code that comes twice in the text is the first pupil's. */
export function planCodes(text: string, pupils: readonly CodePupil[], book: CodeBookOfSystem): readonly PlannedCode[] {
  const find = findByName(pupils);
  const given = new Map<string, CodePupil>();
  const within = { ...book, ownerOf: (key: string) => given.get(key) ?? book.ownerOf(key) };
  return pastedLines(text, 1).map(({ line, name, values }) => {
    const code = values[0] ?? '';
    const found = find(name);
    const [pupil] = found;
    if (!pupil || found.length > 1) {
      return {
        shown: { line, name, code, pupil: null, outcome: { kind: pupil ? 'several' : 'nobody' } },
        write: undefined,
      };
    }
    const verdict = judgeCode(code, pupil, within);
    const shown = { line, name, code, pupil: named(pupil) };
    if (verdict.kind !== 'good') return { shown: { ...shown, outcome: verdict }, write: undefined };
    given.set(book.keyOf(verdict.value), pupil);
    const before = book.codeOf(pupil.personId);
    if (before === verdict.value) return { shown: { ...shown, outcome: { kind: 'same' } }, write: undefined };
    const kind = before === undefined ? 'new' : 'changed';
    return { shown: { ...shown, outcome: { kind } }, write: { personId: pupil.personId, value: verdict.value } };
  });
}
