import type { RowProblem } from '../contract/import-plan.ts';
import type { ImportedCode, ImportedPerson, ImportedRow } from './import-people.ts';
import type { KnownPeople, KnownPerson } from './matching/known-people.ts';
import { formatFullName } from './person-name.ts';

type OfFile = Record<ImportedCode['kind'], Map<string, ImportedPerson>>;

/** Whose every code is: people of the registry by id, people of the file by the object that says it. */
export interface CodeBook {
  readonly people: KnownPeople;
  readonly ofFile: OfFile;
}

export function createCodeBook(people: KnownPeople): CodeBook {
  const ofFile: OfFile = {
    'external-id': new Map(),
    'case-number': new Map(),
    'portal-code': new Map(),
    account: new Map(),
  };
  return { people, ofFile };
}

/**
 * The codes of a person that nobody else has; every other one is left out with a problem, since one code names one
 * person. A login that works here already says nothing new.
 */
export function freeCodes(
  book: CodeBook,
  { rowNumber }: ImportedRow,
  person: ImportedPerson,
  known: KnownPerson | undefined,
  problems: RowProblem[],
): readonly ImportedCode[] {
  if (person.codes.length === 0) return person.codes;
  const kept = person.codes.filter((code) => {
    const settled = known === undefined ? undefined : besideLogin(code, known, rowNumber);
    if (settled !== undefined) {
      problems.push(...settled);
      return false;
    }
    const owner = take(book, person, code, known?.id);
    if (owner !== undefined) problems.push(codeTaken(rowNumber, code, [owner, formatFullName(person.name)]));
    return owner === undefined;
  });
  return kept.length === person.codes.length ? person.codes : kept;
}

/** What to say of a login that comes beside one that works here; undefined when there is nothing in its way. */
function besideLogin(code: ImportedCode, { login }: KnownPerson, rowNumber: number): RowProblem[] | undefined {
  if (code.kind !== 'account' || login === undefined) return undefined;
  if (code.key === login) return [];
  if (code.password === undefined) return undefined;
  return [{ ...whole(rowNumber), value: code.value, code: 'login-differs', severity: 'warning', hint: '' }];
}

/** The name of whoever else has the code; undefined when it is the person's from now on. */
function take(
  { people, ofFile }: CodeBook,
  person: ImportedPerson,
  { kind, key, value }: ImportedCode,
  known?: number,
): string | undefined {
  const owner = people.codeOwners[kind].get(key) ?? (kind === 'account' ? people.loginOwners.get(key) : undefined);
  if (owner !== undefined && owner !== known) return nameOf(people, owner) ?? value;
  const first = ofFile[kind].get(key);
  if (first === undefined) ofFile[kind].set(key, person);
  return first === undefined || first === person ? undefined : formatFullName(first.name);
}

/** «Котова Анна Ильинична (5А)»; undefined when the person is not among those of today. */
function nameOf({ pupils, guardians, staff }: KnownPeople, id: number): string | undefined {
  const pupil = pupils.get(id);
  const person = pupil ?? guardians.get(id) ?? staff.get(id);
  if (person === undefined) return undefined;
  const inClass = pupil?.className ? ` (${pupil.className})` : '';
  return `${formatFullName(person.name)}${inClass}`;
}

/** Both are named: only people can tell whose it is. */
function codeTaken(rowNumber: number, { kind, value }: ImportedCode, both: readonly string[]): RowProblem {
  const code = kind === 'account' ? 'login-taken' : 'code-taken';
  return { ...whole(rowNumber), value, code, severity: 'warning', hint: both.join(', ') };
}

/** A problem of the whole row. */
function whole(rowNumber: number) {
  return { rowNumber, columnNumber: 0, columnTitle: '' };
}
