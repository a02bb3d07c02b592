import type { ImportedCode, ImportedPupil, ImportedRow } from './import-people.ts';

/**
 * Two rows with one name and birth date (without one: one class) are one pupil, unless identifiers tell them apart. The
 * second one is refused, in its place in the given list. Yields rows done.
 */
export function* refuseDuplicates(rows: ImportedRow[]): Generator<number, readonly ImportedRow[]> {
  const seen: Seen = { byId: new Map(), byName: new Map() };
  for (const [index, row] of rows.entries()) {
    if (index % 500 === 0) yield index;
    if (row.pupil === undefined) continue;
    const first = firstOf(seen, row, row.pupil);
    if (first === undefined) remember(seen, row, row.pupil);
    else rows[index] = duplicateOf(row, first.rowNumber);
  }
  return rows;
}

interface Seen {
  readonly byId: Map<string, ImportedRow>;
  readonly byName: Map<string, ImportedRow>;
}

function firstOf({ byId, byName }: Seen, row: ImportedRow, pupil: ImportedPupil): ImportedRow | undefined {
  const id = externalIdOf(pupil);
  const same = id === undefined ? undefined : byId.get(id.key);
  if (same !== undefined) return same;
  const named = byName.get(identityOf(pupil));
  return named === undefined || toldApart(row, named) ? undefined : named;
}

function remember({ byId, byName }: Seen, row: ImportedRow, pupil: ImportedPupil): void {
  const id = externalIdOf(pupil);
  if (id !== undefined) byId.set(id.key, row);
  const identity = identityOf(pupil);
  if (!byName.has(identity)) byName.set(identity, row);
}

function identityOf(pupil: ImportedPupil): string {
  return `${inOneOrder(pupil.nameKey)}|${pupil.birthDate ?? pupil.schoolClass.key}`;
}

/** A double surname is the same in either order. */
function inOneOrder(nameKey: string): string {
  const end = nameKey.indexOf('|');
  const surname = nameKey.slice(0, end);
  return surname.includes(' ') ? surname.split(' ').sort().join(' ') + nameKey.slice(end) : nameKey;
}

function externalIdOf({ codes }: ImportedPupil): ImportedCode | undefined {
  for (const code of codes) if (code.kind === 'external-id') return code;
  return undefined;
}

/** Different identifiers, logins or (both sound) SNILS. */
function toldApart({ pupil: left }: ImportedRow, { pupil: right }: ImportedRow): boolean {
  if (left === undefined || right === undefined) return false;
  const id = differ(left.codes, right.codes, 'external-id') ?? differ(left.codes, right.codes, 'case-number');
  if (id !== undefined) return id;
  const sound = (pupil: ImportedPupil) => pupil.contacts.filter(({ checked }) => checked === 'ok');
  return (differ(left.codes, right.codes, 'account') ?? false) || (differ(sound(left), sound(right), 'snils') ?? false);
}

type Keyed = { readonly kind: string; readonly key: string };

function differ(left: readonly Keyed[], right: readonly Keyed[], kind: string): boolean | undefined {
  const one = left.find((item) => item.kind === kind);
  const other = right.find((item) => item.kind === kind);
  return one === undefined || other === undefined ? undefined : one.key !== other.key;
}

function duplicateOf(row: ImportedRow, first: number): ImportedRow {
  const problem = {
    rowNumber: row.rowNumber,
    columnNumber: 0,
    columnTitle: '',
    value: row.title,
    code: 'duplicate-row',
    severity: 'refused',
    hint: String(first),
  } as const;
  return { ...row, pupil: undefined, problems: [...row.problems, problem] };
}
