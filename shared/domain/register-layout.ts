import type { HolderRole } from '../contract/base.ts';
import type { Sheet } from '../contract/slips.ts';
import { type Column, tableSheets } from './layout-table.ts';
import { type ClassRows, classSections, type ListJob, listFrame } from './list-layout.ts';
import { formatShortName, parseFullName } from './person-name.ts';

/** One slip to be signed for. There is no place for a password here. */
export interface RegisterRow {
  readonly name: string;
  readonly role: HolderRole;
  /** For a guardian: of whom. */
  readonly children: readonly string[];
  readonly login: string;
}

function columns({ words }: ListJob): readonly Column<RegisterRow>[] {
  const { list } = words;
  return [
    { title: list.number, widthMm: 10, font: 'regular', cell: (_, number) => String(number) },
    { title: list.forWhom, widthMm: 62, font: 'regular', cell: whomOf },
    { title: list.role, widthMm: 19, font: 'regular', cell: (row) => list[row.role] },
    { title: list.login, widthMm: 38, font: 'mono', cell: (row) => row.login },
    { title: list.signature, widthMm: 31, font: 'regular', cell: () => '' },
    { title: list.date, widthMm: 20, font: 'regular', cell: () => '' },
  ];
}

/** «Иванова Анна Петровна (Иванов П. С.)»: the child in short, so that the receiver's own name keeps its size. */
function whomOf({ name, children }: RegisterRow): string {
  if (children.length === 0) return name;
  return `${name} (${children.map((child) => formatShortName(parseFullName(child, 'surname-first'))).join(', ')})`;
}

/**
 * The handover register: whose slip, which login, signature and date of the receiver; under it what the receivers agree
 * to, a line for those who refuse, and the signature of who hands over.
 */
export function registerSheets(classes: readonly ClassRows<RegisterRow>[], job: ListJob): readonly Sheet[] {
  const { list } = job.words;
  return tableSheets({
    ...listFrame(job),
    title: job.words.list.register,
    columns: columns(job),
    sections: classSections(classes, job.words),
    rowHeightMm: 8.6,
    closing: [list.consent, list.refusal, list.issued].join('\n'),
  });
}
