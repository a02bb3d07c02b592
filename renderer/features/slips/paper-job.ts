import type { Language, Scope } from '../../../shared/contract/base.ts';
import type { ListKind, SlipSelectionInput } from '../../../shared/contract/slips.ts';
import { desk } from '../../api.ts';

export type { ListKind };

/** What is put on paper: slips, a list for the school, or the sheet that goes with a batch of slips. */
export type PaperJob =
  | { readonly kind: 'slips'; readonly selection: SlipSelectionInput }
  | { readonly kind: 'list'; readonly list: ListKind; readonly scope: Scope; readonly language: Language }
  | { readonly kind: 'batch'; readonly batchId: number; readonly language: Language };

/** Slips that have been drawn and wait for the answer whether they are on paper. */
export interface Batch {
  readonly batchId: number;
  readonly slips: number;
}

/** A document that the shell can print or save. Lists have no batch: printing them changes nothing. */
export interface Prepared {
  readonly documentToken: string;
  readonly suggestedName: string;
  readonly batch: Batch | undefined;
}

/** Draws the document; it stays with the registry under its token. */
export async function prepare(job: PaperJob): Promise<Prepared> {
  switch (job.kind) {
    case 'slips': {
      const { documentToken, suggestedName, batchId, slips } = await desk.slips.prepare({ selection: job.selection });
      return { documentToken, suggestedName, batch: { batchId, slips } };
    }
    case 'list': {
      const { list, scope, language } = job;
      const { documentToken, suggestedName } = await desk.lists.prepare({ kind: list, scope, language });
      return { documentToken, suggestedName, batch: undefined };
    }
    case 'batch': {
      const { batchId, language } = job;
      const { documentToken, suggestedName } = await desk.slips.batchSheet({ batchId, language });
      return { documentToken, suggestedName, batch: undefined };
    }
  }
}

/** The paper is not there: states stay as they were. A registry that does not answer forgets the document by itself. */
export async function abandon(batch: Batch | undefined): Promise<void> {
  if (batch === undefined) return;
  await desk.slips.cancel({ batchId: batch.batchId }).catch(() => undefined);
}
