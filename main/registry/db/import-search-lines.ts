import type { ImportedPerson, ImportedPupil } from '../../../shared/domain/import-people.ts';
import type { PlannedRow } from '../../../shared/domain/import-planned.ts';
import type { ImportWriter } from './import-writer.ts';

/**
 * The search line of a new pupil whose guardians are all new, so that the registry need not be asked; undefined when one of
 * them was there before. The same text as `refreshSearch` makes.
 */
export function newPupilLine(writer: ImportWriter, { links }: PlannedRow, pupil: ImportedPupil): string | undefined {
  const guardians: { readonly id: number; readonly person: ImportedPerson }[] = [];
  for (const { guardian } of links) {
    const planned = writer.plan.guardians[guardian];
    const id = writer.guardianIds.get(guardian);
    if (planned === undefined || id === undefined || planned.known !== undefined) return undefined;
    guardians.push({ id, person: planned.person });
  }
  if (guardians.length > 1) guardians.sort((one, other) => one.id - other.id);
  return lineOf(pupil) + guardians.map(({ person }) => lineOf(person)).join(' ');
}

/** Folded name, then contacts, codes and logins, each with a space behind. */
function lineOf({ nameKey, contacts, codes }: ImportedPerson): string {
  let line = `${nameKey.replaceAll('|', ' ')} `;
  let [own, files, logins] = ['', '', ''];
  for (const { key, source } of contacts) if (source !== 'portal') line += `${key.replace(/^\++/, '')} `;
  for (const { key, source } of contacts) if (source === 'portal') line += `${key.replace(/^\++/, '')} `;
  for (const { kind, key, password } of codes) {
    if (password !== undefined) logins += `${key} `;
    else if (kind === 'case-number') files += `${key.toLowerCase()} `;
    else own += `${key.toLowerCase()} `;
  }
  line += own + files + logins;
  return line;
}
