import { hasSurnameEnding } from '../domain/name-endings.ts';
import { foldName, looksLikePatronymic } from '../domain/person-name.ts';

/** What a column of single-word names can be. */
export type NamePart = 'surname' | 'firstName' | 'patronymic';

/** Part of the values that must look like patronymics. */
const MOST = 0.5;

/**
 * Tells surnames, first names and patronymics apart when several columns hold names and no title helps: judged together,
 * for many surnames have no telling ending and some first names have one. Values by column; the answer in the same order.
 */
export function settleNameColumns(columns: readonly (readonly string[])[]): (NamePart | undefined)[] {
  const patronymic = best(columns, (value) => looksLikePatronymic(value), MOST);
  const others = columns.map((values, column) => (column === patronymic ? [] : values));
  const surname = best(others, (value) => hasSurnameEnding(foldName(value)), 0);
  return columns.map((values, column) => {
    if (column === patronymic) return 'patronymic';
    if (column === surname) return 'surname';
    const first = others.findIndex((other, at) => at !== surname && other.length > 0);
    return column === first && values.length > 0 ? 'firstName' : undefined;
  });
}

/** Column with the largest part of values that pass, if it is above the least; -1 for none. */
function best(columns: readonly (readonly string[])[], passes: (value: string) => boolean, least: number): number {
  const parts = columns.map((values) => (values.length === 0 ? 0 : values.filter(passes).length / values.length));
  const most = Math.max(0, ...parts);
  return most > least ? parts.indexOf(most) : -1;
}
