import type { Field } from '../../../shared/tables/columns.ts';
import type { FileProblem } from '../../../shared/tables/table-problem.ts';

/** What reading a file must end in. */
export type Expectation =
  | {
      readonly kind: 'table';
      readonly rows: number;
      /** Cells of the first row under these fields. */
      readonly first?: { readonly [F in Field]?: string };
      readonly presetId?: string;
      /** Kinds of the notes, in order. */
      readonly notes?: readonly string[];
      /** How the rows are understood: everybody in a line, as `describePeople` tells them. */
      readonly people?: readonly string[];
      /** Codes of the remarks about the rows, in order. */
      readonly problems?: readonly string[];
      /** Fields that nobody dares to guess, so that a person is asked. */
      readonly asked?: readonly string[];
    }
  | { readonly kind: 'refused'; readonly problem: FileProblem['kind']; readonly rowNumber?: number };

/** A file that has broken importers, and what must become of it here. */
export interface TrapFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly expected: Expectation;
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A file of text in UTF-8. */
export function textTrap(name: string, text: string, expected: Expectation): TrapFile {
  return { name, bytes: utf8(text), expected };
}

export const rows = (count: number, more: Partial<Extract<Expectation, { kind: 'table' }>> = {}): Expectation => ({
  kind: 'table',
  rows: count,
  ...more,
});

export const refused = (problem: FileProblem['kind'], rowNumber?: number): Expectation =>
  rowNumber === undefined ? { kind: 'refused', problem } : { kind: 'refused', problem, rowNumber };
