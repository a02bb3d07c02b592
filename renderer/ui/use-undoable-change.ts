import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { desk } from '../api.ts';
import { refreshRegistry } from '../query.ts';
import { useErrorWords } from './error-words.ts';
import { toastDone, toastError, toastUndo } from './toast.tsx';

/** A change of the registry that can be taken back. */
export interface UndoableChange {
  /** What is said when it is done. */
  readonly words: string;
  readonly work: () => Promise<{ readonly undoRunId: number | null }>;
}

/**
 * Takes a recorded action back, says `undone` and who stayed because of later work, and reads everything anew. `onUndone`
 * comes before that when nobody stayed.
 */
export function useUndoRun(undone: string): (runId: number, onUndone?: () => void) => void {
  const t = useTranslations('journal.undoRun');
  const errorWords = useErrorWords();
  const fail = (error: unknown) => toastError(errorWords(error));
  return (runId, onUndone) =>
    void desk.journal
      .undo({ runId })
      .then(({ kept }) => {
        toastDone(kept.length === 0 ? undone : `${undone}. ${t('kept', { names: kept.join(', ') })}`);
        if (kept.length === 0) onUndone?.();
      }, fail)
      .then(refreshRegistry, fail);
}

/** Changes the registry, says so, and offers to take it back for ten seconds. */
export function useUndoableChange() {
  const t = useTranslations('journal');
  const errorWords = useErrorWords();
  const undo = useUndoRun(t('undone'));
  return useMutation({
    mutationFn: ({ work }: UndoableChange) => work(),
    onSuccess: ({ undoRunId }, { words }) => {
      if (undoRunId === null) toastDone(words);
      else toastUndo(words, t('undo'), () => undo(undoRunId));
      return refreshRegistry();
    },
    onError: (error) => toastError(errorWords(error)),
  });
}
