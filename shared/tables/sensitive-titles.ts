import { fieldOfTitle } from './columns.ts';
import { foldTitle } from './header-words.ts';
import type { Preset } from './presets/preset.ts';

/** Police and commission registers, health, belief, nationality: no duty of a diary's desk needs them. */
const SENSITIVE =
  /(?:^| )(?:вшу|кдн|кднизп|пдн|аооп|овз|диагноз\S*|инвалидност\S*|инвалид|здоровь\S*|медицинск\S*|судимост\S*|национальност\S*|вероисповедан\S*|мсэ|пмпк)(?= |$)/;

/** True for a title of a column that is never read, in whatever layout it stands. */
export function isSensitiveTitle(title: string): boolean {
  return SENSITIVE.test(foldTitle(title));
}

/** True for a row that has several known titles: names of people are none, however they sound. */
export function looksLikeHeader(cells: readonly string[]): boolean {
  const known = cells.map(fieldOfTitle).filter((field) => field !== undefined && field !== 'skip');
  return new Set(known).size > 1;
}

/**
 * Columns to blank, by position: under sensitive titles in any of the headers, and everything outside the white list of
 * a layout that has one.
 */
export function columnsToBlank(
  headers: readonly (readonly string[])[],
  whiteListed: (header: readonly string[]) => Preset | undefined,
): ReadonlySet<number> {
  const blank = new Set<number>();
  for (const header of headers) {
    const preset = whiteListed(header);
    const fields = preset?.fields(header);
    for (const [column, title] of header.entries())
      if (fields?.[column] === 'skip' || isSensitiveTitle(title)) blank.add(column);
  }
  return blank;
}
