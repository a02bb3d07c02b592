import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { desk } from '../../api.ts';
import { refreshRegistry } from '../../query.ts';
import { useErrorWords } from '../../ui/error-words.ts';
import { toastDone, toastError, toastUndo } from '../../ui/toast.tsx';

interface Change {
  /** What is said when it is done. */
  readonly words: string;
  readonly work: () => Promise<{ readonly undoRunId: number | null }>;
}

/** Changes a trusted person, says so, and offers to take it back for ten seconds. */
export function useTrustedChange() {
  const t = useTranslations('trusted');
  const errorWords = useErrorWords();
  const fail = (error: unknown) => toastError(errorWords(error));
  const undo = (runId: number) =>
    desk.journal
      .undo({ runId })
      .then(() => toastDone(t('undone')), fail)
      .then(refreshRegistry, fail);
  return useMutation({
    mutationFn: ({ work }: Change) => work(),
    onSuccess: ({ undoRunId }, { words }) => {
      if (undoRunId === null) toastDone(words);
      else toastUndo(words, t('undo'), () => void undo(undoRunId));
      return refreshRegistry();
    },
    onError: fail,
  });
}
