import type { PrintBatch, Sheet } from '../contract/slips.ts';
import { tableSheets } from './layout-table.ts';
import { type ListJob, listFrame } from './list-layout.ts';
import { dottedDate, fill } from './slip-texts.ts';

/** A slip that the printer spoiled. There is no place for a password here. */
export interface SpoiledSlip {
  readonly position: number;
  readonly name: string;
  readonly login: string;
}

/** A batch with the end of the journal: number and first digits of its code, which nobody can forge afterwards. */
export interface BatchFacts extends Omit<PrintBatch, 'spoiled'> {
  readonly anchor: string;
  readonly spoiled: readonly SpoiledSlip[];
}

/** The sheet that stays with a batch: how many slips, the anchor, and which ones are to be destroyed. */
export function batchSheets(batch: BatchFacts, job: ListJob): readonly Sheet[] {
  const { list } = job.words;
  const values = { batch: batch.batchId, slips: batch.slips, spoiled: batch.spoiled.length, anchor: batch.anchor };
  const made = fill(list.batchMade, { date: dottedDate(batch.at), who: batch.who });
  return tableSheets({
    ...listFrame(job),
    title: fill(list.batchOf, values),
    columns: [
      { title: list.number, widthMm: 14, font: 'regular', cell: (row) => String(row.position) },
      { title: list.name, widthMm: 84, font: 'regular', cell: (row) => row.name },
      { title: list.login, widthMm: 50, font: 'mono', cell: (row) => row.login },
      { title: list.destroyed, widthMm: 32, font: 'regular', cell: () => '' },
    ],
    sections: [{ subtitle: `${made}. ${fill(list.batchFacts, values)}`, rows: batch.spoiled }],
    emptyWords: list.nothingSpoiled,
    rowHeightMm: 7,
    closing: list.destroyedBy,
  });
}
