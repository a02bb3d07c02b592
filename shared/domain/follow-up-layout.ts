import type { HolderRole } from '../contract/base.ts';
import type { Sheet } from '../contract/slips.ts';
import { type Column, tableSheets } from './layout-table.ts';
import { type ClassRows, classSections, type ListJob, listFrame } from './list-layout.ts';

/** One login to follow up. There is no place for a password here. */
export interface FollowUpRow {
  readonly name: string;
  readonly role: HolderRole;
  /** For a guardian: of whom. */
  readonly children: readonly string[];
  /** '' on a list without logins. */
  readonly login: string;
  /** The list's own column: a state, a date. */
  readonly fact: string;
}

/** A list of logins to follow up: its title and what its last column tells; '' leaves login or fact out. */
export interface FollowUpJob extends ListJob {
  readonly title: string;
  readonly factTitle: string;
  readonly withLogin: boolean;
}

function columns({ words, factTitle, withLogin }: FollowUpJob): readonly Column<FollowUpRow>[] {
  const { list } = words;
  const whom = ({ name, children }: FollowUpRow) => (children.length === 0 ? name : `${name} (${children.join(', ')})`);
  const wide = 180 - 10 - 22 - (withLogin ? 44 : 0) - (factTitle === '' ? 0 : 30);
  return [
    { title: list.number, widthMm: 10, font: 'regular', cell: (_, number) => String(number) },
    { title: list.forWhom, widthMm: wide, font: 'regular', cell: whom },
    { title: list.role, widthMm: 22, font: 'regular', cell: (row) => list[row.role] },
    ...(withLogin
      ? [{ title: list.login, widthMm: 44, font: 'mono', cell: (row: FollowUpRow) => row.login } as const]
      : []),
    ...(factTitle === ''
      ? []
      : [{ title: factTitle, widthMm: 30, font: 'regular', cell: (row: FollowUpRow) => row.fact } as const]),
  ];
}

/** The list, a class a page. */
export function followUpSheets(classes: readonly ClassRows<FollowUpRow>[], job: FollowUpJob): readonly Sheet[] {
  return tableSheets({
    ...listFrame(job),
    title: job.title,
    columns: columns(job),
    sections: classSections(classes, job.words),
    rowHeightMm: 8,
    closing: '',
  });
}
