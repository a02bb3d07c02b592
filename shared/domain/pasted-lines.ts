import { foldName, formatFullName, type PersonName } from './person-name.ts';

/** One line that was pasted from a table or a letter: a name and what stands behind it. `line` counts from 1. */
export interface PastedLine {
  readonly line: number;
  readonly name: string;
  readonly values: readonly string[];
}

/**
 * Lines of «name, value, …»: columns of a spreadsheet (tabs), of a CSV (semicolons), or a name with so many words behind
 * it. Empty lines do not count.
 */
export function pastedLines(text: string, values: number): readonly PastedLine[] {
  return text.split(/\r\n|\r|\n/).flatMap((raw, index) => {
    const cells = cellsOf(raw, values).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
    return cells.every((cell) => cell === '')
      ? []
      : [{ line: index + 1, name: cells[0] ?? '', values: cells.slice(1, values + 1) }];
  });
}

function cellsOf(raw: string, values: number): readonly string[] {
  if (/[\t;]/.test(raw)) return raw.split(raw.includes('\t') ? '\t' : ';');
  const words = raw.trim().split(/\s+/);
  const split = Math.max(words.length - values, 0);
  return [words.slice(0, split).join(' '), ...words.slice(split)];
}

/** Somebody a line may be about. */
export interface Nameable {
  readonly name: PersonName;
}

/** Finds people by a name as pasted: full, without the patronymic, or the first name first. All who bear it are given. */
export function findByName<Person extends Nameable>(people: readonly Person[]): (name: string) => readonly Person[] {
  const known = new Map<string, Person[]>();
  for (const person of people) {
    for (const spelling of spellingsOf(person.name)) {
      const same = known.get(spelling);
      if (same) same.push(person);
      else known.set(spelling, [person]);
    }
  }
  return (name) => known.get(foldName(name)) ?? [];
}

function spellingsOf(name: PersonName): ReadonlySet<string> {
  const { surname, firstName, patronymic } = name;
  const orders = [formatFullName(name), `${surname} ${firstName}`, `${firstName} ${surname}`];
  return new Set([...orders, `${firstName} ${patronymic} ${surname}`].map((text) => foldName(text.trim())));
}
