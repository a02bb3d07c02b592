import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { desk } from '../../api.ts';
import { refreshRegistry } from '../../query.ts';
import { toastDone } from '../../ui/toast.tsx';
import { abandon, type Batch, type PaperJob, type Prepared, prepare } from './paper-job.ts';
import type { PrintState, PrintTrouble } from './print-state.ts';

/** Printing and saving of one job: where it stands and what can be done. */
export interface Printing {
  readonly state: PrintState;
  /** Opens the choice of a printer. */
  readonly choose: () => void;
  readonly close: () => void;
  readonly print: (printer: string) => void;
  readonly save: () => void;
  /** The paper is there: notes it, also again after a failure. */
  readonly confirm: (batch: Batch) => void;
  /** A saved file has not been printed. */
  readonly notYet: (batch: Batch) => void;
}

/** Nothing is marked as printed before the printer took it or the person said so. */
export function usePrinting(job: PaperJob): Printing {
  const t = useTranslations('slips');
  const [state, setState] = useState<PrintState>({ kind: 'idle' });
  const close = () => setState({ kind: 'idle' });
  const fail = (trouble: PrintTrouble) => setState({ kind: 'choosing', trouble });

  const confirm = async (batch: Batch) => {
    try {
      const { printed } = await desk.slips.confirmPrinted({ batchId: batch.batchId });
      setState({ kind: 'printed', slips: printed });
      await refreshRegistry();
    } catch (error) {
      setState({ kind: 'unmarked', batch, error });
    }
  };
  const finishList = (message: string) => {
    close();
    toastDone(message);
  };
  const print = async (printer: string) => {
    setState({ kind: 'working', stage: 'preparing' });
    const outcome = await printDocument(job, printer, () => setState({ kind: 'working', stage: 'printing' }));
    if (outcome.kind === 'trouble') fail(outcome.trouble);
    else if (outcome.batch === undefined) finishList(t('printed.list'));
    else await confirm(outcome.batch);
  };
  const save = async () => {
    const before = state;
    setState({ kind: 'working', stage: 'saving' });
    const outcome = await saveDocument(job);
    if (outcome.kind === 'trouble') fail(outcome.trouble);
    else if (outcome.kind === 'cancelled')
      setState(before.kind === 'choosing' ? { kind: 'choosing' } : { kind: 'idle' });
    else if (outcome.batch === undefined) finishList(t('saved.list', { name: outcome.fileName }));
    else setState({ kind: 'saved', batch: outcome.batch, fileName: outcome.fileName, busy: false });
  };
  const notYet = async (batch: Batch) => {
    close();
    await abandon(batch);
    toastDone(t('saved.left'));
  };
  return {
    state,
    choose: () => setState({ kind: 'choosing' }),
    close,
    print: (printer) => void print(printer),
    save: () => void save(),
    confirm: (batch) => {
      if (state.kind === 'saved') setState({ ...state, busy: true });
      void confirm(batch);
    },
    notYet: (batch) => void notYet(batch),
  };
}

type Trouble = { readonly kind: 'trouble'; readonly trouble: PrintTrouble };
type PrintOutcome = Trouble | { readonly kind: 'printed'; readonly batch: Batch | undefined };
type SaveOutcome =
  | Trouble
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'saved'; readonly batch: Batch | undefined; readonly fileName: string };

const trouble = (error: unknown): Trouble => ({ kind: 'trouble', trouble: { kind: 'error', error } });

async function printDocument(job: PaperJob, printer: string, onDrawn: () => void): Promise<PrintOutcome> {
  let drawn: Prepared | undefined;
  try {
    drawn = await prepare(job);
    onDrawn();
    const result = await window.diaryDesk.print(drawn.documentToken, printer, 1);
    if (result.kind === 'printed') return { kind: 'printed', batch: drawn.batch };
    await abandon(drawn.batch);
    return { kind: 'trouble', trouble: { kind: 'printer', message: result.message } };
  } catch (error) {
    await abandon(drawn?.batch);
    return trouble(error);
  }
}

async function saveDocument(job: PaperJob): Promise<SaveOutcome> {
  let drawn: Prepared | undefined;
  try {
    drawn = await prepare(job);
    const result = await window.diaryDesk.saveDocument(drawn.documentToken, drawn.suggestedName);
    if (result.kind === 'saved') return { kind: 'saved', batch: drawn.batch, fileName: result.fileName };
    await abandon(drawn.batch);
    if (result.kind === 'cancelled') return { kind: 'cancelled' };
    return { kind: 'trouble', trouble: { kind: 'disk', message: result.message } };
  } catch (error) {
    await abandon(drawn?.batch);
    return trouble(error);
  }
}
