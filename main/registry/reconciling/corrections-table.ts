import type { FindingRow, PersonSide } from '../../../shared/contract/reconciliation.ts';
import type { NoteWords } from '../../../shared/domain/family-note.ts';
import { maskValue } from '../../../shared/domain/finding-decisions.ts';
import { dottedDate } from '../../../shared/domain/slip-texts.ts';
import type { CorrectedPerson } from '../db/corrected-findings.ts';

export type Layout = 'people' | 'changes' | 'support';

/** What the tables of corrections are made from. */
export interface CorrectionsSource {
  readonly findings: readonly FindingRow[];
  readonly people: ReadonlyMap<number, PersonSide>;
  readonly details: ReadonlyMap<number, CorrectedPerson>;
  readonly words: NoteWords;
}

/** Rows of a file with corrections, titles first. For support a SNILS stands with its last digits only. */
export function correctionRows(layout: Layout, source: CorrectionsSource): string[][] {
  switch (layout) {
    case 'people':
      return peopleRows(source);
    case 'changes':
      return changeRows(source);
    case 'support':
      return supportRows(source);
  }
}

function titles({ column }: NoteWords, ...names: readonly (keyof NoteWords['column'])[]): string[] {
  return names.map((name) => column[name]);
}

function peopleRows({ findings, people, details, words }: CorrectionsSource): string[][] {
  const first = new Map(findings.map((finding) => [finding.personId, finding]));
  const rows = [...first.values()].flatMap((finding) => {
    const side = people.get(finding.personId ?? 0);
    if (side === undefined) return [];
    const values = (kind: 'phone' | 'email' | 'snils') =>
      side.contacts.flatMap((contact) => (contact.kind === kind ? [contact.value] : [])).join(', ');
    const known = details.get(finding.id);
    const facts = [known?.externalId ?? '', side.className, words.role[side.role], side.name, known?.birthDate ?? ''];
    return [[...facts, values('phone'), values('email'), values('snils')]];
  });
  return [titles(words, 'externalId', 'class', 'role', 'name', 'birthDate', 'phone', 'email', 'snils'), ...rows];
}

function changeRows({ findings, details, words }: CorrectionsSource): string[][] {
  const rows = findings.map(({ id, className, role, who, pupil, field, schoolValue, portalValue }) => {
    const known = details.get(id);
    const when = known === undefined || known.decidedAt === '' ? '' : dottedDate(known.decidedAt);
    const whose = [known?.externalId ?? '', className, words.role[role], who, role === 'pupil' ? '' : pupil];
    return [...whose, words.field[field], schoolValue, portalValue, when];
  });
  return [titles(words, 'externalId', 'class', 'role', 'name', 'pupil', 'field', 'before', 'after', 'when'), ...rows];
}

function supportRows({ findings, words }: CorrectionsSource): string[][] {
  const rows = findings.map(({ className, role, who, pupil, field, schoolValue, portalValue }) => {
    const shown = (value: string) => (field === 'snils' ? maskValue('snils', value) : value);
    const whose = [className, words.role[role], who, role === 'pupil' ? '' : pupil];
    return [...whose, words.field[field], shown(portalValue), shown(schoolValue)];
  });
  return [titles(words, 'class', 'role', 'name', 'pupil', 'wrong', 'portal', 'right'), ...rows];
}
