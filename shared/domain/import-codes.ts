import type { RowProblem } from '../contract/import-plan.ts';
import type { ImportedCode, ImportedPerson, ImportedRow } from './import-people.ts';

/** Whose every code is: people of the registry by id, people of the file by the object that says it. */
export interface CodeBook {
  readonly ofRegistry: ReadonlyMap<string, number>;
  readonly ofFile: Map<string, ImportedPerson>;
}

export function createCodeBook(ofRegistry: ReadonlyMap<string, number>): CodeBook {
  return { ofRegistry, ofFile: new Map() };
}

/**
 * The codes of a person that nobody else has; every other one is left out with a problem, since one code names one
 * person. `known` is the person's id in the registry.
 */
export function freeCodes(
  book: CodeBook,
  row: ImportedRow,
  person: ImportedPerson,
  known: number | undefined,
  problems: RowProblem[],
): readonly ImportedCode[] {
  if (person.codes.length === 0) return person.codes;
  return person.codes.filter((code) => {
    const free = take(book, person, code, known);
    if (!free) problems.push(codeTaken(row, code));
    return free;
  });
}

function take(book: CodeBook, person: ImportedPerson, { kind, key }: ImportedCode, known: number | undefined): boolean {
  const id = `${kind}:${key}`;
  const owner = book.ofRegistry.get(id);
  if (owner !== undefined) return owner === known;
  const first = book.ofFile.get(id);
  if (first === undefined) book.ofFile.set(id, person);
  return first === undefined || first === person;
}

function codeTaken({ rowNumber }: ImportedRow, { value }: ImportedCode): RowProblem {
  return { rowNumber, columnNumber: 0, columnTitle: '', value, code: 'code-taken', severity: 'warning', hint: value };
}
