import type { Field } from '../columns.ts';
import { foldTitle } from '../header-words.ts';

/** A layout that a known system writes. */
export interface Preset {
  /** Stable name, kept with an import and shown through the catalogue. */
  readonly id: string;
  /** Cells of columns that it does not name are blanked by the reader, whatever a person may choose later. */
  readonly keepsKnownOnly?: true;
  /** `rows` are the first ones, for layouts without titles. */
  recognises(header: readonly string[], rows: readonly (readonly string[])[]): boolean;
  /** As many as the header is wide. */
  fields(header: readonly string[]): Field[];
}

/** Folded titles without the empty ones that a trailing delimiter leaves. */
export function titlesOf(header: readonly string[]): string[] {
  const titles = header.map(foldTitle);
  while (titles.at(-1) === '') titles.pop();
  return titles;
}

/** Fields by folded title; of repeated titles the first counts, unknown ones are skipped. */
export function fieldsByTitle(header: readonly string[], fieldOf: (folded: string) => Field | undefined): Field[] {
  const fields: Field[] = [];
  for (const title of header.map(foldTitle)) {
    const field = fieldOf(title);
    fields.push(field === undefined || fields.includes(field) ? 'skip' : field);
  }
  return fields;
}
